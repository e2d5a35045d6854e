import Households

/// What is written down of a household each month, in the order in which the steps of the month decide
/// it; so the first column in which two lives differ names the step in which they part.
///
/// What a step adds to a sum (a wage, business income, assistance) is the sum after the step less the
/// sum before it, so that the parts are in the precision of the sums.
public enum LifeColumn: Int, Sendable, CaseIterable {
  // Lines of the year, and what was drawn of the season and of the platform
  case returnLine, monitoringLine, droughtLuck, scoreNoise
  // The month's four random words
  case drawWord0, drawWord1, drawWord2, drawWord3
  // Members
  case persons, workers
  case males0To14, males15To44, males45To59, malesFrom60
  case females0To14, females15To44, females45To59, femalesFrom60
  case studentsSenior, studentsVocational, studentsCollege, expectedWage
  // Jobs
  case jobsLost, jobsFound, migrantsReturned, jobless0, jobless1, jobless2
  // Rare events, and who pays the hospital bill
  case admission, majorIllness, accident, death, disability, fire
  case patient, bill, billBasic, billSerious, billAssistance, billInsurance, billGuarantee, billOwn
  case billAdvanced, funeral, fireDamage, healthService
  case sick0, sick1, sick2, carer, followup, disabilityBits
  // Income
  case productivity
  case wageEarned, extraWorkIncome, wageTraining, trainingCourse, wageMutualAid
  case businessProduction, otherIncome, pensions
  case businessECommerce, businessEpidemic
  case flooded, businessFlood, floodDamage
  case businessDiversification
  case cropPremium, cropClaim, pricePremium, priceClaim
  case loanReturn, loanInterest, loanDebt
  case expectedIncome, landDividend, wage, business, other
  // Bills that do not hang on the month's events
  case repairGrant
  case followupBasic, followupOwn, repairCost, reimbursement, reimbursementToDebt
  case schoolingCost, educationAid
  // Assistance
  case deliveredRelief, deliveredAllowance, deliveredIndustry, relief
  case assistanceEnded, allowance, joinedIndustry, industry, industryChain, publicPost
  case emergencyGoods, aid
  // Budget and coping
  case cashOut, rigid, consumption, left
  case extraWork, assetsSold, formalLoan, informalLoan, consumptionCut, arrears
  case leftSchool, careDelayed, hardship, withdrawn
  case savings, informalDebt, formalDebt, assets, damage
  // Twelve months, and the month's losses by channel
  case income12, rigid12, aid12, own12, total12
  case lossIllness, lossDisaster, lossPrices, lossJobs, lossSchooling, lossAccidents
  case lossPolicyLapse
  // State
  case monthsBelow, monthsAbove, returnEntered, returnLeft, cause, returned
  // Finding
  case alertFromIndex, alertFromTriggers, alertFromOwnReport, alertFromPatrol, missedSigns
  case shockDay, dueDay
  case visited, visitAccepted, visitRejected, caseLapsed, caseStage
  case decisionDay, cooldown
  case recognised, choseRelief, choseAllowance, choseIndustry, failedMeasures
  case eliminated, kind, monitoredMonths
  case wantsRelief, wantsIndustry, allowanceDue
  // What the county hands out at the end of the month
  case grantedRelief, reliefDue, grantedIndustry, grantedPost, grantedJob, grantedLoan, grantedGoods
  case paymentDay, industryMonths, postMonths, loan, loanMonths, reimbursementDue

  /// What a value is measured in, and so how it is written.
  public enum Unit: Sendable {
    case yuan, yuanPerHead
    /// A number without a unit.
    case ratio
    case persons, count, months
    /// Days since the start of the run, 30 a month.
    case day
    /// 1 for yes, 0 for no.
    case yesNo
    /// A random word or a coded number.
    case code
    /// Raw value of `Cause`, or -1.
    case cause
    /// 0 for not monitored, else the kind of monitored household.
    case kind
    /// How far the search for the household has come.
    case stage
  }

  /// Name in tables, such as `bill_own`.
  public var name: String {
    var name = ""
    for letter in "\(self)" {
      if letter.isUppercase || letter.isNumber && !(name.last?.isNumber ?? true) { name += "_" }
      name += letter.lowercased()
    }
    return name
  }

  /// The step that decides it: the first column of each step, and the columns up to the next.
  public var step: ModelStep {
    let begun = Self.steps.last { $0.first.rawValue <= rawValue }
    guard let begun else { preconditionFailure("the first column has a step") }
    return begun.step
  }

  private static let steps: [(first: LifeColumn, step: ModelStep)] = [
    (.returnLine, .beginning), (.drawWord0, .draws), (.persons, .householdCalendar),
    (.jobsLost, .jobs), (.admission, .events), (.productivity, .productivity),
    (.wageEarned, .wages), (.wageTraining, .training), (.wageMutualAid, .mutualAid),
    (.businessProduction, .business), (.pensions, .householdCalendar),
    (.businessECommerce, .eCommerce), (.businessEpidemic, .epidemic), (.flooded, .flood),
    (.businessDiversification, .diversification), (.cropPremium, .agriculturalInsurance),
    (.pricePremium, .priceInsurance), (.loanReturn, .loans), (.expectedIncome, .expectedIncome),
    (.landDividend, .landShares), (.repairGrant, .housingRepair), (.followupBasic, .bills),
    (.schoolingCost, .schooling), (.educationAid, .educationAid), (.deliveredRelief, .delivery),
    (.assistanceEnded, .policyChange), (.allowance, .allowance),
    (.joinedIndustry, .industryParticipation), (.industry, .industry),
    (.industryChain, .industryChain), (.publicPost, .publicPosts),
    (.emergencyGoods, .emergencyStocks), (.cashOut, .coping), (.income12, .indicators),
    (.monthsBelow, .returns), (.alertFromIndex, .alerts), (.visited, .visits),
    (.recognised, .recognition), (.eliminated, .review), (.wantsRelief, .requests),
    (.allowanceDue, .allowance), (.grantedRelief, .county),
  ]

  /// Whether it belongs to the household's life, and not to the rules and to what others know of it.
  public var isOfLife: Bool { rawValue >= Self.drawWord0.rawValue }

  /// What it is measured in.
  public var unit: Unit {
    switch self {
    case .returnLine, .monitoringLine, .income12, .rigid12, .aid12, .own12, .total12:
      .yuanPerHead
    case .droughtLuck, .scoreNoise, .drawWord0, .drawWord1, .drawWord2, .drawWord3, .patient,
      .disabilityBits:
      .code
    case .persons, .workers, .males0To14, .males15To44, .males45To59, .malesFrom60,
      .females0To14, .females15To44, .females45To59, .femalesFrom60, .studentsSenior,
      .studentsVocational, .studentsCollege, .jobsLost, .jobsFound, .migrantsReturned, .withdrawn:
      .persons
    case .jobless0, .jobless1, .jobless2, .sick0, .sick1, .sick2, .carer, .followup, .hardship,
      .monthsBelow, .monthsAbove, .monitoredMonths, .cooldown, .industryMonths, .postMonths,
      .loanMonths:
      .months
    case .admission, .majorIllness, .accident, .death, .disability, .fire, .flooded,
      .deliveredRelief, .deliveredAllowance, .deliveredIndustry, .assistanceEnded,
      .joinedIndustry, .leftSchool, .careDelayed, .returnEntered, .returnLeft, .returned,
      .alertFromIndex, .alertFromTriggers, .alertFromOwnReport, .alertFromPatrol, .visited,
      .visitAccepted, .visitRejected, .caseLapsed, .recognised, .choseRelief, .choseAllowance,
      .choseIndustry,
      .eliminated, .wantsRelief, .wantsIndustry, .grantedRelief, .grantedIndustry, .grantedPost,
      .grantedJob, .grantedLoan, .grantedGoods:
      .yesNo
    case .missedSigns, .failedMeasures: .count
    case .shockDay, .dueDay, .decisionDay, .paymentDay: .day
    case .productivity: .ratio
    case .cause: .cause
    case .kind: .kind
    case .caseStage: .stage
    default: .yuan
    }
  }
}
