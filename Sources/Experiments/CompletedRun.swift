import Estimation
import Households
import Simulation

/// A run with everything that is known of it.
public struct CompletedRun: Sendable {
  /// What was believed.
  public let scenario: Scenario
  /// Integer tallies of every replication.
  public let outcomes: Outcomes
  /// All estimates.
  public let tables: RunTables
  /// What `run.json` says.
  public let record: RunRecord
  /// The scenario with each value and its place.
  public let resolvedYAML: String
  /// The variance of the rates by source; empty unless it was asked for.
  public let variance: [VarianceRow]
  /// The ensemble from which draws took the calibrated parameters; `nil` for priors alone.
  public let posterior: PosteriorEnsemble?

  /// A run from its parts.
  public init(
    scenario: Scenario, outcomes: Outcomes, tables: RunTables, record: RunRecord,
    resolvedYAML: String, variance: [VarianceRow] = [], posterior: PosteriorEnsemble? = nil
  ) {
    self.posterior = posterior
    self.variance = variance
    self.scenario = scenario
    self.outcomes = outcomes
    self.tables = tables
    self.record = record
    self.resolvedYAML = resolvedYAML
  }

  /// The draws of the parameters and the stock that each gives; `nil` if none were drawn.
  public var draws: DrawTable? {
    var stocks: [Int: [Double]] = [:]
    RateSeriesList(outcomes, scenario.geography).forEach { series in
      if series.measure == .stock, series.group == .all,
        series.region.code == Geography.provinceCode
      {
        stocks[series.year] = CrossedMoments(series.values, draws: outcomes.draws).drawMeans
      }
    }
    let draws = ParameterDraws(
      scenario.parameters.declared, seed: record.seed, count: outcomes.draws, posterior: posterior)
    return DrawTable(draws, outcomes.draws, stocks)
  }

  /// Mean number of formerly-poor persons of the whole population on 31 December, by year.
  public var formerlyPoorPersons: [Int: Double] {
    var persons: [Int: Double] = [:]
    let scale = 1 / outcomes.sampleFraction / Double(outcomes.replications.count)
    for year in outcomes.layout.years {
      let index = year - outcomes.layout.years.lowerBound
      let total = outcomes.layout.counties.indices.reduce(0) {
        $0 + outcomes.tally(.formerlyPoor, year: index, county: $1).total
      }
      persons[year] = total * scale
    }
    return persons
  }
}
