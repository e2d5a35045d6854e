/// Sobol' indices of a simulation whose points all meet the same futures, without the noise of the futures.
///
/// With *y*[j, r] the outcome of a point in a future, the expected outcome f of a point is known only from the
/// mean over *R* futures. What all points have in common of a future cancels in differences; how differently
/// two points take it does not. The square of a difference of two expected outcomes is therefore
/// estimated without bias, whatever the streams have in common, by
///
///     q(j, k) = d̄² − s_d² / R        d[r] = y[j, r] − y[k, r]
///
/// and Jansen's estimators become
///
///     S_T = mean q(A, A with the factor from B) / 2V      S_1 = 1 − mean q(B, A with the factor from B) / 2V
///
/// with V the variance of f over the rows of A and B, less the mean square of the crossed rest over *R*
/// (`CrossedMoments`). Intervals are percentiles over 1000 resamples of the rows.
///
/// Sources: M. J. W. Jansen, *Computer Physics Communications* 117, 1999; A. Puy, W. Becker, S. Lo Piano and
/// A. Saltelli, *International Journal for Uncertainty Quantification* 12(2), 2022.
public struct CrossedIndices: Sendable {
  /// The indices of one factor.
  public struct Index: Sendable, Hashable {
    /// Share of the variance that the factor causes alone.
    public let first: PercentileInterval
    /// Share of the variance in which the factor has a part, alone or with others.
    public let total: PercentileInterval
    /// `total` if noise were not removed.
    public let noisyTotal: Double

    /// An index is too vague to rank by if its interval is wider than this.
    public static let widest = 0.1
    /// Whether one of the intervals is wider than `widest`.
    public var isWide: Bool {
      max(first.upper95 - first.lower95, total.upper95 - total.lower95) > Self.widest
    }
  }

  private static let resamples = 1000

  /// Variance of the expected outcome over the points.
  public let variance: PercentileInterval
  /// Part that the futures' noise adds to the variance of the means.
  public let noiseVariance: Double
  /// Mean outcome over the points.
  public let mean: Double
  /// One entry a factor.
  public let indices: [Index]

  /// The indices of all factors; `nil` if the outcome does not vary beyond noise, so that there are none.
  ///
  /// - Parameters:
  ///   - first: Outcomes of the rows of A; shape `[rows][futures]`, at least 2 of both.
  ///   - second: Outcomes of the rows of B.
  ///   - redrawn: Outcomes of A with a factor from B; shape `[factors][rows][futures]`.
  ///   - seed: Key of the resamples.
  public init?(first: [[Double]], second: [[Double]], redrawn: [[[Double]]], seed: UInt64) {
    let rows = first.count
    precondition(rows > 1 && second.count == rows && first[0].count > 1, "two rows and futures")
    let spread = RowSpread(first, second)
    let all = [Int](repeating: 1, count: rows)
    let whole = spread.variance(all)
    guard whole > 0 else { return nil }
    let resamples = ReplicationResamples(replications: rows, seed: seed)
    let counts = (0..<Self.resamples).map(resamples.counts)
    // A resample whose variance vanishes in its noise has no index.
    let variances = counts.map(spread.variance)
    mean = spread.mean
    variance = PercentileInterval(value: whole, resamples: variances)
    noiseVariance = spread.noise
    indices = redrawn.map { moved in
      let total = zip(first, moved).map(Self.square)
      let alone = zip(second, moved).map(Self.square)
      func interval(_ index: (Double, [Int]) -> Double) -> PercentileInterval {
        PercentileInterval(
          value: index(whole, all),
          resamples: zip(variances, counts).filter { $0.0 > 0 }.map { index($0, $1) })
      }
      return Index(
        first: interval { 1 - Self.mean(alone.map(\.clean), $1) / (2 * $0) },
        total: interval { Self.mean(total.map(\.clean), $1) / (2 * $0) },
        noisyTotal: Self.mean(total.map(\.noisy), all) / (2 * (whole + spread.noise)))
    }
  }

  /// The square of the difference of two expected outcomes, with and without the futures' noise.
  private static func square(_ one: [Double], _ other: [Double]) -> (clean: Double, noisy: Double) {
    let difference = Moments(zip(one, other).map { $0 - $1 })
    let noisy = difference.mean * difference.mean
    return (noisy - difference.variance / Double(one.count), noisy)
  }

  private static func mean(_ values: [Double], _ counts: [Int]) -> Double {
    zip(values, counts).reduce(0) { $0 + $1.0 * Double($1.1) } / Double(values.count)
  }
}

/// The spread of the expected outcome over the rows of A and B, and over resamples of rows.
private struct RowSpread {
  let mean: Double
  /// Noise in the variance of the means over all rows.
  let noise: Double
  /// Means of both points of a row, and their noise; shape `[rows]`.
  private let points: [(a: Double, b: Double, noise: Double)]

  init(_ first: [[Double]], _ second: [[Double]]) {
    let futures = first[0].count
    let all = first + second
    let means = all.map { Moments($0).mean }
    let byFuture = (0..<futures).map { future in Moments(all.map { $0[future] }).mean }
    let mean = Moments(means).mean
    let degrees = Double((all.count - 1) * (futures - 1)) / Double(all.count)
    let noises = all.indices.map { point in
      (0..<futures).reduce(0.0) { sum, future in
        let rest = all[point][future] - means[point] - byFuture[future] + mean
        return sum + rest * rest
      } / degrees / Double(futures)
    }
    self.mean = mean
    noise = Moments(noises).mean
    points = first.indices.map {
      let other = $0 + first.count
      return (means[$0], means[other], (noises[$0] + noises[other]) / 2)
    }
  }

  /// Variance over the rows, each as often as a resample has it, without noise.
  func variance(_ counts: [Int]) -> Double {
    let rows = Double(points.count)
    var (sum, noise) = (0.0, 0.0)
    for (point, count) in zip(points, counts) {
      sum += Double(count) * (point.a + point.b)
      noise += Double(count) * point.noise
    }
    let mean = sum / (2 * rows)
    let squares = zip(points, counts).reduce(0.0) { total, pair in
      let (a, b) = (pair.0.a - mean, pair.0.b - mean)
      return total + Double(pair.1) * (a * a + b * b)
    }
    return squares / (2 * rows - 1) - noise / rows
  }
}
