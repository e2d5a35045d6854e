import Estimation
import Households
import Simulation

/// One figure of `uncertainty.csv`: where the spread of a rate of the province comes from, when its
/// parameters were drawn.
public struct UncertaintyRow: Sendable {
  /// Calendar year.
  public var year: Int
  /// What is counted.
  public var measure: PersonMeasure
  /// Mean over draws of the parameters and over futures.
  public var mean: Double
  /// Standard deviation of the expected rate over draws of the parameters.
  public var parameterDeviation: Double
  /// Standard deviation over futures (shared shocks and households' luck) that all draws have in common.
  public var futureDeviation: Double
  /// Standard deviation of how differently draws take the same future.
  public var interplayDeviation: Double
  /// Standard error of the mean of this run, from the finite numbers of draws and futures.
  public var simulationError: Double
  /// 2.5 % quantile of the expected rate over draws, without the error of simulation.
  public var expectedLower95: Double
  /// Median of the expected rate over draws.
  public var expectedMedian: Double
  /// 97.5 % quantile of the expected rate over draws.
  public var expectedUpper95: Double
  /// Chance that one future of one draw is within the hard limit, with an interval for the finite numbers
  /// of both; `nil` in years without a limit.
  public var probabilityMet: WilsonInterval?
  /// 5, 50 and 95 % quantiles over draws of the chance that one future of a draw is within the limit.
  public var probabilityByDraw: SIMD3<Double>?

  init(_ series: RateSeries, draws: Int, limit: Double?) {
    let moments = CrossedMoments(series.values, draws: draws)
    let expected = moments.expectedByDraw.sorted()
    year = series.year
    measure = series.measure
    mean = moments.mean
    parameterDeviation = moments.parameterVariance.squareRoot()
    futureDeviation = moments.futureVariance.squareRoot()
    interplayDeviation = moments.restVariance.squareRoot()
    simulationError = moments.meanVariance.squareRoot()
    expectedLower95 = Quantiles.quantile(0.025, ascending: expected)
    expectedMedian = Quantiles.quantile(0.5, ascending: expected)
    expectedUpper95 = Quantiles.quantile(0.975, ascending: expected)
    guard let limit else { return }
    let isMet = series.values.map { $0 <= limit }
    probabilityMet = WilsonInterval(outcomes: isMet, draws: draws)
    let chances = (0..<draws).map { draw in
      Double(isMet[draw * moments.futures..<(draw + 1) * moments.futures].count { $0 })
        / Double(moments.futures)
    }.sorted()
    probabilityByDraw = SIMD3(
      Quantiles.quantile(0.05, ascending: chances), Quantiles.quantile(0.5, ascending: chances),
      Quantiles.quantile(0.95, ascending: chances))
  }

  /// Measures whose uncertainty is split.
  static let measures: [PersonMeasure] = [.stock, .flow, .recognised, .need]

  /// The rows of a run whose parameters were drawn; none of other runs.
  static func rows(_ outcomes: Outcomes, _ scenario: Scenario, _ limits: Limits) -> [UncertaintyRow]
  {
    guard outcomes.draws > 1 else { return [] }
    var rows: [UncertaintyRow] = []
    RateSeriesList(outcomes, scenario.geography).forEach { series in
      guard measures.contains(series.measure), series.group == .all,
        series.region.code == Geography.provinceCode
      else { return }
      let isLimited = TargetRow.measures.contains(series.measure)
      let limit = isLimited ? limits.limit(.hard, year: series.year) : nil
      rows.append(UncertaintyRow(series, draws: outcomes.draws, limit: limit))
    }
    return rows
  }
}
