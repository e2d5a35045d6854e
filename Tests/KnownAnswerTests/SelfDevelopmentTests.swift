import Households
import TestSupport
import Testing

@testable import Simulation

/// The self-development index against arithmetic done by hand.
struct SelfDevelopmentTests {
  static let weights = SelfDevelopment(
    ownShare: 0.2, sources: 0.15, assets: 0.2, labour: 0.2, debt: 0.1, savings: 0.1, coping: 0.05)

  @Test func `Points are the weighted mean of the parts`() {
    let nothing = SelfDevelopment(
      ownShare: 0, sources: 0, assets: 0, labour: 0, debt: 0, savings: 0, coping: 0)
    let half = SelfDevelopment(
      ownShare: 0.5, sources: 0.5, assets: 0.5, labour: 0.5, debt: 0.5, savings: 0.5, coping: 0.5)
    #expect(nothing.points(Self.weights) == 0)
    #expect(abs(half.points(Self.weights) - 50) < 1e-4)
    var able = nothing
    able.labour = 1
    #expect(abs(able.points(Self.weights) - 20) < 1e-4)
  }

  @Test func `The parts of one household`() throws {
    let scenario = try TestScenario.baseline(counties: [11])
      .with("self_development.labour_enough", 0.6).with("self_development.savings_months", 6)
      .with("self_development.assets_enough", 30_000)
    let bench = try Bench(scenario, rows: TestPopulation.rows(county: 11, count: 3))
    let b = bench.block(0)
    bench.scratch.persons[1] = 4
    bench.scratch.consumption[1] = 2000
    bench.scratch.productivity[1] = 1
    bench.state.income12[1] = 4 * 9000
    bench.state.aid12[1] = 2 * 1000
    bench.state.savings[1] = 6000
    bench.state.informalDebt[1] = 9000
    bench.state.hardship[1] = 0
    let index = bench.current.pointee.settings.calendar.businessIndex
    bench.state.assets[1] = 15_000 * index
    SelfDevelopmentPass.markAbleAdults(b)
    let parts = SelfDevelopmentPass.parts(b, 1)
    #expect(abs(parts.ownShare - 0.9) < 1e-5)
    // Wages and business: 60 % and 25 % of income; property is only 2.5 %.
    #expect(parts.sources == 1)
    #expect(abs(parts.assets - 0.5) < 1e-5)
    // Of four members two are 15 to 59 years old, and 2.4 are enough.
    #expect(abs(parts.labour - 2 / 2.4) < 1e-5)
    #expect(abs(parts.debt - 0.75) < 1e-5)
    #expect(abs(parts.savings - 0.5) < 1e-5)
    #expect(parts.coping == 1)
  }
}
