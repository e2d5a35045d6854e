import Households
import Simulation
import TestSupport
import Testing

/// What results must not depend on.
struct InvarianceTests {
  let scenario: Scenario
  let rows: [HouseholdRecord]

  init() throws {
    scenario = try TestScenario.baseline(counties: [11, 12, 40])
    rows = [11, 12, 40].flatMap { TestPopulation.rows(county: $0, count: 700, townships: 5) }
  }

  private func outcomes(
    _ scenario: Scenario, rows: [HouseholdRecord]? = nil, replications: Int = 3, threads: Int = 1,
    householdsPerBlock: Int = 2048
  ) throws -> [ReplicationOutcome] {
    let population = TestPopulation.population(
      rows ?? self.rows, counties: 88, householdsPerBlock: householdsPerBlock)
    return try Simulator(scenario: scenario, population: population)
      .run(replications: replications, seed: 7, threads: threads).replications
  }

  @Test(arguments: [2, 7]) func `The number of threads changes nothing`(threads: Int) throws {
    #expect(try outcomes(scenario) == outcomes(scenario, threads: threads))
    // One replication on many threads runs counties side by side instead of replications.
    #expect(
      try outcomes(scenario, replications: 1)
        == outcomes(scenario, replications: 1, threads: threads))
  }

  @Test(arguments: [1, 100, 300, 1000]) func `The size of a block changes nothing`(size: Int) throws
  {
    #expect(try outcomes(scenario) == outcomes(scenario, householdsPerBlock: size))
  }

  @Test func `The order of townships changes nothing`() throws {
    let turned = rows.sorted { ($0.county, -$0.township, $0.id) < ($1.county, -$1.township, $1.id) }
    #expect(turned != rows)
    #expect(try outcomes(scenario) == outcomes(scenario, rows: turned))
  }

  @Test func `The same seed gives the same outcomes and another seed others`() throws {
    let population = TestPopulation.population(rows, counties: 88)
    let simulator = try Simulator(scenario: scenario, population: population)
    let first = try simulator.run(replications: 2, seed: 3, threads: 2)
    #expect(
      first.replications == (try simulator.run(replications: 2, seed: 3, threads: 1).replications))
    #expect(
      first.replications != (try simulator.run(replications: 2, seed: 4, threads: 1).replications))
  }

  @Test func `More replications leave the first ones as they were`() throws {
    #expect(
      try outcomes(scenario, replications: 5).prefix(2) == outcomes(scenario, replications: 2)[...])
  }

  @Test func `A policy that reaches nobody changes no tally`() throws {
    let other = Set(scenario.geography.counties.indices).subtracting(scenario.counties)
    let before = scenario.without(.reimbursementGuarantee)
    let after = scenario.setting(.reimbursementGuarantee) {
      $0.isEnabled = true
      $0.counties = other
    }
    #expect(try outcomes(before) == outcomes(after))
  }

  @Test func `A policy for one county changes nothing in another when no money is shared`() throws {
    let free = scenario.without(.fund)
    let reform = free.setting(.medicalAssistance) { $0.counties = [40] }
    let layout = OutcomeLayout(
      geography: scenario.geography, counties: scenario.counties, years: scenario.resultYears)
    let (base, changed) = (try outcomes(free), try outcomes(reform))
    #expect(base != changed)
    func persons(_ outcomes: [ReplicationOutcome], county: Int) -> [Int64] {
      outcomes.flatMap { outcome in
        (0..<layout.years.count).flatMap { year in
          PersonMeasure.allCases.map {
            outcome.persons[layout.persons(year: year, county: county, $0)]
          }
        }
      }
    }
    #expect(persons(base, county: 2) == persons(changed, county: 2))
    #expect(persons(base, county: 0) != persons(changed, county: 0))
  }

  @Test func `Households that share nothing add up, so a sample follows the same paths`() throws {
    let alone = scenario.without(.fund, .visits, .loans, .emergencyStocks)
    let kept = rows.filter { $0.id % 5 == 0 }
    let rest = rows.filter { $0.id % 5 != 0 }
    let (whole, part, other) = (
      try outcomes(alone), try outcomes(alone, rows: kept), try outcomes(alone, rows: rest)
    )
    for (number, outcome) in whole.enumerated() {
      #expect(outcome.persons == zip(part[number].persons, other[number].persons).map { $0 + $1 })
      #expect(outcome.finding == zip(part[number].finding, other[number].finding).map { $0 + $1 })
    }
  }
}
