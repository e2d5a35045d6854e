import Households

extension LifeLook {
  /// How the household stands when the month's budget is settled.
  func writeBalance(_ month: inout LifeMonth) {
    month[.cashOut] = Double(b.x.cashOut[row])
    month[.rigid] = Double(b.x.rigid[row])
    month[.consumption] = Double(b.x.consumption[row])
    month[.left] = Double(b.x.left[row])
    month[.extraWork] = Double(now.extraWork)
    month[.careDelayed] = now.careDelayed > before.careDelayed ? 1 : 0
    month[.hardship] = Double(b.s.hardship[row])
    month[.withdrawn] = Double(b.s.withdrawn[row])
    month[.savings] = Double(b.s.savings[row])
    month[.informalDebt] = Double(b.s.informalDebt[row])
    month[.formalDebt] = Double(b.s.formalDebt[row])
    month[.assets] = Double(b.s.assets[row])
    month[.damage] = Double(now.damage)
  }

  /// The rolling year in yuan, and the month's losses; what assistance fails later in the month is
  /// added to the last of them.
  func writeIndicators(_ month: inout LifeMonth) {
    let losses: [LifeColumn] = [
      .lossIllness, .lossDisaster, .lossPrices, .lossJobs, .lossSchooling, .lossAccidents,
      .lossPolicyLapse,
    ]
    month[.income12] = Double(Float(b.s.income12[row]) * IndicatorPass.incomeUnit)
    month[.rigid12] = Double(Float(b.s.rigid12[row]) * IndicatorPass.rigidUnit)
    month[.aid12] = Double(Float(b.s.aid12[row]) * IndicatorPass.aidUnit)
    month[.own12] = Double(b.x.own12[row])
    month[.total12] = Double(b.x.total12[row])
    for (channel, column) in losses.enumerated() { month[column] = Double(b.x.loss(channel)[row]) }
  }

  func writeReturns(_ month: inout LifeMonth) {
    let (was, isIn) = (before.flags & StateFlags.returned, now.flags & StateFlags.returned)
    month[.monthsBelow] = Double(b.s.below[row])
    month[.monthsAbove] = Double(b.s.above[row])
    month[.returnEntered] = isIn > was ? 1 : 0
    month[.returnLeft] = isIn < was ? 1 : 0
    if isIn > was { month[.cause] = Double(ReturnPass.cause(b, row).rawValue) }
    month[.returned] = isIn != 0 ? 1 : 0
  }

  /// Days of a case whose alert is on its way or waits for a visit.
  func writeAlert(_ month: inout LifeMonth) {
    guard now.stage == CaseStage.travelling || now.stage == CaseStage.waiting else { return }
    month[.shockDay] = Double(b.s.shockDay[row])
    month[.dueDay] = Double(b.s.dueDay[row])
  }

  func writeVisit(_ month: inout LifeMonth) {
    month[.caseStage] = Double(now.stage)
    month[.cooldown] = Double(b.s.cooldown[row])
    if now.stage == CaseStage.accepted { month[.decisionDay] = Double(b.s.dueDay[row]) }
    guard month.has(.visited) else {
      let waited = before.stage != CaseStage.none && before.stage != CaseStage.accepted
      month[.caseLapsed] = waited && now.stage == CaseStage.none ? 1 : 0
      return
    }
    month[now.stage == CaseStage.accepted ? .visitAccepted : .visitRejected] = 1
  }

  /// Recognition, and the measures that are chosen then; the allowance needs no grant and waits for
  /// its delivery at once.
  func writeRecognition(_ month: inout LifeMonth) {
    let isNew = before.stage == CaseStage.accepted && now.stage != CaseStage.accepted
    month[.recognised] = isNew ? 1 : 0
    let chosen = now.wanted & ~before.wanted
    month[.choseRelief] = chosen & Measures.relief != 0 ? 1 : 0
    month[.choseIndustry] = chosen & Measures.industry != 0 ? 1 : 0
    month[.choseAllowance] = now.pending & ~before.pending & Measures.allowance != 0 ? 1 : 0
  }

  func writeReview(_ month: inout LifeMonth) {
    month[.eliminated] = before.monitored != 0 && now.monitored == 0 ? 1 : 0
    month[.kind] = Double(now.monitored)
    month[.monitoredMonths] = Double(now.monitored == 0 ? 0 : b.s.monitoredMonths[row])
  }

  func writeWishes(_ month: inout LifeMonth) {
    month[.wantsRelief] = now.wanted & Measures.relief != 0 ? 1 : 0
    month[.wantsIndustry] = now.wanted & Measures.industry != 0 ? 1 : 0
  }

  /// What the county has handed out at the end of the month, and what runs on from it.
  func writeGrants(_ month: inout LifeMonth) {
    let granted = now.pending & ~before.pending
    month[.grantedRelief] = granted & Measures.relief != 0 ? 1 : 0
    month[.grantedIndustry] = granted & Measures.industry != 0 ? 1 : 0
    month[.reliefDue] = Double(b.s.reliefDue[row])
    month[.grantedPost] = now.postMonths > before.postMonths ? 1 : 0
    let workers = Int(b.s.workers[row])
    month[.grantedJob] = before.newlyJobless(since: now, workers: workers) > 0 ? 1 : 0
    month[.grantedLoan] = now.loanMonths > before.loanMonths ? 1 : 0
    let goods = StateFlags.goodsDue
    month[.grantedGoods] = now.flags & ~before.flags & goods != 0 ? 1 : 0
    month[.paymentDay] = now.pending != 0 ? Double(b.s.paymentDay[row]) : 0
    month[.industryMonths] = Double(now.industryMonths)
    month[.postMonths] = Double(now.postMonths)
    month[.loan] = Double(b.s.loan[row])
    month[.loanMonths] = Double(now.loanMonths)
    month[.reimbursementDue] = Double(now.reimbursementDue)
  }
}
