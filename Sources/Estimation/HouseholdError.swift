/// The part of a squared standard error that comes from simulating a sample of households.
///
/// The sampled households are the same in all replications, so more replications do not reduce it.
public struct HouseholdError: Sendable, Hashable {
  /// Variance of the estimate over samples of households; 0 for a complete population.
  public let variance: Double
  /// Degrees of freedom of that variance: hash groups that hold households, minus one.
  public let degreesOfFreedom: Double

  /// A household error.
  public init(variance: Double, degreesOfFreedom: Double) {
    self.variance = variance
    self.degreesOfFreedom = degreesOfFreedom
  }

  /// The error of a complete population: none.
  public static let none = HouseholdError(variance: 0, degreesOfFreedom: .infinity)

  /// This error and another that is independent of it, with the degrees of freedom of Welch and
  /// Satterthwaite.
  public func adding(_ other: HouseholdError) -> HouseholdError {
    if variance == 0 { return other }
    if other.variance == 0 { return self }
    return HouseholdError(
      variance: variance + other.variance,
      degreesOfFreedom: Estimator.effectiveDegreesOfFreedom(
        variance, degreesOfFreedom, other.variance, other.degreesOfFreedom))
  }

  /// The same error for a figure whose variance is a multiple of this one.
  public func scaled(by factor: Double) -> HouseholdError {
    HouseholdError(variance: variance * factor, degreesOfFreedom: degreesOfFreedom)
  }
}
