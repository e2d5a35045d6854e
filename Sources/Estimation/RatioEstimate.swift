import NumericalMethods

/// A quotient of two expected values over the same replications, with Fieller's 95 % interval.
///
/// With means a, b over R replications, their variances and covariance v (of the means) and t the
/// quantile of Student's distribution with R − 1 degrees of freedom, the interval holds all θ with
///
///     (a − θ b)² ≤ t² (v_aa − 2 θ v_ab + θ² v_bb)
///
/// It is bounded only if b differs clearly from zero; otherwise there is no interval, and the quotient
/// says nothing.
///
/// Source: E. C. Fieller, *Journal of the Royal Statistical Society B* 16(2), 1954, pp. 175–185.
public struct RatioEstimate: Sendable, Hashable {
  /// Quotient of the means.
  public let ratio: Double
  /// Ends of the interval; `nil` if it is unbounded.
  public let interval: ClosedRange<Double>?

  /// The quotient of two figures.
  ///
  /// - Parameters:
  ///   - numerators: One value a replication; shape `[R]`.
  ///   - denominators: One value a replication, in the same order; shape `[R]`.
  public init(numerators: [Double], denominators: [Double]) {
    precondition(numerators.count == denominators.count, "one pair per replication")
    let count = Double(numerators.count)
    let (a, b) = (Moments(numerators), Moments(denominators))
    ratio = a.mean / b.mean
    guard count > 1 else {
      interval = nil
      return
    }
    let products = zip(numerators, denominators).map { ($0 - a.mean) * ($1 - b.mean) }
    let covariance = products.reduce(0, +) / (count - 1) / count
    let (varianceA, varianceB) = (a.variance / count, b.variance / count)
    let t = Estimator.quantile(degreesOfFreedom: count - 1)
    let leading = b.mean * b.mean - t * t * varianceB
    guard leading > 0 else {
      interval = nil
      return
    }
    let middle = a.mean * b.mean - t * t * covariance
    let rest = a.mean * a.mean - t * t * varianceA
    let reach = max(0, middle * middle - leading * rest).squareRoot()
    interval = (middle - reach) / leading...(middle + reach) / leading
  }

  private init(ratio: Double, interval: ClosedRange<Double>?) {
    (self.ratio, self.interval) = (ratio, interval)
  }

  /// One minus the quotient, such as the share of alerts in vain from that of true ones.
  public var complement: RatioEstimate {
    RatioEstimate(
      ratio: 1 - ratio, interval: interval.map { 1 - $0.upperBound...1 - $0.lowerBound })
  }
}
