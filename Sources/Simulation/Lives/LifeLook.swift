import Households

/// One look at a household after a step: what the step has changed, and how the household stands.
struct LifeLook {
  let b: BlockMonth
  let row: Int
  let before: LifeSnapshot
  let now: LifeSnapshot

  /// Writes the columns of a step.
  ///
  /// - Parameters:
  ///   - step: The step that has run.
  ///   - isAgain: Whether the step has run before in this month: some have two parts.
  ///   - month: Where it is written.
  func write(_ step: ModelStep, isAgain: Bool, into month: inout LifeMonth) {
    switch step {
    case .beginning: writeBeginning(&month)
    case .draws: for word in 0..<4 { month[Self.words[word]] = Double(b.x.word(word)[row]) }
    case .householdCalendar where !isAgain: writeMembers(&month)
    case .jobs: writeJobs(&month, isAgain: isAgain)
    case .events: writeEvents(&month)
    case .bills: writeBills(&month)
    case .delivery: writeDelivery(&month)
    case .coping: writeBalance(&month)
    case .indicators: writeIndicators(&month)
    case .returns: writeReturns(&month)
    case .alerts: writeAlert(&month)
    case .visits: writeVisit(&month)
    case .recognition: writeRecognition(&month)
    case .review: writeReview(&month)
    case .requests: writeWishes(&month)
    case .county: writeGrants(&month)
    case .allowance where isAgain: month[.allowanceDue] = Double(now.allowance)
    default:
      writeIncome(step, isAgain: isAgain, &month)
      writeAssistance(step, &month)
    }
  }

  private static let words: [LifeColumn] = [.drawWord0, .drawWord1, .drawWord2, .drawWord3]

  private func change(_ part: KeyPath<LifeSnapshot, Float>) -> Double {
    Double(now[keyPath: part]) - Double(before[keyPath: part])
  }

  private func hasBegun(_ bit: UInt16) -> Bool { now.flags & bit != 0 && before.flags & bit == 0 }

  private func writeBeginning(_ month: inout LifeMonth) {
    let lines = b.county.pointee.settings.calendar
    month[.returnLine] = Double(lines.returnLine)
    month[.monitoringLine] = Double(lines.monitoringLine)
    month[.droughtLuck] = Double(b.s.droughtLuck[row])
    month[.scoreNoise] = Double(b.s.scoreNoise[row])
  }

  private func writeMembers(_ month: inout LifeMonth) {
    let kinds: [LifeColumn] = [
      .males0To14, .males15To44, .males45To59, .malesFrom60, .females0To14, .females15To44,
      .females45To59, .femalesFrom60,
    ]
    let stages: [LifeColumn] = [.studentsSenior, .studentsVocational, .studentsCollege]
    month[.persons] = Double(b.x.persons[row])
    month[.workers] = Double(b.s.workers[row])
    for (kind, column) in kinds.enumerated() { month[column] = Double(b.s.members(kind)[row]) }
    for (stage, column) in stages.enumerated() { month[column] = Double(b.s.students(stage)[row]) }
    month[.expectedWage] = Double(b.s.wage[row])
  }

  /// The market first, then whom a return of migrants sends home.
  private func writeJobs(_ month: inout LifeMonth, isAgain: Bool) {
    let workers = Int(b.s.workers[row])
    let lost = Double(now.newlyJobless(since: before, workers: workers))
    if isAgain {
      month[.migrantsReturned] = lost
    } else {
      month[.jobsLost] = lost
      month[.jobsFound] = Double(before.newlyJobless(since: now, workers: workers))
    }
    for (worker, column) in [LifeColumn.jobless0, .jobless1, .jobless2].enumerated() {
      month[column] = Double(now.jobless[worker])
    }
  }

  private func writeEvents(_ month: inout LifeMonth) {
    let parts: [LifeColumn] = [
      .billBasic, .billSerious, .billAssistance, .billInsurance, .billGuarantee, .billOwn,
    ]
    month[.bill] = parts.reduce(0) { $0 + month[$1] }
    month[.billAdvanced] = change(\.reimbursementDue)
    // A bill and a death exclude each other in one month.
    if month.has(.death) { month[.funeral] = change(\.cashOut) }
    month[.fireDamage] = change(\.damage)
    for (worker, column) in [LifeColumn.sick0, .sick1, .sick2].enumerated() {
      month[column] = Double(b.s.sick(worker)[row])
    }
    month[.carer] = Double(b.s.carer[row])
    month[.followup] = Double(b.s.followup[row])
    month[.disabilityBits] = Double(now.disability)
  }

  private func writeIncome(_ step: ModelStep, isAgain: Bool, _ month: inout LifeMonth) {
    switch step {
    case .productivity: month[.productivity] = Double(b.x.productivity[row])
    case .wages:
      month[.extraWorkIncome] = Double(before.extraWork)
      month[.wageEarned] = Double(now.wage) - Double(before.extraWork)
    case .training: month[.wageTraining] = change(\.wage)
    case .mutualAid where isAgain: month[.wageMutualAid] = change(\.wage)
    case .business:
      month[.businessProduction] = Double(now.business)
      month[.otherIncome] = Double(now.other)
    case .householdCalendar: month[.pensions] = change(\.other)
    case .eCommerce: month[.businessECommerce] = change(\.business)
    case .epidemic: month[.businessEpidemic] = change(\.business)
    case .flood:
      month[.businessFlood] = change(\.business)
      month[.floodDamage] = change(\.damage)
    case .diversification: month[.businessDiversification] = change(\.business)
    case .priceInsurance: month[.priceClaim] = change(\.business) + month[.pricePremium]
    case .loans:
      month[.loanReturn] = change(\.business)
      month[.loanInterest] = change(\.cashOut)
      month[.loanDebt] = change(\.formalDebt)
    case .expectedIncome: month[.expectedIncome] = Double(b.x.expected[row])
    case .landShares:
      month[.wage] = Double(now.wage)
      month[.business] = Double(now.business)
      month[.other] = Double(now.other)
    default: break
    }
  }

  /// Nothing but reimbursements repays debt in this step.
  private func writeBills(_ month: inout LifeMonth) {
    month[.repairCost] = -change(\.damage)
    month[.reimbursement] = -change(\.reimbursementDue)
    month[.reimbursementToDebt] = -change(\.informalDebt) - change(\.formalDebt)
  }

  private func writeDelivery(_ month: inout LifeMonth) {
    let delivered = before.pending & ~now.pending
    month[.deliveredRelief] = delivered & Measures.relief != 0 ? 1 : 0
    month[.deliveredAllowance] = delivered & Measures.allowance != 0 ? 1 : 0
    month[.deliveredIndustry] = delivered & Measures.industry != 0 ? 1 : 0
    month[.relief] = change(\.aid)
  }

  private func writeAssistance(_ step: ModelStep, _ month: inout LifeMonth) {
    switch step {
    case .schooling: month[.schoolingCost] = change(\.cashOut)
    case .policyChange:
      let isLess = now.allowance < before.allowance || now.industryGain < before.industryGain
      month[.assistanceEnded] = isLess || now.industryMonths < before.industryMonths ? 1 : 0
    case .allowance: month[.allowance] = change(\.aid)
    case .industryParticipation:
      month[.joinedIndustry] = hasBegun(StateFlags.joinedIndustry) ? 1 : 0
    case .industry: month[.industry] = Double(b.x.packageGain[row])
    case .industryChain: month[.industryChain] = change(\.aid)
    case .publicPosts: month[.publicPost] = change(\.aid)
    case .emergencyStocks:
      month[.emergencyGoods] = change(\.aid)
      month[.aid] = Double(now.aid)
    default: break
    }
  }
}
