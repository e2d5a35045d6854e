/// Independent values of one simulated quantity, and how far chance alone may move their mean.
///
/// The tests accept a mean within four standard errors of the closed form: a right program is outside
/// with one seed in 16,000, and seeds are fixed.
struct Sample {
  private(set) var count = 0
  private var sum = 0.0
  private var squares = 0.0

  init() {}

  init(_ values: some Sequence<Double>) { for value in values { add(value) } }

  mutating func add(_ value: Double) {
    count += 1
    sum += value
    squares += value * value
  }

  var mean: Double { sum / Double(count) }
  var variance: Double { max(0, squares - Double(count) * mean * mean) / Double(count - 1) }
  var standardError: Double { (variance / Double(count)).squareRoot() }

  /// Distance from a closed form in standard errors that the values themselves show.
  func errors(from expected: Double) -> Double { abs(mean - expected) / standardError }

  /// Distance of a share of cases from its closed form, in standard errors of the binomial law.
  ///
  /// - Parameters:
  ///   - cases: Cases that have the property.
  ///   - total: Independent cases.
  ///   - expected: Probability of the property.
  /// - Returns: The distance; four and more mean that the program is wrong.
  static func errors(ofShare cases: Int, of total: Int, from expected: Double) -> Double {
    let share = Double(cases) / Double(total)
    return abs(share - expected) / (expected * (1 - expected) / Double(total)).squareRoot()
  }
}
