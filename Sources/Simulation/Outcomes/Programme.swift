import Households

/// Where money came from or went, in fen (0.01 yuan).
public enum Programme: Int, Sendable, CaseIterable {
  // Who paid hospital and follow-up bills
  case basicMedicalInsurance, seriousIllnessInsurance, medicalAssistance
  case antiPovertyInsuranceClaims, reimbursementGuarantee, medicalOwnPayment
  // Assistance
  case minimumLivingAllowance, emergencyRelief, industrySupport
  // Premiums of the anti-poverty insurance
  case premiumFromFund, premiumFromCounty
  // The fund's books: received + carried in = spent + idle + leakage + carried out
  case fundReceived, fundCarriedIn, fundIdle, fundLeakage, fundCarriedOut
  // Asked for and not paid because the pot was empty
  case reliefShortage, industryShortage
  // What the plan adds; the digest of outcomes does not read these
  case industryParticipation
  case training
  case publicPosts
  case workshops
  case healthService
  case educationAid
  case housingRepair
  case loanInterestSubsidy
  case loanRiskPool
  case emergencyStocks
  case mutualAid
  case landDividends
  case publicWorks
  case agriculturalPremiumState
  case agriculturalPremiumHouseholds
  case agriculturalClaims
  case pricePremiumState
  case pricePremiumHouseholds
  case priceClaims
  case staffAllowances
  case staffTraining
  case publicityCost
  case mismatchedMeasures
  case allowanceLeakage
  case fundFromProvince
  case fundFromLocal
  case socialCapital
  case fundRecovered
  case performanceReceived
  case performancePaid

  /// Name in tables.
  public var name: String {
    var name = ""
    for letter in "\(self)" {
      name += letter.isUppercase ? "_" + letter.lowercased() : String(letter)
    }
    return name
  }

  /// Who pays: fund, insurer, state budget, county budget or households; or the fund's own books.
  public var source: String {
    switch self {
    case .basicMedicalInsurance, .seriousIllnessInsurance:
      "medical_insurance_fund"
    case .medicalAssistance, .reimbursementGuarantee, .minimumLivingAllowance,
      .industryParticipation, .training, .publicPosts, .workshops, .healthService, .educationAid,
      .housingRepair,
      .loanInterestSubsidy, .loanRiskPool, .emergencyStocks, .publicWorks,
      .agriculturalPremiumState, .pricePremiumState, .staffAllowances, .staffTraining,
      .publicityCost:
      "state_budget"
    case .antiPovertyInsuranceClaims, .agriculturalClaims, .priceClaims:
      "insurer"
    case .medicalOwnPayment, .mutualAid, .agriculturalPremiumHouseholds, .pricePremiumHouseholds:
      "households"
    case .emergencyRelief, .industrySupport, .premiumFromFund:
      "anti_poverty_fund"
    case .premiumFromCounty:
      "county_budget"
    case .fundReceived, .fundCarriedIn, .fundIdle, .fundLeakage, .fundCarriedOut,
      .fundFromProvince, .fundFromLocal, .socialCapital, .fundRecovered, .performanceReceived,
      .performancePaid:
      "fund_account"
    case .reliefShortage, .industryShortage:
      "unmet_request"
    case .landDividends:
      "enterprises"
    case .mismatchedMeasures, .allowanceLeakage:
      "cost_of_error"
    }
  }

  /// Whether the public pays: claims of insurers are left out, because premiums pay for them.
  public var isPublicSpending: Bool {
    ["medical_insurance_fund", "state_budget", "anti_poverty_fund", "county_budget"]
      .contains(source)
  }

  /// Name for readers.
  public var text: BilingualText {
    let (chinese, english) =
      switch self {
      case .basicMedicalInsurance: ("基本医疗保险", "Basic medical insurance")
      case .seriousIllnessInsurance: ("大病保险", "Serious illness insurance")
      case .medicalAssistance: ("医疗救助", "Medical assistance")
      case .antiPovertyInsuranceClaims: ("防贫保赔付", "Anti-poverty insurance claims")
      case .reimbursementGuarantee: ("报销比例兜底", "Reimbursement guarantee")
      case .medicalOwnPayment: ("住户自付", "Paid by households")
      case .minimumLivingAllowance: ("最低生活保障", "Minimum living allowance")
      case .emergencyRelief: ("临时救助", "Emergency relief")
      case .industrySupport: ("产业帮扶", "Industry support")
      case .premiumFromFund: ("防贫保保费（帮扶资金）", "Insurance premiums (fund)")
      case .premiumFromCounty: ("防贫保保费（县级财政）", "Insurance premiums (county)")
      case .fundReceived: ("本年收入", "Received")
      case .fundCarriedIn: ("上年结转", "Carried in")
      case .fundIdle: ("闲置", "Idle")
      case .fundLeakage: ("流失", "Leakage")
      case .fundCarriedOut: ("结转下年", "Carried out")
      case .reliefShortage: ("未满足的临时救助", "Emergency relief not paid")
      case .industryShortage: ("未满足的产业帮扶", "Industry support not paid")
      case .industryParticipation: ("特色产业参与补助", "Grants for industry participation")
      case .training: ("技能培训", "Skills training")
      case .publicPosts: ("公益性岗位补贴", "Pay of public posts")
      case .workshops: ("帮扶车间", "Workshops")
      case .healthService: ("健康随访服务", "Health service")
      case .educationAid: ("教育资助", "Education aid")
      case .housingRepair: ("危房改造补助", "Housing repair grants")
      case .loanInterestSubsidy: ("贷款贴息", "Loan interest subsidy")
      case .loanRiskPool: ("贷款风险补偿", "Loan risk compensation")
      case .emergencyStocks: ("应急物资", "Emergency stocks")
      case .mutualAid: ("村寨互助", "Mutual aid")
      case .landDividends: ("土地分红", "Land dividends")
      case .publicWorks: ("水利、冷链、加工与道路", "Public works")
      case .agriculturalPremiumState: ("农业保险保费（财政）", "Agricultural insurance premiums (state)")
      case .agriculturalPremiumHouseholds:
        ("农业保险保费（住户）", "Agricultural insurance premiums (households)")
      case .agriculturalClaims: ("农业保险赔付", "Agricultural insurance claims")
      case .pricePremiumState: ("价格保险保费（财政）", "Price insurance premiums (state)")
      case .pricePremiumHouseholds: ("价格保险保费（住户）", "Price insurance premiums (households)")
      case .priceClaims: ("价格保险赔付", "Price insurance claims")
      case .staffAllowances: ("网格员与干部补贴", "Allowances of grid staff and officers")
      case .staffTraining: ("干部培训", "Training of officers")
      case .publicityCost: ("政策宣传", "Publicity")
      case .mismatchedMeasures: ("错配措施的花费", "Money spent on mismatched measures")
      case .allowanceLeakage: ("低保错发（收入高于标准的住户）", "Allowance paid to households above the line")
      case .fundFromProvince: ("省级资金", "From the province")
      case .fundFromLocal: ("市县配套", "Local match")
      case .socialCapital: ("社会资本", "Social capital")
      case .fundRecovered: ("追回资金", "Recovered")
      case .performanceReceived: ("绩效奖励转入", "Received by performance assessment")
      case .performancePaid: ("绩效扣减转出", "Taken by performance assessment")
      }
    return BilingualText(chinese: chinese, english: english)
  }
}
