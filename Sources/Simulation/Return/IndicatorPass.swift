import Households

/// Step 7: the rolling twelve months.
///
/// Sums are integers, so a year of adding and taking away leaves no rounding behind. Units: income a
/// quarter yuan, rigid spending two yuan, assistance half a yuan, all per head and month; values
/// beyond 16 bits are held at the end of the range, far from any line.
enum IndicatorPass {
  static var incomeUnit: Float { 0.25 }
  static var rigidUnit: Float { 2 }
  static var aidUnit: Float { 0.5 }

  /// Takes the month into the rings and computes the indicators with and without assistance.
  ///
  ///     own12   = Σ income − (Σ rigid spending − free amount)₊       per head and year
  ///     total12 = own12 + Σ assistance
  ///
  /// Model equations (21.1), (21.2), (21.3), (21.4), (21.5).
  static func run(_ b: BlockMonth) {
    let free = b.county.pointee.settings.calendar.freeRigidSpending
    let (wage, business, other) = (b.x.wage, b.x.business, b.x.other)
    let (aid, rigid, inverse) = (b.x.aid, b.x.rigid, b.x.personsInverse)
    let incomeRing = b.s.incomeRing(b.slot)
    let rigidRing = b.s.rigidRing(b.slot)
    let aidRing = b.s.aidRing(b.slot)
    let (income12, rigid12, aid12) = (b.s.income12, b.s.rigid12, b.s.aid12)
    let (own12, total12) = (b.x.own12, b.x.total12)
    for i in 0..<b.count {
      let income = (wage[i] + business[i] + other[i]) * inverse[i] * 4
      let new = Single.nearest(max(-32_000, min(32_000, income)))
      income12[i] = income12[i] &+ new &- Int32(incomeRing[i])
      incomeRing[i] = Int16(truncatingIfNeeded: new)
    }
    for i in 0..<b.count {
      let new = Single.nearest(min(65_000, rigid[i] * inverse[i] * 0.5))
      rigid12[i] = rigid12[i] &+ new &- Int32(rigidRing[i])
      rigidRing[i] = UInt16(truncatingIfNeeded: new)
    }
    for i in 0..<b.count {
      let new = Single.nearest(min(65_000, aid[i] * inverse[i] * 2))
      aid12[i] = aid12[i] &+ new &- Int32(aidRing[i])
      aidRing[i] = UInt16(truncatingIfNeeded: new)
    }
    for i in 0..<b.count {
      let own =
        Float(income12[i]) * incomeUnit - max(0, Float(rigid12[i]) * rigidUnit - free)
      own12[i] = own
      total12[i] = own + Float(aid12[i]) * aidUnit
    }
  }

  /// Remembers the month's losses by channel.
  static func rememberLosses(_ b: BlockMonth) {
    for channel in 0..<Cause.channelCount {
      let loss = b.x.loss(channel)
      let code = b.s.loss(channel, slot: b.lossSlot)
      for i in 0..<b.count { code[i] = LossCode.code(loss[i]) }
    }
  }
}
