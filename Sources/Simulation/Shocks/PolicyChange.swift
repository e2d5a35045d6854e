import Households
import Randomness

/// H9 policy change and late money 政策调整、资金拨付延迟.
struct PolicyChangeSettings: Sendable {
  /// Chance a month that a household's assistance is ended, and the share of it that goes.
  let endedChance: Double
  let endedShare: Float
  /// Chance that a county's yearly money is late, and by how many months.
  let lateChance: Double
  let lateMonths: Int
  /// Chance that a county's project budget of a year is cut, and the share cut.
  let cutChance: Double
  let cutShare: Double

  init(_ p: ParameterReader) {
    endedChance = p["policy_change.ended_chance"]
    endedShare = p.float("policy_change.ended_share")
    lateChance = p["policy_change.late_chance"]
    lateMonths = Int(p["policy_change.late_months"].rounded())
    cutChance = p["policy_change.cut_chance"]
    cutShare = p["policy_change.cut_share"]
  }
}

/// Changes that come from the offices and not from a household.
enum PolicyChange {
  /// What happens to a county's money in a year.
  typealias CountyYear = (lateMonths: Int, cutShare: Double)

  /// Late money and a cut of the project budget: a county's luck of the year, whatever the policy.
  ///
  /// Model equation (33.2).
  static func countyYear(
    _ key: DrawKey, county: Int, year: Int, _ s: PolicyChangeSettings, strength: Float
  ) -> CountyYear {
    guard strength > 0 else { return (0, 0) }
    let words = key.shared(.county, county, month: year, .policyChange)
    let isLate = words[0].uniform < s.lateChance * Double(strength)
    let isCut = words[1].uniform < s.cutChance * Double(strength)
    return (isLate ? s.lateMonths : 0, isCut ? s.cutShare : 0)
  }

  /// Fen cut from a county's project money of the year.
  ///
  /// Model equation (33.2).
  static func cut(_ fen: Int64, _ m: UnsafePointer<CountyMonth>) -> Int64 {
    Int64((Double(fen) * m.pointee.policyYear.cutShare).rounded())
  }

  /// Counts late and cut money, given in fen, in whole yuan.
  static func note(
    _ tally: CountyTally, _ m: UnsafePointer<CountyMonth>, late: Int64, cut: Int64
  ) {
    guard m.pointee.isRecorded else { return }
    tally.systems[SystemQuantity.lateMoney.rawValue] &+= (late + 50) / 100
    tally.systems[SystemQuantity.budgetCuts.rawValue] &+= (cut + 50) / 100
  }
}

/// Step 5: assistance that a change of rules ends.
enum PolicyChangePass {
  /// Ends the allowance or the package of some households; both may come back by the ordinary ways.
  ///
  /// The allowance ends where the month's uniform number is low and the package where it is high, so
  /// that one number serves both and each keeps its chance whatever that is.
  ///
  /// Model equation (33.1).
  static func run(_ b: BlockMonth) {
    let strength = b.county.pointee.optional.policyChange
    guard strength > 0 else { return }
    let chance = min(1, b.county.pointee.settings.policyChange.endedChance * Double(strength))
    // Numbers of 24 bits, below and from which something ends.
    let low = UInt32(Elementary.nearest(chance * 0x1p24))
    let high = 1 &<< 24 - low
    guard low > 0 else { return }
    let (allowance, months, mask) = (b.s.allowance, b.s.industryMonths, b.x.mask)
    for i in 0..<b.count {
      let u = unusedBits(b, i)
      let endsAllowance: UInt8 = u < low ? 1 : 0
      let endsPackage: UInt8 = u >= high ? 2 : 0
      let paid: UInt8 = allowance[i] > 0 ? endsAllowance : 0
      let running: UInt8 = months[i] > 0 ? endsPackage : 0
      mask[i] = paid | running
    }
    let found = b.x.collect(b.count)
    for place in 0..<found {
      let row = Int(b.x.rows[place])
      let ended = mask[row]
      let lost =
        (ended & 1 != 0 ? endAllowance(b, row) : 0) + (ended & 2 != 0 ? endPackage(b, row) : 0)
      // The month's losses are remembered after this pass, so the lapse is written among them.
      b.x.loss(Cause.policyLapse.rawValue)[row] += lost
      b.note(.assistanceEnded, row: row)
    }
  }

  /// 24 random bits of the month: jobs look at the upper 24 of each of their three words only.
  @inline(__always)
  private static func unusedBits(_ b: BlockMonth, _ row: Int) -> UInt32 {
    b.x.word(0)[row] & 255 | (b.x.word(1)[row] & 255) &<< 8 | (b.x.word(2)[row] & 255) &<< 16
  }

  /// Takes the allowance away; the yearly amount lost.
  private static func endAllowance(_ b: BlockMonth, _ row: Int) -> Float {
    let before = b.s.allowance[row]
    let share = b.county.pointee.settings.policyChange.endedShare
    let kept = (before * (1 - share) * 100).rounded() / 100
    b.s.allowance[row] = kept
    if kept == 0 { b.s.flags[row] &= ~StateFlags.onAllowance }
    return (before - kept) * 12
  }

  /// Stops the package; the gain lost within a year.
  private static func endPackage(_ b: BlockMonth, _ row: Int) -> Float {
    let all = b.county.pointee.numbers
    let share = all.pointee.policyChange.endedShare
    let left = max(0, Int(all.pointee.industry.termMonths) - Int(b.s.industryMonths[row]) + 1)
    let gain = b.s.industryGain[row] * all.pointee.calendar.businessIndex
    b.s.industryGain[row] *= 1 - share
    if share >= 1 { b.s.industryMonths[row] = 0 }
    return gain * share * Float(min(12, left))
  }
}
