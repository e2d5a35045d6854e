import NumericalMethods
import Randomness

/// Partial moments of a lognormal variable X = exp(μ + σ Z).
///
/// E[Xᵏ; X ≤ d] = exp(kμ + k²σ²/2) Φ((ln d − μ − kσ²) / σ).
///
/// Source: S. A. Klugman, H. H. Panjer and G. E. Willmot, *Loss Models*, appendix A, lognormal.
struct LognormalLaw {
  let logMedian: Double
  let sigma: Double

  init(median: Double, sigma: Double) {
    logMedian = Elementary.log(median)
    self.sigma = sigma
  }

  /// E[Xᵏ].
  func moment(_ k: Int) -> Double {
    let k = Double(k)
    return Elementary.exp(k * logMedian + k * k * sigma * sigma / 2)
  }

  /// E[Xᵏ; X ≤ d]; with k = 0 the distribution function.
  func moment(_ k: Int, below d: Double) -> Double {
    let z = (Elementary.log(d) - logMedian - Double(k) * sigma * sigma) / sigma
    return moment(k) * Distributions.normalProbability(below: z)
  }

  /// E[(X − d)₊], the stop-loss premium.
  func excess(over d: Double) -> Double {
    moment(1) - moment(1, below: d) - d * (1 - moment(0, below: d))
  }

  /// E[(X − d)₊²].
  func squaredExcess(over d: Double) -> Double {
    moment(2) - moment(2, below: d) - 2 * d * (moment(1) - moment(1, below: d))
      + d * d * (1 - moment(0, below: d))
  }
}
