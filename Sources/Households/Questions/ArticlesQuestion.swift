/// What each article of a draft regulation contributes: asked by those who test a draft.
public struct ArticlesQuestion: Sendable {
  /// An article of the draft.
  public struct Article: Sendable, Hashable {
    /// Number in the draft.
    public let number: Int
    /// Heading, in both languages or in Chinese alone.
    public let heading: BilingualText
    /// First month in force.
    public let inForce: Month
    /// Scenario keys that it sets; empty where a household model cannot express it.
    public let keys: [String]

    /// Whether a household model can express it.
    public var isExpressible: Bool { !keys.isEmpty }

    /// An article.
    public init(number: Int, heading: BilingualText, inForce: Month, keys: [String]) {
      self.number = number
      self.heading = heading
      self.inForce = inForce
      self.keys = keys
    }
  }

  /// The draft that is tested.
  public struct Draft: Sendable, Hashable {
    /// Title.
    public let title: BilingualText
    /// File, relative to where the program runs.
    public let file: String
    /// First month in force.
    public let inForce: Month
    /// All articles in the order of the draft.
    public let articles: [Article]

    /// A draft.
    public init(title: BilingualText, file: String, inForce: Month, articles: [Article]) {
      self.title = title
      self.file = file
      self.inForce = inForce
      self.articles = articles
    }
  }

  /// Short name, from the file's name.
  public let name: String
  /// Title for readers.
  public let title: BilingualText
  /// The question as a sentence; `nil` if the author wrote none.
  public let question: BilingualText?
  /// The scenario without the regulation.
  public let baseline: QuestionScenario
  /// The draft.
  public let draft: Draft
  /// Numbers of the articles that are examined, ascending; all others stay out.
  public let examined: [Int]
  /// The rate to which articles contribute.
  public let rate: HeadlineRate
  /// Years over which person-years, cost and workload are summed.
  public let years: ClosedRange<Int>
  /// Smallest difference of the rate that matters, a share.
  public let smallestDifference: Double
  /// Pairs of orders in which the articles are adopted, if there are too many for all combinations.
  public let orders: Int
  /// Number of articles, those with the largest contributions, whose interactions are examined if there
  /// are too many for all combinations.
  public let interacting: Int
  /// The work that reaches the precision it is meant for.
  public let design: StudyDesign
  /// The work of a quick answer.
  public let quick: StudyDesign
  /// The question file as it was read.
  public let text: String

  /// A question about a draft.
  public init(
    name: String, title: BilingualText, question: BilingualText?, baseline: QuestionScenario,
    draft: Draft, examined: [Int], rate: HeadlineRate, years: ClosedRange<Int>,
    smallestDifference: Double, orders: Int, interacting: Int,
    design: StudyDesign, quick: StudyDesign, text: String
  ) {
    self.name = name
    self.title = title
    self.question = question
    self.baseline = baseline
    self.draft = draft
    self.examined = examined
    self.rate = rate
    self.years = years
    self.smallestDifference = smallestDifference
    self.orders = orders
    self.interacting = interacting
    self.design = design
    self.quick = quick
    self.text = text
  }

  /// The article with a number.
  public func article(_ number: Int) -> Article? {
    draft.articles.first { $0.number == number }
  }

  /// Numbers of the articles of a combination, whose bit *i* says whether examined article *i* is adopted.
  public func numbers(_ combination: UInt64) -> [Int] {
    examined.indices.filter { combination >> UInt64($0) & 1 == 1 }.map { examined[$0] }
  }
}
