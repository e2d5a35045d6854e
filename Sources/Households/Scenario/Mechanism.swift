/// A part of the model that a scenario can switch off, scale, date and limit to places.
///
/// Ids in parentheses are rows of the plan's systems. The raw value is the key in scenario files and
/// the first part of the names of its parameters.
public enum Mechanism: String, Sendable, CaseIterable, Hashable {
  // Shocks
  case drought  // H1
  case flood  // H2
  case prices  // H3
  case illness  // H4
  case jobs  // H5
  case schooling  // H7
  case accidents  // H8: accident, death, disability, fire
  // Policies
  case industrySupport = "industry_support"  // A1
  case minimumLivingAllowance = "minimum_living_allowance"  // A3
  case basicMedicalInsurance = "basic_medical_insurance"  // A4, first layer
  case seriousIllnessInsurance = "serious_illness_insurance"  // A4, second layer
  case medicalAssistance = "medical_assistance"  // A4, third layer
  case antiPovertyInsurance = "anti_poverty_insurance"  // A5, fourth layer of A4
  case reimbursementGuarantee = "reimbursement_guarantee"  // A4, the 90 % rule
  case emergencyRelief = "emergency_relief"  // A9
  case fund  // pays A1, A5 premiums and A9; off means that money has no limit
  // Finding households
  case monitoring  // M1
  case vulnerabilityIndex = "vulnerability_index"  // M4
  case hardTriggers = "hard_triggers"  // M5
  case ownReports = "own_reports"  // M5
  case patrols  // M5
  case visits  // limit on visits; off means no limit
  case responseTime = "response_time"  // M6; off means no delay
  case identificationErrors = "identification_errors"  // M7; off means no errors
  // Behaviour
  case coping
  case assetFeedback = "asset_feedback"

  /// The section of a scenario file in which a mechanism is written.
  public enum Section: String, Sendable, CaseIterable {
    case shocks, policies, finding, behaviour
  }

  /// The section of a scenario file in which it is written.
  public var section: Section {
    switch self {
    case .drought, .flood, .prices, .illness, .jobs, .schooling, .accidents: .shocks
    case .industrySupport, .minimumLivingAllowance, .basicMedicalInsurance,
      .seriousIllnessInsurance, .medicalAssistance, .antiPovertyInsurance,
      .reimbursementGuarantee, .emergencyRelief, .fund:
      .policies
    case .monitoring, .vulnerabilityIndex, .hardTriggers, .ownReports, .patrols, .visits,
      .responseTime, .identificationErrors:
      .finding
    case .coping, .assetFeedback: .behaviour
    }
  }
}

/// How a scenario sets a mechanism.
public struct MechanismSetting: Sendable {
  /// Off means exactly the model without it.
  public var isEnabled: Bool
  /// Multiplies the size of a shock or the benefit of a policy; 1 is the declared strength.
  public var scale: DatedPath
  /// First month in force; `nil` for the start of the run.
  public var from: Month?
  /// Last month in force; `nil` for the end of the run.
  public var to: Month?
  /// County indices in which it is in force; `nil` for everywhere.
  public var counties: Set<Int>?

  /// A setting; by default in force everywhere, always, at the declared strength.
  public init(
    isEnabled: Bool = true, scale: DatedPath = DatedPath(constant: 1), from: Month? = nil,
    to: Month? = nil, counties: Set<Int>? = nil
  ) {
    self.isEnabled = isEnabled
    self.scale = scale
    self.from = from
    self.to = to
    self.counties = counties
  }

  /// Strength in a month and county: 0 where it is off, otherwise the scale.
  public func strength(at month: Month, county: Int) -> Double {
    guard isEnabled else { return 0 }
    if let from, month < from { return 0 }
    if let to, month > to { return 0 }
    if let counties, !counties.contains(county) { return 0 }
    return scale.value(at: month)
  }
}
