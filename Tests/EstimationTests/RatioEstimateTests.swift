import Testing

@testable import Estimation

struct RatioEstimateTests {
  let costs = [3.0, 5, 4, 6, 2]
  let persons = [1.5, 2.5, 2, 2.2, 1.8]

  /// Roots of Fieller's quadratic by `numpy.roots`, with `scipy.stats.t.ppf(0.975, 4)`.
  ///
  /// Source: E. C. Fieller, *Journal of the Royal Statistical Society* B 16, 1954. Tolerance
  /// 1e-8: the digits that are written.
  @Test func `Fieller's interval agrees with an independent computation`() throws {
    let ratio = RatioEstimate(numerators: costs, denominators: persons)
    #expect(ratio.ratio == 2)
    let interval = try #require(ratio.interval)
    #expect((interval.lowerBound - 1.20885337).magnitude < 1e-8)
    #expect((interval.upperBound - 2.66050713).magnitude < 1e-8)
  }

  @Test func `A quotient that is the same in every replication has an interval without width`()
    throws
  {
    let ratio = RatioEstimate(numerators: persons.map { 3 * $0 }, denominators: persons)
    let interval = try #require(ratio.interval)
    #expect(
      (interval.lowerBound - 3).magnitude < 1e-6 && (interval.upperBound - 3).magnitude < 1e-6)
  }

  @Test func `A denominator that may be zero leaves no interval`() {
    let ratio = RatioEstimate(numerators: costs, denominators: [1, -1, 2, -2, 0.5])
    #expect(ratio.interval == nil)
    #expect(RatioEstimate(numerators: [1], denominators: [2]).interval == nil)
  }
}
