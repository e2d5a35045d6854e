import NumericalMethods
import Testing

struct DistributionsTests {
  @Test(arguments: [(1.0, 12.706204736), (3.0, 3.182446305), (39.0, 2.022690920)])
  func `Quantiles of Student's t are those of the printed tables`(
    degreesOfFreedom: Double, expected: Double
  ) {
    let quantile = Distributions.studentTQuantile(0.975, degreesOfFreedom: degreesOfFreedom)
    #expect((quantile - expected).magnitude < 1e-8)
  }

  @Test func `Quantile and probability of the normal undo each other`() {
    #expect((Distributions.normalQuantile(0.975) - 1.959963984540054).magnitude < 1e-12)
    for x in stride(from: -4.0, through: 4.0, by: 0.5) {
      let back = Distributions.normalQuantile(Distributions.normalProbability(below: x))
      #expect((back - x).magnitude < 1e-9)
    }
  }

  @Test func `Beta quantiles give the exact interval of 12 cases in 4,000`() {
    #expect((Distributions.betaQuantile(0.025, 12, 3989) - 0.0015511).magnitude < 1e-7)
    #expect((Distributions.betaQuantile(0.975, 13, 3988) - 0.0052345).magnitude < 1e-7)
  }
}
