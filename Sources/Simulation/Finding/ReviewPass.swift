import Households

/// Step 10, at the ends of quarters: risk elimination 风险消除 and review of the allowance.
///
/// Model equation (26.1).
enum ReviewPass {
  static func run(_ b: BlockMonth) {
    let m = b.county
    guard (b.month + 1) % m.pointee.settings.finding.reviewInterval == 0 else { return }
    mark(b)
    let found = b.x.collect(b.count)
    for place in 0..<found {
      let row = Int(b.x.rows[place])
      guard !b.isNoLabour(row) else { continue }
      b.s.monitored[row] = 0
      b.s.wanted[row] = 0
      if m.pointee.isRecorded { b.count(.eliminated, row: row) }
    }
  }

  /// Marks monitored households whose risk is gone, whether they can work or not.
  private static func mark(_ b: BlockMonth) {
    let m = b.county
    let c = m.pointee.settings.calendar
    let line = c.monitoringLine * m.pointee.settings.finding.eliminationMargin
    let (monitoringLine, unsafeDamage) = (c.monitoringLine, c.returnLine)
    let leastMonths = m.pointee.settings.finding.eliminationMonths
    // Cover by the anti-poverty insurance is a measure too; every monitored household has it.
    let isCovered: UInt8 = m.pointee.insuranceStrength > 0 ? 1 : 0
    let (monitored, months, measures) = (b.s.monitored, b.s.monitoredMonths, b.s.measures)
    let (damage, own12, total12, mask) = (b.s.damage, b.x.own12, b.x.total12, b.x.mask)
    for i in 0..<b.count {
      let isMonitored: UInt8 = monitored[i] != 0 ? 1 : 0
      let isLongEnough: UInt8 = months[i] >= leastMonths ? 1 : 0
      let hasMeasure: UInt8 = measures[i] > 0 ? 1 : isCovered
      let isHousingSafe: UInt8 = damage[i] < unsafeDamage ? 1 : 0
      // Below the line without assistance the risk is held, not removed: the next alert would find
      // the household again.
      let isIndependent: UInt8 = own12[i] >= monitoringLine ? 1 : 0
      let isAbove: UInt8 = total12[i] > line ? 1 : 0
      mask[i] = isMonitored & isLongEnough & hasMeasure & isHousingSafe & isIndependent & isAbove
    }
  }
}
