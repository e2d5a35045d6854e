import Testing

@testable import Estimation

/// Intervals over replications, choice of thresholds, and what help is worth.
struct ReplicatedScoresTests {
  private let edges = ScoreEdges([0, 1, 2])

  @Test func `Replications that are all alike leave no doubt`() throws {
    let same = ReplicatedScores(
      [ScoreHistogram](
        repeating: ScoreHistogram(edges: edges, cases: [1, 3], others: [9, 2]), count: 5))
    let interval = try same.interval(resamples: 50, seed: 0, OperatingCurve.area)
    #expect(interval.lower95 == interval.upper95 && interval.standardError == 0)
    // Of 4 × 11 pairs: 1 × 4.5 + 3 × 10.
    let area = 34.5 / 44
    #expect(interval.value == area)
  }

  /// The share of cases found, with ten cases a replication, is a mean over replications.
  ///
  /// Its error in resamples is √((R − 1)/R · s²/R). Tolerance 5 %: 4,000 resamples leave 1.1 %.
  @Test func `The error of a mean over replications is the one in textbooks`() throws {
    let found = (0..<30).map { Double($0 * 7 % 11) }
    let scores = ReplicatedScores(
      found.map { ScoreHistogram(edges: edges, cases: [10 - $0, $0], others: [5, 5]) })
    let shares = found.map { $0 / 10 }
    let interval = try scores.interval(resamples: 4000, seed: 7) {
      $0.classification(cut: 1).sensitivity
    }
    let moments = Moments(shares)
    let expected = (moments.variance * 29 / 30 / 30).squareRoot()
    #expect(isNear(interval.value, moments.mean, 1e-12))
    #expect(isNear(interval.standardError / expected, 1, 0.05))
    #expect(isNear((moments.mean - interval.lower95) / expected, 1.96, 0.2))
    #expect(isNear((interval.upper95 - moments.mean) / expected, 1.96, 0.2))
  }

  /// Years that differ make resampled replications more uncertain than DeLong's independent households.
  @Test func `Luck that households share widens the interval beyond that of independent ones`()
    throws
  {
    let years = ReplicatedScores(
      (0..<20).map { year in
        // In every other year the score ranks the wrong way round.
        year % 2 == 0
          ? ScoreHistogram(edges: edges, cases: [10, 40], others: [400, 100])
          : ScoreHistogram(edges: edges, cases: [40, 10], others: [100, 400])
      })
    let interval = try years.interval(resamples: 500, seed: 3, OperatingCurve.area)
    let independent = try DeLongArea(years.whole)
    #expect(interval.value == 0.5)
    #expect(interval.standardError > 5 * independent.standardError)
  }

  @Test func `Resamples belong to their seed and number alone`() throws {
    let scores = ScoredHouseholds.replications
    let first = try scores.interval(resamples: 200, seed: 0, OperatingCurve.area)
    #expect(first == (try scores.interval(resamples: 200, seed: 0, OperatingCurve.area)))
    #expect(first != (try scores.interval(resamples: 200, seed: 1, OperatingCurve.area)))
    #expect(first.lower95 < first.value && first.value < first.upper95)
    for number in 0..<50 {
      let counts = ReplicationResamples(replications: 21, seed: 9).counts(number)
      #expect(counts.reduce(0, +) == 21)
    }
  }

  @Test func `One replication and resamples without a figure are refused`() {
    let one = ReplicatedScores([ScoredHouseholds.histogram()])
    #expect(throws: ThresholdError.tooFewReplications(1)) {
      try one.interval(seed: 0, OperatingCurve.area)
    }
    // A resample of three misses the only replication with cases with chance (2/3)³.
    let rare = ReplicatedScores(
      [[0.0, 1], [0, 0], [0, 0]].map {
        ScoreHistogram(edges: edges, cases: $0, others: [5, 5])
      })
    do throws(ThresholdError) {
      _ = try rare.interval(resamples: 300, seed: 0, OperatingCurve.area)
      Issue.record("an interval came of resamples without cases")
    } catch {
      guard case .undefinedResamples(let missing, of: 300) = error else {
        Issue.record("\(error)")
        return
      }
      #expect((60...120).contains(missing))
    }
  }

  @Test func `A threshold is chosen on one block and reported on another`() throws {
    let tuning = ReplicatedScores(
      [ScoreHistogram](
        repeating: ScoreHistogram(edges: edges, cases: [2, 8], others: [80, 10]), count: 4))
    let reporting = ReplicatedScores(
      [ScoreHistogram](
        repeating: ScoreHistogram(edges: edges, cases: [5, 5], others: [60, 30]), count: 4))
    let choice = try ThresholdChoice(
      .costRatio(0.2), tuning: tuning, reporting: reporting, resamples: 20, seed: 0)
    #expect(choice.cut == 1 && choice.threshold == 1)
    #expect(choice.tuned.sensitivity == 0.8 && choice.reported.sensitivity == 0.5)
    let specificity = 60.0 / 90
    let precision = 5.0 / 35
    #expect(choice.sensitivity.value == 0.5 && choice.specificity.value == specificity)
    #expect(choice.precision?.value == precision && choice.alertShare.value == 0.35)
    // 0.08 − 0.10 / 4 there and 0.05 − 0.30 / 4 here.
    #expect(isNear(choice.netBenefit?.value ?? 0, -0.025, 1e-15))
    #expect(isNear(choice.optimism ?? 0, 0.08, 1e-15))
    #expect(choice.stability == 1 && choice.choices == [0, 1, 0])
    let scarce = try ThresholdChoice(
      .capacity(share: 0.1), tuning: tuning, reporting: reporting, resamples: 20, seed: 0)
    #expect(scarce.cut == 2 && scarce.precision == nil && scarce.netBenefit == nil)
  }

  @Test func `A choice that hangs on the luck of years is unstable`() throws {
    let years = ReplicatedScores(
      (0..<10).map { year in
        year % 2 == 0
          ? ScoreHistogram(edges: edges, cases: [0, 10], others: [90, 0])
          : ScoreHistogram(edges: edges, cases: [0, 0], others: [80, 20])
      })
    // Cases 10, false alarms 20 a pair of years: the balance turns at odds 1/2, near which it hangs.
    let choice = try ThresholdChoice(
      .costRatio(0.33), tuning: years, reporting: years, resamples: 400, seed: 5)
    #expect(choice.cut == 1 && choice.stability > 0.4 && choice.stability < 0.8)
    #expect(isNear(choice.choices.reduce(0, +), 1, 1e-12) && choice.choices[2] > 0.2)
    #expect(throws: ThresholdError.tooFewReplications(1)) {
      try ThresholdChoice(
        .costRatio(0.3), tuning: ReplicatedScores([years.whole]), reporting: years, seed: 0)
    }
  }

  @Test func `Avoided outcomes, visits and yuan are counted from the threshold on`() throws {
    var first = HelpHistogram(edges: edges)
    first.add(score: 0.5, without: 2, with: 2, cost: 100, weight: 10)
    first.add(score: 1.5, without: 6, with: 2, cost: 400, weight: 5)
    var second = HelpHistogram(edges: edges)
    second.add(score: 0.5, without: 3, with: 2, cost: 100, weight: 10)
    second.add(score: 1.5, without: 10, with: 2, cost: 600, weight: 5)
    let points = try HelpValue([first, second], estimator: Estimator(replications: 2)).points
    #expect(points.map(\.avoided.mean) == [35, 30, 0])
    #expect(points.map(\.visits.mean) == [15, 5, 0])
    #expect(points.map(\.cost.mean) == [3500, 2500, 0])
    #expect(points[1].perVisit.ratio == 6)
    #expect(isNear(points[1].perYuan.ratio, 0.012, 1e-15))
    #expect(isNear(points[1].share.ratio, 6.0 / 7, 1e-15))
    // 20 and 40: standard error √(200 / 2) = 10.
    #expect(isNear(points[1].avoided.standardError, 10, 1e-12))
    #expect(points[2].perVisit.ratio.isNaN && points[2].perVisit.interval == nil)
    var merged = first
    merged.add(second)
    #expect(
      merged.without == [50, 80] && merged.cost == [2000, 5000] && merged.visits == [20, 10])
    var single = HelpHistogram(edges: edges)
    single.add(score: 1.5, without: 1, with: 0, cost: 1)
    #expect(throws: ThresholdError.scoreWithoutVariance) {
      try HelpValue([single], estimator: Estimator(replications: 1))
    }
  }

  @Test func `Lead time is a mean over alerted cases and not over replications`() {
    var first = LeadTimes(edges: edges)
    first.add(score: 0.1, months: 2, weight: 3)
    first.add(score: 1.1, months: 8)
    var second = LeadTimes(edges: edges)
    second.add(score: 1.9, months: 4, weight: 3)
    #expect(LeadTimes.mean(cut: 1, [first, second]).ratio == 5)
    #expect(isNear(LeadTimes.mean(cut: 0, [first, second]).ratio, 26.0 / 7, 1e-15))
    #expect(LeadTimes.mean(cut: 2, [first, second]).ratio.isNaN)
    first.add(second)
    #expect(first.months == [6, 20] && first.cases == [3, 4])
  }
}
