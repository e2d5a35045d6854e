import Households
import TestSupport
import Testing

@testable import Simulation

/// Grid staff and officers: M2 and G6.
struct StaffTests {
  let finding: FindingRuns

  init() throws { finding = try FindingRuns() }

  private func staff(_ change: (Scenario) -> Scenario = { $0 }) -> Scenario {
    change(finding.scenario.setting(.staff) { $0.isEnabled = true })
  }

  @Test func `Staff as in 2023 without turnover are no staff mechanism`() throws {
    let as2023 = staff { $0.with("staff.turnover", 0) }
    #expect(try finding.run(as2023).replications == finding.run(finding.scenario).replications)
  }

  @Test func `Officers who leave cost households that need help`() throws {
    let stable = try finding.run(staff { $0.with("staff.turnover", 0) })
    let unstable = try finding.run(
      staff { $0.with("staff.turnover", 3).with("staff.vacancy_loss", 0.5) })
    #expect(finding.system(stable, .officersLeft) == 0)
    #expect(finding.system(unstable, .officersLeft) > 0)
    func missed(_ outcomes: Outcomes) -> Int64 {
      finding.system(outcomes, .missedSuddenSigns) + finding.system(outcomes, .missedOtherSigns)
    }
    #expect(missed(unstable) > missed(stable))
  }

  @Test func `A higher allowance keeps officers and costs what it says`() throws {
    // Turnover is high so that a few townships show the difference.
    let before = staff { $0.with("staff.turnover", 2) }
    let after = before.with("staff.allowance", 1000)
    let (low, high) = (try finding.run(before), try finding.run(after))
    #expect(finding.system(high, .officersLeft) < finding.system(low, .officersLeft))
    #expect(finding.money(low, .staffAllowances) == 0)
    let rural = finding.scenario.geography.counties.map(\.ruralPopulation)
    let share = (rural[11] + rural[40]) / rural.reduce(0, +)
    let expected = 500.0 * 23_200 * 12 * 2 * 2 * share
    let paid = Double(finding.money(high, .staffAllowances)) / 100
    #expect(abs(paid - expected) < 1)
  }

  @Test func `Training everybody ends what reference staff miss`() throws {
    let trained = staff {
      $0.with("staff.turnover", 0).with("staff.trained_share", 1)
        .with("identification_errors.sensitivity", 0.5)
    }
    let outcomes = try finding.run(trained)
    #expect(finding.system(outcomes, .missedSuddenSigns) == 0)
    #expect(finding.system(outcomes, .missedOtherSigns) == 0)
    #expect(finding.finding(outcomes, .wrongExclusions) == 0)
  }

  @Test func `More training misses fewer signs and is paid for`() throws {
    let none = staff { $0.with("staff.turnover", 0) }
    let more = none.with("staff.informants_trained", 5000)
    let (before, after) = (try finding.run(none), try finding.run(more))
    #expect(
      finding.system(after, .missedSuddenSigns) < finding.system(before, .missedSuddenSigns))
    #expect(finding.money(after, .staffTraining) > 0)
    #expect(finding.system(after, .officersTrained) > 0)
  }
}
