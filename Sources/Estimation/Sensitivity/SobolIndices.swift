/// Shares of the variance of an outcome by factor, from the points of a ``SobolDesign``.
///
/// With f centred by the mean of all values, V the variance of f(A) and f(B) together, and means over rows:
///
///     S_i  (Janon, Monod)  = (mean[f(B) f(AB_i)] − m²) / (mean[(f(B)² + f(AB_i)²)/2] − m²),
///                            m = mean[(f(B) + f(AB_i))/2]
///     S_i  (Jansen)        = 1 − mean[(f(B) − f(AB_i))²] / 2V
///     S_i  (Saltelli)      = mean[f(B) (f(AB_i) − f(A))] / V
///     ST_i (Jansen)        = mean[(f(A) − f(AB_i))²] / 2V
///
/// For a group, AB moves all of its factors and the same formulas give the group's share.
///
/// If each value is a mean over replications of its own, independent between points, with noise variance
/// *s²*, then V, the halves of the mean squares and the variance of Janon and Monod are each too big by *s²*,
/// which is taken off. Where all points share the same random numbers there is nothing to take off.
///
/// Resamples draw rows with replacement, as if they were independent. Rows of `joint` points are more even: their
/// intervals are too long (they held Ishigami's indices in all of 50 seeds with 1,024 rows); of `shuffled` points
/// they held them in 93 %.
///
/// Sources: M. J. W. Jansen, *Computer Physics Communications* 117, 1999; A. Saltelli et al., ibid. 181(2),
/// 2010; A. Janon, T. Klein, A. Lagnoux, M. Nodet and C. Prieur, *ESAIM: Probability and Statistics* 18, 2014
/// (also H. Monod, C. Naud and D. Makowski 2006); A. Puy, W. Becker, S. Lo Piano and A. Saltelli, *International
/// Journal for Uncertainty Quantification* 12(2), 2022 (comparison).
public struct SobolIndices: Sendable, Hashable {
  /// One a group, in their order; shape `[groups]`.
  public let indices: [SobolIndex]
  /// Mean of all values, in the unit of the outcome.
  public let mean: Double
  /// Variance of the outcome over the factors without noise, V, in its unit squared.
  public let variance: Double
  /// Number of rows *N*.
  public let rows: Int
  /// Resamples of rows.
  public let resamples: Int
  /// Resamples without variance, which have no index; intervals are NaN if there are more than 2.5 %.
  public let resamplesWithoutVariance: Int

  /// Indices of an outcome known at all points of a design.
  ///
  /// - Parameters:
  ///   - design: The points.
  ///   - values: The outcome in the order of the points; shape `[design.count]`.
  ///   - noise: Variance *s²* of each value from random numbers that other points do not share.
  ///   - resamples: Resamples of rows, at least 2.
  ///   - seed: Key of the resamples.
  /// - Throws: `SensitivityError`.
  public init(
    design: SobolDesign, values: [Double], noise: Double = 0, resamples: Int = 1000, seed: UInt64
  ) throws(SensitivityError) {
    precondition(values.count == design.count, "one value a point")
    let step = design.pointsInRow
    func column(_ place: Int) -> [Double] { (0..<design.rows).map { values[$0 * step + place] } }
    try self.init(
      base: column(0), other: column(1), mixed: (2..<step).map(column), noise: noise,
      resamples: resamples, seed: seed)
  }

  /// Indices of an outcome.
  ///
  /// - Parameters:
  ///   - base: f(A); shape `[N]`, at least 2.
  ///   - other: f(B); shape `[N]`.
  ///   - mixed: f(AB_g), where A has the coordinates of the group from B; shape `[groups][N]`.
  ///   - noise: Variance *s²* of each value from random numbers that other points do not share.
  ///   - resamples: Resamples of rows, at least 2.
  ///   - seed: Key of the resamples.
  /// - Throws: `SensitivityError`.
  public init(
    base: [Double], other: [Double], mixed: [[Double]], noise: Double = 0, resamples: Int = 1000,
    seed: UInt64
  ) throws(SensitivityError) {
    precondition(base.count > 1, "a variance needs two rows")
    precondition(other.count == base.count && mixed.allSatisfy { $0.count == base.count }, "shapes")
    precondition(noise >= 0 && resamples > 1, "noise is a variance; an error needs two resamples")
    let columns = [base, other] + mixed
    for row in base.indices {
      for (place, column) in columns.enumerated() where !column[row].isFinite {
        throw .notFinite(point: row * columns.count + place)
      }
    }
    let sums = SobolSums(base: base, other: other, mixed: mixed, noise: noise)
    let whole = sums.estimates(counts: [Int](repeating: 1, count: base.count))
    guard let found = whole.shares else {
      let isSame = noise == 0 || whole.rawVariance <= sums.leastVariance
      throw isSame ? .noVariance : .onlyNoise(variance: whole.rawVariance, noise: noise)
    }
    let samples = ReplicationResamples(replications: base.count, seed: seed)
    let resampled = (0..<resamples).compactMap { sums.estimates(counts: samples.counts($0)).shares }
    let missing = resamples - resampled.count
    // Without so many, the ends of the interval would be those of the variance and not of the index.
    let isKnown = Double(missing) <= (1 - Estimator.confidence) / 2 * Double(resamples)
    func interval(_ share: (SobolSums.Shares) -> Double) -> PercentileInterval {
      PercentileInterval(
        value: share(found), resamples: isKnown ? resampled.map(share) : [.nan])
    }
    indices = mixed.indices.map { group in
      SobolIndex(
        group: group, first: interval { $0.janon[group] },
        firstByJansen: interval { $0.jansen[group] },
        firstBySaltelli: interval { $0.saltelli[group] }, total: interval { $0.total[group] })
    }
    mean = sums.mean
    variance = whole.rawVariance - noise
    rows = base.count
    self.resamples = resamples
    resamplesWithoutVariance = missing
  }
}
