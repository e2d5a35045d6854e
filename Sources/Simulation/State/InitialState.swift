import Households
import Randomness

/// The state of a block when a possible future begins.
enum InitialState {
  static func prepare(_ b: BlockMonth) {
    b.s.clear(rows: b.count)
    let m = b.county
    let line = m.pointee.settings.calendar.monitoringLine
    copyFacts(b)
    for row in 0..<b.count {
      balance(b, row)
      fillRings(b, row)
      findJob(b, row)
      guard b.ownIncome(row) < line else { continue }
      startAllowance(b, row)
      startMonitoring(b, row)
    }
  }

  /// What the household calendar may move begins as it was drawn.
  private static func copyFacts(_ b: BlockMonth) {
    b.s.wage.update(from: b.p.wage, count: b.count)
    b.s.admissionHazard.update(from: b.p.admissionHazard, count: b.count)
    b.s.persons.update(from: b.p.persons, count: b.count)
    b.s.workers.update(from: b.p.workers, count: b.count)
    for kind in 0..<8 { b.s.members(kind).update(from: b.p.members(kind), count: b.count) }
    for stage in 0..<3 { b.s.students(stage).update(from: b.p.students(stage), count: b.count) }
  }

  private static func balance(_ b: BlockMonth, _ row: Int) {
    b.s.savings[row] = b.p.savings[row]
    b.s.assets[row] = b.p.assets[row]
    b.s.informalDebt[row] = b.p.debt[row]
    b.s.patient[row] = 255
    b.s.disabilityAge[row] = 255
    b.s.droughtLuck[row] = 128
    b.s.scoreNoise[row] = 64
    b.x.persons[row] = Float(b.p.persons[row])
  }

  /// A year at the expected income, so that the first months are not a shock of their own.
  ///
  /// Model equation (E.1).
  private static func fillRings(_ b: BlockMonth, _ row: Int) {
    let c = b.county.pointee.settings.calendar
    let income =
      b.p.wage[row] * c.wageIndex + b.p.business[row] * c.businessIndex
      + (b.p.transfer[row] + b.p.property[row]) * c.transferIndex
    let perHead = income / Float(b.p.persons[row]) / IndicatorPass.incomeUnit
    let value = Int16(min(32_000, perHead))
    for slot in 0..<StateColumns.ringMonths { b.s.incomeRing(slot)[row] = value }
    b.s.income12[row] = Int32(value) * Int32(StateColumns.ringMonths)
  }

  /// Workers begin in the steady state of job loss and finding.
  private static func findJob(_ b: BlockMonth, _ row: Int) {
    guard b.county.pointee.jobsStrength > 0 else { return }
    let s = b.county.pointee.settings.jobs
    let words = b.key.household(b.p.id[row], month: 0, .initialState)
    let isOlder = b.b16(b.p.flags[row], HouseholdFlags.olderWorker.rawValue)
    let lose = s.separation * (isOlder ? s.olderSeparation : 1)
    let find = s.finding * (isOlder ? s.olderFinding : 1)
    let jobless = Double(lose / (lose + find))
    for worker in 0..<Int(b.p.workers[row]) where words[worker].uniform < jobless {
      b.s.jobless(worker)[row] = 1
    }
  }

  /// Households below the allowance line at the start are on the allowance if it reaches them.
  private static func startAllowance(_ b: BlockMonth, _ row: Int) {
    guard b.county.pointee.allowanceStrength > 0, Allowance.isReachable(b, row) else { return }
    AllowancePass.begin(b, row)
    let perHead = b.s.allowance[row] / b.x.persons[row] / IndicatorPass.aidUnit
    let value = UInt16(min(65_000, perHead))
    for slot in 0..<StateColumns.ringMonths { b.s.aidRing(slot)[row] = value }
    b.s.aid12[row] = Int32(value) * Int32(StateColumns.ringMonths)
  }

  private static func startMonitoring(_ b: BlockMonth, _ row: Int) {
    let m = b.county
    guard m.pointee.monitoringStrength > 0 else { return }
    let u = b.key.household(b.p.id[row], month: 0, .initialState)[3].uniform
    guard u < m.pointee.settings.finding.initialShareFound else { return }
    let kind = b.isFormerlyPoor(row) ? MonitoredKind.unstable : MonitoredKind.marginal
    RecognitionPass.enrol(b, row, kind)
    b.s.measures[row] = 1
  }
}
