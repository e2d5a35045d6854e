import Estimation
import Testing

struct PolicyComparisonsTests {
  private typealias Difference = PolicyComparisons.Difference

  /// Holm's own steps: 4 × 0.005, 3 × 0.01, 2 × 0.03, then 0.04 raised to what came before.
  @Test func `Adjusted chances are those of the step-down rule, in the order given`() {
    let adjusted = PolicyComparisons.holm([0.01, 0.04, 0.03, 0.005])
    let expected = [0.03, 0.06, 0.06, 0.02]
    for (found, value) in zip(adjusted, expected) { #expect((found - value).magnitude < 1e-15) }
    #expect(PolicyComparisons.holm([0.6, 0.7]) == [1, 1])
  }

  @Test func `An unknown chance stays unknown and counts as the largest`() {
    let adjusted = PolicyComparisons.holm([.nan, 0.02, 0.01])
    #expect(adjusted[0].isNaN)
    #expect((adjusted[1] - 0.04).magnitude < 1e-15 && (adjusted[2] - 0.03).magnitude < 1e-15)
  }

  /// Student's t with one and two degrees of freedom in closed form: P(|T| > 1) = ½ for one, and
  /// 1 − t / √(2 + t²) for two.
  @Test func `Chances beyond a distance are those of the closed forms`() {
    let one = Difference(mean: -2, standardError: 2, degreesOfFreedom: 1).probability
    #expect((one - 0.5).magnitude < 1e-12)
    let two = Difference(mean: 3, standardError: 1, degreesOfFreedom: 2).probability
    #expect((two - (1 - 3 / 11.0.squareRoot())).magnitude < 1e-12)
    let normal = Difference(
      mean: 1.959963984540054, standardError: 1, degreesOfFreedom: .infinity)
    #expect((normal.probability - 0.05).magnitude < 1e-12)
  }

  @Test func `Without spread a difference is certain and no difference is none`() {
    #expect(Difference(baseline: [1, 2, 3], reform: [2, 3, 4]).probability == 0)
    #expect(Difference(baseline: [1, 2, 3], reform: [1, 2, 3]).probability == 1)
    #expect(Difference(baseline: [1], reform: [2]).probability.isNaN)
    let sure = PolicyComparisons([Difference(baseline: [1, 2, 3], reform: [2, 3, 4])])
    #expect(sure.lower == [1] && sure.upper == [1] && sure.isClaimed == [true])
  }

  /// scipy 1.17.1 (`ttest_rel` and its interval at 1 − 0.05/3) and statsmodels 0.15.0 (`multipletests`).
  ///
  /// Tolerance 1e-9 of the values: two implementations of the same distribution.
  @Test func `P-values, Holm's and simultaneous intervals agree with scipy and statsmodels`() throws
  {
    let stored = try DecisionCases.stored().holm
    let table = DecisionCases.raceTable().map { Array($0.prefix(25)) }
    let found = PolicyComparisons(
      (1...3).map { Difference(baseline: table[0], reform: table[$0]) })
    for k in 0..<3 {
      #expect((found.probabilities[k] / stored.p[k] - 1).magnitude < 1e-9)
      #expect((found.adjusted[k] / stored.holm[k] - 1).magnitude < 1e-9)
      #expect((found.lower[k] - stored.lower[k]).magnitude < 1e-9)
      #expect((found.upper[k] - stored.upper[k]).magnitude < 1e-9)
    }
    // Holm claims what the simultaneous intervals of Bonferroni leave open.
    #expect(found.isClaimed == [true, true, true])
    #expect(found.lower[1] < 0 && found.upper[1] > 0)
  }
}
