/// A figure over states of the world with its error from resampling the states.
public struct ResampledFigure: Sendable, Hashable, Codable {
  /// The figure over all states.
  public let value: Double
  /// Standard deviation over resamples; NaN with fewer than two.
  public let standardError: Double
  /// 2.5 % quantile over resamples; NaN without resamples.
  public let lower95: Double
  /// 97.5 % quantile over resamples; NaN without resamples.
  public let upper95: Double

  /// A figure and its values over resamples of the states (percentile interval).
  ///
  /// A figure that is a largest or a smallest value, such as the worst state, is never beyond the sample in
  /// a resample: its interval is one-sided and too short.
  ///
  /// Source: B. Efron and R. J. Tibshirani, *An Introduction to the Bootstrap*, Chapman and Hall 1993,
  /// chapters 6 and 13.
  ///
  /// - Parameters:
  ///   - value: The figure over all states.
  ///   - resampled: The figure over each resample; shape `[resamples]`.
  init(_ value: Double, resampled: [Double]) {
    self.value = value
    standardError = Moments(resampled).variance.squareRoot()
    guard !resampled.isEmpty else {
      (lower95, upper95) = (.nan, .nan)
      return
    }
    let ascending = resampled.sorted()
    let tail = (1 - Estimator.confidence) / 2
    lower95 = Quantiles.quantile(tail, ascending: ascending)
    upper95 = Quantiles.quantile(1 - tail, ascending: ascending)
  }
}
