/// What a simulated point shows of one moment.
public struct MomentValue: Sendable, Hashable {
  /// The measured figure, in the unit of the moment.
  public var value: Double
  /// Variance of the figure from finitely many possible futures.
  public var variance: Double

  /// A figure.
  public init(value: Double, variance: Double = 0) {
    self.value = value
    self.variance = variance
  }

  /// Distance from the target in standard deviations: tolerance, futures and emulator together.
  func implausibility(target: Double, tolerance: Double, emulator: Double = 0) -> Double {
    let spread = (tolerance * tolerance + variance + emulator).squareRoot()
    let distance = abs(value - target) / spread
    return distance.isFinite ? distance : .infinity
  }
}
