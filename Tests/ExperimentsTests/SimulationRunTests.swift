import Experiments
import Foundation
import Households
import ScenarioFiles
import Simulation
import Synchronization
import Testing

/// Runs of the real baseline, in one county and a small sample so that they take seconds.
struct SimulationRunTests {
  let scenario: Scenario
  private let options = RunOptions(replications: 3, sample: 0.02, seed: 5)

  init() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    var scenario = try ScenarioLibrary.scenario(
      at: root.appendingPathComponent("Scenarios/guizhou.yaml").path)
    scenario.counties = [40]
    scenario.end = Month(year: 2025, month: 12)
    self.scenario = scenario
  }

  private func perform(_ options: RunOptions) throws -> CompletedRun {
    try SimulationRun.perform(Accounted.of(scenario), options: options)
  }

  @Test func `The files hold the limits of the plan`() throws {
    let limits = try Limits(scenario.parameters)
    #expect(limits.limit(.hard, year: 2025) == 0.005 && limits.limit(.hard, year: 2030) == 0.003)
    #expect(limits.limit(.stretch, year: 2025) == 0.003)
    #expect(limits.limit(.stretch, year: 2030) == 0.001)
  }

  @Test func `A run is the same with other threads and blocks`() throws {
    let one = try perform(options)
    var others = options
    others.threads = 3
    others.householdsPerBlock = 100
    let other = try perform(others)
    #expect(one.record.outcomesDigest == other.record.outcomesDigest)
    #expect(one.record.runDigest == other.record.runDigest)
    #expect(one.tables.rates.map(\.estimate) == other.tables.rates.map(\.estimate))
    #expect(one.record.households > 100 && one.record.peakMemoryBytes > 0)
    #expect(one.record.householdMonths == one.record.households * 48 * 3)
  }

  @Test func `The identity is known before anything is simulated`() throws {
    let prepared = try SimulationRun.prepare(
      Accounted.of(scenario), options: options)
    #expect(try prepared.simulate().record.runDigest == prepared.identity.runDigest)
  }

  @Test func `A run that is asked to stop stops`() throws {
    #expect(throws: SimulationError.cancelled) {
      try SimulationRun.perform(
        Accounted.of(scenario), options: options, isCancelled: { true })
    }
  }

  @Test func `A reform shares households and draws with its baseline`() throws {
    var reform = scenario
    reform.name = "without-allowance"
    reform.mechanisms[.minimumLivingAllowance] = MechanismSetting(isEnabled: false)
    let shares = Mutex<[Double]>([])
    let comparison = try Comparison.perform(
      baseline: Accounted.of(scenario),
      reforms: [Accounted.of(reform), Accounted.of(scenario)], options: options,
      progress: { share in shares.withLock { $0.append(share) } })
    let (changed, same) = (comparison.reforms[0], comparison.reforms[1])
    #expect(changed.run.record.populationDigest == comparison.baseline.record.populationDigest)
    let allowance = try #require(
      changed.tables.moneyDifferences.first {
        $0.programme == .minimumLivingAllowance && $0.year == 2024
          && $0.region.code == Geography.provinceCode
      })
    // In every future; so few replications of so few households have a wide interval.
    #expect(allowance.estimate.mean < 0 && allowance.estimate.p95 < 0)
    #expect(same.tables.differences.allSatisfy { $0.rate.estimate.mean == 0 })
    #expect(same.tables.differences.allSatisfy { $0.replicationsSaved == .infinity })
    let seen = shares.withLock { $0 }
    #expect(seen.max() == 1 && seen == seen.sorted())
  }
}

/// A scenario whose account is of no interest.
private enum Accounted {
  static func of(_ scenario: Scenario) -> AccountedScenario {
    AccountedScenario(scenario: scenario, yaml: "yaml", content: "content")
  }
}
