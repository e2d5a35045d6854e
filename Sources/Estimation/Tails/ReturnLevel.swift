/// The level that is reached or exceeded once in a number of years.
public struct ReturnLevel: Sendable, Hashable {
  /// Return period *T* in years.
  public let period: Double
  /// The level: the quantile at 1 − 1/T, in the unit of the values.
  public let level: Double
  /// Lower end of the interval, a value of the sample; `nil` if no value is low enough.
  public let lower95: Double?
  /// Upper end of the interval, a value of the sample; `nil` if no value is high enough, which is so
  /// up to about 3.7 times as many replications as years.
  public let upper95: Double?
  /// Chance that such an interval holds the level, at least 0.95; an open end counts as infinite.
  public let coverage: Double
  /// Mean of the worst 1/T of years (tail value at risk).
  public let tailMean: Double
  /// Standard error of that mean; NaN with one replication.
  public let tailMeanError: Double
  /// Lower end of the 95 % interval of the mean.
  public let tailMeanLower95: Double
  /// Upper end of the 95 % interval of the mean.
  public let tailMeanUpper95: Double
  /// Whether fewer than ten years of the sample are as bad as this: beyond a tenth of the replications.
  public let isRough: Bool
}
