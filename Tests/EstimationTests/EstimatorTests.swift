import Estimation
import Testing

struct EstimatorTests {
  @Test func `Mean, standard error and interval match a case worked by hand`() {
    let estimate = Estimator(replications: 4).estimate([1, 2, 3, 4])
    #expect(estimate.mean == 2.5)
    // s² = 5/3, so the standard error is √(5/12); t(0.975, 3) = 3.182446.
    #expect((estimate.standardError - 0.6454972244).magnitude < 1e-9)
    #expect((estimate.upper95 - (2.5 + 3.182446305 * 0.6454972244)).magnitude < 1e-8)
    #expect((estimate.lower95 - (2.5 - 3.182446305 * 0.6454972244)).magnitude < 1e-8)
    #expect(estimate.replications == 4)
  }

  @Test func `Quantiles interpolate between ordered values`() {
    let estimate = Estimator(replications: 4).estimate([4, 2, 1, 3])
    let quantiles = [estimate.p05, estimate.p25, estimate.p50, estimate.p75, estimate.p95]
    for (found, expected) in zip(quantiles, [1.15, 1.75, 2.5, 3.25, 3.85]) {
      #expect((found - expected).magnitude < 1e-12)
    }
  }

  @Test func `One replication has a value and neither error nor interval`() {
    let estimate = Estimator(replications: 1).estimate([0.004], isNonNegative: true)
    #expect(estimate.mean == 0.004)
    #expect(estimate.p05 == 0.004 && estimate.p95 == 0.004)
    #expect(estimate.standardError.isNaN && estimate.lower95.isNaN && estimate.upper95.isNaN)
  }

  @Test func `Equal values have no error, also when they are not exact binary numbers`() {
    let estimate = Estimator(replications: 7).estimate(Array(repeating: 0.1, count: 7))
    #expect(estimate.mean == 0.1)
    #expect(estimate.standardError == 0)
    #expect(estimate.lower95 == 0.1 && estimate.upper95 == 0.1)
  }

  @Test func `The interval of a rate ends at zero, that of a difference does not`() {
    let estimator = Estimator(replications: 3)
    #expect(estimator.estimate([0, 0, 0.01], isNonNegative: true).lower95 == 0)
    #expect(estimator.estimate([0, 0, 0.01]).lower95 < 0)
  }

  @Test func `A sample of households widens the interval by its own degrees of freedom`() {
    let values = [1.0, 2, 3, 4, 5, 6, 7, 8, 9, 10]
    // s²/R = 55/6/10 = 11/12, and as much again from households with 39 degrees of freedom.
    let household = HouseholdError(variance: 11.0 / 12, degreesOfFreedom: 39)
    let estimate = Estimator(replications: 10).estimate(values, household: household)
    let expectedError = (11.0 / 6).squareRoot()
    #expect((estimate.standardError - expectedError).magnitude < 1e-12)
    // Welch–Satterthwaite: 2² / (1/9 + 1/39) = 29.25; t(0.975, 29.25) = 2.0444.
    let quantile = (estimate.upper95 - estimate.mean) / expectedError
    #expect((quantile - 2.0444).magnitude < 1e-4)
  }

  @Test func `An unknown error of households leaves no interval`() {
    let household = HouseholdError(variance: .nan, degreesOfFreedom: .nan)
    let estimate = Estimator(replications: 3).estimate([1, 2, 3], household: household)
    #expect(estimate.mean == 2)
    #expect(estimate.standardError.isNaN && estimate.lower95.isNaN && estimate.upper95.isNaN)
  }
}
