extension PolicyComparisons.Difference {
  /// The difference of two runs that meet the same shocks, with the error of a sample of households.
  ///
  /// - Parameters:
  ///   - baseline: One value per replication without the reform; shape `[R]`.
  ///   - reform: The same figure with the reform, in the same order; shape `[R]`.
  ///   - household: What a sample of households adds to the difference.
  public init(baseline: [Double], reform: [Double], household: HouseholdError) {
    let alone = Self(baseline: baseline, reform: reform)
    guard household.variance != 0 else {
      self = alone
      return
    }
    let own = alone.standardError * alone.standardError
    self.init(
      mean: alone.mean, standardError: (own + household.variance).squareRoot(),
      degreesOfFreedom: Estimator.effectiveDegreesOfFreedom(
        own, alone.degreesOfFreedom, household.variance, household.degreesOfFreedom))
  }
}
