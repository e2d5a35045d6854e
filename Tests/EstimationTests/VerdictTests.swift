import Estimation
import Testing

struct WilsonIntervalTests {
  /// Wilson: (p + z²/2n ± z √(p (1 − p)/n + z²/4n²)) / (1 + z²/n) for 12 of 4,000.
  ///
  /// Source: E. B. Wilson, *Journal of the American Statistical Association* 22, 1927; values
  /// computed from the formula outside this program. Tolerance 1e-7: all digits that were noted.
  @Test func `Twelve of 4,000 have the interval computed elsewhere`() {
    let interval = WilsonInterval(successes: 12, trials: 4000)
    #expect(interval.probability == 0.003)
    #expect((interval.lower95 - 0.0017170).magnitude < 1e-7)
    #expect((interval.upper95 - 0.0052367).magnitude < 1e-7)
  }

  @Test func `None and all have ends at zero and one and still some width`() {
    let none = WilsonInterval(successes: 0, trials: 20)
    let all = WilsonInterval(successes: 20, trials: 20)
    #expect(none.lower95 == 0 && none.upper95 > 0.1)
    #expect(all.upper95 == 1 && all.lower95 < 0.9)
  }
}

struct VerdictTests {
  private func estimate(_ values: [Double]) -> Estimate {
    Estimator(replications: values.count).estimate(values, isNonNegative: true)
  }

  @Test func `The verdict follows the interval and not the mean`() {
    let rates = [0.0040, 0.0044, 0.0042, 0.0038, 0.0046]
    #expect(Verdict(estimate(rates), limit: 0.005) == .met)
    #expect(Verdict(estimate(rates), limit: 0.003) == .missed)
    #expect(Verdict(estimate(rates), limit: 0.0043) == .undecided)
  }

  @Test func `A rate that is exactly the limit meets it`() {
    #expect(Verdict(estimate([0.003, 0.003]), limit: 0.003) == .met)
  }

  @Test func `One replication decides nothing`() {
    #expect(Verdict(estimate([0.1]), limit: 0.003) == .undecided)
  }
}

struct SettlingTests {
  // Mean 2.5, s² = 5/3.
  private let values = [1.0, 2, 3, 4]

  @Test func `The number settles the verdict and one less does not`() throws {
    let enough = try #require(Settling.replications(values, limit: 2.75))
    // Half-width t · √(5/3 / R) < 0.25 needs about (1.98 / 0.25)² · 5/3 = 105 replications.
    #expect((100...110).contains(enough))
    func halfWidth(_ replications: Int) -> Double {
      // Values with mean 2.5 and variance 5/3, whatever their number.
      let reach = (5.0 / 3 * Double(replications - 1) / Double(replications)).squareRoot()
      let spread = (0..<replications).map { 2.5 + ($0 % 2 == 0 ? reach : -reach) }
      let estimate = Estimator(replications: replications).estimate(spread)
      return estimate.upper95 - estimate.mean
    }
    let even = enough + enough % 2
    #expect(halfWidth(even) < 0.25)
    #expect(halfWidth(even - 4) > 0.25)
  }

  /// Rare bad futures make the interval longer upwards, so a limit above needs more replications.
  @Test func `A limit on the longer side needs more replications`() throws {
    let skewed = (0..<100).map { $0 % 10 == 0 ? 1.0 : 0 }
    let above = try #require(Settling.replications(skewed, limit: 0.15))
    let below = try #require(Settling.replications(skewed, limit: 0.05))
    // Student's would be (1.96 / 0.05)² × 0.09 = 138 on either side.
    #expect(above > 138 && below < 138, "were \(above) and \(below)")
  }

  @Test func `No number settles a mean that equals the limit`() {
    #expect(Settling.replications(values, limit: 2.5) == nil)
  }

  @Test func `No number settles what the sample of households leaves open`() {
    let household = HouseholdError(variance: 0.04, degreesOfFreedom: 39)
    #expect(Settling.replications(values, household: household, limit: 2.75) == nil)
    let smaller = HouseholdError(variance: 0.004, degreesOfFreedom: 39)
    let without = Settling.replications(values, limit: 2.75)!
    let with = Settling.replications(values, household: smaller, limit: 2.75)!
    #expect(with > without)
  }

  @Test func `One replication tells nothing about how many are needed`() {
    #expect(Settling.replications([1], limit: 2) == nil)
  }
}
