import Experiments
import Households
import Simulation
import Testing

struct ComparisonTests {
  private var baseline: HandMadeOutcomes {
    var made = HandMadeOutcomes()
    for replication in 0..<4 {
      made.set(.stock, 2024, county: 0, Int64(10 + 10 * replication), in: replication)
      let fen = Int64(100 * replication)
      made.set(.emergencyRelief, 2024, prefecture: 0, fen: fen, in: replication)
    }
    return made
  }

  private func reform(_ made: HandMadeOutcomes) throws -> ReformTables {
    let scenario = HandMadeOutcomes.scenario("reform")
    return ReformTables(
      reform: made.outcomes, scenario: scenario,
      tables: try RunTables(outcomes: made.outcomes, scenario: scenario),
      baseline: baseline.outcomes)
  }

  @Test func `A scenario compared with itself has effect zero and saves infinitely many runs`()
    throws
  {
    let same = try reform(baseline)
    #expect(same.differences.count == same.tables.rates.count)
    for row in same.differences {
      #expect(row.rate.estimate.mean == 0 && row.rate.estimate.standardError == 0)
      #expect(row.replicationsSaved == .infinity)
    }
    #expect(same.moneyDifferences.count == same.tables.money.count)
    #expect(same.moneyDifferences.allSatisfy { $0.estimate.mean == 0 })
  }

  @Test func `Differences are reform minus baseline, replication by replication`() throws {
    var made = baseline
    // Baseline 10, 20, 30, 40; reform 8, 18, 28, 36: differences −2, −2, −2, −4 of 1,000 persons.
    for (replication, persons) in [Int64(8), 18, 28, 36].enumerated() {
      made.set(.stock, 2024, county: 0, persons, in: replication)
    }
    made.set(.emergencyRelief, 2024, prefecture: 0, fen: 400)
    let tables = try reform(made)
    let row = try #require(
      tables.differences.first {
        $0.rate.measure == .stock && $0.rate.year == 2024 && $0.rate.region.code == 520502
      })
    #expect((row.rate.estimate.mean + 0.0025).magnitude < 1e-15)
    #expect(row.rate.estimate.upper95 < 0.0005)
    // s₁² = 500/3, s₂² = 1/3 (64 + 324 + 784 + 1296 − 4 · 22.5²) = 443/3, s_d² = 1.
    #expect((row.replicationsSaved - 943.0 / 3).magnitude < 1e-6)
    let money = try #require(
      tables.moneyDifferences.first {
        $0.programme == .emergencyRelief && $0.year == 2024 && $0.region.code == 520500
      })
    #expect((money.estimate.mean - 2.5).magnitude < 1e-12)
  }

  @Test func `The error of a sample cancels where both runs agree on the households`() throws {
    var before = HandMadeOutcomes(sampleFraction: 0.1)
    for group in 0..<40 {
      before.setSample(.formerlyPoor, 2024, county: 0, hashGroup: group, 100)
      before.setSample(.stock, 2024, county: 0, hashGroup: group, Int64(group))
    }
    let scenario = HandMadeOutcomes.scenario("reform")
    let tables = try RunTables(outcomes: before.outcomes, scenario: scenario)
    let same = ReformTables(
      reform: before.outcomes, scenario: scenario, tables: tables, baseline: before.outcomes)
    let row = try #require(
      same.differences.first {
        $0.rate.measure == .stock && $0.rate.year == 2024 && $0.rate.region.code == 520502
      })
    #expect(try #require(tables.rate(.stock, 2024, 520502)).standardError > 0)
    #expect(row.rate.estimate.standardError == 0)
  }

  @Test func `Scenarios of other places or other years cannot be paired`() {
    let baseline = HandMadeOutcomes.scenario()
    var elsewhere = HandMadeOutcomes.scenario("elsewhere")
    elsewhere.counties = [0, 1]
    let later = HandMadeOutcomes.scenario("later", firstResultYear: 2025)
    func prepare(_ reform: Scenario) throws {
      _ = try Comparison.prepare(
        baseline: AccountedScenario(scenario: baseline, yaml: "", content: ""),
        reforms: [AccountedScenario(scenario: reform, yaml: "", content: "")],
        options: RunOptions(replications: 1))
    }
    #expect(throws: ComparisonError.countiesDiffer(baseline: "baseline", reform: "elsewhere")) {
      try prepare(elsewhere)
    }
    #expect(throws: ComparisonError.periodsDiffer(baseline: "baseline", reform: "later")) {
      try prepare(later)
    }
  }
}
