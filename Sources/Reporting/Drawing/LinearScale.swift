import Foundation

/// Maps values to pixels along one axis, in equal steps of the value or of its logarithm.
struct LinearScale {
  /// Values at the two ends.
  let domain: ClosedRange<Double>
  /// Pixel of the lowest value.
  let start: Double
  /// Pixel of the highest value.
  let end: Double
  /// Whether equal factors, instead of equal differences, take equal lengths.
  var isLogarithmic = false

  /// The pixel of a value; not a number where a logarithmic scale has no place for it.
  func callAsFunction(_ value: Double) -> Double {
    let low = position(domain.lowerBound)
    let width = position(domain.upperBound) - low
    return width == 0 ? start : start + (position(value) - low) / width * (end - start)
  }

  private func position(_ value: Double) -> Double {
    guard isLogarithmic else { return value }
    return value > 0 ? log10(value) : .nan
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

  /// A domain with round ends close around the values, with zero only if it lies between them.
  ///
  /// For axes on which the distance from zero means nothing, such as settings of a lever; bars must
  /// not use it.
  static func closeDomain(of values: [Double], count: Int = 6) -> (ClosedRange<Double>, [Double]) {
    let finite = values.filter(\.isFinite)
    var low = finite.min() ?? 0
    var high = finite.max() ?? 1
    let size = max(low.magnitude, high.magnitude)
    if high - low <= size * 1e-9 {
      // One value alone stands in the middle.
      let room = size > 0 ? size / 10 : 1
      (low, high) = (low - room, high + room)
    }
    let step = niceStep(for: high - low, count: count)
    let first = (low / step + 1e-9).rounded(.down)
    let last = max(first + 1, (high / step - 1e-9).rounded(.up))
    let ticks = stride(from: first, through: last, by: 1).map { $0 * step }
    return (ticks[0]...ticks[ticks.count - 1], ticks)
  }

  /// A domain with round ends around the positive values, for a logarithmic axis; ticks at 1, 2 and 5
  /// times powers of ten, or at the powers alone where there would be many.
  static func logarithmicDomain(of values: [Double]) -> (ClosedRange<Double>, [Double]) {
    let positive = values.filter { $0.isFinite && $0 > 0 }
    let low = positive.min() ?? 1
    let high = max(low, positive.max() ?? 10)
    let decades = Int(log10(low).rounded(.down))...Int(log10(high).rounded(.up))
    let fine = decades.flatMap { decade in [1, 2, 5].map { $0 * power(of: decade) } }
    let first = fine.lastIndex { $0 <= low * (1 + 1e-9) } ?? 0
    let last = fine.firstIndex { $0 >= high * (1 - 1e-9) } ?? fine.count - 1
    let ticks = Array(fine[first...max(last, min(first + 1, fine.count - 1))])
    guard ticks.count > 9 else { return (ticks[0]...ticks[ticks.count - 1], ticks) }
    let whole = ticks.indices.filter { (first + $0) % 3 == 0 }.map { ticks[$0] }
    return (ticks[0]...ticks[ticks.count - 1], whole)
  }

  /// Ten to a whole power, exact for the powers that have an exact double.
  private static func power(of exponent: Int) -> Double {
    exponent >= 0 ? pow(10, Double(exponent)) : 1 / pow(10, Double(-exponent))
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
