/// Variance of a ratio over samples of households, from leaving out one hash group at a time.
///
/// Households fall into *G* groups by a hash of their number, so each group is a small sample of
/// its own. With θ₍g₎ the ratio without group *g* and θ̄ the mean of these, the variance is
///
///     v = (1 − F) (G − 1) / G · Σ (θ₍g₎ − θ̄)²
///
/// where F is the share of households that was simulated: a complete population has no such error.
/// Numerators and denominators are summed over replications, which leaves in *v* the luck of single
/// households divided by *R*. That part is in the variance over replications too, so the sum of
/// both errs on the safe side when there are few replications.
///
/// Source: K. M. Wolter, *Introduction to Variance Estimation*, chapter 4 (the jackknife method).
public struct GroupedJackknife: Sendable {
  /// The ratio without each group that holds households; empty if fewer than two groups do.
  public let deleted: [Double]
  /// Share of households that was simulated, in (0, 1].
  public let sampleFraction: Double

  /// Ratios with one group left out.
  ///
  /// - Parameters:
  ///   - numerators: Sum over replications by group; shape `[G]`.
  ///   - denominators: Sum over replications by group; shape `[G]`; 0 for a group without
  ///     households.
  ///   - sampleFraction: Share of households that was simulated, in (0, 1].
  public init(numerators: [Double], denominators: [Double], sampleFraction: Double) {
    precondition(numerators.count == denominators.count, "one numerator for each denominator")
    self.sampleFraction = sampleFraction
    let numerator = numerators.reduce(0, +)
    let denominator = denominators.reduce(0, +)
    let groups = denominators.indices.filter { denominators[$0] > 0 }
    guard groups.count > 1 else {
      deleted = []
      return
    }
    deleted = groups.map { (numerator - numerators[$0]) / (denominator - denominators[$0]) }
  }

  /// A figure that depends on ratios of the same households, such as a weighted sum of them.
  ///
  /// - Parameters:
  ///   - deleted: The figure with each group left out of all ratios at once.
  ///   - sampleFraction: Share of households that was simulated, in (0, 1].
  public init(deleted: [Double], sampleFraction: Double) {
    self.deleted = deleted
    self.sampleFraction = sampleFraction
  }

  /// The jackknife of the difference of two ratios over the same households.
  ///
  /// - Returns: Groups left out of both ratios at once; without values if the two do not have the
  ///   same groups.
  public func minus(_ other: GroupedJackknife) -> GroupedJackknife {
    guard deleted.count == other.deleted.count else {
      return GroupedJackknife(deleted: [], sampleFraction: sampleFraction)
    }
    return GroupedJackknife(
      deleted: zip(deleted, other.deleted).map { $0 - $1 }, sampleFraction: sampleFraction)
  }

  /// The error of the sample of households; NaN if there are too few groups to tell.
  public var error: HouseholdError {
    guard sampleFraction < 1 else { return .none }
    guard deleted.count > 1 else { return HouseholdError(variance: .nan, degreesOfFreedom: .nan) }
    let count = Double(deleted.count)
    // Moments divide by G − 1; the jackknife multiplies the sum of squares by (G − 1) / G.
    let variance = Moments(deleted).variance * (count - 1) * (count - 1) / count
    return HouseholdError(
      variance: (1 - sampleFraction) * variance, degreesOfFreedom: count - 1)
  }
}
