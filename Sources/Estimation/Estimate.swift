/// A figure with its uncertainty: never a bare number.
public struct Estimate: Sendable, Hashable, Codable {
  /// Mean over replications.
  public var mean: Double
  /// Standard error of the mean: over replications and, for a sample, over households.
  public var standardError: Double
  /// Lower end of the 95 % interval of the expected value.
  public var lower95: Double
  /// Upper end of the 95 % interval of the expected value.
  public var upper95: Double
  /// 5 % quantile of single replications (of single futures), not of the mean.
  public var p05: Double
  /// Lower quartile of single replications.
  public var p25: Double
  /// Median of single replications.
  public var p50: Double
  /// Upper quartile of single replications.
  public var p75: Double
  /// 95 % quantile of single replications.
  public var p95: Double
  /// Number of replications.
  public var replications: Int
  /// Skewness of the error of the mean: 0 for symmetric values, 1/√k where *k* rare events of equal size
  /// make up the mean.
  public var skewness: Double

  /// With fewer rare events than this an interval is rough.
  public static let fewestEvents = 5

  /// How many rare events of equal size would make the mean as uncertain on one side: 1 / skewness².
  ///
  /// Where a drought in one future of twenty makes up most of a rate, this is about the number of
  /// futures with such a drought. Infinite for symmetric values.
  public var effectiveEvents: Double { 1 / (skewness * skewness) }

  /// An estimate with all its parts.
  public init(
    mean: Double, standardError: Double, lower95: Double, upper95: Double, p05: Double,
    p25: Double, p50: Double, p75: Double, p95: Double, replications: Int, skewness: Double = 0
  ) {
    self.mean = mean
    self.standardError = standardError
    self.lower95 = lower95
    self.upper95 = upper95
    self.p05 = p05
    self.p25 = p25
    self.p50 = p50
    self.p75 = p75
    self.p95 = p95
    self.replications = replications
    self.skewness = skewness
  }
}
