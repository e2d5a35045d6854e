import Households

/// A comparison with everything that was asked of it.
public struct ComparisonAnswer: Sendable {
  /// The question file, where there was one.
  public struct Question: Sendable {
    /// Short name, from the file's name.
    public let name: String
    /// Title for readers.
    public let title: BilingualText
    /// The question in a sentence.
    public let sentence: BilingualText
    /// The file as it was read.
    public let text: String

    /// A question file.
    public init(name: String, title: BilingualText, sentence: BilingualText, text: String) {
      self.name = name
      self.title = title
      self.sentence = sentence
      self.text = text
    }
  }

  /// The runs and their differences.
  public let comparison: CompletedComparison
  /// The choice among them.
  public let decision: PolicyDecision
  /// How precise the differences are, where that was asked for.
  public let precision: ComparisonPrecision?
  /// What is not known of the parameters, where they were drawn.
  public let information: ValueOfInformation?
  /// The question file, where there was one.
  public let question: Question?

  /// An answer from its parts.
  public init(
    comparison: CompletedComparison, decision: PolicyDecision,
    precision: ComparisonPrecision? = nil, information: ValueOfInformation? = nil,
    question: Question? = nil
  ) {
    self.comparison = comparison
    self.decision = decision
    self.precision = precision
    self.information = information
    self.question = question
  }
}
