import Households
import TestSupport
import Testing

@testable import Simulation

/// Market closure against arithmetic by hand.
struct EpidemicTests {
  @Test func `Closed markets take their share of gross sales`() throws {
    var scenario = try TestScenario.baseline(counties: [11], lastYear: 2023).withOnly(.monitoring)
      .with("income.farm_leverage", 2).with("income.business_floor", -1)
    scenario.events = [
      StressEvent(
        kind: .epidemic(admissions: 1, returnShare: 0, marketClosure: 0.25), from: scenario.start,
        to: scenario.start, counties: nil, title: "test")
    ]
    let bench = try Bench(scenario, rows: TestPopulation.rows(county: 11, count: 20))
    let b = bench.block(0)
    for i in 0..<bench.count { b.x.productivity[i] = 1 }
    IncomePass.business(b)
    let before = (0..<bench.count).map { b.x.business[$0] }
    let losses = b.x.loss(Cause.disaster.rawValue)
    losses.update(repeating: 0, count: bench.count)
    EpidemicPass.run(b)
    for i in 0..<bench.count {
      // Net income Y = A with costs of as much again: sales are 2 A, and a quarter is half of A.
      #expect(abs(b.x.business[i] - before[i] * 0.5) < 0.01)
      #expect(abs(losses[i] - before[i] * 0.5) < 0.01)
    }
  }
}
