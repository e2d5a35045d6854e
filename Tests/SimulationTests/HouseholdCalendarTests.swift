import Households
import TestSupport
import Testing

@testable import Simulation

/// H10 in whole runs: persons are accounted for.
struct HouseholdCalendarTests {
  let scenario: Scenario
  let population: Population

  init() throws {
    scenario = try TestScenario.core(counties: [11, 40], lastYear: 2026)
    let rows = [11, 40].flatMap { county in
      TestPopulation.rows(county: county, count: 700, townships: 3, workers: 2) { number, row in
        if number % 3 == 0 { row.members = SIMD8(1, 2, 1, 0, 1, 1, 0, 1) }
      }
    }
    population = TestPopulation.population(rows, counties: 88)
  }

  private func run(_ scenario: Scenario, threads: Int = 2) throws -> Outcomes {
    try Simulator(scenario: scenario, population: population)
      .run(replications: 2, seed: 3, threads: threads)
  }

  private var on: Scenario { scenario.setting(.householdCalendar) { $0.isEnabled = true } }

  private func count(
    _ outcomes: Outcomes, _ quantity: SystemQuantity, year: Int, replication: Int
  ) -> Int64 {
    let layout = outcomes.layout
    return (0..<layout.prefectureCount).reduce(0) {
      $0
        + outcomes.replications[replication].systems[
          layout.systems(year: year, prefecture: $1, quantity)]
    }
  }

  @Test func `Persons at year end follow from births, deaths and moves, to the person`() throws {
    let outcomes = try run(on.with("accidents.worker_death_rate", 0.02))
    for replication in 0..<2 {
      for year in 1..<outcomes.layout.years.count {
        func n(_ quantity: SystemQuantity, _ year: Int) -> Int64 {
          count(outcomes, quantity, year: year, replication: replication)
        }
        let expected =
          n(.personsAtYearEnd, year - 1) + n(.births, year) - n(.naturalDeaths, year)
          - n(.workerDeaths, year) + n(.movedInByMarriage, year) - n(.movedByMarriage, year)
        #expect(n(.personsAtYearEnd, year) == expected)
        #expect(n(.personsAtYearEnd, year) == n(.personsRural, year))
        #expect(n(.births, year) > 0)
        #expect(n(.naturalDeaths, year) > 0)
        #expect(n(.workerDeaths, year) > 0)
        #expect(n(.movedByMarriage, year) > 0)
      }
    }
  }

  @Test func `Threads change nothing`() throws {
    #expect(try run(on, threads: 1).replications == run(on, threads: 2).replications)
  }
}
