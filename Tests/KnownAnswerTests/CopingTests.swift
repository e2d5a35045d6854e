import Households
import TestSupport
import Testing

@testable import Simulation

/// The ladder of last resorts and the month's bills of single households, by hand.
struct CopingTests {
  private static let row = 3

  private func bench() throws -> Bench {
    let scenario = try TestScenario.baseline(counties: [11], lastYear: 2025).withOnly(.coping)
    return try Bench(scenario, rows: TestPopulation.rows(county: 11, count: 10))
  }

  /// A household without income that lacks `deficit` yuan this month and wanted to consume 5,000.
  private func climb(_ bench: Bench, deficit: Float, room: Float, hardship: UInt8) -> BlockMonth {
    let b = bench.block(5)
    let row = Self.row
    b.x.persons[row] = 4
    b.x.consumption[row] = 5000
    b.x.left[row] = -deficit
    b.x.expected[row] = room / 12 / b.county.pointee.settings.coping.informalCapShare
    b.s.informalDebt[row] = 0
    b.s.formalDebt[row] = b.county.pointee.settings.coping.formalCap
    b.s.hardship[row] = hardship
    CopingLadder.climb(b, row: row)
    return b
  }

  @Test func `A month bridged by debt alone ends the months of hardship`() throws {
    let b = climb(try bench(), deficit: 1000, room: 1500, hardship: 4)
    #expect(b.s.hardship[Self.row] == 0)
    #expect(b.x.consumption[Self.row] == 5000)
    #expect(b.s.informalDebt[Self.row] == 1000)
  }

  @Test func `What cannot be borrowed is cut from consumption, and the month counts as hardship`()
    throws
  {
    let b = climb(try bench(), deficit: 1000, room: 400, hardship: 4)
    #expect(b.s.hardship[Self.row] == 5)
    #expect(abs(b.x.consumption[Self.row] - 4400) < 0.01)
    #expect(abs(b.s.informalDebt[Self.row] - 400) < 0.01)
  }

  @Test func `Below the floor bills stay unpaid`() throws {
    let bench = try bench()
    let b = climb(bench, deficit: 9000, room: 0, hardship: 0)
    let s = b.county.pointee.settings
    let floor = s.coping.floorShare * s.calendar.returnLine / 12 * 4
    #expect(abs(b.x.consumption[Self.row] - floor) < 0.01)
    #expect(abs(b.s.informalDebt[Self.row] - (9000 - (5000 - floor))) < 0.01)
  }

  @Test func `Follow-up cost is paid by basic insurance for the enrolled only`() throws {
    let scenario = try TestScenario.baseline(counties: [11], lastYear: 2025)
      .withOnly(.basicMedicalInsurance)
    var rows = TestPopulation.rows(county: 11, count: 2)
    rows[0].flags.insert(.basicInsurance)
    rows[1].flags.remove(.basicInsurance)
    let bench = try Bench(scenario, rows: rows)
    let b = bench.block(5)
    for row in 0..<2 {
      b.x.cashOut[row] = 0
      b.s.damage[row] = 0
      b.s.followup[row] = 3
    }
    BillsPass.run(b)
    let s = b.county.pointee.settings
    let cost = s.illness.followupCost * s.illness.priceIndex
    let paid = min(s.medical.outpatientRatio * cost, s.medical.outpatientCap / 12)
    #expect(paid > 0)
    #expect(b.x.cashOut[0] == cost - paid)
    #expect(b.x.cashOut[1] == cost)
  }

  @Test func `Without the job shock everybody is employed, old or not`() throws {
    let scenario = try TestScenario.baseline(counties: [11], lastYear: 2025)
      .withOnly(.basicMedicalInsurance).with("jobs.older_finding", 0.2)
    var rows = TestPopulation.rows(county: 11, count: 2)
    rows[0].flags.insert(.olderWorker)
    let bench = try Bench(scenario, rows: rows)
    let b = bench.block(5)
    for row in 0..<2 {
      b.s.jobless(0)[row] = 4
      b.x.word(0)[row] = 0xF000_0000
    }
    JobsPass.run(b)
    #expect(b.s.jobless(0)[0] == 0)
    #expect(b.s.jobless(0)[1] == 0)
  }

  @Test func `A higher allowance that runs is not replaced by a new approval`() throws {
    let scenario = try TestScenario.baseline(counties: [11], lastYear: 2025)
      .withOnly(.minimumLivingAllowance)
    let bench = try Bench(scenario, rows: TestPopulation.rows(county: 11, count: 10))
    let b = bench.block(5)
    let row = Self.row
    b.x.persons[row] = 4
    b.s.income12[row] = 0
    let amount = Allowance.amount(b, row)
    b.s.allowance[row] = amount + 100
    b.s.allowanceFade[row] = 1
    AllowancePass.begin(b, row)
    #expect(b.s.allowance[row] == amount + 100)
    #expect(b.s.allowanceFade[row] == 1)
    b.s.allowance[row] = 0
    AllowancePass.begin(b, row)
    #expect(b.s.allowance[row] == amount)
  }
}
