import Households
import Randomness
import TestSupport
import Testing

@testable import Simulation

/// Education aid, housing repair and the allowance of the extremely poor against arithmetic by hand.
struct ProtectionTests {
  private func scenario(_ mechanisms: Mechanism...) throws -> Scenario {
    var scenario = try TestScenario.baseline(counties: [11], lastYear: 2026).withOnly(.monitoring)
    for mechanism in mechanisms {
      scenario = scenario.setting(mechanism) { $0.isEnabled = true }
    }
    return scenario
  }

  /// Clears what a month begins with, so that one pass can be looked at.
  private func cleared(_ bench: Bench, _ month: Int) -> BlockMonth {
    let b = bench.block(month)
    for row in 0..<b.count {
      (b.x.aid[row], b.x.cashOut[row], b.x.rigid[row], b.x.business[row]) = (0, 0, 0, 0)
      b.x.persons[row] = Float(b.p.persons[row])
      b.x.personsInverse[row] = 1 / b.x.persons[row]
      for channel in 0..<Cause.channelCount { b.x.loss(channel)[row] = 0 }
    }
    bench.tally.clear()
    return b
  }

  private func fen(_ bench: Bench, _ programme: Programme) -> Int64 {
    bench.tally.money[programme.rawValue]
  }

  private func quantity(_ bench: Bench, _ quantity: SystemQuantity) -> Int64 {
    bench.tally.systems[quantity.rawValue]
  }

  // A3

  @Test func `Households without labour have the higher standard and nobody else`() throws {
    let factor = try scenario(.minimumLivingAllowance)
      .with("minimum_living_allowance.extremely_poor_factor", 1.3)
    let rows = TestPopulation.rows(county: 11, count: 40, income: { _ in 5000 }) { number, row in
      row.traits[0] = 0
      if number % 2 == 0 { row.flags.insert(.noLabour) }
    }
    let bench = try Bench(factor, rows: rows)
    let line = bench.current.pointee.settings.allowance.lineRegistered
    for row in 0..<bench.count {
      let standard = row % 2 == 0 ? line * 1.3 : line
      #expect(abs(Allowance.standard(bench.block(0), row) - standard) < 0.01)
      let expected = max(0, standard - bench.block(0).ownIncome(row)) * 4 / 12
      #expect(abs(bench.state.allowance[row] - expected) < 0.02)
    }
  }

  @Test func `An allowance paid above the standard is leakage, and no other is`() throws {
    let rows = TestPopulation.rows(county: 11, count: 20, income: { _ in 5000 }) {
      $1.traits[0] = 0
    }
    let bench = try Bench(scenario(.minimumLivingAllowance), rows: rows)
    AllowancePass.pay(cleared(bench, 0))
    #expect(fen(bench, .minimumLivingAllowance) > 0)
    #expect(fen(bench, .allowanceLeakage) == 0)
    // Income jumps: what still runs is leakage to the fen.
    for row in 0..<bench.count { bench.state.income12[row] = 80_000 }
    AllowancePass.pay(cleared(bench, 0))
    #expect(fen(bench, .allowanceLeakage) == fen(bench, .minimumLivingAllowance))
  }

  // A6

  @Test func `Education aid is what its rules say and what the programme pays, to the fen`() throws
  {
    let rows = TestPopulation.rows(county: 11, count: 30, income: TestPopulation.spread) {
      number, row in
      row.students = SIMD4(1, 1, 1, 0)
      row.traits[1] = number % 2 == 0 ? 0 : 0.99
    }
    let granted = try scenario(.schooling, .educationAid)
      .with("education_aid.grant_vocational", 3000)
    let bench = try Bench(granted, rows: rows)
    let b = cleared(bench, 20)  // September 2023
    SchoolingPass.run(b)
    let due = b.county.pointee.settings.schooling.due
    let bill = b.x.cashOut[0]
    #expect(abs(bill - due.sum()) < 0.01)
    EducationAidPass.run(b)
    var received: Int64 = 0
    for row in 0..<b.count {
      let less = 0.15 * 0.3 * (due[0] + due[1])
      let aware = row % 2 == 0
      // The vocational grant is larger than the cost, and a grant never exceeds the cost.
      let grants = aware ? 0.7 * (500 + 3000) + due[1] - 0.15 * 0.3 * due[1] : 0
      let aid = bill - b.x.cashOut[row]
      #expect(abs(aid - less - grants) < 0.05)
      received += Int64(Elementary.nearest(Double(aid) * 100)) * Int64(b.p.weight[row])
      let weight = b.county.pointee.settings.calendar.weightSchooling
      #expect(abs(b.x.rigid[row] - b.x.cashOut[row] * weight) < 0.05)
      #expect(abs(b.x.loss(Cause.schooling.rawValue)[row] - b.x.rigid[row]) < 0.05)
    }
    #expect(received == fen(bench, .educationAid))
    #expect(quantity(bench, .aidedStudents) == 15 * 3)
  }

  @Test func `Whom publicity has informed gets education aid too`() throws {
    let rows = TestPopulation.rows(county: 11, count: 30, income: TestPopulation.spread) {
      number, row in
      row.students = SIMD4(1, 0, 0, 0)
      row.traits[1] = number % 2 == 0 ? 0 : 0.99
    }
    let informed = try scenario(.schooling, .educationAid, .publicity)
      .with("publicity.awareness", 1)
    let bench = try Bench(informed, rows: rows)
    let b = cleared(bench, 20)  // September 2023
    SchoolingPass.run(b)
    EducationAidPass.run(b)
    #expect(quantity(bench, .aidedStudents) == 30)
  }

  @Test func `Huge education aid pays the bill of those still at school and not more`() throws {
    let rows = TestPopulation.rows(county: 11, count: 10, income: TestPopulation.spread) {
      number, row in
      row.students = SIMD4(1, 0, 1, 0)
      row.traits[1] = 0
    }
    let bench = try Bench(
      scenario(.schooling, .educationAid).with("education_aid.grant_college", 40_000)
        .with("education_aid.grant_senior", 40_000), rows: rows)
    for row in 0..<5 { bench.state.withdrawn[row] = 1 }
    let b = cleared(bench, 20)
    SchoolingPass.run(b)
    EducationAidPass.run(b)
    for row in 0..<b.count {
      #expect(b.x.cashOut[row] >= 0)
      #expect(b.x.cashOut[row] < 0.02)
    }
    #expect(quantity(bench, .aidedStudents) == 5 + 10)
  }

  // A7

  @Test func `An unsafe house is repaired once, the month after it was found`() throws {
    let rows = TestPopulation.rows(county: 11, count: 3)
    let bench = try Bench(
      scenario(.housingRepair).with("housing_repair.share", 0.5)
        .with("housing_repair.cap", 20_000), rows: rows)
    (bench.state.damage[0], bench.state.damage[1], bench.state.damage[2]) = (30_000, 60_000, 500)
    HousingRepairPass.run(cleared(bench, 24))
    #expect(fen(bench, .housingRepair) == 0)
    HousingRepairPass.run(cleared(bench, 25))
    #expect(fen(bench, .housingRepair) == (15_000 + 20_000) * 100)
    #expect(quantity(bench, .repairedHouses) == 2)
    #expect(bench.state.damage[0] == 15_000)
    #expect(bench.state.damage[1] == 40_000)
    #expect(bench.state.damage[2] == 500)
    HousingRepairPass.run(cleared(bench, 26))
    #expect(fen(bench, .housingRepair) == 0)
    // Safe again, and damaged again.
    bench.state.damage[0] = 0
    HousingRepairPass.run(cleared(bench, 27))
    bench.state.damage[0] = 10_000
    HousingRepairPass.run(cleared(bench, 28))
    HousingRepairPass.run(cleared(bench, 29))
    #expect(fen(bench, .housingRepair) == 5000 * 100)
  }

  // All that protect

  /// Twelve-month income per head, assistance included, after three years of shocks.
  private func incomes(_ scenario: Scenario, _ rows: [HouseholdRecord]) throws -> [Float] {
    let bench = try Bench(scenario, rows: rows)
    let queue = RequestList(capacity: 2048)
    let credit = UnsafeMutablePointer<Float>.allocate(capacity: 8)
    defer { credit.deallocate() }
    for month in 0..<36 {
      let b = bench.block(month)
      if b.county.pointee.monthOfYear == 1 { bench.quotas.openYear() }
      bench.quotas.open(share: 0.0001, fraction: 1, b.county)
      MonthSteps.run(b, queue: queue, credit: credit)
      bench.quotas.shareOut { _ in b }
    }
    return (0..<bench.count).map { bench.scratch.total12[$0] }
  }

  @Test func `More of the health service leaves no household with less`() throws {
    let mechanism = Mechanism.healthService
    let rows = TestPopulation.rows(
      county: 11, count: 400, income: { 5500 + Double($0 * 7919 % 1000) * 9 })
    let shocks = try scenario(.drought, .flood, .illness, .accidents, .schooling)
      .with("illness.followup_hazard", 1).with("illness.major_share", 0.2)
      .with("accidents.fire_rate", 0.05).with("accidents.fire_rate_qiandongnan", 0.05)
    let paths: [[Float]] = try [0, 1, 1.4].map { scale in
      try incomes(
        shocks.setting(mechanism) {
          $0.isEnabled = true
          $0.scale = DatedPath(constant: scale)
        }, rows)
    }
    for (less, more) in [(paths[0], paths[1]), (paths[1], paths[2])] {
      for row in rows.indices {
        // The rings hold rigid spending in units of two yuan a head and month.
        #expect(more[row] >= less[row] - 24)
      }
      #expect(more.reduce(0, +) > less.reduce(0, +))
    }
  }

  // A4

  @Test func `The service shortens illness only beyond the coverage of 2023`() throws {
    let rows = TestPopulation.rows(county: 11, count: 400)
    let bench = try Bench(
      scenario(.illness, .healthService).with("health_service.claimed_saving", 0.5)
        .with("health_service.credibility", 1).with("health_service.coverage_2023", 0.4)
        .with("health_service.coverage", 0.7), rows: rows)
    let b = cleared(bench, 24)
    for row in 0..<b.count {
      let place = Double(b.p.place(in: .healthService)[row]) / 65536
      let isServed = place >= 0.4 && place < 0.7
      #expect(HealthService.saving(b, row) == (isServed ? 0.5 : 0))
    }
    HealthService.record(b, 0, before: 8, after: 4, followup: 18)
    #expect(quantity(bench, .monthsOfWorkSaved) == 4)
    #expect(fen(bench, .healthService) == 300 * 18 / 12 * 100)
  }
}
