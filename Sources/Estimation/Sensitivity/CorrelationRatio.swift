/// Share of the variance of an outcome between the slices of a factor (η²): a first-order index from any
/// sample of points.
///
/// With N points in K slices, SS_b the sum of squares of the slices' means around the mean, each as often as
/// the slice has points, and SS all squares around the mean,
///
///     η² = SS_b / SS                             ε² = (SS_b − (K − 1) MS_w) / SS,   MS_w = (SS − SS_b) / (N − K)
///
/// η² of a factor without influence is (K − 1)/(N − 1) on average, ε² is 0; ε² may be negative. What the
/// outcome does within slices is lost, so few slices make both too small.
///
/// Sources: K. Pearson 1905 (η); T. L. Kelley, *Proceedings of the National Academy of Sciences* 21(9), 1935
/// (ε²).
public struct CorrelationRatio: Sendable, Hashable {
  /// Share of the sample η².
  public let share: Double
  /// Share without the bias of small slices ε²: the first-order index.
  public let adjusted: Double
  /// Standard error of `adjusted` over resampled points; resamples without variance are left out.
  public let standardError: Double

  /// The ratio of an outcome and a factor.
  ///
  /// - Parameters:
  ///   - slices: Slices of the factor, fewer than points; over *N* points.
  ///   - outcome: The outcome; shape `[N]`.
  ///   - resamples: Resamples of points, at least 2.
  ///   - seed: Key of the resamples.
  /// - Throws: `SensitivityError.notFinite` or `.noVariance`.
  public init(
    slices: ConditioningSlices, outcome: [Double], resamples: Int = 200, seed: UInt64
  ) throws(SensitivityError) {
    precondition(slices.points == outcome.count && resamples > 1, "shapes must be [N]")
    precondition(slices.count < outcome.count, "a spread within slices needs more points")
    for (point, value) in outcome.enumerated() where !value.isFinite {
      throw .notFinite(point: point)
    }
    let first = outcome[0]
    guard outcome.contains(where: { $0 != first }) else { throw .noVariance }
    let centre = Moments(outcome).mean
    let centred = outcome.map { $0 - centre }
    let once = [Int](repeating: 1, count: outcome.count)
    guard let whole = Self.shares(slices, centred, once) else { throw .noVariance }
    let samples = ReplicationResamples(replications: outcome.count, seed: seed)
    let resampled = (0..<resamples).compactMap {
      Self.shares(slices, centred, samples.counts($0))?.adjusted
    }
    (share, adjusted) = whole
    standardError = Moments(resampled).variance.squareRoot()
  }

  private static func shares(_ slices: ConditioningSlices, _ values: [Double], _ counts: [Int])
    -> (share: Double, adjusted: Double)?
  {
    var sums = [Double](repeating: 0, count: slices.count)
    var sizes = [Double](repeating: 0, count: slices.count)
    var squares = 0.0
    for (point, value) in values.enumerated() {
      let weight = Double(counts[point])
      sums[slices.slice[point]] += weight * value
      sizes[slices.slice[point]] += weight
      squares += weight * value * value
    }
    let points = Double(values.count)
    let sum = sums.reduce(0, +)
    let all = squares - sum * sum / points
    let present = sizes.indices.filter { sizes[$0] > 0 }
    let between = present.reduce(-sum * sum / points) { $0 + sums[$1] * sums[$1] / sizes[$1] }
    let (freedom, rest) = (Double(present.count - 1), points - Double(present.count))
    guard all > 0, rest > 0 else { return nil }
    return (between / all, (between - freedom * (all - between) / rest) / all)
  }
}
