import Estimation

/// What setting keeps the limit often enough, for one package under one event.
public struct StressHold: Sendable {
  /// A setting that was tried.
  public struct Trial: Sendable {
    /// The setting, in the factor's unit.
    public let setting: Double
    /// Chance that the limit is kept.
    public let keeping: WilsonInterval
    /// The rate.
    public let rate: Estimate
    /// Lowest limit that is kept with the probability asked for.
    public let keptLimit: ReturnLevel
  }

  /// Place of the package in the question.
  public let package: Int
  /// Place of the event.
  public let event: Int
  /// The setting that the scenario has without the question.
  public let present: Double
  /// The search from the present setting to the largest.
  public let root: MonotoneRoot
  /// All settings that were tried, ascending, those that the question lists among them.
  public let trials: [Trial]
}
