import Households
import TestSupport
import Testing

@testable import Simulation

/// What comes back of a bill that a household advanced.
struct ReimbursementTests {
  /// A reimbursement due this month to a household with debts: what is left of them, and the cash.
  private func left(due: Float, informal: Float, formal: Float) throws -> SIMD3<Float> {
    let scenario = try TestScenario.baseline(counties: [11], lastYear: 2025).withOnly(.monitoring)
    let bench = try Bench(scenario, rows: TestPopulation.rows(county: 11, count: 10))
    let b = bench.block(5)
    b.x.cashOut[3] = 0
    b.s.damage[3] = 0
    b.s.reimbursementDue[3] = due
    b.s.reimbursementMonths[3] = 1
    b.s.informalDebt[3] = informal
    b.s.formalDebt[3] = formal
    BillsPass.run(b)
    #expect(b.s.reimbursementDue[3] == 0)
    return SIMD3(b.s.informalDebt[3], b.s.formalDebt[3], -b.x.cashOut[3])
  }

  @Test func `A reimbursement repays dear debt, then cheap debt, and the rest is cash`() throws {
    #expect(try left(due: 9000, informal: 3000, formal: 5000) == SIMD3(0, 0, 1000))
    #expect(try left(due: 6000, informal: 3000, formal: 5000) == SIMD3(0, 2000, 0))
    #expect(try left(due: 2000, informal: 3000, formal: 5000) == SIMD3(1000, 5000, 0))
    #expect(try left(due: 2000, informal: 0, formal: 0) == SIMD3(0, 0, 2000))
  }

  @Test func `The guarantee tops up the bills of its scope only`() {
    func covered(_ scope: GuaranteeScope) -> [Bool] {
      [(false, false), (true, false), (false, true), (true, true)].map {
        scope.covers(isFormerlyPoor: $0.0, isMonitored: $0.1)
      }
    }
    #expect(covered(.everybody) == [true, true, true, true])
    #expect(covered(.monitoredOrFormerlyPoor) == [false, true, true, true])
    #expect(covered(.monitored) == [false, false, true, true])
  }
}
