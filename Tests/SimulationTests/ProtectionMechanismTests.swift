import Households
import Simulation
import TestSupport
import Testing

/// A3–A10 in whole runs: the same whatever the blocks, and possible.
struct ProtectionMechanismTests {
  let scenario: Scenario
  let rows: [HouseholdRecord]

  init() throws {
    scenario = try TestScenario.core(counties: [11, 40])
    rows = [11, 40].flatMap { county in
      TestPopulation.rows(county: county, count: 800, townships: 3, income: TestPopulation.spread) {
        number, row in
        if number % 9 == 0 { row.flags.insert(.noLabour) }
      }
    }
  }

  private func run(_ scenario: Scenario, householdsPerBlock: Int = 2048, threads: Int = 2) throws
    -> Outcomes
  {
    // A fraction of 1 would give a county of 800 households the quota of a real one.
    let population = TestPopulation.population(
      rows, counties: 88, householdsPerBlock: householdsPerBlock, fraction: 0.05)
    return try Simulator(scenario: scenario, population: population)
      .run(replications: 1, seed: 11, threads: threads)
  }

  private func on(_ mechanism: Mechanism) -> Scenario {
    scenario.setting(mechanism) { $0.isEnabled = true }
  }

  private func systems(_ outcomes: Outcomes, _ quantity: SystemQuantity) -> Int64 {
    let layout = outcomes.layout
    var sum: Int64 = 0
    for year in 0..<layout.years.count {
      for prefecture in 0..<layout.prefectureCount {
        sum +=
          outcomes.replications[0].systems[
            layout.systems(year: year, prefecture: prefecture, quantity)]
      }
    }
    return sum
  }

  @Test(arguments: [Mechanism.loans, .emergencyStocks])
  func `Who gets what does not depend on blocks or threads`(mechanism: Mechanism) throws {
    let one = try run(on(mechanism))
    let many = try run(on(mechanism), householdsPerBlock: 150, threads: 1)
    #expect(one.replications == many.replications)
  }

  @Test func `What every run counts of bills and measures is possible`() throws {
    let outcomes = try run(scenario)
    #expect(systems(outcomes, .compliantBills) > 0)
    #expect(systems(outcomes, .compliantReimbursed) > 0)
    #expect(systems(outcomes, .compliantReimbursed) < systems(outcomes, .compliantBills))
    let (chosen, carriedOut) = (
      systems(outcomes, .measuresChosen), systems(outcomes, .measuresCarriedOut)
    )
    #expect(carriedOut > 0 && carriedOut < chosen)
    let perfect = try run(scenario.without(.identificationErrors))
    #expect(systems(perfect, .measuresChosen) == systems(perfect, .measuresCarriedOut))
    #expect(systems(outcomes, .allowanceEligiblePaid) <= systems(outcomes, .allowanceEligible))
    // With the guarantee nine tenths of the covered cost are paid at least.
    let guaranteed = try run(scenario.setting(.reimbursementGuarantee) { $0.isEnabled = true })
    let (bills, paid) = (
      systems(guaranteed, .compliantBills), systems(guaranteed, .compliantReimbursed)
    )
    #expect(Double(paid) >= 0.9 * Double(bills))
  }
}
