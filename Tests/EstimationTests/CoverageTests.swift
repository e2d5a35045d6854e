import Estimation
import NumericalMethods
import Testing

/// Whether 95 % intervals hold the truth in about 95 % of experiments.
///
/// Draws are fixed, so the tests give the same figure every time; with 2,000 experiments a true 95
/// % shows as 95 % ± 1 point (two standard errors).
struct CoverageTests {
  private func coverage(
    replications: Int, experiments: Int = 2000, truth: Double, seed: UInt64,
    draw: (inout RandomNumbers) -> Double
  ) -> Double {
    var numbers = RandomNumbers(seed: seed)
    let estimator = Estimator(replications: replications)
    var covered = 0
    for _ in 0..<experiments {
      let estimate = estimator.estimate((0..<replications).map { _ in draw(&numbers) })
      if estimate.lower95 <= truth && truth <= estimate.upper95 { covered += 1 }
    }
    return Double(covered) / Double(experiments)
  }

  /// P(|x̄ − μ| ≤ t(0.975, R − 1) s / √R) = 0.95 exactly for normal values, whatever R.
  ///
  /// Source: Student, *Biometrika* 6, 1908. Tolerance 0.015: three standard errors of 2,000
  /// experiments (0.0049).
  @Test(arguments: [3, 10, 50])
  func `Intervals of normal values hold the mean in 95 of 100 cases`(replications: Int) {
    let found = coverage(replications: replications, truth: 4, seed: 11) { 4 + 2 * $0.normal() }
    #expect((0.935...0.965).contains(found), "was \(found)")
  }

  @Test func `Intervals of a skewed yearly rate are nearly right with 200 replications`() {
    // Lognormal with mean 0.4 and standard deviation 0.56 in percent: the spread of drought years.
    let sigma = 1.04
    let truth = 0.4
    // exp(σ Z − σ²/2) has mean 1; a table of quantiles stands for exp, which tests do not need.
    let found = coverage(replications: 200, experiments: 1000, truth: truth, seed: 5) { numbers in
      truth * exponential(sigma * numbers.normal() - sigma * sigma / 2)
    }
    #expect((0.91...0.96).contains(found), "was \(found)")
  }

  /// Differences of two runs that share their luck are normal, so that their interval covers with
  /// 0.95; the pairing saves (σ₁² + σ₂²) / σ_d² = (10 + 10) / 2 = 10 times the replications.
  ///
  /// Source: A. M. Law and W. D. Kelton, *Simulation Modeling and Analysis*, section 11.2 (common
  /// random numbers). Tolerance: 0.015 as above; 9.5 to 12.5 because the mean of a quotient of
  /// variances with 19 degrees of freedom lies up to 19/17 above it.
  @Test func `Paired intervals hold the true difference although both runs share their luck`() {
    var numbers = RandomNumbers(seed: 23)
    let estimator = Estimator(replications: 20)
    var covered = 0
    var saved = 0.0
    for _ in 0..<2000 {
      var baseline: [Double] = []
      var reform: [Double] = []
      for _ in 0..<20 {
        let common = 3 * numbers.normal()
        baseline.append(10 + common + numbers.normal())
        reform.append(9.5 + common + numbers.normal())
      }
      let difference = PairedDifference(baseline: baseline, reform: reform, estimator: estimator)
      if difference.estimate.lower95 <= -0.5 && -0.5 <= difference.estimate.upper95 { covered += 1 }
      saved += difference.replicationsSaved / 2000
    }
    #expect((0.935...0.965).contains(Double(covered) / 2000))
    // (10 + 10) / 2 = 10, a little more on average because a ratio is skewed.
    #expect((9.5...12.5).contains(saved), "was \(saved)")
  }

  /// e to the power x by its series.
  private func exponential(_ x: Double) -> Double {
    var term = 1.0
    var sum = 1.0
    for n in 1...60 {
      term *= x / Double(n)
      sum += term
    }
    return sum
  }
}
