extension MeasuredCoverage {
  /// Written by `make coverage`; ascending in the number of replications.
  public static let table = [
    MeasuredCoverage(2, alike: 0.916, moderate: 0.886, rare: 0.098),
    MeasuredCoverage(5, alike: 0.951, moderate: 0.857, rare: 0.224),
    MeasuredCoverage(10, alike: 0.950, moderate: 0.886, rare: 0.401),
    MeasuredCoverage(20, alike: 0.950, moderate: 0.907, rare: 0.629),
    MeasuredCoverage(50, alike: 0.948, moderate: 0.927, rare: 0.906),
    MeasuredCoverage(100, alike: 0.950, moderate: 0.930, rare: 0.944),
    MeasuredCoverage(200, alike: 0.949, moderate: 0.937, rare: 0.963),
    MeasuredCoverage(500, alike: 0.949, moderate: 0.940, rare: 0.955),
    MeasuredCoverage(1000, alike: 0.952, moderate: 0.943, rare: 0.948),
  ]
}
