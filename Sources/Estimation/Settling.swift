/// How many replications an undecided verdict would need.
public enum Settling {
  /// Above this number no run of this program is worth planning.
  private static let largest = 1 << 30

  /// The smallest number of replications at which the interval no longer reaches from the mean to the
  /// limit, if mean, spread and skewness of replications stay what they are now.
  ///
  /// - Parameters:
  ///   - values: One value per replication of the run so far; shape `[R]`.
  ///   - household: Error of a sample of households, which replications do not reduce.
  ///   - limit: The limit, in the unit of the values.
  /// - Returns: The number of replications in all; `nil` if the mean equals the limit, if there are
  ///   fewer than two replications, or if the error of the sample alone is too large.
  public static func replications(
    _ values: [Double], household: HouseholdError = .none, limit: Double
  ) -> Int? {
    let moments = Moments(values)
    let distance = (moments.mean - limit).magnitude
    guard distance > 0, moments.variance.isFinite, household.variance.isFinite else { return nil }
    func settles(_ replications: Int) -> Bool {
      let reach = MeanError(
        variance: moments.variance, thirdMoment: moments.thirdMoment, replications: replications,
        household: household
      ).reach()
      return (moments.mean > limit ? reach.below : reach.above) < distance
    }
    var enough = 2
    while !settles(enough) {
      guard enough < largest else { return nil }
      enough *= 2
    }
    var tooFew = enough / 2
    while enough - tooFew > 1 {
      let middle = (enough + tooFew) / 2
      if settles(middle) { enough = middle } else { tooFew = middle }
    }
    return enough
  }
}
