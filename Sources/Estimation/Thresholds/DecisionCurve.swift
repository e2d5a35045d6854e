/// What a score is worth against alerting all and alerting nobody, by what an alert may cost.
///
/// Source: A. J. Vickers and E. B. Elkin, *Medical Decision Making* 26(6), 2006, pp. 565–574.
public struct DecisionCurve: Sendable, Hashable {
  /// How the threshold follows the cost ratio.
  public enum Rule: Sendable, Hashable {
    /// The score is a chance: who is at or above the cost ratio is alerted.
    case scoreIsChance
    /// The same cut whatever an alert costs.
    case fixed(cut: Int)
    /// The cut with the highest net benefit.
    case best
  }

  /// Net benefits at a cost ratio, in cases found per household; alerting nobody has 0.
  public struct Point: Sendable, Hashable {
    /// What an alert costs over the loss that it spares a case, C/L.
    public let costRatio: Double
    /// The cut of the rule.
    public let cut: Int
    /// Net benefit of the score.
    public let score: Double
    /// Net benefit of alerting all.
    public let all: Double
    /// Net benefit of alerting nobody.
    public var nobody: Double { 0 }
    /// By how much the score beats the better of all and nobody; negative where it loses.
    public var gain: Double { score - max(all, nobody) }
  }

  /// One point a cost ratio, in the order given.
  public let points: [Point]

  /// The curve of a histogram.
  ///
  /// - Parameters:
  ///   - histogram: Scores; where they are chances, cost ratios that are no edge take the next edge above.
  ///   - costRatios: Ratios C/L, each in [0, 1).
  ///   - rule: How the threshold follows the ratio.
  /// - Throws: ``ThresholdError`` if the score does not vary, or without cases or others.
  public init(
    _ histogram: ScoreHistogram, costRatios: [Double], rule: Rule
  ) throws(ThresholdError) {
    try histogram.check()
    let cuts = histogram.classifications
    points = costRatios.map { ratio in
      let cut =
        switch rule {
        case .scoreIsChance: histogram.edges.firstEdge(atOrAbove: ratio)
        case .fixed(let cut): cut
        case .best: histogram.cut(costRatio: ratio)
        }
      return Point(
        costRatio: ratio, cut: cut, score: cuts[cut].netBenefit(costRatio: ratio),
        all: cuts[0].netBenefit(costRatio: ratio))
    }
  }
}
