import Estimation
import Households
import Simulation

extension RunTables {
  /// All estimates of a run.
  ///
  /// Where parameters were drawn, intervals are of the expected value under what is believed about
  /// them (`Estimator`).
  ///
  /// Rates have the error of replications and, for a sample, of households. Amounts (money and
  /// monitoring) are scaled up to the whole population; for them only the error of replications is
  /// known, because they are not tallied by hash group of households.
  ///
  /// - Parameters:
  ///   - outcomes: What was simulated, with at least one replication.
  ///   - scenario: The scenario of these outcomes, for names of places and for limits.
  /// - Throws: ``SimulationError/missingParameters(_:)`` if no file declares the limits.
  public init(outcomes: Outcomes, scenario: Scenario) throws(SimulationError) {
    let limits = try Limits(scenario.parameters)
    let estimator = outcomes.estimator
    var rates: [RateRow] = []
    var targets: [TargetRow] = []
    RateSeriesList(outcomes, scenario.geography).forEach { series in
      let row = RateRow(series, estimator)
      rates.append(row)
      targets += TargetRow.rows(series, row.estimate, limits, draws: outcomes.draws)
    }
    targets += try TargetRow.scoreboard(outcomes, scenario, estimator)
    let amounts = AmountSeriesList(outcomes, scenario.geography)
    self.init(
      rates: rates, targets: targets, money: amounts.money.map { MoneyRow($0, estimator) },
      monitoring: amounts.finding.map { MonitoringRow($0, estimator) },
      systems: amounts.systems.filter { scenario.counts($0.kind) }
        .map { SystemRow($0, estimator) },
      uncertainty: UncertaintyRow.rows(outcomes, scenario, limits))
  }
}

extension Outcomes {
  /// An estimator for these replications and draws.
  var estimator: Estimator {
    Estimator(replications: replications.count / draws, draws: draws)
  }
}

extension Scenario {
  /// Whether a quantity belongs to a system that is in force, or is counted in every run.
  fileprivate func counts(_ quantity: SystemQuantity) -> Bool {
    quantity.mechanism.map { setting(of: $0).isEnabled } ?? true
  }
}

extension RateRow {
  /// The estimate of a rate.
  init(_ series: RateSeries, _ estimator: Estimator) {
    self.init(
      year: series.year, measure: series.measure, region: series.region, group: series.group,
      estimate: estimator.estimate(
        series.values, household: series.householdError, isNonNegative: true))
  }
}

extension MoneyRow {
  /// The estimate of a sum of money.
  init(_ series: AmountSeries<Programme>, _ estimator: Estimator) {
    self.init(
      programme: series.kind, year: series.year, region: series.region,
      estimate: estimator.estimate(series.values, isNonNegative: true))
  }
}

extension MonitoringRow {
  /// The estimate of a number of households, persons or days.
  init(_ series: AmountSeries<FindingQuantity>, _ estimator: Estimator) {
    self.init(
      quantity: series.kind, year: series.year, region: series.region,
      estimate: estimator.estimate(series.values, isNonNegative: true))
  }
}

extension SystemRow {
  /// The estimate of what a system did.
  init(_ series: AmountSeries<SystemQuantity>, _ estimator: Estimator) {
    self.init(
      quantity: series.kind, year: series.year, region: series.region,
      estimate: estimator.estimate(series.values, isNonNegative: true))
  }
}
