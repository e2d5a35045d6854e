import Estimation

extension QuestionTable {
  /// Cells of `estimateColumns`; empty where a figure does not exist.
  static func cells(_ estimate: Estimate) -> [String] {
    [estimate.mean, estimate.standardError, estimate.lower95, estimate.upper95]
      .map(CommaSeparatedTable.number) + [String(estimate.replications)]
  }
}
