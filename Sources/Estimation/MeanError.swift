import NumericalMethods
import Randomness

/// How far a mean may lie from the expected value, on either side.
///
/// With *SE* the standard error, *a* the skewness of the error of the mean and *t* the quantile of
/// Student's distribution, the interval is mean − SE · g(t) … mean − SE · g(−t), where
///
///     g(x) = 3/(2a) · ln( 1 + (2a/3) (x − a/6) )          g(x) = x if a = 0
///
/// g undoes, to first order, what skewness does to T = (mean − expected value) / SE: T has the mean
/// −a/2 and the third cumulant −2a, and T + a T²/3 + a/6 has neither; the exponential function
/// 3/(2a) · (e^(2aT/3) − 1) + a/6 has the same first terms and always increases, so it has the inverse g.
/// Symmetric values have a = 0 and Student's interval. Where bad years are rare, an interval reaches
/// further up than down.
///
/// Replications give a = m₃ / (R² SE³), with m₃ their third central moment; households of a sample
/// add to SE and nothing to m₃.
///
/// A mean over *k* rare events of equal size has a = 1/√k, so 1/a² counts the events on which a mean
/// rests. With fewer than ``Estimate/fewestEvents`` of them the sample does not tell its skewness, and
/// *a* is taken as that of so many; it is never above 1/t, where g(−t) would run away. Coverage is
/// measured in `Docs/coverage.md`.
///
/// Source: P. Hall, "On the removal of skewness by transformation", *Journal of the Royal Statistical
/// Society B* 54(1), 1992.
struct MeanError {
  /// Squared standard error.
  let variance: Double
  /// Skewness of the error of the mean; 0 without error.
  let skewness: Double
  /// Degrees of freedom of the variance.
  let degreesOfFreedom: Double

  /// The error of a mean over replications and a sample of households.
  ///
  /// - Parameters:
  ///   - variance: Variance over replications.
  ///   - thirdMoment: Third central moment over replications.
  ///   - replications: Number of replications *R*.
  ///   - household: What a sample of households adds.
  init(variance: Double, thirdMoment: Double, replications: Int, household: HouseholdError) {
    let count = Double(replications)
    let ownPart = variance / count
    let sum = ownPart + household.variance
    self.variance = sum
    skewness = sum > 0 ? thirdMoment / (count * count) / (sum * sum.squareRoot()) : 0
    degreesOfFreedom =
      household.variance == 0
      ? count - 1
      : Estimator.effectiveDegreesOfFreedom(
        ownPart, count - 1, household.variance, household.degreesOfFreedom)
  }

  /// Distances from the mean to the lower and the upper end of the 95 % interval; NaN if unknown.
  ///
  /// - Parameter known: Student's quantile for these degrees of freedom, if it is known already.
  func reach(quantile known: Double? = nil) -> (below: Double, above: Double) {
    // Also NaN, which is not above 0.
    guard variance > 0 else { return (variance, variance) }
    let quantile = known ?? Estimator.quantile(degreesOfFreedom: degreesOfFreedom)
    let largest = min(1 / Double(Estimate.fewestEvents).squareRoot(), 1 / quantile)
    let bounded = max(-largest, min(largest, skewness))
    let error = variance.squareRoot()
    return (
      error * Self.inverse(quantile, skewness: bounded),
      -error * Self.inverse(-quantile, skewness: bounded)
    )
  }

  /// The function g.
  private static func inverse(_ x: Double, skewness: Double) -> Double {
    guard skewness != 0 else { return x }
    let scale = 2 * skewness / 3
    return logarithm(onePlus: scale * (x - skewness / 6)) / scale
  }

  /// ln(1 + x), exact for small x too.
  private static func logarithm(onePlus x: Double) -> Double {
    guard x.magnitude < 1e-4 else { return Elementary.log(1 + x) }
    return x * (1 - x * (1.0 / 2 - x * (1.0 / 3 - x / 4)))
  }
}
