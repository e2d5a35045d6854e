import Estimation
import Households
import Simulation

extension ReformTables {
  /// The tables of a reform and its paired differences from a baseline.
  ///
  /// - Parameters:
  ///   - reform: Outcomes of the reform; same seed, replications, sample, places and years.
  ///   - scenario: The scenario of the reform.
  ///   - tables: All estimates of the reform.
  ///   - baseline: Outcomes of the baseline.
  public init(
    reform: Outcomes, scenario: Scenario, tables: RunTables, baseline: Outcomes
  ) {
    precondition(
      reform.layout == baseline.layout && reform.replications.count == baseline.replications.count
        && reform.sampleFraction == baseline.sampleFraction,
      "only runs of the same places, years, replications and sample can be compared")
    let estimator = reform.estimator
    self.init(
      name: scenario.name, title: scenario.title, tables: tables,
      differences: Self.rateDifferences(reform, baseline, scenario.geography, estimator),
      moneyDifferences: Self.moneyDifferences(reform, baseline, scenario.geography, estimator))
  }

  private struct RateKey: Hashable {
    let year: Int
    let measure: PersonMeasure
    let region: Int
    let group: Group

    init(_ series: RateSeries) {
      year = series.year
      measure = series.measure
      region = series.region.code
      group = series.group
    }
  }

  /// Differences of the rows that both runs have, in the reform's order.
  ///
  /// A group may be without persons in one of them.
  private static func rateDifferences(
    _ reform: Outcomes, _ baseline: Outcomes, _ geography: Geography, _ estimator: Estimator
  ) -> [DifferenceRow] {
    var before: [RateKey: RateSeries] = [:]
    RateSeriesList(baseline, geography).forEach { before[RateKey($0)] = $0 }
    var rows: [DifferenceRow] = []
    RateSeriesList(reform, geography).forEach { after in
      guard let before = before[RateKey(after)] else { return }
      let difference = PairedDifference(
        baseline: before.values, reform: after.values,
        household: after.householdError(minus: before), estimator: estimator)
      let rate = RateRow(
        year: after.year, measure: after.measure, region: after.region, group: after.group,
        estimate: difference.estimate)
      rows.append(DifferenceRow(rate: rate, replicationsSaved: difference.replicationsSaved))
    }
    return rows
  }

  private static func moneyDifferences(
    _ reform: Outcomes, _ baseline: Outcomes, _ geography: Geography, _ estimator: Estimator
  ) -> [MoneyRow] {
    let before = AmountSeriesList(baseline, geography).money
    let after = AmountSeriesList(reform, geography).money
    return zip(before, after).map { before, after in
      MoneyRow(
        programme: after.kind, year: after.year, region: after.region,
        estimate: PairedDifference(
          baseline: before.values, reform: after.values, estimator: estimator
        ).estimate)
    }
  }
}
