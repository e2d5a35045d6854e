import Households
import TestSupport
import Testing

@testable import Simulation

/// H6: placed and random epidemics in whole runs, and market closure by hand.
struct EpidemicTests {
  let scenario: Scenario
  let population: Population

  init() throws {
    scenario = try TestScenario.core(counties: [11])
    population = TestPopulation.population(
      TestPopulation.rows(county: 11, count: 800, townships: 3), counties: 88)
  }

  private func run(_ scenario: Scenario) throws -> Outcomes {
    try Simulator(scenario: scenario, population: population)
      .run(replications: 2, seed: 3, threads: 2)
  }

  private func systems(_ outcomes: Outcomes, _ quantity: SystemQuantity, year: Int) -> Int64 {
    let layout = outcomes.layout
    return outcomes.replications.reduce(0) { sum, outcome in
      sum
        + (0..<layout.prefectureCount).reduce(0) {
          $0 + outcome.systems[layout.systems(year: year, prefecture: $1, quantity)]
        }
    }
  }

  private func withEvent(
    _ admissions: Double, returning: Double, closure: Double
  ) -> Scenario {
    var stressed = scenario
    stressed.events = [
      StressEvent(
        kind: .epidemic(
          admissions: admissions, returnShare: returning, marketClosure: closure),
        from: Month(year: 2024, month: 2), to: Month(year: 2024, month: 5), counties: nil,
        title: "test")
    ]
    return stressed
  }

  @Test func `With pandemics it is counted`() throws {
    let often = scenario.with("jobs.pandemic_enter", 0.2)
    let outcomes = try run(often.setting(.epidemic) { $0.isEnabled = true })
    #expect(systems(outcomes, .epidemicAdmissions, year: 1) > 0)
    #expect(systems(outcomes, .marketClosureLoss, year: 1) > 0)
  }

  @Test func `A placed epidemic acts in its months without the mechanism`() throws {
    let calm = scenario.with("jobs.pandemic_enter", 0)
    let (before, after) = (
      try run(calm),
      try run(withEvent(2, returning: 0.3, closure: 0.4).with("jobs.pandemic_enter", 0))
    )
    for quantity in [SystemQuantity.epidemicAdmissions, .marketClosureLoss, .migrantsReturned] {
      #expect(systems(before, quantity, year: 1) == 0)
      #expect(systems(after, quantity, year: 0) == 0)
      #expect(systems(after, quantity, year: 1) > 0)
    }
    #expect(systems(before, .admissions, year: 0) == systems(after, .admissions, year: 0))
    #expect(systems(before, .admissions, year: 1) < systems(after, .admissions, year: 1))
    #expect(systems(before, .lossDisaster, year: 1) < systems(after, .lossDisaster, year: 1))
    #expect(systems(before, .lossJobs, year: 1) < systems(after, .lossJobs, year: 1))
  }

  @Test func `More closure never means fewer entries and no epidemic at all is none`() throws {
    #expect(
      systems(try run(withEvent(1, returning: 0, closure: 0.2)), .marketClosureLoss, year: 1)
        < systems(try run(withEvent(1, returning: 0, closure: 0.5)), .marketClosureLoss, year: 1))
    #expect(
      systems(try run(withEvent(1, returning: 0, closure: 0)), .marketClosureLoss, year: 1) == 0)
  }
}
