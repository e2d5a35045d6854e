/// The normalised expected cost of a score's best thresholds, by how much missed cases weigh.
///
/// With prevalence *p*, cost of a missed case *m* and of a false alarm *f*, PC = p m / (p m + (1 − p) f);
/// each cut is a straight line over PC, and the curve is their lower envelope. Alerting all is the line
/// 1 − PC, alerting nobody the line PC.
///
/// Source: C. Drummond and R. C. Holte, "Cost curves: an improved method for visualizing classifier
/// performance", *Machine Learning* 65(1), 2006, pp. 95–130.
public struct CostCurve: Sendable, Hashable {
  /// Costs at a share PC, each over the largest possible cost.
  public struct Point: Sendable, Hashable {
    /// The share of missed cases in the largest cost, PC.
    public let costShare: Double
    /// The cheapest cut; of equals the one with the fewest alerts.
    public let cut: Int
    /// Cost of that cut.
    public let cost: Double
    /// Cost of alerting all.
    public var all: Double { 1 - costShare }
    /// Cost of alerting nobody.
    public var nobody: Double { costShare }
  }

  /// One point a share, in the order given.
  public let points: [Point]

  /// The lower envelope of a histogram's cuts.
  ///
  /// - Parameters:
  ///   - histogram: Scores.
  ///   - costShares: Shares PC, each in [0, 1].
  /// - Throws: ``ThresholdError`` if the score does not vary, or without cases or others.
  public init(_ histogram: ScoreHistogram, costShares: [Double]) throws(ThresholdError) {
    try histogram.check()
    let cuts = histogram.classifications.reversed()
    points = costShares.map { share in
      var best = Point(costShare: share, cut: histogram.edges.bins, cost: share)
      for next in cuts {
        let cost = next.expectedCost(costShare: share)
        if cost < best.cost { best = Point(costShare: share, cut: next.cut, cost: cost) }
      }
      return best
    }
  }

  /// The share PC of a prevalence and the cost of a missed case over that of a false alarm.
  public static func costShare(prevalence: Double, costOfMiss: Double) -> Double {
    let missed = prevalence * costOfMiss
    return missed / (missed + 1 - prevalence)
  }
}
