import Households
import Simulation
import TestSupport

/// Two small counties on which the systems of finding households are tried.
struct FindingRuns {
  let scenario: Scenario
  let population: Population

  init() throws {
    scenario = try TestScenario.core(counties: [11, 40])
    // A quarter lives in another prefecture.
    func move(_ number: Int, _ row: inout HouseholdRecord) {
      guard number % 4 == 0 else { return }
      row.flags.insert(.livesElsewhere)
      row.residence = number / 4 % 9
    }
    let rows = [11, 40].flatMap {
      TestPopulation.rows(county: $0, count: 1000, townships: 5, change: move)
    }
    population = TestPopulation.population(rows, counties: 88)
  }

  func run(_ scenario: Scenario) throws -> Outcomes {
    try Simulator(scenario: scenario, population: population)
      .run(replications: 2, seed: 11, threads: 2)
  }

  /// The sum over replications, years and prefectures of a place in a list of tallies.
  private func sum(
    _ outcomes: Outcomes, _ tallies: KeyPath<ReplicationOutcome, [Int64]>,
    _ place: (Int, Int) -> Int
  ) -> Int64 {
    let layout = outcomes.layout
    var sum: Int64 = 0
    for outcome in outcomes.replications {
      for year in 0..<layout.years.count {
        for prefecture in 0..<layout.prefectureCount {
          sum += outcome[keyPath: tallies][place(year, prefecture)]
        }
      }
    }
    return sum
  }

  func system(_ outcomes: Outcomes, _ quantity: SystemQuantity) -> Int64 {
    sum(outcomes, \.systems) { outcomes.layout.systems(year: $0, prefecture: $1, quantity) }
  }

  func finding(_ outcomes: Outcomes, _ quantity: FindingQuantity) -> Int64 {
    sum(outcomes, \.finding) { outcomes.layout.finding(year: $0, prefecture: $1, quantity) }
  }

  func money(_ outcomes: Outcomes, _ programme: Programme) -> Int64 {
    sum(outcomes, \.money) { outcomes.layout.money(year: $0, prefecture: $1, programme) }
  }

  func recognised(_ outcomes: Outcomes) -> Int64 {
    finding(outcomes, .recognisedUnstable) + finding(outcomes, .recognisedMarginal)
      + finding(outcomes, .recognisedSudden)
  }
}
