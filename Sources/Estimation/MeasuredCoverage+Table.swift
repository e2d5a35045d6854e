extension MeasuredCoverage {
  /// Written by `make coverage`; ascending in the number of replications.
  public static let table = [
    MeasuredCoverage(2, alike: 0.950, moderate: 0.950, rare: 0.950)
  ]
}
