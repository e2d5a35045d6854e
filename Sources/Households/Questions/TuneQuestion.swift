/// From which score on households should be alerted, and what is missed then.
public struct TuneQuestion: Sendable {
  /// A design of the vulnerability index.
  public enum Design: String, Sendable, Hashable, CaseIterable {
    case income
    case fourLooks = "four_looks"
    case twelveIndicators = "twelve_indicators"
    case twentyVariables = "twenty_variables"
    case threeDimensions = "three_dimensions"
    case expectedPoverty = "expected_poverty"

    /// Its number in `vulnerability_index.design`.
    public var number: Int {
      switch self {
      case .income: 0
      case .fourLooks: 1
      case .twelveIndicators: 2
      case .twentyVariables: 3
      case .threeDimensions: 4
      case .expectedPoverty: 5
      }
    }

    /// The parameter that is its threshold.
    public var thresholdParameter: String {
      self == .income
        ? "vulnerability_index.threshold" : "vulnerability_index.\(rawValue)_threshold"
    }
  }

  /// Counties for which thresholds of their own are looked for.
  public enum Grouping: String, Sendable, Hashable, CaseIterable {
    /// The nine prefectures.
    case prefecture
    /// Key counties for rural revitalisation, and others.
    case keyCounty = "key_county"
    /// Counties that were poor, and others.
    case formerlyPoorCounty = "formerly_poor_county"
  }

  /// How many households can be visited.
  public enum Capacity: Sendable, Hashable {
    /// As many as are visited in the baseline.
    case today
    /// Visits in half a year, in the whole province.
    case visits(Double)
  }

  /// What mistakes cost, in yuan.
  public struct Costs: Sendable, Hashable {
    /// A visit.
    public let visit: Double
    /// Help for a household in need.
    public let help: Double
    /// The loss of a household in need that nobody finds.
    public let missed: Double
    /// Where the figures come from.
    public let source: BilingualText

    /// What mistakes cost.
    public init(visit: Double, help: Double, missed: Double, source: BilingualText) {
      self.visit = visit
      self.help = help
      self.missed = missed
      self.source = source
    }

    /// What an alert costs over the loss that it spares: a false alarm costs the visit, a true one spares the
    /// loss less help.
    public var ratio: Double { visit / (missed - help) }
  }

  /// Short name, from the file's name.
  public let name: String
  /// Title for readers.
  public let title: BilingualText
  /// The question as a sentence; `nil` if the author wrote none.
  public let question: BilingualText?
  /// The scenario whose households are scored.
  public let baseline: QuestionScenario
  /// The same with nobody helped because of being found.
  public let helpOff: QuestionScenario
  /// The same with everybody in need found and helped at once.
  public let helpOn: QuestionScenario
  /// The designs, in the order asked for.
  public let designs: [Design]
  /// Years in which households are scored.
  public let years: ClosedRange<Int>
  /// Months within which a household that falls into need is a case.
  public let horizon: Int
  /// How many households can be visited.
  public let capacity: Capacity
  /// What mistakes cost.
  public let costs: Costs
  /// Counties for which thresholds of their own are looked for.
  public let groupings: [Grouping]
  /// Share of the replications on which thresholds are chosen; the others report.
  public let tuningShare: Double
  /// The rate that the recommended threshold should lower.
  public let rate: HeadlineRate
  /// The work that reaches the precision it is meant for.
  public let design: StudyDesign
  /// The work of a quick answer.
  public let quick: StudyDesign
  /// The question file as it was read.
  public let text: String

  /// Months within which poverty counts that help avoids.
  public static var helpMonths: Int { 12 }

  /// A question about alerts.
  public init(
    name: String, title: BilingualText, question: BilingualText?, baseline: QuestionScenario,
    helpOff: QuestionScenario, helpOn: QuestionScenario, designs: [Design],
    years: ClosedRange<Int>, horizon: Int, capacity: Capacity, costs: Costs,
    groupings: [Grouping], tuningShare: Double, rate: HeadlineRate, design: StudyDesign,
    quick: StudyDesign, text: String
  ) {
    self.name = name
    self.title = title
    self.question = question
    self.baseline = baseline
    self.helpOff = helpOff
    self.helpOn = helpOn
    self.designs = designs
    self.years = years
    self.horizon = horizon
    self.capacity = capacity
    self.costs = costs
    self.groupings = groupings
    self.tuningShare = tuningShare
    self.rate = rate
    self.design = design
    self.quick = quick
    self.text = text
  }
}
