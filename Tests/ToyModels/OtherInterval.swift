import Estimation
import NumericalMethods

/// 95 % intervals of a mean that the program does not use, to compare with the one it does.
public enum OtherInterval: String, Sendable, CaseIterable {
  /// Student's interval moved by m₃ / (6 R s²): N. J. Johnson, *Journal of the American Statistical
  /// Association* 73, 1978.
  case johnson
  /// The cubic transformation of Hall 1992 without a bound on skewness.
  case cubic
  /// Bootstrap-t with 999 resamples: B. Efron, *Canadian Journal of Statistics* 9(2), 1981.
  case bootstrap

  private static let resamples = 999

  /// The interval of the mean of values.
  ///
  /// - Parameters:
  ///   - values: At least 3 values that are not all equal; shape `[R]`.
  ///   - numbers: For resamples.
  public func ends(
    _ values: [Double], _ numbers: inout RandomNumbers
  ) -> (lower: Double, upper: Double) {
    let moments = Moments(values)
    let count = Double(values.count)
    let error = (moments.variance / count).squareRoot()
    let quantile = Distributions.studentTQuantile(0.975, degreesOfFreedom: count - 1)
    switch self {
    case .johnson:
      let centre = moments.mean + moments.thirdMoment / (6 * count * moments.variance)
      return (centre - quantile * error, centre + quantile * error)
    case .cubic:
      let skewness = moments.thirdMoment / (count * count) / (error * error * error)
      guard skewness != 0 else {
        return (moments.mean - quantile * error, moments.mean + quantile * error)
      }
      func inverse(_ x: Double) -> Double {
        3 / skewness * (Self.cubeRoot(1 + skewness * (x - skewness / 6)) - 1)
      }
      return (moments.mean - error * inverse(quantile), moments.mean - error * inverse(-quantile))
    case .bootstrap:
      let ascending = Self.studentized(values, moments, &numbers).sorted()
      return (
        moments.mean - error * Quantiles.quantile(0.975, ascending: ascending),
        moments.mean - error * Quantiles.quantile(0.025, ascending: ascending)
      )
    }
  }

  /// Student's T of resamples around the mean of the sample.
  private static func studentized(
    _ values: [Double], _ moments: Moments, _ numbers: inout RandomNumbers
  ) -> [Double] {
    let count = Double(values.count)
    return (0..<resamples).map { _ in
      var (sum, squares) = (0.0, 0.0)
      for _ in values {
        let distance = values[Int(numbers.uniform() * count)] - moments.mean
        sum += distance
        squares += distance * distance
      }
      let mean = sum / count
      let variance = (squares - count * mean * mean) / (count - 1)
      // A resample of equal values has T without bound.
      return variance > 0
        ? mean / (variance / count).squareRoot() : mean < 0 ? -Double.infinity : .infinity
    }
  }

  /// Cube root by Newton's iteration on the size.
  private static func cubeRoot(_ x: Double) -> Double {
    guard x != 0 else { return 0 }
    let size = x.magnitude
    var root = max(size, 1)
    for _ in 0..<80 { root -= (root - size / (root * root)) / 3 }
    return x < 0 ? -root : root
  }
}
