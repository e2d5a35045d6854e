import Households

/// A3, each December: who is below the standard, who of them is paid, and who is paid at all.
enum AllowanceCoverage {
  static func count(_ b: BlockMonth, _ row: Int) {
    guard b.county.pointee.allowanceStrength > 0 else { return }
    let isPaid = b.s.allowance[row] > 0
    if isPaid { b.note(.allowanceHouseholds, row: row) }
    guard b.x.own12[row] < Allowance.standard(b, row) else { return }
    b.note(.allowanceEligible, row: row)
    if isPaid { b.note(.allowanceEligiblePaid, row: row) }
  }
}
