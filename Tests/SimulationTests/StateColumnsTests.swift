import Households
import Testing

@testable import Simulation

struct StateColumnsTests {
  @Test func `A household needs at most 200 fixed bytes and 256 bytes of state`() {
    #expect(PopulationColumns.bytesPerHousehold <= 200)
    #expect(StateColumns.bytesPerHousehold <= 256)
  }

  @Test func `No two columns overlap and the last byte is inside the slab`() {
    let size = StateColumns.capacity * StateColumns.bytesPerHousehold
    let base = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 64)
    defer { base.deallocate() }
    let s = StateColumns(base: base)
    var starts: [Int: Int] = [:]
    func add<T>(_ column: UnsafeMutablePointer<T>) {
      let start = UnsafeMutableRawPointer(column) - base
      #expect(starts[start] == nil)
      starts[start] = MemoryLayout<T>.size * StateColumns.capacity
    }
    for column in [s.savings, s.informalDebt, s.formalDebt, s.assets, s.damage] { add(column) }
    for column in [
      s.patientOwnPay, s.patientBasicUsed, s.patientAssistanceUsed, s.patientOutOfPocket,
      s.householdOutOfPocket, s.reimbursementDue, s.reliefDue, s.allowance, s.industryGain,
      s.extraWork, s.wage, s.admissionHazard, s.loan,
    ] { add(column) }
    for column in [s.income12, s.rigid12, s.aid12] { add(column) }
    for slot in 0..<12 {
      add(s.incomeRing(slot))
      add(s.rigidRing(slot))
      add(s.aidRing(slot))
    }
    for column in [s.flags, s.dueDay, s.shockDay, s.paymentDay, s.reached] { add(column) }
    for worker in 0..<3 {
      add(s.jobless(worker))
      add(s.sick(worker))
    }
    for column in [
      s.carer, s.disability, s.disabilityAge, s.followup, s.patient, s.reimbursementMonths,
      s.pending, s.industryMonths, s.allowanceFade, s.monitored, s.monitoredMonths, s.measures,
      s.stage, s.cooldown, s.below, s.above, s.deaths, s.withdrawn, s.droughtLuck, s.scoreNoise,
      s.hardship, s.careDelayed, s.chronic, s.wanted, s.workers, s.persons, s.loanMonths,
      s.postMonths, s.shadowAlerts, s.shadowNeed,
    ] { add(column) }
    for kind in 0..<8 { add(s.members(kind)) }
    for stage in 0..<3 { add(s.students(stage)) }
    for channel in 0..<Cause.channelCount {
      for slot in 0..<StateColumns.lossMonths { add(s.loss(channel, slot: slot)) }
    }
    var end = 0
    for (start, length) in starts.sorted(by: { $0.key < $1.key }) {
      #expect(start == end)
      end = start + length
    }
    #expect(end == size)
  }
}
