import Experiments
import Households

extension ReportContent {
  /// The content of the report of a completed run.
  public init(_ run: CompletedRun) {
    let draws = run.draws
    self.init(
      scenario: run.scenario, tables: run.tables, record: run.record,
      resolvedYAML: run.resolvedYAML, formerlyPoorPersons: run.formerlyPoorPersons,
      // The books of thousands of futures would fill a disk and say nothing about parameters.
      ledger: draws == nil ? LedgerTable(run.outcomes, run.scenario.geography) : nil,
      draws: draws, variance: run.variance)
  }
}

extension ComparisonContent {
  /// The content of the report of a completed comparison.
  public init(_ comparison: CompletedComparison) {
    self.init(
      baseline: ReportContent(comparison.baseline),
      reforms: comparison.reforms.map { (tables: $0.tables, run: ReportContent($0.run)) })
  }

  /// The content of the report of an answered comparison.
  public init(_ answer: ComparisonAnswer) {
    self.init(answer.comparison)
    self.answer = answer
  }
}
