import Households

/// A3, each December: who is below the standard, who of them is paid, and who is paid at all.
enum AllowanceCoverage {
  static func count(_ b: BlockMonth) {
    let m = b.county
    guard m.pointee.allowanceStrength > 0 else { return }
    let s = m.pointee.settings.allowance
    let (registered, other, factor) = (s.lineRegistered, s.lineOther, s.extremelyPoorFactor)
    let (allowance, own12, weight, flags) = (b.s.allowance, b.x.own12, b.p.weight, b.p.flags)
    let former = HouseholdFlags.formerlyPoor.rawValue
    let noLabour = b.markNoLabour()
    var (paid, eligible, both): (Int32, Int32, Int32) = (0, 0, 0)
    for i in 0..<b.count {
      let households = Int32(weight[i])
      let line = flags[i] & former != 0 ? registered : other
      let raise: Float = noLabour[i] != 0 ? factor : 1
      let isPaid: Int32 = allowance[i] > 0 ? -1 : 0
      let isBelow: Int32 = own12[i] < line * raise ? -1 : 0
      paid &+= households & isPaid
      eligible &+= households & isBelow
      both &+= households & isPaid & isBelow
    }
    b.add(.allowanceHouseholds, Int64(paid))
    b.add(.allowanceEligible, Int64(eligible))
    b.add(.allowanceEligiblePaid, Int64(both))
  }
}
