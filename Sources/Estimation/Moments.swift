/// Mean, variance and third moment of one value per replication.
///
/// Two passes in the order of the replications: the result does not depend on how many threads
/// produced the values, and a spread that is small beside the mean loses no digits.
public struct Moments: Sendable, Hashable {
  /// Arithmetic mean; NaN without values.
  public let mean: Double
  /// Variance with divisor *R* − 1; NaN with fewer than two values.
  public let variance: Double
  /// Third central moment, mean of (x − mean)³; 0 for values that lie symmetrically, NaN without values.
  public let thirdMoment: Double
  /// Number of values *R*.
  public let count: Int

  /// Moments of values in a fixed order; shape `[R]`.
  public init(_ values: [Double]) {
    count = values.count
    guard let first = values.first else {
      mean = .nan
      variance = .nan
      thirdMoment = .nan
      return
    }
    // Taken from the first value on, so that equal values have exactly their value as mean.
    var sum = 0.0
    for value in values { sum += value - first }
    let centre = first + sum / Double(values.count)
    mean = centre
    guard values.count > 1 else {
      variance = .nan
      thirdMoment = 0
      return
    }
    var squares = 0.0
    var cubes = 0.0
    for value in values {
      let distance = value - centre
      squares += distance * distance
      cubes += distance * distance * distance
    }
    variance = squares / Double(values.count - 1)
    thirdMoment = cubes / Double(values.count)
  }
}
