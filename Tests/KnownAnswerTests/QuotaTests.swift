import Households
import Randomness
import TestSupport
import Testing

@testable import Simulation

/// Loans, emergency goods and matching: who gets what, and where every yuan goes.
struct QuotaTests {
  private func scenario(_ mechanisms: Mechanism...) throws -> Scenario {
    var scenario = try TestScenario.baseline(counties: [11], lastYear: 2028).withOnly(.monitoring)
    for mechanism in mechanisms {
      scenario = scenario.setting(mechanism) { $0.isEnabled = true }
    }
    return scenario
  }

  private func clear(_ b: BlockMonth) {
    for row in 0..<b.count {
      (b.x.aid[row], b.x.cashOut[row], b.x.business[row]) = (0, 0, 0)
      b.x.persons[row] = Float(b.p.persons[row])
      b.x.personsInverse[row] = 1 / b.x.persons[row]
      for channel in 0..<Cause.channelCount { b.x.loss(channel)[row] = 0 }
    }
  }

  /// One month of a pass with its quota, for a county with a share of the province.
  private func month(
    _ bench: Bench, _ month: Int, share: Double, before: (BlockMonth) -> Void = { _ in },
    _ pass: (BlockMonth) -> Void
  ) -> BlockMonth {
    let b = bench.block(month)
    clear(b)
    before(b)
    if b.county.pointee.monthOfYear == 1 { bench.quotas.openYear() }
    bench.quotas.open(share: share, fraction: 1, b.county)
    pass(b)
    bench.quotas.shareOut { _ in b }
    return b
  }

  private func borrowers() -> [HouseholdRecord] {
    TestPopulation.rows(county: 11, count: 300, income: TestPopulation.spread) { number, row in
      row.traits[3] = 0
      row.savings = number % 2 == 0 ? 0 : 20_000
    }
  }

  @Test func `Loans paid out are repaid, written off, turned into debt or outstanding`() throws {
    let lending = try scenario(.loans).with("loans.default_chance", 0.2)
      .with("loans.asking_share", 1)
    let bench = try Bench(lending, rows: borrowers())
    func sum(_ quantity: SystemQuantity) -> Int64 { bench.tally.systems[quantity.rawValue] }
    // The first result year is 2023; the tally is not cleared, so it holds sums over years.
    var (debt, outstanding) = (0.0, 0.0)
    for number in 12..<72 {
      let b = month(bench, number, share: 0.02) { LoansPass.run($0) }
      (debt, outstanding) = (0, 0)
      for row in 0..<b.count {
        debt += Double(b.s.formalDebt[row])
        outstanding += Double(b.s.loan[row])
        #expect((b.s.loan[row] > 0) == (b.s.loanMonths[row] > 0))
      }
    }
    #expect(sum(.loansPaidOut) > 100)
    #expect(sum(.loanVolume) == sum(.loansPaidOut) * 50_000)
    #expect(sum(.loanRepaid) > 0 && sum(.loanWrittenOff) > 0 && sum(.loanIntoDebt) > 0)
    let ended = sum(.loanRepaid) + sum(.loanWrittenOff) + sum(.loanIntoDebt)
    #expect(sum(.loanVolume) == ended + Int64(outstanding))
    #expect(Int64(debt) == sum(.loanIntoDebt))
    #expect(
      bench.tally.money[Programme.loanRiskPool.rawValue] == sum(.loanWrittenOff) * 100)
  }

  @Test func `A loan brings its return and costs half of its interest`() throws {
    let lending = try scenario(.loans).with("loans.default_chance", 0)
      .with("loans.asking_share", 1)
    let bench = try Bench(lending, rows: borrowers())
    _ = month(bench, 12, share: 1) { LoansPass.run($0) }
    bench.tally.clear()
    let b = month(bench, 13, share: 0) { LoansPass.run($0) }
    var subsidy: Int64 = 0
    for row in 0..<b.count {
      let loan = Double(b.s.loan[row])
      #expect(loan == 50_000)
      #expect(abs(Double(b.x.business[row]) - loan * 0.12 * 0.67 / 12) < 0.01)
      #expect(abs(Double(b.x.cashOut[row]) - loan * 0.0385 / 12 / 2) < 0.01)
      subsidy += Int64((loan * 0.0385 / 12 / 2 * 100).rounded())
    }
    let paid = bench.tally.money[Programme.loanInterestSubsidy.rawValue]
    #expect(abs(paid - subsidy) <= Int64(b.count))
  }

  @Test func `More volume only adds borrowers`() throws {
    func borrowing(_ share: Double) throws -> [Bool] {
      let bench = try Bench(
        scenario(.loans).with("loans.asking_share", 0.8), rows: borrowers())
      let b = month(bench, 12, share: share) { LoansPass.run($0) }
      return (0..<b.count).map { b.s.loan[$0] > 0 }
    }
    let (few, many) = (try borrowing(0.05), try borrowing(0.2))
    #expect(few.filter { $0 }.count == 19)
    #expect(many.filter { $0 }.count > 60)
    for row in few.indices where few[row] { #expect(many[row]) }
  }

  @Test func `What small counties of a small sample hand out is on average what they have`() {
    // Goods for 0.02, 0.06 … 3.98 households: rounded down they would be a quarter too few.
    var (handedOut, stock) = (0, 0.0)
    for number in 0..<100 {
      let yuan = (Double(number) + 0.5) * 40
      let quota = CountyQuota(capacity: 1)
      quota.set(yuan)
      while EmergencyStocksPass.takes(100_000, from: quota) { handedOut += 1 }
      stock += yuan
    }
    #expect(abs(Double(handedOut) * 1000 - stock) < 0.015 * stock)
  }

  @Test func `Goods go to the neediest until the stock of the year is used up`() throws {
    let rows = TestPopulation.rows(county: 11, count: 100)
    let bench = try Bench(scenario(.emergencyStocks), rows: rows)
    let hit: (BlockMonth) -> Void = { b in
      for row in 0..<60 { b.x.loss(Cause.disaster.rawValue)[row] = 2000 + Float(row) * 100_000 }
    }
    // 80 million yuan × share = goods for 20 households.
    let share = 20_000.0 / 80_000_000
    _ = month(bench, 12, share: share, before: hit) { EmergencyStocksPass.run($0) }
    let refusals = bench.tally.systems[SystemQuantity.stockRefusals.rawValue]
    #expect(refusals == 40)
    let b = month(bench, 13, share: share) { EmergencyStocksPass.run($0) }
    for row in 0..<b.count {
      #expect(b.x.aid[row] == (row >= 40 && row < 60 ? 1000 : 0))
    }
    #expect(bench.tally.systems[SystemQuantity.stockHouseholds.rawValue] == 20)
    #expect(bench.tally.money[Programme.emergencyStocks.rawValue] == 20 * 1000 * 100)
    // Nothing is left this year; in January the stores are full again.
    _ = month(bench, 14, share: share, before: hit) { EmergencyStocksPass.run($0) }
    let later = month(bench, 15, share: share) { EmergencyStocksPass.run($0) }
    #expect((0..<later.count).allSatisfy { later.x.aid[$0] == 0 })
    _ = month(bench, 24, share: share, before: hit) { EmergencyStocksPass.run($0) }
    let next = month(bench, 25, share: share) { EmergencyStocksPass.run($0) }
    #expect((0..<next.count).filter { next.x.aid[$0] > 0 }.count == 20)
  }

  @Test func `A mismatched package brings nothing and its cost is counted`() throws {
    let rows = TestPopulation.rows(county: 11, count: 1000)
    func packages(_ accuracy: Double) throws -> (gains: Int, mismatches: Int64, fen: Int64) {
      let bench = try Bench(
        scenario(.industrySupport, .matching).with("matching.accuracy", accuracy)
          .with("industry_support.failure_chance", 0), rows: rows)
      let b = bench.block(12)
      for row in 0..<b.count { IndustryPass.begin(b, row) }
      return (
        (0..<b.count).filter { b.s.industryGain[$0] > 0 }.count,
        bench.tally.systems[SystemQuantity.mismatches.rawValue],
        bench.tally.money[Programme.mismatchedMeasures.rawValue]
      )
    }
    #expect(try packages(1) == (1000, 0, 0))
    #expect(try packages(0) == (0, 1000, 1000 * 16_667 * 100))
    let some = try packages(0.7)
    #expect(some.gains + Int(some.mismatches) == 1000)
    #expect(abs(some.gains - 700) < 60)
  }

  @Test func `Relief that is matched worse than in 2023 is worth a part of it`() throws {
    let rows = TestPopulation.rows(county: 11, count: 500)
    func worth(_ accuracy: Double) throws -> (Float, Int64) {
      let bench = try Bench(
        scenario(.matching).with("matching.accuracy", accuracy), rows: rows)
      let b = bench.block(12)
      let sum = (0..<b.count).reduce(Float(0)) { $0 + Matching.relief(b, $1, 1000) }
      return (sum, bench.tally.money[Programme.mismatchedMeasures.rawValue])
    }
    #expect(try worth(0.9) == (500_000, 0))
    #expect(try worth(1) == (500_000, 0))
    let (value, wasted) = try worth(0.6)
    #expect(Int64(value) * 100 + wasted == 500_000 * 100)
    #expect(abs(value - 425_000) < 15_000)
  }
}
