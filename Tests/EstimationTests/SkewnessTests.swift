import Estimation
import Testing
import ToyModels

/// The correction of intervals for skewness.
struct SkewnessTests {
  /// Ten futures, one of them bad: mean 0.1, s² = 0.1, m₃ = 0.1 × 0.9 × 0.8 = 0.072.
  private let oneBadFuture = [Double](repeating: 0, count: 9) + [1]

  /// SE = 0.1 and a = 0.072 / 100 / 0.001 = 0.72, which counts as 1/√5 = 0.447214; t(0.975, 9) = 2.262157
  /// and 1/t = 0.442056 is smaller still. With a = 0.442056, 2a/3 = 0.294704, a/6 = 0.073676:
  /// g(t) = ln(1 + 0.294704 × 2.188481) / 0.294704 = 1.688856,
  /// g(−t) = ln(1 − 0.294704 × 2.335833) / 0.294704 = −3.956406.
  @Test func `The interval matches a case worked by hand`() {
    let estimate = Estimator(replications: 10).estimate(oneBadFuture)
    #expect((estimate.standardError - 0.1).magnitude < 1e-12)
    #expect((estimate.skewness - 0.72).magnitude < 1e-12)
    #expect((estimate.lower95 - (0.1 - 0.1 * 1.688856)).magnitude < 1e-6)
    #expect((estimate.upper95 - (0.1 + 0.1 * 3.956406)).magnitude < 1e-6)
  }

  @Test func `The mirror image has the mirrored interval`() {
    let estimator = Estimator(replications: 10)
    let bad = estimator.estimate(oneBadFuture)
    let good = estimator.estimate(oneBadFuture.map { -$0 })
    #expect((good.lower95 + bad.upper95).magnitude < 1e-12)
    #expect((good.upper95 + bad.lower95).magnitude < 1e-12)
    #expect(good.effectiveEvents == bad.effectiveEvents)
  }

  @Test func `Nearly symmetric values have nearly Student's interval, without a jump`() {
    let estimator = Estimator(replications: 5)
    let symmetric = estimator.estimate([1, 2, 3, 4, 5])
    for shift in [1e-3, 1e-6, 1e-9, 1e-12] {
      let other = estimator.estimate([1, 2, 3, 4, 5 + shift])
      #expect((other.lower95 - symmetric.lower95).magnitude < shift)
      #expect((other.upper95 - symmetric.upper95).magnitude < 3 * shift)
    }
  }

  @Test func `Events that an estimate rests on are counted`() {
    // Ten bad futures of 200: (1 − 2p)² / (p (1 − p)) = 17.05 is the squared skewness, and 200 / 17.05 = 11.7.
    let values = (0..<200).map { $0 % 20 == 0 ? 1.0 : 0 }
    let estimate = Estimator(replications: 200).estimate(values)
    #expect((estimate.effectiveEvents - 11.73).magnitude < 0.2, "was \(estimate.effectiveEvents)")
    #expect(Estimator(replications: 3).estimate([1, 2, 3]).effectiveEvents == .infinity)
  }

  @Test func `A sample of households widens an interval and makes it less skewed`() {
    let household = HouseholdError(variance: 0.09, degreesOfFreedom: 39)
    let plain = Estimator(replications: 10).estimate(oneBadFuture)
    let estimate = Estimator(replications: 10).estimate(oneBadFuture, household: household)
    // The squared error is ten times as large and the third moment the same.
    #expect((estimate.skewness * 10 * 10.0.squareRoot() - plain.skewness).magnitude < 1e-12)
    #expect(estimate.upper95 > plain.upper95 && estimate.lower95 < plain.lower95)
  }

  /// The ends never run away, whatever the sample; with few replications t is large.
  @Test(arguments: 2...30)
  func `Ends are finite and on their sides of the mean`(replications: Int) {
    let values = [Double](repeating: 0, count: replications - 1) + [1]
    let estimate = Estimator(replications: replications).estimate(values)
    #expect(estimate.lower95.isFinite && estimate.upper95.isFinite)
    #expect(estimate.lower95 < estimate.mean && estimate.mean < estimate.upper95)
    #expect(estimate.upper95 - estimate.mean < 15 * estimate.standardError)
  }

  @Test func `Draws of the parameters take the skewness of their futures`() {
    let estimate = Estimator(replications: 10, draws: 2).estimate(oneBadFuture + oneBadFuture)
    let plain = Estimator(replications: 10).estimate(oneBadFuture)
    #expect((estimate.upper95 - plain.upper95).magnitude < 1e-12)
    #expect((estimate.lower95 - plain.lower95).magnitude < 1e-12)
  }
}

struct PrecisionRuleTests {
  private func estimate(_ halfWidth: Double, skewness: Double, replications: Int) -> Estimate {
    Estimate(
      mean: 0.003, standardError: 0, lower95: 0.003 - halfWidth / 2, upper95: 0.003 + halfWidth,
      p05: 0, p25: 0, p50: 0, p75: 0, p95: 0, replications: replications, skewness: skewness)
  }

  @Test func `The longer side of the interval decides`() {
    let rule = PrecisionRule(halfWidth: 0.001)
    #expect(rule.next(after: estimate(0.001, skewness: 0.2, replications: 200)) == nil)
    #expect(rule.next(after: estimate(0.0011, skewness: 0.2, replications: 200)) == 400)
  }

  @Test func `A narrow interval over too few rare events does not stop a run`() {
    let rule = PrecisionRule(halfWidth: 0.001, growth: 1.5)
    // 1 / 0.5² = 4 events.
    #expect(rule.next(after: estimate(0.0001, skewness: 0.5, replications: 200)) == 300)
    #expect(rule.next(after: estimate(0.0001, skewness: 0.44, replications: 200)) == nil)
  }

  @Test func `A run stops at the largest number in any case`() {
    let rule = PrecisionRule(halfWidth: 0.001, largest: 500)
    #expect(rule.next(after: estimate(1, skewness: 0, replications: 400)) == 500)
    #expect(rule.next(after: estimate(1, skewness: 0, replications: 500)) == nil)
  }
}
