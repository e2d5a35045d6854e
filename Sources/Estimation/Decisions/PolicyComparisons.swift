import NumericalMethods

/// Several policies against one baseline at once, so that the chance of one false claim among all of them
/// is bounded.
///
/// Differences share their random numbers, so they are not independent; both methods hold all the same.
/// With *m* differences and the p-values in ascending order p₍₁₎ ≤ … ≤ p₍ₘ₎
///
///     Holm:        adjusted p₍ᵢ₎ = max over j ≤ i of min(1, (m − j + 1) p₍ⱼ₎)
///     Bonferroni:  mean ± SE t(1 − α/2m, ν)        all m intervals hold together
///
/// Sources: S. Holm, "A simple sequentially rejective multiple test procedure", *Scandinavian Journal of
/// Statistics* 6(2), 1979; O. J. Dunn, *Journal of the American Statistical Association* 56, 1961.
public struct PolicyComparisons: Sendable, Hashable {
  /// A paired difference as an estimator gives it.
  public struct Difference: Sendable, Hashable {
    /// Mean difference from the baseline.
    public let mean: Double
    /// Standard error of the mean; NaN if unknown.
    public let standardError: Double
    /// Degrees of freedom of the standard error: replications − 1, or Welch and Satterthwaite's.
    public let degreesOfFreedom: Double

    /// A difference.
    public init(mean: Double, standardError: Double, degreesOfFreedom: Double) {
      self.mean = mean
      self.standardError = standardError
      self.degreesOfFreedom = degreesOfFreedom
    }

    /// The difference of two runs that meet the same shocks; shapes `[R]` in the same order.
    public init(baseline: [Double], reform: [Double]) {
      precondition(baseline.count == reform.count, "runs must have the same replications")
      let moments = Moments(zip(reform, baseline).map { $0 - $1 })
      self.init(
        mean: moments.mean,
        standardError: (moments.variance / Double(moments.count)).squareRoot(),
        degreesOfFreedom: Double(moments.count - 1))
    }

    /// Two-sided p-value of no difference; NaN if the standard error is unknown.
    public var probability: Double {
      guard standardError != 0 else { return mean == 0 ? 1 : 0 }
      return Distributions.studentTProbability(
        beyond: (mean / standardError).magnitude, degreesOfFreedom: degreesOfFreedom)
    }
  }

  /// The differences, in the order given.
  public let differences: [Difference]
  /// Chance of a false claim among all of them.
  public let level: Double
  /// Two-sided p-value of each alone; shape `[m]`.
  public let probabilities: [Double]
  /// Holm's adjusted p-values: a difference is claimed if this is at most the level; shape `[m]`.
  public let adjusted: [Double]
  /// Lower ends of the simultaneous intervals; shape `[m]`.
  public let lower: [Double]
  /// Upper ends of the simultaneous intervals; shape `[m]`.
  public let upper: [Double]

  /// Compares differences at a level, by default that of single intervals.
  public init(_ differences: [Difference], level: Double = 1 - Estimator.confidence) {
    precondition(level > 0 && level < 1, "a level is a chance")
    self.differences = differences
    self.level = level
    probabilities = differences.map(\.probability)
    adjusted = Self.holm(probabilities)
    let probability = 1 - level / Double(2 * max(1, differences.count))
    let reach = differences.map { difference -> Double in
      guard difference.standardError > 0 else { return difference.standardError }
      return difference.standardError
        * Distributions.studentTQuantile(
          probability, degreesOfFreedom: difference.degreesOfFreedom)
    }
    lower = zip(differences, reach).map { $0.mean - $1 }
    upper = zip(differences, reach).map { $0.mean + $1 }
  }

  /// Whether each difference may be claimed together with the others; shape `[m]`.
  public var isClaimed: [Bool] { adjusted.map { $0 <= level } }

  /// Holm's adjusted p-values, in the order given; an unknown one (NaN) stays so and counts as the largest.
  public static func holm(_ probabilities: [Double]) -> [Double] {
    func rank(_ place: Int) -> Double {
      probabilities[place].isNaN ? .infinity : probabilities[place]
    }
    let order = probabilities.indices.sorted { (rank($0), $0) < (rank($1), $1) }
    var adjusted = [Double](repeating: .nan, count: probabilities.count)
    var largest = 0.0
    for (place, index) in order.enumerated() where !probabilities[index].isNaN {
      largest = max(
        largest, min(1, Double(probabilities.count - place) * probabilities[index]))
      adjusted[index] = largest
    }
    return adjusted
  }
}
