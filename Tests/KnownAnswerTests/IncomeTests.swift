import Households
import Randomness
import TestSupport
import Testing

@testable import Simulation

/// Income, the rolling year and the allowance against arithmetic done by hand.
struct IncomeTests {
  private func calm() throws -> Scenario {
    try TestScenario.baseline(counties: [11], lastYear: 2025).withOnly(.monitoring)
      .with("income.wage_growth", 0).with("income.business_growth", 0)
      .with("income.transfer_growth", 0).with("jobs.season", 1)
  }

  @Test func `Without shocks and growth a year's income is the permanent income`() throws {
    let rows = TestPopulation.rows(county: 11, count: 50)
    let bench = try Bench(calm(), rows: rows)
    let queue = RequestList(capacity: 2048)
    let credit = UnsafeMutablePointer<Float>.allocate(capacity: 8)
    defer { credit.deallocate() }
    for month in 0..<24 { MonthSteps.run(bench.block(month), queue: queue, credit: credit) }
    for row in 0..<bench.count {
      // Employment is certain here, so wages stand at full employment above their expected level.
      let full = 1 / Double(bench.current.pointee.settings.jobs.expectedShare)
      let expected = rows[row].permanentIncome * (0.6 * full + 0.4)
      #expect(abs(Double(bench.scratch.own12[row]) - expected) < expected * 0.001 + 2)
    }
  }

  /// Σ of twelve ring slots = the rolling sum, after every one of forty months with everything of
  /// the core on.
  ///
  /// Source: telescoping sum, S[m] = S[m−1] + x[m] − x[m−12]; Graham, Knuth and Patashnik,
  /// *Concrete Mathematics*, section 2.6. No tolerance: integers.
  @Test func `The rolling sums are the sums of their rings`() throws {
    let scenario = try TestScenario.baseline(counties: [11], lastYear: 2025)
    let bench = try Bench(scenario, rows: TestPopulation.rows(county: 11, count: 400))
    let queue = RequestList(capacity: 2048)
    let credit = UnsafeMutablePointer<Float>.allocate(capacity: 8)
    defer { credit.deallocate() }
    for month in 0..<40 {
      MonthSteps.run(bench.block(month), queue: queue, credit: credit)
      for row in 0..<bench.count {
        var (income, rigid, aid): (Int32, Int32, Int32) = (0, 0, 0)
        for slot in 0..<12 {
          income += Int32(bench.state.incomeRing(slot)[row])
          rigid += Int32(bench.state.rigidRing(slot)[row])
          aid += Int32(bench.state.aidRing(slot)[row])
        }
        #expect(income == bench.state.income12[row])
        #expect(rigid == bench.state.rigid12[row])
        #expect(aid == bench.state.aid12[row])
      }
    }
  }

  @Test func `The allowance fills the gap to its line and never lifts above it`() throws {
    let scenario = try calm().setting(.minimumLivingAllowance) { $0.isEnabled = true }
    let rows = TestPopulation.rows(county: 11, count: 100, income: { 5000 + Double($0) * 50 }) {
      $1.traits[0] = 0
    }
    let bench = try Bench(scenario, rows: rows)
    let line = Double(bench.current.pointee.settings.allowance.lineRegistered)
    for row in 0..<bench.count {
      let own = Double(bench.block(0).ownIncome(row))
      let monthly = Double(bench.state.allowance[row])
      let expected = max(0, line - own) * 4 / 12
      #expect(
        own >= Double(bench.current.pointee.settings.calendar.monitoringLine)
          || abs(monthly - expected) < 0.02)
      #expect(own + monthly * 12 / 4 < max(line, own) + 0.1)
    }
  }

  @Test func `Entry takes three months below the line and exit six months above`() throws {
    let bench = try Bench(calm(), rows: TestPopulation.rows(county: 11, count: 1))
    let line = bench.block(30).county.pointee.settings.calendar.returnLine
    func step(_ total: Float) -> Bool {
      let b = bench.block(30)
      bench.scratch.total12[0] = total
      bench.scratch.persons[0] = 4
      ReturnPass.run(b)
      return bench.state.flags[0] & StateFlags.returned != 0
    }
    #expect([step(line - 1), step(line - 1), step(line + 1)] == [false, false, false])
    #expect([step(line - 1), step(line - 1), step(line - 1)] == [false, false, true])
    #expect(step(line * 1.05))
    #expect((0..<5).allSatisfy { _ in step(line * 1.11) })
    #expect(step(line * 1.11) == false)
  }

  @Test func `The cause is the channel with the largest loss in six months`() throws {
    let bench = try Bench(calm(), rows: TestPopulation.rows(county: 11, count: 1))
    let b = bench.block(10)
    bench.scratch.persons[0] = 4
    #expect(ReturnPass.cause(b, 0) == .noShock)
    bench.state.loss(Cause.illness.rawValue, slot: 2)[0] = LossCode.code(5000)
    #expect(ReturnPass.cause(b, 0) == .illness)
    for slot in 0..<6 { bench.state.loss(Cause.jobs.rawValue, slot: slot)[0] = LossCode.code(900) }
    #expect(ReturnPass.cause(b, 0) == .jobs)
  }

  /// FGT gap and severity of hand-made incomes: persons × shortfall share and its square.
  ///
  /// Source: J. Foster, J. Greer and E. Thorbecke, *Econometrica* 52, 1984. Tolerance 8
  /// millionths of a person: one rounding to a millionth for each of eight persons.
  @Test func `Gap and severity weigh persons by their shortfall`() throws {
    let bench = try Bench(calm(), rows: TestPopulation.rows(county: 11, count: 3))
    let b = bench.block(35)
    let line = bench.current.pointee.settings.calendar.returnLine
    for (row, share) in [Float(0.5), 0.9, 1.2].enumerated() {
      bench.scratch.total12[row] = line * share
      bench.scratch.own12[row] = line * share
    }
    YearEndPass.run(b)
    #expect(abs(bench.tally.persons[PersonMeasure.gap.rawValue] - 2_400_000) <= 8)
    #expect(abs(bench.tally.persons[PersonMeasure.severity.rawValue] - 1_040_000) <= 8)
    #expect(bench.tally.persons[PersonMeasure.need.rawValue] == 8)
    #expect(bench.tally.persons[PersonMeasure.formerlyPoor.rawValue] == 12)
  }

  /// (1 + g₁)ᵗ up to the change and (1 + g₂)^(1/12) a month after it: 1.03^(1/12) = 1.002466.
  ///
  /// Source: S. G. Kellison, *The Theory of Interest*, section 1.5. Tolerance 1e-5: single
  /// precision (6e-8 a step), and six printed digits of the root.
  @Test func `A growth rate that changes leaves the level that was reached`() throws {
    var scenario = try TestScenario.baseline(lastYear: 2027)
    let path = DatedPath(steps: [
      DatedPath.Step(from: nil, value: 0.06),
      DatedPath.Step(from: Month(year: 2026, month: 1), value: 0.03),
    ])
    var overrides = scenario.parameters.overrides
    for name in ["income.wage_growth", "lines.return_growth", "illness.medical_inflation"] {
      overrides[name] = Parameters.Override(path: path, place: "test")
    }
    scenario.parameters = Parameters(
      declared: scenario.parameters.declared, overrides: overrides)
    let months = try SimulationPlan(scenario).months
    let (december, january) = (months[47], months[48])
    #expect(abs(Double(january.calendar.wageIndex / december.calendar.wageIndex) - 1.002466) < 1e-5)
    #expect(abs(Double(january.illness.priceIndex / december.illness.priceIndex) - 1.002466) < 1e-5)
    #expect(abs(Double(january.calendar.returnLine / december.calendar.returnLine) - 1.03) < 1e-5)
    #expect(abs(Double(december.calendar.returnLine) - 6000 * 1.06 * 1.06) < 0.01)
  }

  /// A line of 6,000 yuan in 2023 at 3 % a year: 6,000 × 1.03⁷ = 6,000 × 1.22987387 in 2030; the
  /// monitoring line 7,200 × 1.06².
  ///
  /// Source: compound interest, as above. Tolerance one fen, which is more than single precision
  /// takes off 8,000 yuan (0.0005).
  @Test func `Lines grow as stated`() throws {
    let scenario = try TestScenario.baseline()
    func lines(_ year: Int) -> (Double, Double) {
      let c = CalendarSettings(
        ParameterReader(scenario.parameters, at: Month(year: year, month: 6)))
      return (Double(c.returnLine), Double(c.monitoringLine))
    }
    #expect(abs(lines(2023).0 - 6000) < 0.01)
    #expect(abs(lines(2030).0 - 6000 * 1.22987387) < 0.01)
    #expect(abs(lines(2022).0 - 6000 / 1.03) < 0.01)
    #expect(abs(lines(2025).1 - 7200 * 1.1236) < 0.01)
  }
}
