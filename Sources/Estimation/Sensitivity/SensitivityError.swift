/// Why outcomes say nothing of what they depend on.
public enum SensitivityError: Error, Hashable, Sendable {
  /// The outcome is the same at all points: an index without variance, for any factor.
  case noVariance
  /// The noise of replications explains all of the variance, so that nothing is left for the factors.
  case onlyNoise(variance: Double, noise: Double)
  /// The outcome of a point is not a number; points are counted from 0 in the order of the design, or row
  /// by row through A, B and the mixed values.
  case notFinite(point: Int)
}
