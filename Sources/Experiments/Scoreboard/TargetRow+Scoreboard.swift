import Estimation
import Households
import Simulation

extension TargetRow {
  /// Measures whose provincial rate is held against the limits; `stock` is the headline.
  static let measures: [PersonMeasure] = [.stock, .recognised]

  /// The rows of a rate: one for each reading that limits it in its year, usually none.
  static func rows(
    _ series: RateSeries, _ estimate: Estimate, _ limits: Limits, draws: Int
  ) -> [TargetRow] {
    guard measures.contains(series.measure), series.group == .all,
      series.region.code == Geography.provinceCode
    else { return [] }
    return Limits.readings.compactMap { reading in
      limits.limit(reading, year: series.year).map { limit in
        TargetRow(
          target: series.measure.name, planRows: Limits.planRows(reading), year: series.year,
          limit: limit, side: .atMost, unit: .share, reading: reading, estimate: estimate,
          values: series.values, draws: draws, household: series.householdError)
      }
    }
  }

  /// The rows of every other target of the plan that this run can compute, in the plan's order.
  ///
  /// Their intervals are of replications only: the figures are not tallied by hash group of
  /// households, so under a sample the error of the sample is left out, as for money.
  ///
  /// - Throws: ``SimulationError/missingParameters(_:)`` with goals that no file declares.
  static func scoreboard(
    _ outcomes: Outcomes, _ scenario: Scenario, _ estimator: Estimator
  ) throws(SimulationError) -> [TargetRow] {
    let figures = TargetFigures(outcomes, scenario)
    var missing: [String] = []
    var rows: [TargetRow] = []
    for target in PlanTarget.all {
      for goal in target.goals where outcomes.layout.years.contains(goal.year) {
        let december = Month(year: goal.year, month: 12)
        guard let limit = scenario.parameters.value(of: goal.parameter, at: december) else {
          missing.append(goal.parameter)
          continue
        }
        guard let values = figures.values(target.figure, year: goal.year) else { continue }
        rows.append(
          TargetRow(
            target: target.name, planRows: target.planRows, year: goal.year, limit: limit,
            side: target.side, unit: target.unit, reading: goal.reading,
            estimate: estimator.estimate(values), values: values, draws: estimator.draws))
      }
    }
    if !missing.isEmpty { throw .missingParameters(missing.sorted()) }
    return rows
  }

  private init(
    target: String, planRows: String, year: Int, limit: Double, side: LimitSide, unit: TargetUnit,
    reading: Reading, estimate: Estimate, values: [Double], draws: Int,
    household: HouseholdError = .none
  ) {
    let chance = WilsonInterval(
      outcomes: values.map { side.holds($0, limit: limit) }, draws: draws)
    let verdict = Verdict(estimate, limit: limit, side: side)
    let settling =
      verdict == .undecided && draws == 1
      ? Settling.replications(values, household: household, limit: limit) : nil
    self.init(
      target: target, year: year, limit: limit, side: side, unit: unit, planRows: planRows,
      reading: reading, estimate: estimate, verdict: verdict, probabilityMet: chance.probability,
      probabilityLower95: chance.lower95, probabilityUpper95: chance.upper95,
      replicationsToSettle: settling)
  }
}
