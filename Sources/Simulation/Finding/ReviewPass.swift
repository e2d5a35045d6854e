import Households

/// Step 10, at the ends of quarters: risk elimination 风险消除 and review of the allowance.
enum ReviewPass {
  static func run(_ b: BlockMonth) {
    let m = b.county
    let s = m.pointee.settings
    guard (b.month + 1) % s.finding.reviewInterval == 0 else { return }
    let line = s.calendar.monitoringLine * s.finding.eliminationMargin
    let mask = b.x.mask
    let monitored = b.s.monitored
    for i in 0..<b.count { mask[i] = monitored[i] }
    let found = b.x.collect(b.count)
    for place in 0..<found {
      let row = Int(b.x.rows[place])
      let isNoLabour = b.isNoLabour(row)
      let isLongEnough = b.s.monitoredMonths[row] >= s.finding.eliminationMonths
      // Cover by the anti-poverty insurance is a measure too; every monitored household has it.
      let hasMeasure = b.s.measures[row] > 0 || m.pointee.insuranceStrength > 0
      let isHousingSafe = b.s.damage[row] < s.calendar.returnLine
      // Below the line without assistance the risk is held, not removed: the next alert would find
      // the household again.
      let isIndependent = b.x.own12[row] >= s.calendar.monitoringLine
      guard isLongEnough, !isNoLabour, hasMeasure, isHousingSafe, isIndependent,
        b.x.total12[row] > line
      else { continue }
      monitored[row] = 0
      b.s.wanted[row] = 0
      if m.pointee.isRecorded { b.count(.eliminated, row: row) }
    }
  }
}
