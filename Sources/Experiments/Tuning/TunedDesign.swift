import Estimation
import Households

/// How well the score of one design tells who will be in need, on the futures that report.
public struct TunedDesign: Sendable {
  /// What comes of alerting from a cut on, in the whole population and per half-year.
  public struct Cut: Sendable {
    /// Number of the edge.
    public let cut: Int
    /// The lowest score that is alerted.
    public let score: Double
    /// The same as the parameter of a scenario; `nil` outside its range.
    public let parameter: Double?
    /// Alerted households.
    public let alerts: Estimate
    /// Households in need without an alert.
    public let missed: Estimate
    /// Alerted households that are not in need.
    public let falseAlarms: Estimate
    /// Share of households in need that are alerted.
    public let sensitivity: RatioEstimate
    /// Share of the others that are alerted.
    public let falseAlarmRate: RatioEstimate
    /// Share of alerts that are in need.
    public let precision: RatioEstimate
    /// Months of warning of alerted households in need.
    public let lead: RatioEstimate
    /// What help for the alerted avoids, in person-months below the line within a year.
    public let help: HelpValue.Point
  }

  /// A figure of a curve along a ratio or share, with the interval of its resamples.
  public struct CurvePoint: Sendable {
    /// The ratio C/L, or the share PC.
    public let at: Double
    /// The figure at the cut that was best on the tuning futures.
    public let score: PercentileInterval
    /// The figure of alerting all.
    public let all: PercentileInterval
  }

  /// The design.
  public let design: TuneQuestion.Design
  /// Area under the ROC curve.
  public let area: PercentileInterval
  /// Average precision.
  public let averagePrecision: PercentileInterval
  /// All cuts, from alerting all to alerting nobody.
  public let cuts: [Cut]
  /// Net benefit by cost ratio; of alerting nobody it is 0.
  public let benefits: [CurvePoint]
  /// Normalised expected cost by the share of missed cases in the largest cost.
  public let costs: [CurvePoint]
  /// The choice by capacity.
  public let byCapacity: ThresholdChoice
  /// The choice by cost.
  public let byCost: ThresholdChoice
  /// Number of the cut of the threshold in force.
  public let inForce: Int

  /// The cut chosen by capacity.
  public var atCapacity: Cut { cuts[byCapacity.cut] }

  /// Cost ratios of the curve of net benefit, beside the question's own.
  static let ratios = [0.005, 0.01, 0.02, 0.03, 0.05, 0.075, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5]
  /// Shares of missed cases of the cost curve.
  static let costShares = (1..<20).map { Double($0) / 20 }

  /// Evaluates a design.
  ///
  /// - Parameters:
  ///   - scale: Its threshold as a parameter.
  ///   - number: Its place in the folds.
  ///   - folds: Sums of all futures.
  ///   - blocks: Futures on which thresholds are chosen, and that report.
  ///   - edges: Bins of its score, and the cut in force.
  ///   - setting: Capacity and costs.
  /// - Throws: `ThresholdError` where a block of futures has no cases, or a score does not vary.
  init(
    _ scale: ThresholdScale, number: Int, folds: [TuningFold],
    blocks: (tuning: Range<Int>, reporting: Range<Int>), edges: (ScoreEdges, inForce: Int),
    setting: TuningSetting
  ) throws {
    design = scale.design
    inForce = edges.inForce
    let all = folds.map { $0.scores(number, edges.0) }
    let tuning = ReplicatedScores(Array(all[blocks.tuning]))
    let reporting = ReplicatedScores(Array(all[blocks.reporting]))
    byCapacity = try ThresholdChoice(
      .capacity(share: setting.capacityShare), tuning: tuning, reporting: reporting,
      seed: setting.seed)
    byCost = try ThresholdChoice(
      .costRatio(setting.costRatio), tuning: tuning, reporting: reporting, seed: setting.seed)
    let ratios = (Self.ratios.filter { $0 != setting.costRatio } + [setting.costRatio]).sorted()
    let curves = try Self.curves(tuning, reporting, ratios: ratios, seed: setting.seed)
    (area, averagePrecision, benefits, costs) = curves
    cuts = try Self.cuts(
      Array(folds[blocks.reporting]), reporting.histograms, number: number, scale: scale,
      edges: edges.0, setting: setting)
  }

  private static func curves(
    _ tuning: ReplicatedScores, _ reporting: ReplicatedScores, ratios: [Double], seed: UInt64
  ) throws -> (PercentileInterval, PercentileInterval, [CurvePoint], [CurvePoint]) {
    let ratioCuts = ratios.map { tuning.whole.cut(costRatio: $0) }
    let shareCuts = try CostCurve(tuning.whole, costShares: costShares).points.map(\.cut)
    let figures = try reporting.intervals(seed: seed) { histogram in
      let cuts = histogram.classifications
      return [OperatingCurve.area(histogram), OperatingCurve.averagePrecision(histogram)]
        + zip(ratios, ratioCuts).flatMap { ratio, cut in
          [cuts[cut].netBenefit(costRatio: ratio), cuts[0].netBenefit(costRatio: ratio)]
        }
        + zip(costShares, shareCuts).flatMap { share, cut in
          [cuts[cut].expectedCost(costShare: share), cuts[0].expectedCost(costShare: share)]
        }
    }
    func points(_ places: [Double], from start: Int) -> [CurvePoint] {
      places.enumerated().map { place, at in
        CurvePoint(
          at: at, score: figures[start + 2 * place], all: figures[start + 2 * place + 1])
      }
    }
    return (
      figures[0], figures[1], points(ratios, from: 2),
      points(costShares, from: 2 + 2 * ratios.count)
    )
  }

  private static func cuts(
    _ folds: [TuningFold], _ histograms: [ScoreHistogram], number: Int, scale: ThresholdScale,
    edges: ScoreEdges, setting: TuningSetting
  ) throws -> [Cut] {
    let estimator = Estimator(replications: folds.count)
    let rows = histograms.map(\.classifications)
    let leads = folds.map { $0.leadTimes(number, edges) }
    let help = try HelpValue(
      folds.map {
        $0.help(number, edges, visitCost: setting.costs.visit, unit: setting.unit)
      }, estimator: estimator)
    func households(_ figure: (Classification) -> Double, _ cut: Int) -> Estimate {
      estimator.estimate(rows.map { figure($0[cut]) / setting.unit }, isNonNegative: true)
    }
    func share(
      _ part: (Classification) -> Double, of whole: (Classification) -> Double, _ cut: Int
    ) -> RatioEstimate {
      RatioEstimate(
        numerators: rows.map { part($0[cut]) }, denominators: rows.map { whole($0[cut]) })
    }
    return (0...edges.bins).map { cut in
      Cut(
        cut: cut, score: edges.values[cut], parameter: scale.value(score: edges.values[cut]),
        alerts: households(\.alerts, cut), missed: households(\.falseNegatives, cut),
        falseAlarms: households(\.falsePositives, cut),
        sensitivity: share(\.truePositives, of: \.cases, cut),
        falseAlarmRate: share(\.falsePositives, of: \.others, cut),
        precision: share(\.truePositives, of: \.alerts, cut),
        lead: LeadTimes.mean(cut: cut, leads), help: help.points[cut])
    }
  }
}
