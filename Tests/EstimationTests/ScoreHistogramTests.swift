import Testing

@testable import Estimation

/// Thresholds from counts by bin, by hand.
struct ScoreHistogramTests {
  /// Bins 0–1, 1–2, 2–3, 3–4 with cases 1, 1, 2, 4 and others 50, 30, 8, 4.
  private let histogram = ScoreHistogram(
    edges: ScoreEdges([0, 1, 2, 3, 4]), cases: [1, 1, 2, 4], others: [50, 30, 8, 4])

  @Test func `A score on an edge belongs to the bin above, and what lies beyond to the outer bins`()
  {
    let edges = ScoreEdges([0, 1, 2.5, 4])
    #expect([-3, 0, 0.999, 1, 2.4, 2.5, 3, 4, 9].map(edges.bin) == [0, 0, 0, 1, 1, 2, 2, 2, 2])
    #expect(ScoreEdges(even: 2...4, bins: 4).values == [2, 2.5, 3, 3.5, 4])
  }

  @Test func `Histograms add up, whatever their order`() {
    var one = ScoreHistogram(edges: histogram.edges)
    one.add(score: 3.5, isCase: true, weight: 2)
    one.add(score: 1, isCase: false)
    #expect(one.cases == [0, 0, 0, 2] && one.others == [0, 1, 0, 0])
    let sum = ScoreHistogram.sum([one, histogram, one])
    #expect(sum == ScoreHistogram.sum([histogram, one, one]))
    #expect(sum.cases == [1, 1, 2, 8] && sum.others == [50, 32, 8, 4])
  }

  @Test func `Alerting all misses nobody and alerting nobody alarms nobody`() {
    let all = histogram.classification(cut: 0)
    #expect(all.sensitivity == 1 && all.specificity == 0 && all.alertShare == 1)
    #expect(all.precision == 0.08 && all.prevalence == 0.08)
    let nobody = histogram.classification(cut: 4)
    #expect(nobody.sensitivity == 0 && nobody.specificity == 1 && nobody.alerts == 0)
    #expect(nobody.precision.isNaN)
  }

  @Test func `The threshold of a capacity is the lowest that it can serve`() {
    #expect(histogram.cut(capacity: 1) == 0)
    #expect(histogram.cut(capacity: 0.48) == 2)
    #expect(histogram.cut(capacity: 0.49) == 1)
    #expect(histogram.cut(capacity: 0.18) == 2)
    #expect(histogram.cut(capacity: 0.079) == 4)
    #expect(histogram.cut(capacity: 0) == 4)
  }

  /// TP/n − FP/n · t/(1 − t) by cut is 0.08 − 0.92 x, 0.07 − 0.42 x, 0.06 − 0.12 x, 0.04 − 0.04 x, 0 with
  /// x = t/(1 − t): the best turns at x = 0.02, 1/30, 1/4 and 1.
  @Test func `The best threshold rises with the cost of an alert`() {
    let found = [0, 0.019, 0.021, 0.033, 0.034, 0.249, 0.251, 0.99, 1.01].map {
      histogram.cut(costRatio: $0 / (1 + $0))
    }
    #expect(found == [0, 0, 1, 1, 2, 2, 3, 3, 4])
    let benefit = histogram.classification(cut: 2).netBenefit(costRatio: 0.2)
    #expect(isNear(benefit, 0.03, 1e-15))
  }

  @Test func `Of thresholds that are worth the same the one with fewest alerts is taken`() {
    // x = 1: three bins with one case and one other each are worth nothing anywhere.
    let even = ScoreHistogram(
      edges: ScoreEdges([0, 1, 2, 3]), cases: [1, 1, 1], others: [1, 1, 1])
    #expect(even.cut(costRatio: 0.5) == 3)
  }

  @Test func `A threshold beyond the scores is refused, and so are scores in one bin`() throws {
    #expect(try histogram.cut(threshold: 2) == 2)
    #expect(try histogram.cut(threshold: 2.1) == 3)
    for threshold in [-1.0, 0, 4, 5] {
      #expect(throws: ThresholdError.thresholdOutside(threshold, scores: 0...4)) {
        try histogram.cut(threshold: threshold)
      }
    }
    let upper = ScoreHistogram(
      edges: histogram.edges, cases: [0, 0, 1, 0], others: [0, 3, 1, 0])
    #expect(throws: ThresholdError.thresholdOutside(0.5, scores: 1...3)) {
      try upper.cut(threshold: 0.5)
    }
    let one = ScoreHistogram(edges: histogram.edges, cases: [0, 0, 1, 0], others: [0, 0, 7, 0])
    #expect(throws: ThresholdError.scoreWithoutVariance) { try one.cut(threshold: 2.5) }
    #expect(throws: ThresholdError.scoreWithoutVariance) { try OperatingCurve(one) }
    #expect(throws: ThresholdError.noCases) {
      try OperatingCurve(
        ScoreHistogram(edges: histogram.edges, cases: [0, 0, 0, 0], others: [1, 1, 0, 0]))
    }
    #expect(throws: ThresholdError.onlyCases) {
      try OperatingCurve(
        ScoreHistogram(edges: histogram.edges, cases: [1, 1, 0, 0], others: [0, 0, 0, 0]))
    }
  }

  @Test func `The area is the chance that a case outranks another household`() throws {
    // Of 8 × 92 pairs: 1 × 25 + 1 × 65 + 2 × 84 + 4 × 90.
    let area = 618.0 / 736
    #expect(try OperatingCurve(histogram).area == area)
    let perfect = ScoreHistogram(edges: ScoreEdges([0, 1, 2]), cases: [0, 5], others: [9, 0])
    #expect(try OperatingCurve(perfect).area == 1)
    #expect(try OperatingCurve(perfect).averagePrecision == 1)
  }

  /// At PC = ½ a cut costs (FNR + FPR) / 2: ½, (1/8 + 42/92) / 2, (2/8 + 12/92) / 2, (4/8 + 4/92) / 2, ½.
  @Test func `The cost curve is the lowest of the lines of all thresholds`() throws {
    let curve = try CostCurve(histogram, costShares: [0, 0.5, 1])
    #expect(curve.points[0].cut == 4 && curve.points[0].cost == 0 && curve.points[0].all == 1)
    #expect(curve.points[1].cut == 2)
    let half = 0.125 + 6.0 / 92
    #expect(isNear(curve.points[1].cost, half, 1e-15))
    #expect(curve.points[2].cut == 0 && curve.points[2].cost == 0 && curve.points[2].nobody == 1)
    #expect(isNear(CostCurve.costShare(prevalence: 0.08, costOfMiss: 11.5), 0.5, 1e-15))
  }

  /// The cheapest cut of the cost curve at PC is the best one of the decision curve at C/L with
  /// odds (1 − PC)/PC · p/(1 − p), because both weigh the same two mistakes.
  @Test func `Cost curve and decision curve choose the same thresholds`() throws {
    for step in 1...49 {
      let share = Double(step) / 50 + 0.001
      let odds = (1 - share) / share * 0.08 / 0.92
      let cost = try CostCurve(histogram, costShares: [share]).points[0]
      let benefit = try DecisionCurve(histogram, costRatios: [odds / (1 + odds)], rule: .best)
      #expect(cost.cut == benefit.points[0].cut, "\(share)")
      #expect(benefit.points[0].gain >= 0)
    }
  }

  @Test func `A fixed rule keeps its threshold at all costs`() throws {
    let curve = try DecisionCurve(histogram, costRatios: [0, 0.5], rule: .fixed(cut: 3))
    #expect(curve.points.map(\.cut) == [3, 3])
    #expect(curve.points[0].score == 0.04 && curve.points[1].score == 0)
    #expect(isNear(curve.points[0].gain, -0.04, 1e-15))
  }
}
