import Households
import Randomness

/// A3 minimum living allowance 低保: a differential top-up with take-up and fade-out.
struct AllowanceSettings: Sendable {
  let lineRegistered: Float
  let lineOther: Float
  let coverageRegistered: UInt16
  let coverageOther: UInt16
  let fadeOutMonths: UInt8
  /// Standard of households without labour 特困 relative to the others.
  let extremelyPoorFactor: Float

  init(_ p: ParameterReader, after previous: AllowanceSettings? = nil) {
    let rate = p["minimum_living_allowance.line_growth"]
    lineRegistered = GrowthIndex.yearly(
      p["minimum_living_allowance.line_registered_2023"], rate, base: 2023, at: p.month,
      after: previous?.lineRegistered)
    lineOther = GrowthIndex.yearly(
      p["minimum_living_allowance.line_other_2023"], rate, base: 2023, at: p.month,
      after: previous?.lineOther)
    coverageRegistered = UInt16(
      min(p["minimum_living_allowance.coverage_registered"] * 65536, 65535))
    coverageOther = UInt16(min(p["minimum_living_allowance.coverage_other"] * 65536, 65535))
    fadeOutMonths = UInt8(p["minimum_living_allowance.fade_out_months"])
    extremelyPoorFactor = p.float("minimum_living_allowance.extremely_poor_factor")
  }
}

/// The allowance of one household.
enum Allowance {
  /// Whether take-up ever reaches this household: a fixed trait against today's coverage.
  ///
  /// Model equation (18.1).
  static func isReachable(_ b: BlockMonth, _ row: Int) -> Bool {
    let s = b.county.pointee.settings.allowance
    let limit = b.isFormerlyPoor(row) ? s.coverageRegistered : s.coverageOther
    guard Publicity.isNewlyAware(b, row) else { return b.p.trait(0)[row] < limit }
    return Double(b.p.trait(0)[row]) < Publicity.takeUp(b, row, Double(limit) / 65536) * 65536
  }

  /// The standard that holds for the household, yuan per head and year.
  ///
  /// Model equation (18.2).
  static func standard(_ b: BlockMonth, _ row: Int) -> Float {
    let m = b.county
    let line =
      b.isFormerlyPoor(row)
      ? m.pointee.settings.allowance.lineRegistered : m.pointee.settings.allowance.lineOther
    return b.isNoLabour(row) ? line * m.pointee.settings.allowance.extremelyPoorFactor : line
  }

  /// Monthly top-up for the household, whole fen: (line − income per head)₊ × persons / 12, with
  /// rigid spending deducted from income 支出核减.
  ///
  /// Model equations (18.3), (18.4).
  static func amount(_ b: BlockMonth, _ row: Int) -> Float {
    let m = b.county
    let line = standard(b, row)
    let gap = min(max(0, line - b.ownIncome(row)), line)
    let monthly = gap * b.x.persons[row] / 12 * m.pointee.allowanceStrength
    return (monthly * 100).rounded() / 100
  }
}

/// Steps 5 and 10 of the allowance.
enum AllowancePass {
  /// Pays every household on the allowance.
  ///
  /// What still runs although income has passed the standard (fade-out and reviews to come) leaks.
  ///
  /// Model equation (18.5).
  static func pay(_ b: BlockMonth) {
    let m = b.county
    let s = m.pointee.settings.allowance
    let free = m.pointee.settings.calendar.freeRigidSpending
    let (allowance, aid, weight, flags) = (b.s.allowance, b.x.aid, b.p.weight, b.p.flags)
    let (income12, rigid12) = (b.s.income12, b.s.rigid12)
    let noLabour = b.markNoLabour()
    let former = HouseholdFlags.formerlyPoor.rawValue
    let (lineRegistered, lineOther) = (s.lineRegistered, s.lineOther)
    let factor = s.extremelyPoorFactor
    var (paid, leaked): (Int64, Int64) = (0, 0)
    for i in 0..<b.count {
      let own =
        Float(income12[i]) * IndicatorPass.incomeUnit
        - max(0, Float(rigid12[i]) * IndicatorPass.rigidUnit - free)
      let line = flags[i] & former != 0 ? lineRegistered : lineOther
      let raise: Float = noLabour[i] != 0 ? factor : 1
      let isLeak: Int64 = own > line * raise ? 1 : 0
      let fen = Elementary.nearestInteger(Double(allowance[i]) * 100) &* Int64(weight[i])
      paid &+= fen
      leaked &+= fen &* isLeak
    }
    for i in 0..<b.count { aid[i] += allowance[i] }
    b.tally.money[Programme.minimumLivingAllowance.rawValue] &+= paid
    b.tally.money[Programme.allowanceLeakage.rawValue] &+= leaked
  }

  /// Quarterly review: a higher need raises the amount at once, a lower one after the fade-out.
  ///
  /// Whoever is on the allowance stays on it while the need lasts. New households come in through
  /// recognition (`RecognitionPass`), so a household that nobody finds is not paid.
  static func review(_ b: BlockMonth) {
    let m = b.county
    let s = m.pointee.settings
    guard (b.month + 1) % s.finding.reviewInterval == 0 else { return }
    let isOn = m.pointee.allowanceStrength > 0
    let (allowance, own12, mask) = (b.s.allowance, b.x.own12, b.x.mask)
    let line =
      max(s.allowance.lineRegistered, s.allowance.lineOther)
      * max(1, s.allowance.extremelyPoorFactor)
    for i in 0..<b.count {
      let isPoor: UInt8 = own12[i] < line ? 1 : 0
      mask[i] = allowance[i] > 0 ? 1 : isPoor
    }
    let found = b.x.collect(b.count)
    for place in 0..<found {
      let row = Int(b.x.rows[place])
      guard isOn else {
        allowance[row] = 0
        b.s.flags[row] &= ~StateFlags.onAllowance
        continue
      }
      if b.s.flags[row] & StateFlags.onAllowance != 0 {
        update(b, row, to: Allowance.amount(b, row), fade: s.allowance.fadeOutMonths)
      } else if b.s.monitored[row] != 0 {
        apply(b, row)
      }
    }
  }

  /// A monitored household in need that is not on the allowance, or whose approval came to nothing,
  /// applies at the review.
  ///
  /// Model equation (18.8).
  private static func apply(_ b: BlockMonth, _ row: Int) {
    guard Allowance.isReachable(b, row), Allowance.amount(b, row) > 0 else { return }
    let failure = Coordination.executionFailure(b.county)
    let u = b.key.household(b.p.id[row], month: b.month, .measures, draw: 2)[0].uniform
    if u >= failure { begin(b, row) }
  }

  /// Model equation (18.7).
  private static func update(_ b: BlockMonth, _ row: Int, to amount: Float, fade: UInt8) {
    let before = b.s.allowance[row]
    if amount >= before {
      b.s.allowance[row] = amount
      b.s.allowanceFade[row] = fade
    } else {
      let interval = UInt8(truncatingIfNeeded: b.county.pointee.settings.finding.reviewInterval)
      let left = b.s.allowanceFade[row]
      if left <= interval {
        b.s.allowance[row] = amount
        b.s.allowanceFade[row] = fade
        if amount == 0 { b.s.flags[row] &= ~StateFlags.onAllowance }
      } else {
        b.s.allowanceFade[row] = left - interval
      }
    }
    if b.s.allowance[row] > 0 { b.s.reached[row] |= Reach.minimumLivingAllowance.bit }
  }

  /// Starts the allowance of a household that has been approved; a higher one that runs stays until a
  /// review.
  ///
  /// Model equation (18.6).
  static func begin(_ b: BlockMonth, _ row: Int) {
    let amount = Allowance.amount(b, row)
    guard amount > b.s.allowance[row] else { return }
    b.s.flags[row] |= StateFlags.onAllowance
    b.s.allowance[row] = amount
    b.s.allowanceFade[row] = b.county.pointee.settings.allowance.fadeOutMonths
    b.s.reached[row] |= Reach.minimumLivingAllowance.bit
  }
}
