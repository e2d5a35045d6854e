/// How far the distribution of an outcome moves when a factor is known to lie in a slice of its range.
public struct PawnIndex: Sendable, Hashable {
  /// Largest distance between distribution functions, by slice (Kolmogorov and Smirnov); shape `[slices]`.
  public let distances: [Double]
  /// Median of the distances over slices.
  public let median: Double
  /// Largest of the distances.
  public let largest: Double
  /// Standard error of the median over resampled points.
  ///
  /// Resampling makes distances longer, so it tells the spread of the index and not an interval.
  public let medianError: Double
  /// What a factor without influence and with slices of the same sizes has.
  public let floor: NoiseFloor

  /// Whether the outcome depends on the factor beyond what chance does in 19 of 20 samples.
  ///
  /// Among many factors one in twenty without influence is above it.
  public var isAboveFloor: Bool { median > floor.median95 }

  /// Distances of a dummy factor, which has no influence.
  public struct NoiseFloor: Sendable, Hashable {
    /// Mean of the median distance.
    public let median: Double
    /// 95 % quantile of the median distance.
    public let median95: Double
    /// Mean of the largest distance.
    public let largest: Double
    /// 95 % quantile of the largest distance.
    public let largest95: Double

    /// The floor from the medians and the largest distances of many dummies.
    init(medians: [Double], largest: [Double]) {
      median = Moments(medians).mean
      median95 = Quantiles.quantile(Estimator.confidence, ascending: medians.sorted())
      self.largest = Moments(largest).mean
      largest95 = Quantiles.quantile(Estimator.confidence, ascending: largest.sorted())
    }
  }
}
