import Households
import TestSupport
import Testing

@testable import Simulation

/// F2 and F5 on paper, and who is served first.
struct FundRulesTests {
  let scenario: Scenario
  init() throws { scenario = try TestScenario.baseline() }

  private func settings(_ changes: [(String, Double)] = []) -> FundSettings {
    let changed = changes.reduce(scenario) { $0.with($1.0, $1.1) }
    return FundSettings(ParameterReader(changed.parameters, at: scenario.start))
  }

  private func shares(_ changes: [(String, Double)] = []) -> [Double] {
    let s = settings(changes)
    let monitored = scenario.geography.counties.indices.map { Int64(1000 + 10 * $0) }
    return FactorAllocation.shares(
      monitored: monitored, first: FactorAllocation.initialShares(scenario, s), scenario, s)
  }

  @Test func `Shares are the three factors inside two groups`() {
    let geography = scenario.geography
    let result = shares()
    #expect(abs(result.reduce(0, +) - 1) < 1e-12)
    let poor = geography.counties.indices.filter { geography.counties[$0].isFormerlyPoor }
    #expect(abs(poor.reduce(0) { $0 + result[$1] } - 0.75) < 1e-12)
    let (a, b) = (poor[0], poor[40])
    func need(_ county: Int) -> Double {
      let unit = geography.counties[county]
      let income = geography.prefectures[unit.prefecture].incomeIndex
      return Double(1000 + 10 * county) * unit.droughtExposure / income
    }
    #expect(abs(result[a] / result[b] - need(a) / need(b)) < 1e-9)
  }

  @Test func `A factor of exponent 0 does not count, and none at all makes equal shares`() {
    let geography = scenario.geography
    let poor = geography.counties.indices.filter { geography.counties[$0].isFormerlyPoor }
    let monitoredOnly = shares([("fund.risk_exponent", 0), ("fund.income_exponent", 0)])
    let (a, b) = (poor[0], poor[40])
    let ratio = Double(1000 + 10 * a) / Double(1000 + 10 * b)
    #expect(abs(monitoredOnly[a] / monitoredOnly[b] - ratio) < 1e-9)
    let equal = shares([
      ("fund.risk_exponent", 0), ("fund.income_exponent", 0), ("fund.monitored_exponent", 0),
    ])
    for county in poor { #expect(abs(equal[county] - 0.75 / Double(poor.count)) < 1e-12) }
  }

  @Test func `The share of the groups follows its path from year to year`() throws {
    var changed = scenario
    changed.parameters = Parameters(
      declared: scenario.parameters.declared,
      overrides: [
        "fund.formerly_poor_county_share": .init(
          path: DatedPath(steps: [
            .init(from: nil, value: 0.65), .init(from: Month(year: 2024, month: 1), value: 0.75),
          ]), place: "test")
      ])
    let plan = try SimulationPlan(changed)
    let groups = plan.fundShares.map { shares in
      scenario.geography.counties.indices.reduce(0) {
        $0 + (scenario.geography.counties[$1].isFormerlyPoor ? shares[$1] : 0)
      }
    }
    #expect(abs(groups[0] - 0.65) < 1e-9)
    #expect(abs(groups[1] - 0.65) < 1e-9)
    #expect(abs(groups[2] - 0.75) < 1e-9)
  }

  @Test func `Transfers are capped, proportional, and conserved to the fen`() {
    let parties: [TransferParty?] = [
      TransferParty(allocation: 1000, available: 900, penalty: 500, isMet: false),
      TransferParty(allocation: 300, available: 271, penalty: 500, isMet: false), nil,
      TransferParty(allocation: 200, available: 180, penalty: 500, isMet: true),
      TransferParty(allocation: 100, available: 90, penalty: 500, isMet: true),
      TransferParty(allocation: 0, available: 0, penalty: 500, isMet: true),
    ]
    let fen = PerformanceTransfers.fen(parties)
    #expect(fen == [-500, -271, 0, 514, 257, 0])
    #expect(fen.reduce(0, +) == 0)
    let losers = parties.map { party in
      party.map {
        TransferParty(
          allocation: $0.allocation, available: $0.available, penalty: $0.penalty, isMet: false)
      }
    }
    #expect(PerformanceTransfers.fen(losers).allSatisfy { $0 == 0 })
  }

  @Test
  func `An arrival is the fund's total by share, and the match that is missing is the local one`() {
    let full = FundArrival(
      settings(), strength: 1, share: 0.01, fraction: 1, rest: 1, isRecession: true)
    #expect(full.received == 1_000_000_000 && full.local == 500_000_000)
    #expect(full.idle == 87_000_000 && full.leakage == 8_000_000)
    let s = settings([("fund.local_shortfall", 0.1), ("fund.local_recession_cut", 0.2)])
    let short = FundArrival(s, strength: 1, share: 0.01, fraction: 1, rest: 0.5, isRecession: true)
    #expect(short.local == 180_000_000 && short.received - short.local == 250_000_000)
  }

  @Test func `Ranks put gap, day or kind first and never tie`() {
    let days: [(UInt16, UInt32)] = [(3, 9), (3, 10), (4, 1), (700, 0)]
    let byDay = days.map { RequestList.rank(day: $0.0, id: $0.1) }
    #expect(byDay == byDay.sorted() && Set(byDay).count == 4)
    let kinds: [(UInt64, Float, UInt32)] = [
      (0, 1, 7), (1, 9000, 3), (1, 20, 1), (1, 20, 2), (2, 9e6, 0),
    ]
    let byKind = kinds.map { RequestList.rank(kind: $0.0, urgency: $0.1, id: $0.2) }
    #expect(byKind == byKind.sorted() && Set(byKind).count == 5)
  }

  @Test(arguments: [0.0, 1, 2]) func `The rule decides who is served from a short pot`(rule: Double)
    throws
  {
    let rows = TestPopulation.rows(county: 11, count: 40)
    let bench = try Bench(scenario.with("fund.rationing", rule), rows: rows)
    let b = bench.block(0)
    for row in 0..<b.count {
      b.s.monitored[row] = UInt8(1 + row % 3)
      b.s.wanted[row] = Measures.relief
      b.s.dueDay[row] = UInt16(100 - row)
      b.x.own12[row] = Float(row * 100)
      b.x.persons[row] = 4
      RequestPass.ask(b, row)
    }
    bench.requests.sort()
    let served = (0..<bench.requests.count).map { Int(bench.requests.items[$0].row) }
    let expected: [Int]
    switch rule {
    case 1: expected = Array((0..<40).reversed())
    case 2:
      expected = [2, 0, 1].flatMap { kind in (0..<40).filter { $0 % 3 == kind } }
    default: expected = Array(0..<40)
    }
    #expect(served == expected)
    // Everybody asks for the same, so the same money is asked for under every rule.
    #expect(bench.requests.count == 40)
  }
}
