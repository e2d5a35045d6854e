/// A baseline and its reforms, simulated with the same draws.
public struct CompletedComparison: Sendable {
  /// A reform: its run, and its paired differences from the baseline.
  public struct Reform: Sendable {
    /// Tables of the reform and differences from the baseline.
    public let tables: ReformTables
    /// The run of the reform.
    public let run: CompletedRun

    /// A reform from its parts.
    public init(tables: ReformTables, run: CompletedRun) {
      self.tables = tables
      self.run = run
    }
  }

  /// The run that reforms are compared with.
  public let baseline: CompletedRun
  /// The reforms, in the order in which they were asked for.
  public let reforms: [Reform]

  /// A comparison from its parts.
  public init(baseline: CompletedRun, reforms: [Reform]) {
    self.baseline = baseline
    self.reforms = reforms
  }
}
