import Estimation
import Households
import ScenarioFiles
import TestSupport
import Testing

@testable import Experiments
@testable import Reporting
@testable import Simulation

/// `ledger.csv` adds up, row by row and to `money.csv`.
struct LedgerTableTests {
  let outcomes: Outcomes
  let scenario: Scenario
  let rows: [[String: String]]

  init() throws {
    scenario = try TestScenario.baseline(counties: [11, 40], lastYear: 2024)
      .setting(.socialCapital) { $0.isEnabled = true }
    let households = [11, 40].flatMap { TestPopulation.rows(county: $0, count: 200) }
    outcomes = try Simulator(
      scenario: scenario, population: TestPopulation.population(households, counties: 88),
      ledger: .county
    ).run(replications: 2, seed: 1, threads: 1)
    let lines = LedgerTable(outcomes, scenario.geography).text.split(separator: "\n")
      .map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
    rows = lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(lines[0], $0)) }
  }

  private func number(_ row: [String: String], _ column: String) throws -> Int {
    try #require(row[column].flatMap { Int($0) })
  }

  @Test func `Opening + in − out = closing in every row`() throws {
    // Two replications, years, counties; three pots.
    #expect(rows.count == 2 * 2 * 2 * 3)
    for row in rows {
      let moved = try number(row, "in") - number(row, "out")
      #expect(try number(row, "opening") + moved == number(row, "closing"))
      #expect(row["balance"] == "0")
      let sources = try LedgerEntry.sources.reduce(0) { $0 + (try number(row, $1.name)) }
      #expect(try number(row, "in") == sources)
    }
    let codes = Set(rows.compactMap { $0["region"] })
    #expect(codes == Set([11, 40].map { String(scenario.geography.counties[$0].code) }))
  }

  @Test func `Its sums are those of the money table`() throws {
    let money = TableIndex(try RunTables(outcomes: outcomes, scenario: scenario))
    let pairs: [(LedgerEntry, Programme)] = [
      (.fromProvince, .fundFromProvince), (.socialCapital, .socialCapital),
      (.emergencyRelief, .emergencyRelief), (.industrySupport, .industrySupport),
      (.insurancePremiums, .premiumFromFund), (.closing, .fundCarriedOut),
    ]
    for (entry, programme) in pairs {
      for year in 2023...2024 {
        let fen = try rows.filter { $0["year"] == String(year) }
          .reduce(0) { $0 + (try number($1, entry.name)) }
        #expect(abs(money.money(programme, year: year).mean - Double(fen) / 200) < 0.01)
      }
    }
  }
}
