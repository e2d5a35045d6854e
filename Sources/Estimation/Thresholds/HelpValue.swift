/// What alerts avoid at each threshold: avoided(t) = Σ w [D(0) − D(1)] over scores at or above t.
public struct HelpValue: Sendable, Hashable {
  /// What a cut avoids and costs, per replication.
  public struct Point: Sendable, Hashable {
    /// Number of the edge that is the threshold.
    public let cut: Int
    /// The lowest score that is helped, in the unit of the score.
    public let threshold: Double
    /// Outcome that help avoids; negative where help harms.
    public let avoided: Estimate
    /// Visited households.
    public let visits: Estimate
    /// Cost in yuan.
    public let cost: Estimate
    /// Outcome avoided per visit; NaN without visits.
    public let perVisit: RatioEstimate
    /// Outcome avoided per yuan; NaN without cost.
    public let perYuan: RatioEstimate
    /// Share of what helping all would avoid; NaN if that is nothing.
    public let share: RatioEstimate
  }

  /// What comes of each cut, from helping all to helping nobody; shape `[bins + 1]`.
  public let points: [Point]

  /// The value of help over replications.
  ///
  /// - Parameters:
  ///   - histograms: One a replication, all with the same bins; at least one.
  ///   - estimator: An estimator for as many replications.
  /// - Throws: ``ThresholdError/scoreWithoutVariance`` if all households are in one bin.
  public init(_ histograms: [HelpHistogram], estimator: Estimator) throws(ThresholdError) {
    precondition(!histograms.isEmpty, "there must be a replication")
    let edges = histograms[0].edges
    precondition(histograms.allSatisfy { $0.edges == edges }, "all must have the same bins")
    let held = (0..<edges.bins).count { bin in histograms.contains { $0.visits[bin] > 0 } }
    guard held > 1 else { throw .scoreWithoutVariance }
    let avoided = histograms.map { $0.above(zip($0.without, $0.with).map { $0 - $1 }) }
    let visits = histograms.map { $0.above($0.visits) }
    let cost = histograms.map { $0.above($0.cost) }
    points = (0...edges.bins).map { cut in
      let gains = avoided.map { $0[cut] }
      let households = visits.map { $0[cut] }
      let yuan = cost.map { $0[cut] }
      return Point(
        cut: cut, threshold: edges.values[cut], avoided: estimator.estimate(gains),
        visits: estimator.estimate(households, isNonNegative: true),
        cost: estimator.estimate(yuan),
        perVisit: RatioEstimate(numerators: gains, denominators: households),
        perYuan: RatioEstimate(numerators: gains, denominators: yuan),
        share: RatioEstimate(numerators: gains, denominators: avoided.map { $0[0] }))
    }
  }
}
