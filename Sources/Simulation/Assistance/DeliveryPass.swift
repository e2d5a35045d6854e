import Households

/// Step 5: granted measures whose day has come reach the household.
///
/// Runs before this month's shocks are paid for; money decided in a month is never delivered in it.
enum DeliveryPass {
  static func run(_ b: BlockMonth) {
    let (pending, day, mask) = (b.s.pending, b.s.paymentDay, b.x.mask)
    let nextDay = UInt16(min(b.nextDay, 65_000))
    for i in 0..<b.count { mask[i] = day[i] < nextDay ? pending[i] : 0 }
    let found = b.x.collect(b.count)
    for place in 0..<found { deliver(b, Int(b.x.rows[place])) }
  }

  /// Model equation (17.1).
  private static func deliver(_ b: BlockMonth, _ row: Int) {
    let pending = b.s.pending[row]
    let isMoney = b.s.reliefDue[row] > 0 || pending & Measures.industry != 0
    if pending & Measures.relief != 0 {
      b.x.aid[row] += Matching.relief(b, row, b.s.reliefDue[row])
      b.s.reliefDue[row] = 0
      b.s.measures[row] &+= 1
      b.s.reached[row] |= Reach.emergencyRelief.bit
    }
    if pending & Measures.allowance != 0 {
      AllowancePass.begin(b, row)
      b.s.measures[row] &+= 1
    }
    if pending & Measures.industry != 0 {
      IndustryPass.begin(b, row)
      b.s.measures[row] &+= 1
    }
    b.s.pending[row] = 0
    guard isMoney || b.s.allowance[row] > 0, b.s.flags[row] & StateFlags.firstMoneyCounted == 0
    else { return }
    b.s.flags[row] |= StateFlags.firstMoneyCounted
    guard b.county.pointee.isRecorded else { return }
    b.count(.firstPayments, row: row)
    let day = max(Int(b.s.paymentDay[row]), b.firstDay)
    let days = max(0, day - Int(b.s.shockDay[row]))
    b.count(.daysToMoney, row: row, times: days)
    if b.b16(b.p.flags[row], HouseholdFlags.livesElsewhere.rawValue) {
      b.note(.elsewhereCases, row: row)
      b.note(.elsewhereDays, row: row, days)
    }
  }
}
