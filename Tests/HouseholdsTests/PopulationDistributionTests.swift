import Testing

@testable import Households

@Suite struct PopulationDistributionTests {
  /// Mean a / (a + b) and variance a b / ((a + b)² (a + b + 1)).
  ///
  /// Source: S. A. Klugman, H. H. Panjer and G. E. Willmot, *Loss Models*, appendix A (beta).
  /// Tolerance 2e-4: linear interpolation between the cells of the table.
  @Test(arguments: [(9.0, 2.2), (6.0, 3.0), (2.0, 5.0), (1.0, 1.0)])
  func `Tabulated beta quantiles have the mean and variance of the beta distribution`(
    _ a: Double, _ b: Double
  ) {
    let quantiles = BetaQuantiles(a, b)
    let values = (0..<100_000).map { quantiles.value(at: (Double($0) + 0.5) / 100_000) }
    let mean = values.reduce(0, +) / 100_000
    let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 100_000
    #expect((mean - a / (a + b)).magnitude < 2e-4)
    #expect((variance - a * b / ((a + b) * (a + b) * (a + b + 1))).magnitude < 2e-4)
    #expect(zip(values, values.dropFirst()).allSatisfy { $0 < $1 })
  }

  @Test(arguments: [1.3, 1.9, 3.2, 4.1, 5.5])
  func `Household sizes from 1 to 9 have exactly the mean that was asked for`(_ mean: Double) {
    let sizes = SizeDistribution(mean: mean, spread: 1.5)
    let drawn = (0..<100_000).map { sizes.size(at: (Double($0) + 0.5) / 100_000) }
    #expect((Double(drawn.reduce(0, +)) / 100_000 - mean).magnitude < 1e-3)
    #expect(drawn.allSatisfy { (1...9).contains($0) })
  }

  @Test func `The share below an income is the place at which that income is drawn`() throws {
    let plan = try SynthesisPlan(PopulationFixture.scenario())
    let ordinary = plan.counties[40].ordinary
    let share = ordinary.share(below: 10_000)
    #expect((0.05..<0.95).contains(share))
    #expect((ordinary.income(at: share) - 10_000).magnitude < 1e-6)
    #expect(ordinary.share(below: 0) == 0)
    #expect(ordinary.share(below: 1e12) == 1)
  }

  @Test func `Formerly-poor persons of all counties add up to the provincial total`() throws {
    let plan = try SynthesisPlan(PopulationFixture.scenario())
    let persons = plan.counties.reduce(0) { $0 + $1.formerlyPoor.persons }
    #expect((persons - plan.settings.formerlyPoorPersons).magnitude < 1e-3)
  }
}
