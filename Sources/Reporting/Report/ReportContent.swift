import Experiments
import Households

/// What a report of one run is written from.
public struct ReportContent: Sendable {
  /// What was simulated.
  public var scenario: Scenario
  /// All estimates of the run.
  public var tables: RunTables
  /// How it was run.
  public var record: RunRecord
  /// The scenario with each value and its place, as YAML.
  public var resolvedYAML: String
  /// Mean number of formerly-poor persons on 31 December by year, in the whole population; needed
  /// only to turn differences of rates into persons.
  public var formerlyPoorPersons: [Int: Double]
  /// The fund's books in every replication, where the run has been simulated.
  public var ledger: LedgerTable?
  /// The draws of the parameters, where there were any.
  public var draws: DrawTable?

  /// The variance of the stock by source, where it was split.
  public var variance: [VarianceRow]

  /// The content of a report.
  public init(
    scenario: Scenario, tables: RunTables, record: RunRecord, resolvedYAML: String,
    formerlyPoorPersons: [Int: Double] = [:], ledger: LedgerTable? = nil,
    draws: DrawTable? = nil, variance: [VarianceRow] = []
  ) {
    self.variance = variance
    self.draws = draws
    self.ledger = ledger
    self.scenario = scenario
    self.tables = tables
    self.record = record
    self.resolvedYAML = resolvedYAML
    self.formerlyPoorPersons = formerlyPoorPersons
  }
}

/// What a report of a comparison is written from.
public struct ComparisonContent: Sendable {
  /// The run that reforms are compared with.
  public var baseline: ReportContent
  /// Each reform: its run, and its differences from the baseline.
  public var reforms: [(tables: ReformTables, run: ReportContent)]
  /// The choice among the policies and what else was asked; `nil` for differences alone.
  public var answer: ComparisonAnswer?

  /// The content of a comparison.
  public init(
    baseline: ReportContent, reforms: [(tables: ReformTables, run: ReportContent)],
    answer: ComparisonAnswer? = nil
  ) {
    self.baseline = baseline
    self.reforms = reforms
    self.answer = answer
  }
}
