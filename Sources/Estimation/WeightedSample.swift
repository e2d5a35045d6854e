/// Values with weights: moments and quantiles of a weighted ensemble.
public struct WeightedSample: Sendable {
  /// Values in ascending order with their weights, which add up to 1.
  private let ascending: [(value: Double, weight: Double)]
  /// Weighted mean.
  public let mean: Double

  /// A sample.
  ///
  /// - Parameters:
  ///   - values: At least one.
  ///   - weights: One a value, none negative, not all 0; `nil` for equal weights.
  public init(_ values: [Double], weights: [Double]? = nil) {
    let weights = weights ?? [Double](repeating: 1, count: values.count)
    precondition(values.count == weights.count && !values.isEmpty, "one weight a value")
    let sum = weights.reduce(0, +)
    ascending = values.indices.map { (value: values[$0], weight: weights[$0] / sum) }
      .sorted { ($0.value, $0.weight) < ($1.value, $1.weight) }
    mean = ascending.reduce(0) { $0 + $1.value * $1.weight }
  }

  /// The smallest value with at least that much weight at or below it.
  public func quantile(_ probability: Double) -> Double {
    var reached = 0.0
    for (value, weight) in ascending {
      reached += weight
      if reached >= probability - 1e-12 { return value }
    }
    return ascending[ascending.count - 1].value
  }

  /// Weighted standard deviation.
  public var deviation: Double {
    ascending.reduce(0) { $0 + $1.weight * ($1.value - mean) * ($1.value - mean) }.squareRoot()
  }
}
