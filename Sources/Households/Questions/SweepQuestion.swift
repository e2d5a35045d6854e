/// What a sweep is to do: which numbers are moved, over which points, and what is told at each of them.
public struct SweepQuestion: Sendable {
  /// A figure that is told at every point.
  public enum Outcome: Sendable, Hashable {
    /// A rate of the province.
    case rate(HeadlineRate)
    /// Person-years counted on 31 December, summed over years.
    case personYears(HeadlineRate.Measure, years: ClosedRange<Int>)
    /// Public spending summed over years, yuan.
    case publicCost(years: ClosedRange<Int>)
    /// Visits to households summed over years.
    case visits(years: ClosedRange<Int>)

    /// Name in tables, such as `stock_2030` or `public_cost_2026_2030`.
    public var name: String {
      switch self {
      case .rate(let rate): rate.name
      case .personYears(let measure, let years):
        "person_years_\(measure.rawValue)_\(Self.text(years))"
      case .publicCost(let years): "public_cost_\(Self.text(years))"
      case .visits(let years): "visits_\(Self.text(years))"
      }
    }

    private static func text(_ years: ClosedRange<Int>) -> String {
      "\(years.lowerBound)_\(years.upperBound)"
    }
  }

  /// Where a factor of a randomised design lies.
  public enum Spread: Sendable, Hashable {
    /// Evenly between two values.
    case range(ClosedRange<Double>)
    /// As is believed about the number.
    case prior(Prior)
  }

  /// How the points come about.
  public enum Points: Sendable, Hashable {
    /// Every level of each factor with every level of the others; shape `[factors][levels]`.
    case grid([[Double]])
    /// The points themselves; shape `[points][factors]`.
    case list([[Double]])
    /// A Latin hypercube over spreads, one a factor.
    case latinHypercube([Spread])
    /// Points of a scrambled Sobol' sequence over spreads, one a factor.
    case sobol([Spread])
  }

  /// A limit of the first outcome.
  public enum Limit: Sendable, Hashable {
    /// The plan's limit in one of its readings, `hard` or `stretch`, of the outcome's year.
    case plan(isStretch: Bool)
    /// A share.
    case share(Double)
  }

  /// How much is simulated.
  public struct Design: Sendable, Hashable {
    /// Futures, households and seed.
    public var study: StudyDesign
    /// Points of a randomised design; 0 for others.
    public var points: Int

    /// The work of a sweep.
    public init(study: StudyDesign, points: Int) {
      self.study = study
      self.points = points
    }
  }

  /// Short name, from the file's name.
  public let name: String
  /// Title for readers.
  public let title: BilingualText
  /// The question as a sentence.
  public let question: BilingualText?
  /// The question file as it was read.
  public let text: String
  /// What every point is compared with.
  public let baseline: QuestionScenario
  /// The numbers that are moved, in the order of the file.
  public let factors: [Factor]
  /// Where they are moved.
  public let points: Points
  /// What is told at every point; the first is the one that answers are about.
  public let outcomes: [Outcome]
  /// A limit of the first outcome, which is then a rate.
  public let limit: Limit?
  /// The work that reaches the precision meant.
  public let whole: Design
  /// The work within ten minutes.
  public let quick: Design

  /// A question, already validated.
  public init(
    name: String, title: BilingualText, question: BilingualText?, text: String,
    baseline: QuestionScenario, factors: [Factor], points: Points, outcomes: [Outcome],
    limit: Limit?, whole: Design, quick: Design
  ) {
    self.name = name
    self.title = title
    self.question = question
    self.text = text
    self.baseline = baseline
    self.factors = factors
    self.points = points
    self.outcomes = outcomes
    self.limit = limit
    self.whole = whole
    self.quick = quick
  }
}
