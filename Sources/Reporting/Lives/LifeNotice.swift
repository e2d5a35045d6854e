import Simulation

/// When an account of a household's life for readers names a column.
enum LifeNotice {
  case ifNotZero
  /// When it is not what it was in the month before.
  case ifChanged
  /// When it was 0 in the month before and no longer is.
  case ifBegun
  /// When it has grown to an amount that a household feels.
  case ifFelt

  /// Yuan of a month.
  private static var felt: Double { 100 }

  /// Whether a month has something to say, given the value of the column in the month and in the
  /// month before, which the first month does not have.
  func isDue(_ value: Double, after before: Double?) -> Bool {
    switch self {
    case .ifNotZero: value != 0
    case .ifChanged: before.map { $0 != value } ?? (value != 0)
    case .ifBegun: value != 0 && (before ?? 0) == 0
    case .ifFelt: value >= Self.felt && (before ?? 0) < Self.felt
    }
  }
}

/// A line of a month's account: what belongs together, in the order of the month.
enum LifeTheme: CaseIterable {
  case lines, family, shock, bill, income, assistance, coping, state, alert, visit, measures

  /// The word in front of the line.
  var word: Word {
    switch self {
    case .lines: .lifeThemeLines
    case .family: .lifeThemeFamily
    case .shock: .lifeThemeShock
    case .bill: .lifeThemeBill
    case .income: .lifeIncome
    case .assistance: .lifeAid
    case .coping: .lifeThemeCoping
    case .state: .lifeThemeState
    case .alert: .lifeThemeAlert
    case .visit: .lifeThemeVisit
    case .measures: .lifeThemeMeasures
    }
  }

  /// Columns that it names, and when.
  var columns: [(column: LifeColumn, notice: LifeNotice)] {
    changed.map { ($0, .ifChanged) } + happened.map { ($0, .ifNotZero) }
      + begun.map { ($0, .ifBegun) } + (self == .shock ? [(.lossDisaster, .ifFelt)] : [])
  }

  private var changed: [LifeColumn] {
    switch self {
    case .lines: [.returnLine, .monitoringLine]
    case .family:
      [.persons, .workers, .studentsSenior, .studentsVocational, .studentsCollege]
    case .assistance: [.allowance]
    default: []
    }
  }

  private var happened: [LifeColumn] {
    switch self {
    case .shock:
      [
        .jobsLost, .migrantsReturned, .jobsFound, .admission, .majorIllness, .accident, .death,
        .disability, .fire, .fireDamage, .flooded, .businessFlood, .floodDamage,
        .businessEpidemic, .loanDebt,
      ]
    case .bill:
      [
        .bill, .billBasic, .billSerious, .billAssistance, .billInsurance, .billGuarantee,
        .billOwn, .billAdvanced, .funeral, .healthService, .repairGrant, .reimbursement,
        .reimbursementToDebt, .schoolingCost, .educationAid,
      ]
    case .income:
      [.cropPremium, .cropClaim, .pricePremium, .landDividend, .wageMutualAid, .trainingCourse]
    case .assistance:
      [
        .deliveredAllowance, .relief, .deliveredIndustry, .assistanceEnded, .joinedIndustry,
        .emergencyGoods,
      ]
    case .coping:
      [
        .extraWork, .assetsSold, .formalLoan, .informalLoan, .consumptionCut, .arrears,
        .leftSchool, .careDelayed,
      ]
    case .state: [.returnEntered, .returnLeft]
    case .alert:
      [
        .alertFromIndex, .alertFromTriggers, .alertFromOwnReport, .alertFromPatrol, .missedSigns,
      ]
    case .visit: [.visitAccepted, .visitRejected, .caseLapsed]
    case .measures:
      [
        .recognised, .choseRelief, .choseAllowance, .choseIndustry, .failedMeasures, .eliminated,
        .grantedRelief, .grantedIndustry, .grantedPost, .grantedJob, .grantedLoan, .grantedGoods,
      ]
    default: []
    }
  }

  private var begun: [LifeColumn] {
    switch self {
    case .bill: [.followupOwn, .repairCost]
    case .income: [.priceClaim]
    case .assistance: [.industry, .publicPost]
    case .measures: [.kind, .reliefDue]
    default: []
    }
  }
}
