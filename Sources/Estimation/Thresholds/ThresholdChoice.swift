/// A threshold that is chosen on some replications and reported on others.
///
/// A threshold looks better on the futures on which it was chosen than on any others; what it will do is
/// told by a block of replications that had no part in the choice. How firm the choice is shows where
/// resamples of the first block would have put it.
public struct ThresholdChoice: Sendable {
  /// What makes a threshold the best.
  public enum Goal: Sendable, Hashable {
    /// The lowest threshold with alerts for at most a share of households.
    case capacity(share: Double)
    /// The highest net benefit for what an alert costs over the loss that it spares a case, C/L.
    case costRatio(Double)
  }

  /// What makes a threshold the best.
  public let goal: Goal
  /// The chosen cut.
  public let cut: Int
  /// The chosen threshold, in the unit of the score.
  public let threshold: Double
  /// What comes of it on the replications on which it was chosen.
  public let tuned: Classification
  /// What comes of it on the others.
  public let reported: Classification
  /// Share of cases that are alerted, on the others.
  public let sensitivity: PercentileInterval
  /// Share of others that are not alerted, on the others.
  public let specificity: PercentileInterval
  /// Share of alerts that are cases, on the others; `nil` if too many resamples have no alert.
  public let precision: PercentileInterval?
  /// Share of households that are alerted, on the others.
  public let alertShare: PercentileInterval
  /// Net benefit per household, on the others; `nil` for a capacity.
  public let netBenefit: PercentileInterval?
  /// Share of resamples that would have chosen each cut; shape `[bins + 1]`, adding up to 1.
  public let choices: [Double]
  /// Share of resamples that would have made the same choice.
  public var stability: Double { choices[cut] }
  /// By how much the net benefit was better where it was tuned; `nil` for a capacity.
  public var optimism: Double? {
    guard case .costRatio(let ratio) = goal else { return nil }
    return tuned.netBenefit(costRatio: ratio) - reported.netBenefit(costRatio: ratio)
  }

  /// Chooses a threshold.
  ///
  /// - Parameters:
  ///   - goal: What makes it the best.
  ///   - tuning: Replications on which it is chosen.
  ///   - reporting: Other replications, with the same bins.
  ///   - resamples: Number of resamples, at least 1.
  ///   - seed: Key of the resamples.
  /// - Throws: ``ThresholdError`` if a score does not vary, without cases or others, or with a single
  ///   replication in a block.
  public init(
    _ goal: Goal, tuning: ReplicatedScores, reporting: ReplicatedScores, resamples: Int = 1000,
    seed: UInt64
  ) throws(ThresholdError) {
    precondition(tuning.whole.edges == reporting.whole.edges, "blocks must have the same bins")
    precondition(resamples > 0, "there must be a resample")
    try tuning.whole.check()
    try reporting.whole.check()
    guard tuning.histograms.count > 1 else { throw .tooFewReplications(tuning.histograms.count) }
    let chosen = Self.cut(tuning.whole, goal)
    self.goal = goal
    cut = chosen
    threshold = tuning.whole.edges.values[chosen]
    tuned = tuning.whole.classification(cut: chosen)
    reported = reporting.whole.classification(cut: chosen)
    var counts = [Int](repeating: 0, count: tuning.whole.edges.bins + 1)
    for number in 0..<resamples {
      counts[Self.cut(tuning.resample(number, seed: seed), goal)] += 1
    }
    choices = counts.map { Double($0) / Double(resamples) }
    let ratio: Double? = if case .costRatio(let ratio) = goal { ratio } else { nil }
    let intervals = try reporting.intervals(resamples: resamples, seed: seed) { histogram in
      let found = histogram.classification(cut: chosen)
      let benefit = ratio.map { [found.netBenefit(costRatio: $0)] } ?? []
      return [found.sensitivity, found.specificity, found.alertShare] + benefit
    }
    (sensitivity, specificity, alertShare) = (intervals[0], intervals[1], intervals[2])
    netBenefit = ratio == nil ? nil : intervals[3]
    // On its own, because resamples without an alert have no precision.
    precision = try? reporting.interval(resamples: resamples, seed: seed) {
      $0.classification(cut: chosen).precision
    }
  }

  private static func cut(_ histogram: ScoreHistogram, _ goal: Goal) -> Int {
    switch goal {
    case .capacity(let share): histogram.cut(capacity: share)
    case .costRatio(let ratio): histogram.cut(costRatio: ratio)
    }
  }
}
