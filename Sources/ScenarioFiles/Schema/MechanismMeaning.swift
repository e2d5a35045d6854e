import Households

extension Mechanism {
  /// What the mechanism is, for readers.
  var meaning: BilingualText {
    let (chinese, english) =
      switch self {
      case .drought:
        (
          "干旱：按县相关的天气造成作物损失。",
          "Drought: weather, alike in neighbouring counties, costs part of the crop."
        )
      case .flood:
        (
          "洪涝：击中部分农户，损失作物，有时损坏住房。",
          "Flood: hits some households, their crop and sometimes their house."
        )
      case .prices: ("农产品价格波动和下跌。", "Prices of farm products move and fall.")
      case .illness:
        ("疾病：住院费用、误工和长期失能。", "Illness: hospital bills, lost work and lasting disability.")
      case .jobs:
        (
          "务工：失业、再就业、返乡和行情。",
          "Jobs: loss, finding, return of migrants and the state of the labour market."
        )
      case .schooling: ("教育支出：扣除资助后的学费和生活费。", "Schooling: costs of students after standing aid.")
      case .accidents: ("事故、死亡、伤残和火灾。", "Accident, death, disability and fire.")
      case .industrySupport: ("产业帮扶。", "Industry support.")
      case .minimumLivingAllowance: ("最低生活保障。", "Minimum living allowance (dibao).")
      case .basicMedicalInsurance: ("基本医疗保险（第一层）。", "Basic medical insurance (first layer).")
      case .seriousIllnessInsurance: ("大病保险（第二层）。", "Serious-illness insurance (second layer).")
      case .medicalAssistance: ("医疗救助（第三层）。", "Medical assistance (third layer).")
      case .antiPovertyInsurance: ("防贫保（第四层）。", "Anti-poverty insurance (fourth layer).")
      case .reimbursementGuarantee:
        ("合规费用报销不低于九成的保证。", "Guarantee that 90 % of the compliant cost is reimbursed.")
      case .emergencyRelief: ("临时救助，由资金池按额度发放。", "Emergency relief, rationed by a fund.")
      case .fund: ("防贫资金；停用表示资金不限。", "The fund; off means that money has no limit.")
      case .monitoring:
        ("监测对象的认定、复核与风险消除。", "Monitoring: recognition, review and elimination of risk.")
      case .vulnerabilityIndex: ("脆弱性指数预警。", "Alerts by the vulnerability index.")
      case .hardTriggers: ("部门数据硬性预警条件。", "Alerts by hard triggers in the departments' data.")
      case .ownReports: ("农户自主申报。", "Households report themselves.")
      case .patrols: ("干部走访排查。", "Patrols by officers.")
      case .visits: ("入户核查能力；停用表示不限。", "Limit on visits; off means no limit.")
      case .responseTime: ("各环节时滞；停用表示没有时滞。", "The delays; off means none.")
      case .identificationErrors: ("识别误差；停用表示没有误差。", "Errors of identification; off means none.")
      case .coping:
        (
          "农户应对：储蓄、加班、变卖、借款、缩减消费、辍学。",
          "Coping: savings, extra work, sales, loans, less consumption, leaving school."
        )
      case .assetFeedback: ("资产与收入的反馈（贫困陷阱）。", "Feedback of assets on income (the poverty trap).")
      }
    return BilingualText(chinese: chinese, english: english)
  }
}

extension Mechanism.Section {
  /// What the section holds, for readers.
  var meaning: BilingualText {
    let (chinese, english) =
      switch self {
      case .shocks: ("冲击", "Shocks")
      case .policies: ("政策", "Policies")
      case .finding: ("识别与监测", "Finding households")
      case .behaviour: ("农户行为", "Behaviour")
      }
    return BilingualText(chinese: chinese, english: english)
  }
}

extension Origin {
  /// The origin in words, for readers.
  func text(_ language: Language) -> String {
    guard language == .chinese else { return rawValue }
    return switch self {
    case .plan: "方案"
    case .literature: "文献"
    case .derived: "推算"
    case .calibrated: "校准"
    case .recalled: "记忆"
    case .assumption: "假设"
    }
  }
}
