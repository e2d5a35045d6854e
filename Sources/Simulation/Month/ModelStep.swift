import Households

/// A part of the month whose time is measured.
public enum ModelStep: Int, Sendable, CaseIterable {
  case beginning
  case draws
  case householdCalendar
  case jobs
  case workshops
  case events
  case productivity
  case wages
  case training
  case mutualAid
  case business
  case diversification
  case eCommerce
  case epidemic
  case flood
  case agriculturalInsurance
  case priceInsurance
  case landShares
  case loans
  case expectedIncome
  case housingRepair
  case bills
  case schooling
  case educationAid
  case delivery
  case policyChange
  case allowance
  case industryParticipation
  case industry
  case industryChain
  case publicPosts
  case emergencyStocks
  case coping
  case indicators
  case returns
  case alerts
  case shadowIndices
  case visits
  case recognition
  case review
  case requests
  case scoreboard
  case selfDevelopment
  case yearEnd
  case timers
  case county

  private enum Account {
    case mechanism(Mechanism)
    case part(String, String)
  }

  private var account: Account {
    switch self {
    case .beginning: .part("月初清零", "Beginning of the month")
    case .draws: .part("随机数", "Random draws")
    case .householdCalendar: .mechanism(.householdCalendar)
    case .jobs: .mechanism(.jobs)
    case .workshops: .mechanism(.workshops)
    case .events: .part("疾病、意外和医疗结算", "Illness, accidents and medical bills")
    case .productivity: .mechanism(.assetFeedback)
    case .wages: .part("工资收入", "Wages")
    case .training: .mechanism(.training)
    case .mutualAid: .mechanism(.mutualAid)
    case .business: .part("经营收入（含干旱和价格）", "Business income with drought and prices")
    case .diversification: .mechanism(.diversification)
    case .eCommerce: .mechanism(.eCommerce)
    case .epidemic: .mechanism(.epidemic)
    case .flood: .mechanism(.flood)
    case .agriculturalInsurance: .mechanism(.agriculturalInsurance)
    case .priceInsurance: .mechanism(.priceInsurance)
    case .landShares: .mechanism(.landShares)
    case .loans: .mechanism(.loans)
    case .expectedIncome: .part("预期收入", "Expected income")
    case .housingRepair: .mechanism(.housingRepair)
    case .bills: .part("随访、修缮和报销", "Follow-up, repair and reimbursement")
    case .schooling: .mechanism(.schooling)
    case .educationAid: .mechanism(.educationAid)
    case .delivery: .part("措施送达", "Delivery of measures")
    case .policyChange: .mechanism(.policyChange)
    case .allowance: .mechanism(.minimumLivingAllowance)
    case .industryParticipation: .mechanism(.industryParticipation)
    case .industry: .mechanism(.industrySupport)
    case .industryChain: .mechanism(.industryChain)
    case .publicPosts: .mechanism(.publicPosts)
    case .emergencyStocks: .mechanism(.emergencyStocks)
    case .coping: .mechanism(.coping)
    case .indicators: .part("十二个月滚动指标", "Rolling indicators")
    case .returns: .part("返贫状态与主因", "Return to poverty and causes")
    case .alerts: .part("预警", "Alerts")
    case .shadowIndices: .mechanism(.shadowIndices)
    case .visits: .mechanism(.visits)
    case .recognition: .mechanism(.monitoring)
    case .review: .part("复核与风险消除", "Review and elimination")
    case .requests: .part("资金申请", "Requests for money")
    case .scoreboard: .part("目标统计", "Tallies for the targets")
    case .selfDevelopment: .mechanism(.selfDevelopment)
    case .yearEnd: .part("年末统计", "Tallies at year's end")
    case .timers: .part("计时", "Timers")
    case .county: .part("县级：天气、价格、资金、人员", "County: weather, prices, money, staff")
    }
  }

  /// Name for readers: that of the mechanism, or of the part of the model.
  public var text: BilingualText {
    switch account {
    case .mechanism(let mechanism): mechanism.name
    case .part(let chinese, let english): BilingualText(chinese: chinese, english: english)
    }
  }
}
