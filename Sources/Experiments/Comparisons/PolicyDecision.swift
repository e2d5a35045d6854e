import Estimation
import Households
import Simulation

/// Which of several policies is the best, how sure that is, and what each costs for what it keeps.
///
/// The baseline is a policy too, the first. Where parameters were drawn, races and comparisons are of the mean
/// over draws in each future, because futures are the sampling unit that all draws share.
public struct PolicyDecision: Sendable {
  /// The choice by one rate.
  public struct Race: Sendable {
    /// The rate; lower is better.
    public let rate: HeadlineRate
    /// Expected rate of each policy; shape `[policies]`.
    public let rates: [Estimate]
    /// Paired difference of each reform from the baseline; shape `[policies − 1]`.
    public let differences: [PairedDifference]
    /// The same against the baseline all at once: adjusted p-values and simultaneous intervals.
    public let comparisons: PolicyComparisons
    /// Selection of the best.
    public let selection: KimNelson
  }

  /// What one reform keeps and costs against the baseline, over all result years.
  public struct Worth: Sendable {
    /// Person-years kept above the return line (on 31 December of each year).
    public let kept: PairedDifference
    /// Public spending above the baseline's, yuan.
    public let cost: PairedDifference
    /// Yuan per person-year kept.
    public let costPerPersonYear: RatioEstimate
    /// Both by future, for a drawing: person-years and yuan; shapes `[futures]`.
    public let futures: (kept: [Double], cost: [Double])
  }

  /// Names of the policies, the baseline first.
  public let names: [String]
  /// Titles of the policies.
  public let titles: [BilingualText]
  /// How the choice is made.
  public let choice: CompareQuestion.Choice
  /// One race a rate, in the order of the choice.
  public let races: [Race]
  /// What each reform keeps and costs; shape `[policies − 1]`.
  public let worths: [Worth]
  /// Policies in order of cost, with what each further person-year costs.
  public let incrementalRatios: [IncrementalRatio]
  /// Share of households simulated.
  public let sampleFraction: Double
  /// Number of futures.
  public let futures: Int

  /// Decides among policies.
  ///
  /// - Parameters:
  ///   - policies: The baseline, then the reforms: names, titles, and tables with ``figures(_:years:)`` in the
  ///     same futures.
  ///   - years: Years with results.
  ///   - choice: How the choice is made.
  public init(
    _ policies: [(name: String, title: BilingualText, table: FigureTable)],
    years: ClosedRange<Int>, choice: CompareQuestion.Choice
  ) {
    names = policies.map(\.name)
    titles = policies.map(\.title)
    self.choice = choice
    let tables = policies.map(\.table)
    sampleFraction = tables[0].sampleFraction
    futures = tables[0].futures
    races = choice.rates.map { Self.race($0, tables, choice) }
    let worths = tables.dropFirst().map { Self.worth($0, tables[0], years) }
    self.worths = worths
    let none = [Double](repeating: 0, count: tables[0].futures)
    incrementalRatios =
      CostEffectiveness(
        effects: [none] + worths.map(\.futures.kept), costs: [none] + worths.map(\.futures.cost)
      ).incrementalRatios
  }

  /// The figures that a decision is made from.
  public static func figures(
    _ choice: CompareQuestion.Choice, years: ClosedRange<Int>
  ) -> [StudyFigure] {
    choice.rates.map(StudyFigure.init) + [
      .personYears(.stock, years: years, .province), .publicCost(years: years, .province),
    ]
  }

  private static func race(
    _ rate: HeadlineRate, _ tables: [FigureTable], _ choice: CompareQuestion.Choice
  ) -> Race {
    let figure = StudyFigure(rate)
    let values = tables.map { $0.meansOverDraws(figure) }
    let reforms = tables.indices.dropFirst()
    let comparisons = PolicyComparisons(
      reforms.map {
        PolicyComparisons.Difference(
          baseline: values[0], reform: values[$0],
          household: tables[$0].householdError(of: figure, minus: tables[0]))
      }, level: choice.error)
    return Race(
      rate: rate, rates: tables.map { $0.estimate(figure) },
      differences: reforms.map { tables[$0].difference(figure, minus: tables[0]) },
      comparisons: comparisons,
      selection: KimNelson(
        table: values, firstStage: firstStage(futures: values[0].count), error: choice.error,
        difference: choice.smallestDifference))
  }

  /// Futures before the first comparison of a race: twenty are advised, and a tenth of long runs.
  private static func firstStage(futures: Int) -> Int {
    max(2, min(futures, max(20, futures / 10)))
  }

  private static func worth(
    _ reform: FigureTable, _ baseline: FigureTable, _ years: ClosedRange<Int>
  ) -> Worth {
    let persons = StudyFigure.personYears(.stock, years: years, .province)
    let money = StudyFigure.publicCost(years: years, .province)
    func changes(_ figure: StudyFigure) -> [Double] {
      zip(reform.meansOverDraws(figure), baseline.meansOverDraws(figure)).map { $0 - $1 }
    }
    let kept = changes(persons).map { -$0 }
    let cost = changes(money)
    return Worth(
      // Persons kept are baseline minus reform.
      kept: baseline.difference(persons, minus: reform),
      cost: reform.difference(money, minus: baseline),
      costPerPersonYear: RatioEstimate(numerators: cost, denominators: kept),
      futures: (kept, cost))
  }
}
