/// Which of several reforms is the best, and what each costs for what it keeps.
public struct CompareQuestion: Sendable {
  /// How a choice among policies is made.
  public struct Choice: Sendable, Hashable {
    /// Rates of the province that are compared.
    public var rates: [HeadlineRate]
    /// Smallest difference of a rate that matters, a share.
    public var smallestDifference: Double
    /// Allowed chance of a wrong choice, and of one false claim among all differences of a rate.
    public var error: Double
    /// What a person-year kept above the line is worth, yuan, ascending; a grid to look at.
    public var values: [Double]

    /// How a choice is made.
    public init(
      rates: [HeadlineRate], smallestDifference: Double, error: Double, values: [Double]
    ) {
      self.rates = rates
      self.smallestDifference = smallestDifference
      self.error = error
      self.values = values
    }
  }

  /// Short name, from the file's name.
  public var name: String
  /// Title for readers.
  public var title: BilingualText
  /// The question in a sentence; empty if its author wrote none.
  public var question: BilingualText
  /// The scenario that reforms are compared with.
  public var baseline: QuestionScenario
  /// The reforms.
  public var packages: [QuestionScenario]
  /// How a choice is made.
  public var choice: Choice
  /// Half-width of the 95 % interval of every difference at which no more futures are simulated, a share;
  /// `nil` for the number of futures of the design.
  public var precision: Double?
  /// The work.
  public var design: StudyDesign
  /// The work of a quick answer.
  public var quick: StudyDesign
  /// Draws of the parameters for the value of information; `nil` for none.
  public var information: StudyDesign?
  /// The same for a quick answer.
  public var quickInformation: StudyDesign?

  /// A question.
  public init(
    name: String, title: BilingualText, question: BilingualText, baseline: QuestionScenario,
    packages: [QuestionScenario], choice: Choice, precision: Double?, design: StudyDesign,
    quick: StudyDesign, information: StudyDesign?, quickInformation: StudyDesign?
  ) {
    self.name = name
    self.title = title
    self.question = question
    self.baseline = baseline
    self.packages = packages
    self.choice = choice
    self.precision = precision
    self.design = design
    self.quick = quick
    self.information = information
    self.quickInformation = quickInformation
  }
}
