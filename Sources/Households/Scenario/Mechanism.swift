/// A part of the model that a scenario can switch off, scale, date and limit to places.
///
/// Ids behind the names are rows of the plan's systems (`PlanSystem`). The raw value is the key in
/// scenario files and the first part of the names of its parameters.
public enum Mechanism: String, Sendable, CaseIterable, Hashable {
  // Shocks
  case drought  // H1
  case flood  // H2
  case prices  // H3
  case illness  // H4
  case jobs  // H5
  case schooling  // H7
  case accidents  // H8: accident, death, disability, fire
  case epidemic  // H6
  case policyChange = "policy_change"  // H9
  // Policies
  case industrySupport = "industry_support"  // A1
  case industryParticipation = "industry_participation"  // A1
  case industryChain = "industry_chain"  // A1
  case training  // A2
  case publicPosts = "public_posts"  // A2
  case workshops  // A2
  case minimumLivingAllowance = "minimum_living_allowance"  // A3
  case basicMedicalInsurance = "basic_medical_insurance"  // A4, first layer
  case seriousIllnessInsurance = "serious_illness_insurance"  // A4, second layer
  case medicalAssistance = "medical_assistance"  // A4, third layer
  case antiPovertyInsurance = "anti_poverty_insurance"  // A5, fourth layer of A4
  case reimbursementGuarantee = "reimbursement_guarantee"  // A4, the 90 % rule
  case healthService = "health_service"  // A4
  case educationAid = "education_aid"  // A6
  case housingRepair = "housing_repair"  // A7
  case loans  // A8
  case emergencyRelief = "emergency_relief"  // A9
  case emergencyStocks = "emergency_stocks"  // A9
  case matching  // A10
  case mutualAid = "mutual_aid"  // A11
  case landShares = "land_shares"  // A12
  case publicWorks = "public_works"  // A13
  case eCommerce = "e_commerce"  // H3, A13
  case agriculturalInsurance = "agricultural_insurance"  // A14
  case priceInsurance = "price_insurance"  // A14
  case diversification  // A15
  case fund  // F1, F2: pays A1, A5 premiums and A9; off means that money has no limit
  case socialCapital = "social_capital"  // F3
  case supervision  // F4
  case performanceAssessment = "performance_assessment"  // F5
  case coordination  // G2
  // Finding households
  case monitoring  // M1
  case vulnerabilityIndex = "vulnerability_index"  // M4
  case hardTriggers = "hard_triggers"  // M5
  case ownReports = "own_reports"  // M5
  case patrols  // M5
  case visits  // M2: limit on visits; off means no limit
  case staff  // M2, G6
  case platform  // M3
  case responseTime = "response_time"  // M6; off means no delay
  case identificationErrors = "identification_errors"  // M7; off means no errors
  case shadowIndices = "shadow_indices"  // M4: all designs scored on the same households
  case agreements  // G3, H5
  case publicity  // G5
  // Behaviour
  case coping
  case assetFeedback = "asset_feedback"
  case householdCalendar = "household_calendar"  // H10
  case selfDevelopment = "self_development"  // M8

  /// The section of a scenario file in which a mechanism is written.
  public enum Section: String, Sendable, CaseIterable {
    case shocks, policies, finding, behaviour
  }

  /// The section of a scenario file in which it is written.
  public var section: Section {
    switch self {
    case .drought, .flood, .prices, .illness, .jobs, .schooling, .accidents, .epidemic,
      .policyChange:
      .shocks
    case .industrySupport, .industryParticipation, .industryChain, .training, .publicPosts,
      .workshops, .minimumLivingAllowance, .basicMedicalInsurance, .seriousIllnessInsurance,
      .medicalAssistance, .antiPovertyInsurance, .reimbursementGuarantee, .healthService,
      .educationAid, .housingRepair, .loans, .emergencyRelief, .emergencyStocks, .matching,
      .mutualAid, .landShares, .publicWorks, .eCommerce, .agriculturalInsurance, .priceInsurance,
      .diversification, .fund, .socialCapital, .supervision, .performanceAssessment,
      .coordination:
      .policies
    case .monitoring, .vulnerabilityIndex, .hardTriggers, .ownReports, .patrols, .visits, .staff,
      .platform, .responseTime, .identificationErrors, .shadowIndices, .agreements, .publicity:
      .finding
    case .coping, .assetFeedback, .householdCalendar, .selfDevelopment:
      .behaviour
    }
  }

  /// Whether it is in force where a scenario says nothing of it.
  ///
  /// What the plan adds to the model's core is off until a scenario switches it on.
  public var isOnByDefault: Bool {
    switch self {
    case .epidemic, .policyChange, .industryParticipation, .industryChain, .training,
      .publicPosts, .workshops, .healthService, .educationAid, .housingRepair, .loans,
      .emergencyStocks, .matching, .mutualAid, .landShares, .publicWorks, .eCommerce,
      .agriculturalInsurance, .priceInsurance, .diversification, .socialCapital, .supervision,
      .performanceAssessment, .coordination, .staff, .platform, .shadowIndices, .agreements,
      .publicity, .householdCalendar, .selfDevelopment:
      false
    default: true
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
