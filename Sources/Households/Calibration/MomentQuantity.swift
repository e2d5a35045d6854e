/// What a moment of the record can be compared with: everything a calibration can measure of the model.
///
/// The raw value is the name in calibration files.
public enum MomentQuantity: String, Sendable, CaseIterable, Hashable {
  // Entries into return to poverty by main cause
  case illnessShare = "illness_share"
  case disasterShare = "disaster_share"
  case priceShare = "price_share"
  case jobShare = "job_share"
  case schoolingShare = "schooling_share"
  case accidentShare = "accident_share"
  // Rates of formerly-poor persons
  case stock, flow
  case monitoredShare = "monitored_share"
  // Finding households
  case recognitionRate = "recognition_rate"
  case missedSuddenSigns = "missed_sudden_signs"
  // Health and its insurance
  case admissionRate = "admission_rate"
  case catastrophicSpending = "catastrophic_spending"
  case illnessIncomeEffect = "illness_income_effect"
  case insuranceClaimFrequency = "insurance_claim_frequency"
  case insuranceMeanClaim = "insurance_mean_claim"
  case insuranceLossRatio = "insurance_loss_ratio"
  // Income
  case incomeLogDeviation = "income_log_deviation"
  case wageShare = "wage_share"
  // Known shocks and shared hazards, computed without a run
  case droughtFootprint = "drought_footprint"
  case droughtLoss = "drought_loss"
  case farmIncomeFall = "farm_income_fall"
  case priceVolatility = "price_volatility"

  /// What has to be said beside the name of the quantity.
  public enum Setting: String, Sendable, CaseIterable {
    case years, counties, index, county, product
  }

  /// The settings that a moment of this quantity needs; it may have no others.
  public var settings: [Setting] {
    switch self {
    case .wageShare: []
    case .droughtFootprint, .droughtLoss: [.counties, .index]
    case .farmIncomeFall: [.county, .index]
    case .priceVolatility: [.product]
    default: [.years]
    }
  }

  /// Whether it is counted over the possible futures of a run.
  public var isSimulated: Bool { settings.contains(.years) }
}

extension MomentQuantity {
  /// What is measured, for readers.
  public var meaning: BilingualText {
    let (chinese, english) = texts
    return BilingualText(chinese: chinese, english: english)
  }

  private var texts: (String, String) {
    switch self {
    case .illnessShare: ("新返贫人口中以疾病为主因的份额", "share of entries whose main cause is illness")
    case .disasterShare: ("新返贫人口中以灾害为主因的份额", "share of entries whose main cause is a disaster")
    case .priceShare: ("新返贫人口中以价格为主因的份额", "share of entries whose main cause is prices")
    case .jobShare: ("新返贫人口中以失业为主因的份额", "share of entries whose main cause is a lost job")
    case .schoolingShare: ("新返贫人口中以教育支出为主因的份额", "share of entries whose main cause is schooling")
    case .accidentShare: ("新返贫人口中以意外为主因的份额", "share of entries whose main cause is an accident")
    case .stock: ("年末返贫人口占脱贫人口的份额", "persons in return on 31 December / formerly-poor persons")
    case .flow: ("全年新返贫人口占脱贫人口的份额", "persons entering return in a year / formerly-poor persons")
    case .monitoredShare:
      ("年末在册监测对象占脱贫人口的份额", "persons in open monitored households / formerly-poor persons")
    case .recognitionRate:
      ("全年新识别的脱贫不稳定户占脱贫户的份额", "unstable households recognised in a year / formerly-poor households")
    case .missedSuddenSigns:
      ("突发困难信号中未触发预警的份额", "share of signs of sudden hardship that raised no alert")
    case .admissionRate: ("农村人口每人每年住院次数", "admissions to hospital per rural person and year")
    case .catastrophicSpending:
      ("灾难性医疗支出的脱贫户份额", "share of formerly-poor households with catastrophic medical spending")
    case .illnessIncomeEffect:
      (
        "大病随访期脱贫户的收入变动（与无冲击收入之比，相对全部脱贫户）",
        "income of formerly-poor households in follow-up of a major illness over income without shock, against all"
      )
    case .insuranceClaimFrequency:
      ("防贫保每参保户每年理赔次数", "claims of the anti-poverty insurance per insured household and year")
    case .insuranceMeanClaim: ("防贫保每次理赔金额（元）", "yuan per claim of the anti-poverty insurance")
    case .insuranceLossRatio: ("防贫保赔付与保费之比", "claims over premiums of the anti-poverty insurance")
    case .incomeLogDeviation:
      (
        "脱贫户人均年收入对数的标准差",
        "standard deviation of log yearly income per head, formerly-poor households"
      )
    case .wageShare: ("脱贫户收入中工资的份额", "share of wages in the income of formerly-poor households")
    case .droughtFootprint:
      ("受旱县不少于若干个的年份份额", "share of years in which a season is dry in at least so many counties")
    case .droughtLoss:
      ("受旱县不少于若干个时全省作物损失率", "mean crop loss of the province when at least so many counties are dry")
    case .farmIncomeFall:
      (
        "旱年主季绝收时该县脱贫农业户的年收入降幅",
        "share of yearly income a drought takes from a county's formerly-poor farm households"
      )
    case .priceVolatility:
      ("月度对数价格变动的标准差", "standard deviation of the monthly change of the log price")
    }
  }
}
