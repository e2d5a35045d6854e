import Estimation

/// A figure with its 95 % interval, where it has one.
struct ChartValue {
  var value: Double
  /// Ends of the interval; `nil` for a figure that is known, such as a setting.
  var lower: Double?
  var upper: Double?

  /// A figure with or without an interval.
  init(_ value: Double, lower: Double? = nil, upper: Double? = nil) {
    self.value = value
    self.lower = lower
    self.upper = upper
  }

  /// The mean of an estimate with its interval.
  init(_ estimate: Estimate) {
    self.init(estimate.mean, lower: estimate.lower95, upper: estimate.upper95)
  }

  /// All that must find room on an axis.
  var extent: [Double] { [value] + [lower, upper].compactMap(\.self) }
}
