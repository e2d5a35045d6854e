import Estimation
import Households

/// What all designs are measured against.
struct TuningSetting: Sendable {
  /// Visits in half a year over households that are scored on a date.
  let capacityShare: Double
  /// What mistakes cost.
  let costs: TuneQuestion.Costs
  /// Rows of the sample for a household of the population and half-year.
  let unit: Double
  /// Key of resamples.
  let seed: UInt64

  var costRatio: Double { costs.ratio }
}

/// Whom an alert threshold misses and alerts in vain, in a part of the population.
public struct TunedMisses: Sendable {
  /// Part of the population.
  public enum Part: Sendable, Hashable {
    /// A household type.
    case type(livelihood: Livelihood, isFormerlyPoor: Bool)
    /// A prefecture, by its index in the geography.
    case prefecture(Int)
  }

  /// Part of the population.
  public let part: Part
  /// Households in need, per half-year.
  public let cases: Estimate
  /// Those of them without an alert.
  public let missed: Estimate
  /// Alerts in vain.
  public let falseAlarms: Estimate
  /// Share of households in need that are missed.
  public let missedShare: RatioEstimate
  /// Share of alerts that are in vain.
  public let falseShare: RatioEstimate

  /// Counts a part at a cut; one histogram a future.
  init(_ part: Part, _ histograms: [ScoreHistogram], cut: Int, unit: Double) {
    self.part = part
    let rows = histograms.map { $0.classification(cut: cut) }
    let estimator = Estimator(replications: rows.count)
    func households(_ figure: (Classification) -> Double) -> Estimate {
      estimator.estimate(rows.map { figure($0) / unit }, isNonNegative: true)
    }
    cases = households(\.cases)
    missed = households(\.falseNegatives)
    falseAlarms = households(\.falsePositives)
    missedShare = RatioEstimate(
      numerators: rows.map(\.falseNegatives), denominators: rows.map(\.cases))
    falseShare = RatioEstimate(
      numerators: rows.map(\.falsePositives), denominators: rows.map(\.alerts))
  }
}

/// The best threshold of a group of counties, for the recommended design.
public struct TunedGroup: Sendable {
  /// Which counties.
  public enum Counties: Sendable, Hashable {
    /// A prefecture, by its index in the geography.
    case prefecture(Int)
    /// Key counties, or not.
    case key(Bool)
    /// Counties that were poor, or not.
    case formerlyPoor(Bool)
  }

  /// Which counties.
  public let counties: Counties
  /// The choice with the same share of households visited as in the province; `nil` where the group has too
  /// few households in need.
  public let byCapacity: ThresholdChoice?
  /// The choice by cost.
  public let byCost: ThresholdChoice?
  /// The choice by capacity as a parameter; `nil` outside its range.
  public let capacityParameter: Double?
  /// The choice by cost as a parameter; `nil` outside its range.
  public let costParameter: Double?

  /// Chooses for a group.
  init(
    _ counties: Counties, tuning: [ScoreHistogram], reporting: [ScoreHistogram],
    scale: ThresholdScale, setting: TuningSetting
  ) {
    self.counties = counties
    func choice(_ goal: ThresholdChoice.Goal) -> ThresholdChoice? {
      try? ThresholdChoice(
        goal, tuning: ReplicatedScores(tuning), reporting: ReplicatedScores(reporting),
        resamples: 400, seed: setting.seed)
    }
    byCapacity = choice(.capacity(share: setting.capacityShare))
    byCost = choice(.costRatio(setting.costRatio))
    capacityParameter = byCapacity.flatMap { scale.value(score: $0.threshold) }
    costParameter = byCost.flatMap { scale.value(score: $0.threshold) }
  }
}
