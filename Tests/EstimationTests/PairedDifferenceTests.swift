import Estimation
import Testing

struct PairedDifferenceTests {
  @Test func `A policy that changes nothing has effect zero and saves every replication`() {
    let values = [0.003, 0.005, 0.004]
    let difference = PairedDifference(
      baseline: values, reform: values, estimator: Estimator(replications: 3))
    #expect(difference.estimate.mean == 0)
    #expect(difference.estimate.standardError == 0)
    #expect(difference.estimate.lower95 == 0 && difference.estimate.upper95 == 0)
    #expect(difference.replicationsSaved == .infinity)
  }

  @Test func `Replications saved match a case worked by hand`() {
    let difference = PairedDifference(
      baseline: [1, 2, 3, 4], reform: [1, 3, 3, 5], estimator: Estimator(replications: 4))
    // Differences 0, 1, 0, 1: mean 1/2, variance 1/3; variances of the runs 5/3 and 8/3.
    #expect(difference.estimate.mean == 0.5)
    #expect((difference.estimate.standardError - (1.0 / 12).squareRoot()).magnitude < 1e-12)
    #expect((difference.replicationsSaved - 13).magnitude < 1e-12)
  }

  @Test func `With one replication nothing is said about replications saved`() {
    let difference = PairedDifference(
      baseline: [1], reform: [2], estimator: Estimator(replications: 1))
    #expect(difference.estimate.mean == 1)
    #expect(difference.replicationsSaved.isNaN)
  }
}
