import Households

/// What may have changed in a household when a step has run: compared with the same before the step.
struct LifeSnapshot {
  // Sums of the month, yuan
  let wage, business, other, aid, cashOut: Float
  // State, yuan
  let damage, extraWork, reimbursementDue: Float
  let informalDebt, formalDebt, allowance, industryGain: Float
  let disability: UInt8
  let jobless: SIMD4<UInt8>
  let pending, wanted, stage, monitored, industryMonths, postMonths, loanMonths: UInt8
  let careDelayed: UInt8
  let flags: UInt16

  init(_ b: BlockMonth, _ row: Int) {
    wage = b.x.wage[row]
    business = b.x.business[row]
    other = b.x.other[row]
    aid = b.x.aid[row]
    cashOut = b.x.cashOut[row]
    damage = b.s.damage[row]
    extraWork = b.s.extraWork[row]
    reimbursementDue = b.s.reimbursementDue[row]
    informalDebt = b.s.informalDebt[row]
    formalDebt = b.s.formalDebt[row]
    allowance = b.s.allowance[row]
    industryGain = b.s.industryGain[row]
    disability = b.s.disability[row]
    jobless = SIMD4(b.s.jobless(0)[row], b.s.jobless(1)[row], b.s.jobless(2)[row], 0)
    pending = b.s.pending[row]
    wanted = b.s.wanted[row]
    stage = b.s.stage[row]
    monitored = b.s.monitored[row]
    industryMonths = b.s.industryMonths[row]
    postMonths = b.s.postMonths[row]
    loanMonths = b.s.loanMonths[row]
    careDelayed = b.s.careDelayed[row]
    flags = b.s.flags[row]
  }

  /// Workers 0 to 2, up to the household's number, who have no job now and had one before.
  func newlyJobless(since before: LifeSnapshot, workers: Int) -> Int {
    (0..<min(workers, 3)).count { jobless[$0] > 0 && before.jobless[$0] == 0 }
  }
}
