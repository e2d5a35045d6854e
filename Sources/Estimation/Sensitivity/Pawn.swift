import Randomness

/// Sensitivity of the whole distribution of an outcome, from any sample of points (PAWN).
///
/// For each slice *s* of a factor, with F the distribution of all outcomes,
///
///     KS(s) = max over y of |F(y) − F(y | factor in s)|
///
/// and the index is the median (and the largest) over slices. It is never 0 in a sample: a dummy factor, the
/// same slices dealt to the points at random, shows how large it is without any influence.
///
/// Sources: F. Pianosi and T. Wagener, *Environmental Modelling & Software* 108, 2018; F. Khorashadi Zadeh et
/// al., *Environmental Modelling & Software* 91, 2017 (dummy).
public struct Pawn: Sendable, Hashable {
  /// One a factor, in their order; shape `[factors]`.
  public let indices: [PawnIndex]

  /// Indices of an outcome.
  ///
  /// - Parameters:
  ///   - factors: Slices of each factor; shape `[factors]`, each over *N* points.
  ///   - outcome: The outcome; shape `[N]`.
  ///   - dummies: Number of dummy factors for each set of slice sizes, at least 2.
  ///   - resamples: Resamples of points for the error, at least 2.
  ///   - seed: Key of dummies and resamples.
  /// - Throws: `SensitivityError.notFinite` or `.noVariance`.
  public init(
    factors: [ConditioningSlices], outcome: [Double], dummies: Int = 500, resamples: Int = 200,
    seed: UInt64
  ) throws(SensitivityError) {
    precondition(factors.allSatisfy { $0.points == outcome.count }, "shapes must be [N]")
    precondition(dummies > 1 && resamples > 1, "an error needs two resamples")
    for (point, value) in outcome.enumerated() where !value.isFinite {
      throw .notFinite(point: point)
    }
    guard let first = outcome.first, outcome.contains(where: { $0 != first }) else {
      throw .noVariance
    }
    let ranked = RankedOutcome(outcome)
    let once = [Int](repeating: 1, count: outcome.count)
    let samples = ReplicationResamples(replications: outcome.count, seed: seed)
    let counts = (0..<resamples).map { samples.counts($0) }
    var floors: [[Int]: PawnIndex.NoiseFloor] = [:]
    var indices: [PawnIndex] = []
    for factor in factors {
      let sizes = factor.sizes
      let floor = floors[sizes] ?? Self.floor(sizes, ranked, dummies: dummies, seed: seed)
      floors[sizes] = floor
      let distances = ranked.distances(factor.slice, slices: factor.count, counts: once)
      let medians = counts.map {
        Self.median(ranked.distances(factor.slice, slices: factor.count, counts: $0))
      }
      indices.append(
        PawnIndex(
          distances: distances, median: Self.median(distances),
          largest: distances.reduce(0, max), medianError: Moments(medians).variance.squareRoot(),
          floor: floor))
    }
    self.indices = indices
  }

  private static func floor(_ sizes: [Int], _ ranked: RankedOutcome, dummies: Int, seed: UInt64)
    -> PawnIndex.NoiseFloor
  {
    let sorted = sizes.enumerated().flatMap { [Int](repeating: $0.offset, count: $0.element) }
    let once = [Int](repeating: 1, count: sorted.count)
    var (medians, largest): ([Double], [Double]) = ([], [])
    for dummy in 0..<dummies {
      let order = order(dummy, points: sorted.count, seed: seed)
      let distances = ranked.distances(
        order.map { sorted[$0] }, slices: sizes.count, counts: once)
      medians.append(median(distances))
      largest.append(distances.reduce(0, max))
    }
    return PawnIndex.NoiseFloor(medians: medians, largest: largest)
  }

  /// A random order of the points that belongs to the seed and the number of the dummy alone.
  private static func order(_ dummy: Int, points: Int, seed: UInt64) -> [Int] {
    let key = DrawKey(
      seed: seed, shockYear: UInt32(truncatingIfNeeded: dummy), householdReplication: 0)
    let ranks = (0..<points).map { point in
      let words = key.shared(.province, point, month: 0, .resampling, draw: 5)
      return (rank: UInt64(words[0]) << 32 | UInt64(words[1]), point: point)
    }
    return ranks.sorted { ($0.rank, $0.point) < ($1.rank, $1.point) }.map(\.point)
  }

  private static func median(_ values: [Double]) -> Double {
    Quantiles.quantile(0.5, ascending: values.sorted())
  }
}
