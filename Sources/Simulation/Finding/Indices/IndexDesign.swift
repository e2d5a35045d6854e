/// The designs of the vulnerability index 防贫脆弱性指数, in the order of their numbers in a scenario.
public enum IndexDesign: UInt8, CaseIterable, Sendable {
  /// Twelve-month income against the monitoring line.
  case income
  /// House, grain, labour, schooling 四看法.
  case fourLooks
  /// Twelve indicators with expert weights.
  case twelveIndicators
  /// A penalised logistic regression on twenty variables.
  case twentyVariables
  /// Income, assets, ability 收入+资产+能力.
  case threeDimensions
  /// Vulnerability as expected poverty (Chaudhuri 2003).
  case expectedPoverty

  /// Bit in a household's column of alerts.
  var bit: UInt8 { 1 &<< rawValue }

  /// Whether its coefficients come from simulated training data.
  var isFitted: Bool { self == .twentyVariables || self == .expectedPoverty }
}

/// Departments' data that a county may or may not share with the platform.
enum IndicatorGroup: Int, CaseIterable, Sendable {
  case medical, employment, agriculture, housing, schooling, finance
  /// The household ledger with its income, which the platform always has.
  case ledger

  /// Bit in a county's mask of gaps.
  var bit: UInt8 { 1 &<< UInt8(rawValue) }
}

/// The twenty variables that the platform sees of a household; larger means more at risk, except for
/// what only describes it.
enum IndexIndicator: Int, CaseIterable, Sendable {
  case incomeShortfall, aidShare
  case medicalBills, rigidSpending, followUp
  case joblessMonths, lostWorkers
  case disasterLoss, priceLoss
  case houseDamage
  case students, withdrawnStudents
  case debt, savingsLack, assetLoss
  case labourLack, wageEarnerLack, farmLivelihood, householdSize, formerlyPoor

  static var count: Int { 20 }

  var group: IndicatorGroup {
    switch self {
    case .medicalBills, .rigidSpending, .followUp: .medical
    case .joblessMonths, .lostWorkers: .employment
    case .disasterLoss, .priceLoss: .agriculture
    case .houseDamage: .housing
    case .students, .withdrawnStudents: .schooling
    case .debt, .savingsLack, .assetLoss: .finance
    case .incomeShortfall, .aidShare, .labourLack, .wageEarnerLack, .farmLivelihood,
      .householdSize, .formerlyPoor:
      .ledger
    }
  }

  /// Name in parameter files.
  var name: String {
    var name = ""
    for letter in "\(self)" {
      name += letter.isUppercase ? "_" + letter.lowercased() : String(letter)
    }
    return name
  }
}
