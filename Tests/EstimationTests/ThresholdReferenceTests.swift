import Estimation
import Testing

/// Figures of thresholds against scikit-learn 1.9.1 and dcurves 1.1.7 (`cases/thresholds.py`).
///
/// Scores have no more than 64 different values and each has a bin of its own, so binning loses nothing.
/// Tolerance 1e-12: sums of 400 terms.
struct ThresholdReferenceTests {
  @Test func `Area and average precision are those of scikit-learn, ties and weights among them`()
    throws
  {
    let plain = try OperatingCurve(ScoredHouseholds.histogram())
    #expect(isNear(plain.area, 0.7745427029872352, 1e-12))
    #expect(isNear(plain.averagePrecision, 0.5073917737702213, 1e-12))
    let weighted = try OperatingCurve(ScoredHouseholds.histogram(weighted: true))
    #expect(isNear(weighted.area, 0.7711098076594081, 1e-12))
    #expect(isNear(weighted.averagePrecision, 0.5174556845360032, 1e-12))
  }

  @Test(arguments: [
    (16, [188.0, 405, 13, 194]), (32, [357, 236, 43, 164]), (48, [505, 88, 98, 109]),
  ])
  func `Weights of right and wrong alerts are those of scikit-learn`(cut: Int, expected: [Double]) {
    let found = ScoredHouseholds.histogram(weighted: true).classification(cut: cut)
    #expect(found.threshold == Double(cut) / 64)
    #expect(
      [found.trueNegatives, found.falsePositives, found.falseNegatives, found.truePositives]
        == expected)
    let alerts = expected[1] + expected[3]
    #expect(found.alerts == alerts)
    #expect(isNear(found.precision, expected[3] / alerts, 1e-15))
    #expect(isNear(found.sensitivity, expected[3] / 207, 1e-15))
    #expect(isNear(found.specificity, expected[0] / 593, 1e-15))
    #expect(isNear(found.alertShare, alerts / 800, 1e-15))
  }

  @Test func `Net benefits of score and of alerting all are those of dcurves`() throws {
    let curve = try DecisionCurve(
      ScoredHouseholds.histogram(), costRatios: [0, 4, 8, 16, 24, 32].map { $0 / 64 },
      rule: .scoreIsChance)
    let score = [
      0.255, 0.20666666666666667, 0.16071428571428573, 0.07333333333333336, -0.010999999999999954,
      -0.09249999999999997,
    ]
    let all = [
      0.255, 0.20533333333333334, 0.14857142857142858, 0.006666666666666682, -0.192, -0.49,
    ]
    #expect(isNear(curve.points.map(\.score), score, 1e-12))
    #expect(isNear(curve.points.map(\.all), all, 1e-12))
    let gains = zip(score, all).map { $0 - max(0, $1) }
    #expect(isNear(curve.points.map(\.gain), gains, 1e-12))
    #expect(curve.points.allSatisfy { $0.nobody == 0 })
  }
}

/// DeLong's error against the formula over all pairs in numpy 2.4.6 (`cases/thresholds.py`), tolerance
/// 1e-12, and against confidenceinterval 1.0.5, which counts in single precision: 1e-6.
struct DeLongAreaTests {
  private func area(_ score: (ScoredHouseholds.Household) -> Double) throws -> DeLongArea {
    let all = ScoredHouseholds.all
    return try DeLongArea(
      caseScores: all.filter(\.isCase).map(score), otherScores: all.filter { !$0.isCase }.map(score)
    )
  }

  @Test func `Areas and errors are those computed elsewhere`() throws {
    let first = try area(\.score)
    #expect(isNear(first.area, 0.7745427029872353, 1e-12))
    #expect(isNear(first.standardError, 0.02592993832032388, 1e-12))
    #expect(isNear(first.standardError, 0.025929938226977735, 1e-6))
    #expect(isNear((first.upper95 - first.area) / first.standardError, 1.959963985, 1e-8))
    let second = try area(\.second)
    #expect(isNear(second.area, 0.6751217265429664, 1e-12))
    #expect(isNear(second.standardError, 0.029551730014869923, 1e-12))
  }

  @Test func `Two scores of the same households are compared with what they share`() throws {
    let change = try area(\.score).minus(area(\.second))
    #expect(isNear(change.difference, 0.09942097644426884, 1e-12))
    #expect(isNear(change.standardError, 0.024089125330034156, 1e-12))
    // z = 4.127; twice the normal tail is 3.67e-5.
    #expect(change.pValue > 3.6e-5 && change.pValue < 3.8e-5)
    #expect(try area(\.score).minus(area(\.score)).pValue == 1)
  }

  @Test func `Counts by bin have the same error as the scores themselves`() throws {
    let exact = try area(\.score)
    let binned = try DeLongArea(ScoredHouseholds.histogram())
    #expect(isNear(exact.area, binned.area, 1e-13))
    #expect(isNear(exact.standardError, binned.standardError, 1e-13))
  }

  @Test func `Without cases, others or differences there is no area`() {
    #expect(throws: ThresholdError.noCases) { try DeLongArea(caseScores: [], otherScores: [1]) }
    #expect(throws: ThresholdError.onlyCases) { try DeLongArea(caseScores: [1], otherScores: []) }
    #expect(throws: ThresholdError.scoreWithoutVariance) {
      try DeLongArea(caseScores: [1, 1], otherScores: [1])
    }
  }
}
