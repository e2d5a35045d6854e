import Households
import Simulation
import TestSupport
import Testing

/// Annual rules in whole runs.
struct AnnualRuleTests {
  let scenario: Scenario
  let population: Population

  init() throws {
    // Counties of two prefectures.
    scenario = try TestScenario.baseline(counties: [11, 40], lastYear: 2025)
    let rows = [11, 40].flatMap { TestPopulation.rows(county: $0, count: 700, townships: 3) }
    population = TestPopulation.population(rows, counties: 88)
  }

  private func run(_ scenario: Scenario, threads: Int = 2) throws -> [ReplicationOutcome] {
    try Simulator(scenario: scenario, population: population)
      .run(replications: 2, seed: 11, threads: threads).replications
  }

  private func ruled(
    _ effect: AnnualRule.Effect, when quantity: AnnualRule.Quantity = .monitoredShare,
    above threshold: Double = 0, mechanism: Mechanism = .emergencyRelief,
    scope: AnnualRule.Scope = .eachPrefecture
  ) -> Scenario {
    var copy = scenario
    copy.rules = [
      AnnualRule(
        title: BilingualText(chinese: "规则", english: "rule"), quantity: quantity, isAbove: true,
        threshold: threshold, mechanism: mechanism, effect: effect, scope: scope)
    ]
    return copy
  }

  private func firings(_ outcomes: [ReplicationOutcome]) -> [Int64] {
    let layout = OutcomeLayout(
      geography: scenario.geography, counties: scenario.counties, years: scenario.resultYears)
    return (0..<layout.years.count).map { year in
      (0..<layout.prefectureCount).reduce(0) {
        $0 + outcomes[0].systems[layout.systems(year: year, prefecture: $1, .ruleFirings)]
      }
    }
  }

  private func withoutFirings(_ outcomes: [ReplicationOutcome]) -> [ReplicationOutcome] {
    let count = SystemQuantity.allCases.count
    return outcomes.map { outcome in
      var copy = outcome
      for place in copy.systems.indices
      where place % count == SystemQuantity.ruleFirings.rawValue { copy.systems[place] = 0 }
      return copy
    }
  }

  @Test func `What no rule can change no rule may name`() {
    // Works stand or do not; weather, prices and those who build them know nothing of rules.
    #expect(!AnnualRule.movable.contains(.publicWorks))
    #expect(AnnualRule.movable.contains(.training))
  }

  @Test func `A rule that never fires changes nothing`() throws {
    let never = try run(ruled(.multiply(by: 3, within: 0...10), above: 0.999))
    #expect(try never == run(scenario))
    #expect(firings(never) == [0, 0, 0])
  }

  @Test(arguments: AnnualRule.Scope.allCases)
  func `A rule that always fires equals a scaled path from the second year on`(
    scope: AnnualRule.Scope
  ) throws {
    let always = try run(ruled(.multiply(by: 1.5, within: 0...2), scope: scope))
    let path = DatedPath(steps: [
      .init(from: nil, value: 1), .init(from: Month(year: 2024, month: 1), value: 1.5),
      .init(from: Month(year: 2025, month: 1), value: 2),
    ])
    let scaled = try run(scenario.setting(.emergencyRelief) { $0.scale = path })
    #expect(withoutFirings(always) == scaled)
    #expect(try scaled != run(scenario))
    // Once a year in each of the two prefectures, from the second year on.
    #expect(firings(always) == [0, 2, 2])
  }

  @Test func `A strength set to zero switches the mechanism off`() throws {
    let off = try run(ruled(.set(to: 0), mechanism: .industrySupport))
    let dated = try run(
      scenario.setting(.industrySupport) { $0.to = Month(year: 2023, month: 12) })
    #expect(withoutFirings(off) == dated)
  }

  @Test(arguments: AnnualRule.Quantity.allCases)
  func `Results do not depend on threads`(quantity: AnnualRule.Quantity) throws {
    let ruled = ruled(
      .multiply(by: 1.5, within: 0...10), when: quantity,
      above: quantity == .daysToRecognition ? 20 : 0.01)
    #expect(try run(ruled, threads: 1) == run(ruled, threads: 3))
  }

  @Test func `The recognised stock is part of the stock and of the recognised`() throws {
    let layout = OutcomeLayout(
      geography: scenario.geography, counties: scenario.counties, years: scenario.resultYears)
    for outcome in try run(scenario) {
      for year in 0..<layout.years.count {
        let recognised = (0..<layout.prefectureCount).reduce(0) {
          $0 + outcome.systems[layout.systems(year: year, prefecture: $1, .recognisedStock)]
        }
        let stock = layout.counties.indices.reduce(0) {
          $0 + outcome.persons[layout.persons(year: year, county: $1, .stock)]
        }
        #expect(recognised <= stock)
        #expect(stock == 0 || recognised > 0)
      }
    }
  }
}
