import Foundation
import Households
import ScenarioFiles
import Simulation
import TestSupport
import Testing

@testable import Experiments

/// An export's panel against the runs and panels that it must agree with.
struct ExportTests {
  private let library: SmallLibrary
  private let base: AccountedScenario
  private let halves: (without: Scenario, with: Scenario)
  private let options = RunOptions(replications: 2, sample: 0.01, seed: 3, threads: 2)

  init() throws {
    library = try SmallLibrary()
    let path = library.path + "/base.yaml"
    let questions = TestScenario.repository + "/Scenarios/questions/"
    base = Self.account(try ScenarioLibrary.scenario(at: path))
    halves = (
      try ScenarioLibrary.scenario(at: path, under: questions + "help-off.yaml"),
      try ScenarioLibrary.scenario(at: path, under: questions + "help-on.yaml")
    )
  }

  private static func account(_ scenario: Scenario) -> AccountedScenario {
    AccountedScenario(
      scenario: scenario, yaml: ResolvedScenario.yaml(scenario),
      content: ResolvedScenario.content(scenario))
  }

  private func export(_ panel: ExportRequest.Panel?, places: ExportRequest.Places = .county) throws
    -> PreparedExport
  {
    try PreparedExport.prepare(
      base, reforms: [], halves: halves, options: options,
      request: ExportRequest(places: places, panel: panel))
  }

  @Test func `The settings of a half are laid over any scenario, and nothing else of it`() {
    #expect(halves.without.counties == base.scenario.counties)
    #expect(halves.without.end == base.scenario.end && halves.with.end == base.scenario.end)
    let at = base.scenario.start
    #expect(halves.without.parameters.value(of: "identification_errors.sensitivity", at: at) == 0)
    #expect(halves.with.parameters.value(of: "patrols.finding_chance", at: at) == 1)
    #expect(halves.without.setting(of: .reimbursementGuarantee).isEnabled == false)
  }

  /// Formerly-poor persons in return, and all of them, on 31 December.
  private func stock(
    _ panel: HouseholdPanel, _ replication: Int32, _ year: Int,
    _ state: (HouseholdMonth) -> HouseholdState?
  ) -> Double {
    var poor: [UInt32: Double] = [:]
    for block in panel.population.blocks {
      for row in 0..<block.count
      where block.columns.flags[row] & HouseholdFlags.formerlyPoor.rawValue != 0 {
        poor[block.columns.id[row]] = Double(block.columns.weight[row])
      }
    }
    var (inReturn, all) = (0.0, 0.0)
    for row in panel.rows where row.replication == replication && row.month.year == year {
      guard let weight = poor[row.household], let state = state(row) else { continue }
      all += weight * Double(state.persons)
      inReturn += state.isReturned ? weight * Double(state.persons) : 0
    }
    return inReturn / all
  }

  /// A panel of all households in December, so that nothing is left to luck.
  @Test func `States with and without help are those that runs count`() throws {
    let count = try export(nil).comparison.runs[0].population.householdCount
    let asked = ExportRequest.Panel(households: count, months: [12])
    let done = try export(asked).simulate()
    let panel = try #require(done.panel)
    #expect(panel.rows.count == count * 2 * 2)
    #expect(abs(panel.expansion - 100) < 1e-9)
    let states: [(Scenario, (HouseholdMonth) -> HouseholdState?)] = [
      (base.scenario, { $0.state }), (halves.without, { $0.withoutHelp }),
      (halves.with, { $0.withFullHelp }),
    ]
    var stocks: [[Double]] = []
    for (scenario, state) in states {
      let run = try SimulationRun.perform(Self.account(scenario), options: options)
      let series = ReplicationSeries.all(run.outcomes, scenario.geography, places: .province)
        .filter { $0.measure == .rate(.stock) }
      #expect(series.map(\.year) == [2023, 2024])
      for one in series {
        for (future, value) in one.values.enumerated() {
          let own = stock(panel, Int32(future), one.year, state)
          #expect(abs(own - value) < 1e-12, "\(scenario.name) \(one.year) \(future)")
        }
      }
      stocks.append(series.flatMap(\.values))
    }
    // Help helps: the three differ, in the order that they must have.
    let sums = stocks.map { $0.reduce(0, +) }
    #expect(sums[1] > sums[0] && sums[0] > sums[2], "\(sums)")
  }

  @Test func `A panel of some is part of that of all, and alerts are those that tune counts`()
    throws
  {
    let count = try export(nil).comparison.runs[0].population.householdCount
    let months = [6, 12]
    let all = try #require(
      try export(ExportRequest.Panel(households: count, months: months)).simulate().panel)
    let some = try #require(
      try export(
        ExportRequest.Panel(households: 40, replications: 1, years: 2024...2024, months: months)
      )
      .simulate().panel)
    #expect(some.households.isSubset(of: all.households) && some.households.count == 40)
    #expect(
      some.rows
        == all.rows.filter {
          some.households.contains($0.household) && $0.replication == 0 && $0.month.year == 2024
        })
    #expect(abs(some.expansion - Double(count) / 40 * 100) < 1e-6)
    // What the panels of half-years, from which alerts are tuned, count.
    var tuned: [UInt8: Int] = [:]
    var scored = 0
    try Simulator(scenario: base.scenario, population: all.population).withFittedIndices()
      .alertPanels(replications: 0..<2, seed: 3, threads: 1, fitsIndices: false) { panel, _ in
        for row in panel where row.date.year >= 2023 && !row.isMonitored {
          scored += Int(row.household.weight)
          for design in IndexDesign.allCases where row.alerts(design) {
            tuned[design.rawValue, default: 0] += Int(row.household.weight)
          }
        }
      }
    let rows = all.rows.filter { !$0.isMonitored }
    let weights = weights(all.population)
    #expect(Set(weights.values).count > 1)
    func weighted(_ isCounted: (HouseholdMonth) -> Bool) -> Int {
      rows.filter(isCounted).reduce(0) { $0 + (weights[$1.household] ?? 0) }
    }
    #expect(weighted { _ in true } == scored && scored > 0)
    for design in IndexDesign.allCases {
      let alerts = weighted { $0.alerts(design) }
      #expect(alerts == tuned[design.rawValue, default: 0] && alerts > 0, "\(design)")
    }
    // Income is seen with error, and the score is what the threshold is compared with.
    for row in rows where row.alerts(.income) != (row.seenIncome < lineOfAlert(row, all)) {
      #expect(abs(row.seenIncome / lineOfAlert(row, all) - 1) < 1e-5)
    }
  }

  /// Households that each one stands for before sampling.
  private func weights(_ population: Population) -> [UInt32: Int] {
    var weights: [UInt32: Int] = [:]
    for block in population.blocks {
      for row in 0..<block.count {
        weights[block.columns.id[row]] = Int(block.columns.weight[row])
      }
    }
    return weights
  }

  private func lineOfAlert(_ row: HouseholdMonth, _ panel: HouseholdPanel) -> Float {
    guard let month = panel.months.first(where: { $0.month == row.month }) else { return .nan }
    return -month.thresholds[Int(IndexDesign.income.rawValue)] * month.lines[0]
  }

  @Test func `Values of single futures average to the estimates`() throws {
    let done = try export(nil).simulate()
    let run = done.comparison.baseline
    let series = done.series(run)
    let rates = Dictionary(
      uniqueKeysWithValues: run.tables.rates.filter { $0.group == .all }.map {
        ("\($0.measure.name) \($0.year) \($0.region.code)", $0.estimate.mean)
      })
    var (compared, costs) = (0, 0.0)
    for one in series {
      let mean = one.values.reduce(0, +) / Double(one.values.count)
      if let rate = rates["\(one.measure.name) \(one.year) \(one.region.code)"] {
        #expect(abs(mean - rate) < 1e-12)
        compared += 1
      }
      if one.measure == .publicCost, one.region.code == Geography.provinceCode { costs += mean }
    }
    #expect(compared == rates.count)
    let money = run.tables.money.filter {
      $0.programme.isPublicSpending && $0.region.code == Geography.provinceCode
    }
    let sum = money.reduce(0) { $0 + $1.estimate.mean }
    #expect(costs > 0 && abs(costs - sum) < 1e-9 * sum)
    let persons = series.filter { $0.measure == .formerlyPoor && $0.year == 2024 }
    let province = try #require(persons.first).values
    let counties = persons.filter { $0.region.code % 100 != 0 }
    #expect(counties.count == 3)
    for future in province.indices {
      #expect(abs(counties.reduce(0) { $0 + $1.values[future] } - province[future]) < 1e-6)
    }
  }
}
