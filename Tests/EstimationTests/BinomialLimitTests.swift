import Estimation
import NumericalMethods
import Testing

/// Limits of a binomial chance where they have a closed form, and where independent programs computed them.
struct BinomialLimitTests {
  private static let z = 1.959963984540054

  /// No case in n: Wilson's interval is [0, z² / (n + z²)], and all cases mirror it.
  ///
  /// Source: E. B. Wilson, *Journal of the American Statistical Association* 22, 1927. Tolerance 1e-14:
  /// a few roundings of numbers below one.
  @Test(arguments: [1, 20, 400, 4000])
  func `Wilson's limit of no case in n is z squared over n plus z squared`(trials: Int) {
    let expected = Self.z * Self.z / (Double(trials) + Self.z * Self.z)
    let none = WilsonInterval(successes: 0, trials: trials)
    let all = WilsonInterval(successes: trials, trials: trials)
    #expect(none.lower95 == 0 && (none.upper95 - expected).magnitude < 1e-14)
    #expect(all.upper95 == 1 && (all.lower95 - (1 - expected)).magnitude < 1e-14)
  }

  /// The limits p of Wilson's interval solve (k/n − p)² = z² p (1 − p) / n, which defines them.
  ///
  /// Source: as above. Tolerance 1e-12 of the right side: the roots lose a few digits by cancellation.
  @Test(arguments: [(12, 4000), (1, 30), (17, 40)])
  func `Wilson's limits are the chances at which the score test turns`(cases: Int, trials: Int) {
    let interval = WilsonInterval(successes: cases, trials: trials)
    let share = Double(cases) / Double(trials)
    for p in [interval.lower95, interval.upper95] {
      let score = Self.z * Self.z * p * (1 - p) / Double(trials)
      #expect(((share - p) * (share - p) / score - 1).magnitude < 1e-12)
    }
  }

  /// No case in n: Clopper and Pearson's upper limit is 1 − (α/2)^(1/n), 0.00092179 for n = 4,000, and
  /// the one-sided one is close to the rule of three, 3/n.
  ///
  /// Sources: C. J. Clopper and E. S. Pearson, *Biometrika* 26, 1934; J. A. Hanley and A. Lippman-Hand,
  /// *Journal of the American Medical Association* 249, 1983. Tolerance: n-th power by 1e-10, the number of
  /// published digits, and −ln 0.05 = 2.9957 for three.
  @Test func `The exact limit of no case in 4,000 is the root of a power`() {
    let upper = Distributions.betaQuantile(0.975, 1, 4000)
    func power(_ x: Double) -> Double { (0..<4000).reduce(1.0) { product, _ in product * x } }
    #expect((power(1 - upper) - 0.025).magnitude < 1e-10)
    #expect((upper - 0.00092179).magnitude < 5e-9)
    let oneSided = Distributions.betaQuantile(0.95, 1, 4000)
    #expect((power(1 - oneSided) - 0.05).magnitude < 1e-10)
    #expect((oneSided * 4000 / 3 - 1).magnitude < 0.002)
  }

  /// Student's quantile with one degree of freedom is tan(π (p − ½)), with two (2p − 1) √(2 / (4 p (1 − p))),
  /// and the interval of two values x, y with R = 2 has the half-width 12.706 |x − y| / 2.
  ///
  /// Source: Student, *Biometrika* 6, 1908; N. L. Johnson, S. Kotz and N. Balakrishnan, *Continuous Univariate
  /// Distributions* 2, chapter 28. Tolerance 1e-9 relative: what the library's inversion gives.
  @Test func `Student's quantiles with one and two degrees of freedom are elementary`() {
    // tan(π (p − ½)) = cot(π (1 − p)), whose values at these chances are roots.
    for (p, tangent) in [
      (0.75, 1.0), (5.0 / 6, 3.0.squareRoot()), (11.0 / 12, 2 + 3.0.squareRoot()),
      (7.0 / 8, 1 + 2.0.squareRoot()),
    ] {
      let found = Distributions.studentTQuantile(p, degreesOfFreedom: 1)
      #expect((found / tangent - 1).magnitude < 1e-9, "\(p)")
    }
    for p in [0.6, 0.9, 0.975, 0.999] {
      let expected = (2 * p - 1) * (2 / (4 * p * (1 - p))).squareRoot()
      let found = Distributions.studentTQuantile(p, degreesOfFreedom: 2)
      #expect((found / expected - 1).magnitude < 1e-9, "\(p)")
    }
    let estimate = Estimator(replications: 2).estimate([3, 5])
    #expect((estimate.upper95 - estimate.mean - 12.706204736).magnitude < 1e-8)
    let three = Estimator(replications: 3).estimate([1, 2, 3])
    let t = 0.95 * (2 / (4 * 0.975 * 0.025)).squareRoot()
    #expect((three.upper95 - 2 - t / 3.0.squareRoot()).magnitude < 1e-8)
  }
}
