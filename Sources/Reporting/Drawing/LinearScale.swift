/// Maps values to pixels along one axis.
struct LinearScale {
  /// Values at the two ends.
  let domain: ClosedRange<Double>
  /// Pixel of the lowest value.
  let start: Double
  /// Pixel of the highest value.
  let end: Double

  /// The pixel of a value.
  func callAsFunction(_ value: Double) -> Double {
    let width = domain.upperBound - domain.lowerBound
    return width == 0 ? start : start + (value - domain.lowerBound) / width * (end - start)
  }

  /// The round step (1, 2 or 5 times a power of ten) that divides a length into at most `count`.
  static func niceStep(for length: Double, count: Int) -> Double {
    guard length > 0, length.isFinite else { return 1 }
    var step = 1e-9
    while true {
      for factor in [1.0, 2, 5] where length <= step * factor * Double(count) {
        return step * factor
      }
      step *= 10
    }
  }

  /// A domain with round ends around the values, and zero inside it.
  static func niceDomain(of values: [Double], count: Int = 6) -> (ClosedRange<Double>, [Double]) {
    let finite = values.filter(\.isFinite)
    let low = min(0, finite.min() ?? 0)
    let high = max(finite.max() ?? 1, low == 0 && (finite.max() ?? 0) <= 0 ? 1e-3 : 0)
    let step = niceStep(for: high - low, count: count)
    let first = Int((low / step + 1e-9).rounded(.down))
    let last = Int((high / step - 1e-9).rounded(.up))
    let ticks = (first...max(first + 1, last)).map { Double($0) * step }
    return (ticks[0]...ticks[ticks.count - 1], ticks)
  }

  /// Decimals needed to tell round steps of this size apart.
  static func decimals(forStep step: Double) -> Int {
    var decimals = 0
    var scaled = step
    while decimals < 8 && (scaled - scaled.rounded()).magnitude > 1e-6 {
      scaled *= 10
      decimals += 1
    }
    return decimals
  }
}
