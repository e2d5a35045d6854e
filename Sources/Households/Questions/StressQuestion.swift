/// What events do to packages, how likely a limit is broken, and what money would hold it.
public struct StressQuestion: Sendable {
  /// What may not be exceeded.
  public enum Limit: Sendable, Hashable {
    /// The plan's limit of the rate's year, in one of its two readings.
    case hard
    case stretch
    /// A share.
    case rate(Double)
  }

  /// The search for the smallest setting that keeps the limit often enough.
  public struct Hold: Sendable, Hashable {
    /// What is raised, such as the money of the fund from a month on.
    public var factor: Factor
    /// Largest setting that is tried, in the factor's unit.
    public var largest: Double
    /// How exact the answer must be, in the factor's unit.
    public var tolerance: Double
    /// Settings that are tried besides those of the search, ascending.
    public var settings: [Double]
    /// Packages for which it is looked for, by their places in the question.
    public var packages: [Int]
    /// Events under which it is looked for.
    public var events: [Int]

    /// A search.
    public init(
      factor: Factor, largest: Double, tolerance: Double, settings: [Double], packages: [Int],
      events: [Int]
    ) {
      self.factor = factor
      self.largest = largest
      self.tolerance = tolerance
      self.settings = settings
      self.packages = packages
      self.events = events
    }
  }

  /// What counts as a return to poverty on a large scale (规模性返贫): a stock above these shares.
  public struct MassReturn: Sendable, Hashable {
    /// Of the formerly-poor persons of a county.
    public var county: Double
    /// Of those of the province.
    public var province: Double

    /// Shares above which a return is one on a large scale.
    public init(county: Double, province: Double) {
      self.county = county
      self.province = province
    }
  }

  /// Short name, from the file's name.
  public var name: String
  /// Title for readers.
  public var title: BilingualText
  /// The question as a sentence; `nil` if the author wrote none.
  public var question: BilingualText?
  /// The baseline first, then the packages.
  public var packages: [QuestionScenario]
  /// No event first, then the events.
  public var events: [RobustQuestion.Event]
  /// What is believed; shape `[packages][events]`.
  public var scenarios: [[Scenario]]
  /// The rate that is limited.
  public var rate: HeadlineRate
  /// Years among which the worst of a future is looked for.
  public var years: ClosedRange<Int>
  /// What the rate may not exceed.
  public var limit: Limit
  /// Chance with which the limit ought to be kept.
  public var probability: Double
  /// The search for a setting that keeps it; `nil` for none.
  public var hold: Hold?
  /// What counts as a return on a large scale.
  public var massReturn: MassReturn
  /// Return periods in years, ascending.
  public var returnPeriods: [Double]
  /// The work that reaches the precision it is meant for.
  public var design: StudyDesign
  /// The work of a quick answer.
  public var quick: StudyDesign
  /// The question file as it was read.
  public var text: String

  /// A question about events.
  public init(
    name: String, title: BilingualText, question: BilingualText?, packages: [QuestionScenario],
    events: [RobustQuestion.Event], scenarios: [[Scenario]], rate: HeadlineRate,
    years: ClosedRange<Int>, limit: Limit, probability: Double, hold: Hold?,
    massReturn: MassReturn, returnPeriods: [Double], design: StudyDesign, quick: StudyDesign,
    text: String
  ) {
    self.name = name
    self.title = title
    self.question = question
    self.packages = packages
    self.events = events
    self.scenarios = scenarios
    self.rate = rate
    self.years = years
    self.limit = limit
    self.probability = probability
    self.hold = hold
    self.massReturn = massReturn
    self.returnPeriods = returnPeriods
    self.design = design
    self.quick = quick
    self.text = text
  }
}
