import Simulation

/// A comparison whose populations are built and whose identities are known.
public struct PreparedComparison: Sendable {
  /// The baseline, then the reforms.
  public let runs: [PreparedRun]

  /// Simulates all runs; parameters and errors as for ``PreparedRun``.
  public func simulate(
    store: FutureStore? = nil, progress: (@Sendable (Double) -> Void)? = nil,
    isCancelled: (@Sendable () -> Bool)? = nil
  ) throws -> CompletedComparison {
    var completed: [CompletedRun] = []
    let count = Double(runs.count)
    for (position, run) in runs.enumerated() {
      var ownProgress: (@Sendable (Double) -> Void)?
      if let progress { ownProgress = { progress((Double(position) + $0) / count) } }
      completed.append(
        try run.simulate(store: store, progress: ownProgress, isCancelled: isCancelled))
    }
    let baseline = completed[0]
    return CompletedComparison(
      baseline: baseline,
      reforms: completed.dropFirst().map { run in
        CompletedComparison.Reform(
          tables: ReformTables(
            reform: run.outcomes, scenario: run.scenario, tables: run.tables,
            baseline: baseline.outcomes),
          run: run)
      })
  }
}
