/// Which of several packages holds up whatever the uncertain numbers are and whatever happens.
public struct RobustQuestion: Sendable {
  /// What counts as a failure.
  public enum FailureLimit: Sendable, Hashable {
    /// A rate above this share.
    case rate(Double)
    /// A rate above this quantile of the rates of all packages in all states.
    case quantile(Double)
  }

  /// An event, or none, that packages meet.
  public struct Event: Sendable, Hashable {
    /// Short name; `none` for no event.
    public let name: String
    /// Title for readers.
    public let title: BilingualText

    /// An event.
    public init(name: String, title: BilingualText) {
      self.name = name
      self.title = title
    }

    /// Nothing happens but what chance brings.
    public static let none = Event(
      name: "none", title: BilingualText(chinese: "无专设事件", english: "No special event"))
  }

  /// Short name, from the file's name.
  public let name: String
  /// Title for readers.
  public let title: BilingualText
  /// The question as a sentence; `nil` if the author wrote none.
  public let question: BilingualText?
  /// The baseline first, then the packages.
  public let packages: [QuestionScenario]
  /// No event first, then the events.
  public let events: [Event]
  /// What is believed; shape `[packages][events]`.
  public let scenarios: [[Scenario]]
  /// The rate that a package should keep down.
  public let rate: HeadlineRate
  /// Years over which public cost is summed.
  public let years: ClosedRange<Int>
  /// What counts as a failure.
  public let limit: FailureLimit
  /// Most that a package may cost over the years, yuan; `nil` for any amount.
  public let budget: Double?
  /// Smallest difference of the mean rate that matters, a share.
  public let smallestRate: Double
  /// Smallest difference of the mean cost that matters, yuan.
  public let smallestCost: Double
  /// Uncertain numbers among which the conditions of failure are looked for.
  public let factors: [Parameter]
  /// Least share of all failures that the conditions should tell.
  public let coverage: Double
  /// Ensemble of a calibration, from which its numbers are drawn; `nil` for priors alone.
  public let posterior: PosteriorEnsemble?
  /// The work that reaches the precision it is meant for.
  public let design: StudyDesign
  /// The work of a quick answer.
  public let quick: StudyDesign
  /// The question file as it was read.
  public let text: String

  /// A question about packages.
  public init(
    name: String, title: BilingualText, question: BilingualText?, packages: [QuestionScenario],
    events: [Event], scenarios: [[Scenario]], rate: HeadlineRate, years: ClosedRange<Int>,
    limit: FailureLimit, budget: Double?, smallestRate: Double, smallestCost: Double,
    factors: [Parameter], coverage: Double, posterior: PosteriorEnsemble?,
    design: StudyDesign, quick: StudyDesign, text: String
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
    self.budget = budget
    self.smallestRate = smallestRate
    self.smallestCost = smallestCost
    self.factors = factors
    self.coverage = coverage
    self.posterior = posterior
    self.design = design
    self.quick = quick
    self.text = text
  }
}
