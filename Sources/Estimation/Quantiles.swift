/// Quantiles of a sample by linear interpolation between order statistics.
public enum Quantiles {
  /// The type-7 quantile of values in ascending order.
  ///
  /// With *h* = (*n* − 1) *p* the quantile lies the fraction of *h* between the values number ⌊*h*⌋
  /// and ⌊*h*⌋ + 1, counted from 0.
  ///
  /// - Parameters:
  ///   - probability: In [0, 1].
  ///   - ascending: At least one value, in ascending order.
  /// - Returns: The quantile, in the unit of the values.
  ///
  /// Source: R. J. Hyndman and Y. Fan, "Sample quantiles in statistical packages", *The American
  /// Statistician* 50(4), 1996, definition 7.
  public static func quantile(_ probability: Double, ascending: [Double]) -> Double {
    let place = Double(ascending.count - 1) * probability
    let below = Int(place)
    let above = min(below + 1, ascending.count - 1)
    let lower = ascending[below]
    return lower + (place - Double(below)) * (ascending[above] - lower)
  }
}
