import Households
import TestSupport

@testable import Simulation

/// A run of two counties, and the lives of all its households in its second future.
struct FollowedRun: Sendable {
  private static let counties = [11, 40]
  let scenario: Scenario
  let population: Population
  let outcome: ReplicationOutcome
  let layout: OutcomeLayout
  let lives: [HouseholdLife]

  /// Made once for all tests.
  static let made = Result { try FollowedRun() }

  /// The second future of a run, as the first cannot show that the number is heeded.
  ///
  /// Everything is on and every month counts; one block a township, so that rows of many blocks are
  /// followed.
  private init() throws {
    var scenario = try TestScenario.baseline(counties: Self.counties, lastYear: 2024)
    for mechanism in Mechanism.allCases where mechanism != .matching {
      scenario = scenario.setting(mechanism) { $0.isEnabled = true }
    }
    scenario.firstResultYear = 2022
    for (name, value) in Self.plenty { scenario = scenario.with(name, value) }
    self.scenario = scenario
    let rows = Self.counties.flatMap { county in
      TestPopulation.rows(county: county, count: 240, income: { 4500 + Double($0 % 50) * 90 }) {
        number, row in
        if number % 7 == 0 { row.flags.remove(.formerlyPoor) }
        row.weight = number % 5 == 0 ? 2 : 1
      }
    }
    population = TestPopulation.population(rows, counties: 88, householdsPerBlock: 60)
    let simulator = try Simulator(scenario: scenario, population: population)
    let outcomes = try simulator.run(replications: 2, seed: 5, threads: 1)
    (outcome, layout) = (outcomes.replications[1], outcomes.layout)
    lives = try simulator.lives(
      of: Set(rows.map(\.id)), replication: 1, seed: 5, threads: 1)
  }

  /// What is scarce or rare in two counties is made plenty, so that all of it happens.
  private static let plenty: [(String, Double)] = [
    ("fund.total", 1e11), ("public_posts.additional_posts", 1e6), ("workshops.jobs", 1e6),
    ("loans.volume", 1e11), ("emergency_stocks.province", 1e10), ("visits.grid_workers", 200_000),
    ("flood.rate", 4), ("vulnerability_index.training_households", 100),
    ("vulnerability_index.training_replications", 1),
  ]
}
