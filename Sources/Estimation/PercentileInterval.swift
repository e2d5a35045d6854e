/// A figure with the 95 % interval of its resamples.
///
/// Source: B. Efron and R. J. Tibshirani, *An Introduction to the Bootstrap*, Chapman & Hall 1993,
/// chapter 13 (percentile interval).
public struct PercentileInterval: Sendable, Hashable {
  /// The figure of the whole sample.
  public let value: Double
  /// 2.5 % quantile of the resamples.
  public let lower95: Double
  /// 97.5 % quantile of the resamples.
  public let upper95: Double
  /// Standard deviation of the resamples.
  public let standardError: Double

  /// The interval of a figure's resamples; at least one.
  init(value: Double, resamples: [Double]) {
    let ascending = resamples.sorted()
    let tail = (1 - Estimator.confidence) / 2
    self.value = value
    lower95 = Quantiles.quantile(tail, ascending: ascending)
    upper95 = Quantiles.quantile(1 - tail, ascending: ascending)
    standardError = Moments(resamples).variance.squareRoot()
  }
}
