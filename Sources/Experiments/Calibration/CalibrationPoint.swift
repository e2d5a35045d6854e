/// A set of parameters that was simulated, and what came of each moment.
public struct CalibrationPoint: Sendable, Hashable {
  /// Wave in which it was simulated, from 0.
  public let wave: Int
  /// Values of the fitted parameters.
  public let values: [Double]
  /// What it shows of each moment of the plan.
  public let moments: [MomentValue]
  /// Chance with which its wave took it from the candidates: 1 in the first.
  public let inclusion: Double

  /// A simulated point.
  public init(wave: Int, values: [Double], moments: [MomentValue], inclusion: Double) {
    self.wave = wave
    self.values = values
    self.moments = moments
    self.inclusion = inclusion
  }
}
