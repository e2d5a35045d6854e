import Households

/// Step 5: bills that do not depend on this month's events, and reimbursements that arrive.
enum BillsPass {
  /// Follow-up cost of chronic illness, repair of the house, reimbursements.
  static func run(_ b: BlockMonth) {
    followUp(b)
    repair(b)
    reimbursements(b)
  }

  /// Out-patient follow-up after a major illness, less what basic insurance pays for the enrolled.
  ///
  /// Model equation (15.1).
  private static func followUp(_ b: BlockMonth) {
    let m = b.county
    let s = m.pointee.numbers
    let cost = s.pointee.illness.followupCost * s.pointee.illness.priceIndex
    let covered = min(
      s.pointee.medical.outpatientRatio * cost * m.pointee.basicStrength,
      s.pointee.medical.outpatientCap / 12)
    let followup = b.s.followup
    let mask = b.x.mask
    for i in 0..<b.count { mask[i] = followup[i] > 0 ? 1 : 0 }
    let found = b.x.collect(b.count)
    let loss = b.x.loss(Cause.illness.rawValue)
    for place in 0..<found {
      let row = Int(b.x.rows[place])
      let isInsured = b.b16(b.p.flags[row], HouseholdFlags.basicInsurance.rawValue)
      let paid = isInsured ? covered : 0
      let own = cost - paid
      let rigid =
        s.pointee.calendar.weightMedical * max(0, s.pointee.medical.compliantShare * cost - paid)
      b.x.cashOut[row] += own
      b.x.rigid[row] += rigid
      loss[row] += own
      b.s.householdOutOfPocket[row] += own
      b.pay(own, .medicalOwnPayment, row: row)
      b.pay(paid, .basicMedicalInsurance, row: row)
    }
  }

  /// A damaged house is repaired over the rebuilding time; the weight says how much is rigid.
  ///
  /// Model equation (15.2).
  private static func repair(_ b: BlockMonth) {
    let s = b.county.pointee.numbers
    let rate = s.pointee.assets.rebuildRate
    let weight = s.pointee.calendar.weightRepair
    let damage = b.s.damage
    for i in 0..<b.count {
      let cost = damage[i] < 1 ? damage[i] : damage[i] * rate
      damage[i] -= cost
      b.x.cashOut[i] += cost
      b.x.rigid[i] += cost * weight
    }
  }

  /// Reimbursements of counties without one-stop settlement, when their delay has passed.
  ///
  /// The household advanced this part of the bill, by borrowing where it was short, so what comes back
  /// repays debt first, the dear one before the cheap one, and only the rest is cash.
  ///
  /// Model equation (15.3).
  private static func reimbursements(_ b: BlockMonth) {
    let months = b.s.reimbursementMonths
    let mask = b.x.mask
    for i in 0..<b.count {
      mask[i] = months[i] == 1 ? 1 : 0
      months[i] = months[i] &- (months[i] > 0 ? 1 : 0)
    }
    let found = b.x.collect(b.count)
    for place in 0..<found {
      let row = Int(b.x.rows[place])
      let due = b.s.reimbursementDue[row]
      let informal = min(due, b.s.informalDebt[row])
      let formal = min(due - informal, b.s.formalDebt[row])
      b.s.informalDebt[row] -= informal
      b.s.formalDebt[row] -= formal
      b.x.cashOut[row] -= due - informal - formal
      b.s.reimbursementDue[row] = 0
    }
  }
}
