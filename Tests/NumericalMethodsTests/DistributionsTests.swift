import NumericalMethods
import Testing

struct DistributionsTests {
  /// Student's t quantile at 0.975 with 1, 3 and 39 degrees of freedom.
  ///
  /// Source: W. H. Beyer, *CRC Standard Probability and Statistics Tables*, table of percentage points
  /// of Student's distribution; further digits from `scipy.stats.t.ppf` 1.17. Tolerance 1e-8: the
  /// digits that are written.
  @Test(arguments: [(1.0, 12.706204736), (3.0, 3.182446305), (39.0, 2.022690920)])
  func `Quantiles of Student's t are those of the printed tables`(
    degreesOfFreedom: Double, expected: Double
  ) {
    let quantile = Distributions.studentTQuantile(0.975, degreesOfFreedom: degreesOfFreedom)
    #expect((quantile - expected).magnitude < 1e-8)
  }

  /// Φ⁻¹(0.975) = 1.959963984540054 and Φ⁻¹(Φ(x)) = x.
  ///
  /// Source: M. Abramowitz and I. A. Stegun, *Handbook of Mathematical Functions*, table 26.1.
  /// Tolerance 1e-12 for the printed value, 1e-9 for the inverse at 4 standard deviations, where
  /// the tail has lost four digits.
  @Test func `Quantile and probability of the normal undo each other`() {
    #expect((Distributions.normalQuantile(0.975) - 1.959963984540054).magnitude < 1e-12)
    for x in stride(from: -4.0, through: 4.0, by: 0.5) {
      let back = Distributions.normalQuantile(Distributions.normalProbability(below: x))
      #expect((back - x).magnitude < 1e-9)
    }
  }

  /// Clopper–Pearson: B⁻¹(α/2; k, n − k + 1) and B⁻¹(1 − α/2; k + 1, n − k).
  ///
  /// Source: C. J. Clopper and E. S. Pearson, *Biometrika* 26, 1934; values by
  /// `scipy.stats.beta.ppf` 1.17. Tolerance 1e-7: all digits that were noted.
  @Test func `Beta quantiles give the exact interval of 12 cases in 4,000`() {
    #expect((Distributions.betaQuantile(0.025, 12, 3989) - 0.0015511).magnitude < 1e-7)
    #expect((Distributions.betaQuantile(0.975, 13, 3988) - 0.0052345).magnitude < 1e-7)
  }
}
