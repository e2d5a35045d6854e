import Randomness

/// How far the distribution of an outcome is from what it is where a factor is known roughly: PAWN.
///
/// The sample is cut into slices of equal count by the factor, and
///
///     KS(s) = max over y of | F(y) − F(y where the factor is in slice s) |
///
/// Median and maximum over slices are the index. Unlike a share of variance it hears changes of shape, and any
/// sample will do. It is never 0: `Pawn.dummies` tells how large it is for factors that do nothing.
///
/// Sources: F. Pianosi and T. Wagener, *Environmental Modelling & Software* 108, 2018 (given data); L. Zadeh,
/// F. Nossent et al., *Environmental Modelling & Software* 91, 2017 (dummy).
public struct Pawn: Sendable, Hashable {
  /// Slices of a factor.
  public static let slices = 10
  /// Median over slices, with its interval over resamples of the points.
  public let median: PercentileInterval
  /// Largest over slices.
  public let largest: Double

  private static let resampleCount = 200

  /// The index of a factor.
  ///
  /// - Parameters:
  ///   - factor: Its value at every point; at least two points a slice.
  ///   - outcome: The outcome at every point.
  ///   - seed: Key of the resamples.
  public init(factor: [Double], outcome: [Double], seed: UInt64) {
    precondition(factor.count == outcome.count, "one outcome a point")
    precondition(factor.count >= 2 * Self.slices, "too few points for the slices")
    let own = Self.distances(factor, outcome)
    let resamples = ReplicationResamples(replications: factor.count, seed: seed)
    median = PercentileInterval(
      value: Self.median(own),
      resamples: (0..<Self.resampleCount).map { number in
        let counts = resamples.counts(number)
        let places = counts.indices.flatMap { Array(repeating: $0, count: counts[$0]) }
        return Self.median(
          Self.distances(places.map { factor[$0] }, places.map { outcome[$0] }))
      })
    largest = own.max() ?? 0
  }

  /// Medians over slices of factors that have nothing to do with the outcome, ascending.
  ///
  /// - Parameters:
  ///   - outcome: The outcome at every point.
  ///   - count: How many such factors.
  ///   - seed: Key of their values.
  public static func dummies(outcome: [Double], count: Int = 200, seed: UInt64) -> [Double] {
    (0..<count).map { number in
      let key = DrawKey(seed: seed, shockYear: UInt32(number), householdReplication: 0)
      let factor = outcome.indices.map { point in
        key.shared(.province, point, month: 1, .resampling, draw: 2)[0].uniform
      }
      return median(distances(factor, outcome))
    }.sorted()
  }

  /// The distance of each slice; slices differ by at most one point.
  private static func distances(_ factor: [Double], _ outcome: [Double]) -> [Double] {
    let count = outcome.count
    let byFactor = factor.indices.sorted { (factor[$0], $0) < (factor[$1], $1) }
    var slice = [Int](repeating: 0, count: count)
    for (rank, point) in byFactor.enumerated() { slice[point] = rank * slices / count }
    var sizes = [Double](repeating: 0, count: slices)
    for own in slice { sizes[own] += 1 }
    let byOutcome = outcome.indices.sorted { (outcome[$0], $0) < (outcome[$1], $1) }
    var reached = [Double](repeating: 0, count: slices)
    var largest = reached
    for (rank, point) in byOutcome.enumerated() {
      reached[slice[point]] += 1
      // Equal outcomes are one step of both functions.
      if rank + 1 < count, outcome[byOutcome[rank + 1]] == outcome[point] { continue }
      let whole = Double(rank + 1) / Double(count)
      for own in 0..<slices {
        largest[own] = max(largest[own], (reached[own] / sizes[own] - whole).magnitude)
      }
    }
    return largest
  }

  private static func median(_ values: [Double]) -> Double {
    Quantiles.quantile(0.5, ascending: values.sorted())
  }
}
