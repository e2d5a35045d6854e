import Households
import Randomness
import TestSupport
import Testing

@testable import Simulation

/// H9: assistance ended, money late, budgets cut.
struct PolicyChangeTests {
  let scenario: Scenario
  let population: Population

  init() throws {
    scenario = try TestScenario.core(counties: [11, 40])
    let rows = [11, 40].flatMap { TestPopulation.rows(county: $0, count: 800, townships: 3) }
    population = TestPopulation.population(rows, counties: 88)
  }

  private func run(_ scenario: Scenario) throws -> Outcomes {
    try Simulator(scenario: scenario, population: population)
      .run(replications: 2, seed: 3, threads: 2)
  }

  private func systems(_ outcomes: Outcomes, _ quantity: SystemQuantity) -> Int64 {
    total(outcomes, \.systems) {
      outcomes.layout.systems(year: $0, prefecture: $1, quantity)
    }
  }

  private func money(_ outcomes: Outcomes, _ programme: Programme) -> Int64 {
    total(outcomes, \.money) {
      outcomes.layout.money(year: $0, prefecture: $1, programme)
    }
  }

  /// Over all replications, years and prefectures.
  private func total(
    _ outcomes: Outcomes, _ tallies: KeyPath<ReplicationOutcome, [Int64]>,
    _ place: (Int, Int) -> Int
  ) -> Int64 {
    let layout = outcomes.layout
    let places = (0..<layout.years.count).flatMap { year in
      (0..<layout.prefectureCount).map { place(year, $0) }
    }
    return outcomes.replications.reduce(0) { sum, outcome in
      places.reduce(sum) { $0 + outcome[keyPath: tallies][$1] }
    }
  }

  /// On, with only the named chances above zero.
  private func on(ended: Double = 0, late: Double = 0, cut: Double = 0) -> Scenario {
    scenario.setting(.policyChange) { $0.isEnabled = true }
      .with("policy_change.ended_chance", ended).with("policy_change.late_chance", late)
      .with("policy_change.cut_chance", cut)
  }

  @Test func `Off, zero and no chance of anything are the same`() throws {
    let zero = on(ended: 0.1, late: 1, cut: 1)
      .setting(.policyChange) { $0.scale = DatedPath(constant: 0) }
    let off = try run(scenario).replications
    #expect(try run(zero).replications == off)
    #expect(try run(on()).replications == off)
  }

  @Test func `A budget cut is money never received, to the fen`() throws {
    let (before, after) = (try run(scenario), try run(on(cut: 1)))
    let less = money(before, .fundReceived) - money(after, .fundReceived)
    #expect(less > 0)
    let s = scenario.parameters
    let start = Month(year: 2023, month: 1)
    let kept = try 1 - #require(s.value(of: "fund.emergency_share", at: start))
    let share = try #require(s.value(of: "policy_change.cut_share", at: start))
    let available =
      money(before, .fundReceived) - money(before, .fundIdle) - money(before, .fundLeakage)
    let part = Double(available) * kept * share
    #expect(abs(Double(less) - part) < 20)
    #expect(abs(systems(after, .budgetCuts) * 100 - less) < 100 * 8)
  }

  @Test func `Late money is all received, later`() throws {
    let (before, after) = (try run(scenario), try run(on(late: 1)))
    // Two counties share one pot by what was found the year before: rounding to fen, no more.
    #expect(abs(money(before, .fundReceived) - money(after, .fundReceived)) < 8)
    #expect(abs(systems(after, .lateMoney) * 100 - money(after, .fundReceived)) < 100 * 8)
    #expect(before.replications != after.replications)
    let year = PolicyChange.countyYear(
      DrawKey(seed: 3, shockYear: 0, householdReplication: 0), county: 11, year: 2024,
      PolicyChangeSettings(
        ParameterReader(scenario.parameters, at: Month(year: 2024, month: 1))), strength: 6)
    #expect(year.lateMonths == 0 || year.lateMonths == 2)
  }

  @Test func `Ended assistance is counted, lowers receipts and is a cause`() throws {
    let frozen = scenario.without(.coping, .assetFeedback, .fund)
    let ending = frozen.setting(.policyChange) { $0.isEnabled = true }
      .with("policy_change.ended_chance", 0.2).with("policy_change.late_chance", 0)
      .with("policy_change.cut_chance", 0)
    let (before, after) = (try run(frozen), try run(ending))
    #expect(systems(before, .assistanceEnded) == 0)
    #expect(systems(after, .assistanceEnded) > 0)
    #expect(money(after, .minimumLivingAllowance) < money(before, .minimumLivingAllowance))
    func lapses(_ outcomes: Outcomes) -> Int64 {
      let layout = outcomes.layout
      return outcomes.replications.reduce(0) { sum, outcome in
        sum
          + (0..<(layout.years.count * layout.prefectureCount)).reduce(0) {
            $0
              + outcome.groups[
                layout.groups(
                  year: $1 / layout.prefectureCount, prefecture: $1 % layout.prefectureCount,
                  group: Group.illness.index + Cause.policyLapse.rawValue, .flow)]
          }
      }
    }
    #expect(lapses(after) > lapses(before))
  }
}
