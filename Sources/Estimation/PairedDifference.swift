/// What a reform changes, from two runs that meet the same shocks.
///
/// Replication *r* of both runs shares its random numbers, so the luck they have in common cancels
/// in the difference *d[r] = reform[r] − baseline[r]*, which is estimated like any other value.
public struct PairedDifference: Sendable, Hashable {
  /// Mean difference, positive where the reform raises the figure, with its uncertainty.
  public let estimate: Estimate
  /// How many times fewer replications the shared shocks needed: (s₁² + s₂²) / s_d².
  ///
  /// Infinite when the difference is the same in every pair; NaN with one replication.
  public let replicationsSaved: Double

  /// The difference of two runs.
  ///
  /// - Parameters:
  ///   - baseline: One value per replication without the reform; shape `[R]`.
  ///   - reform: The same figure with the reform, in the same order; shape `[R]`.
  ///   - household: Error of the difference from a sample of households (`GroupedJackknife.minus`).
  ///   - estimator: An estimator for *R* replications.
  public init(
    baseline: [Double], reform: [Double], household: HouseholdError = .none, estimator: Estimator
  ) {
    precondition(baseline.count == reform.count, "runs must have the same replications")
    let differences = zip(reform, baseline).map { $0 - $1 }
    estimate = estimator.estimate(differences, household: household)
    let spread = Moments(differences).variance
    let unpaired = Moments(baseline).variance + Moments(reform).variance
    replicationsSaved = spread == 0 ? .infinity : unpaired / spread
  }
}
