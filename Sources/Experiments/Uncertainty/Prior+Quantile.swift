import Households
import NumericalMethods
import Randomness

extension Prior {
  /// The quantile of what is believed about a number.
  ///
  /// - Parameter u: Probability in (0, 1).
  /// - Returns: The quantile, in the unit of the number; `nil` for a number that is not uncertain.
  func quantile(_ u: Double) -> Double? {
    switch self {
    case .fixed: nil
    case .uniform(let low, let high): low + u * (high - low)
    case .triangular(let low, let mode, let high): Self.triangular(u, low, mode, high)
    case .normal(let mean, let deviation): mean + deviation * Distributions.normalQuantile(u)
    case .lognormal(let median, let sigma):
      median * Elementary.exp(sigma * Distributions.normalQuantile(u))
    case .beta(let a, let b): Distributions.betaQuantile(u, a, b)
    case .choices(let choices): choices[min(Int(u * Double(choices.count)), choices.count - 1)]
    }
  }

  private static func triangular(
    _ u: Double, _ low: Double, _ mode: Double, _ high: Double
  ) -> Double {
    guard high > low else { return low }
    let atMode = (mode - low) / (high - low)
    if u < atMode { return low + (u * (high - low) * (mode - low)).squareRoot() }
    return high - ((1 - u) * (high - low) * (high - mode)).squareRoot()
  }
}
