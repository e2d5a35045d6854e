/// A system of the plan 《贵州防贫工作方案》: a row of its table of systems.
///
/// Shocks H, finding households M, helping them A, money F, rules G. A row is part of the model when a
/// scenario can switch it on, set its levers as dated paths, and see its effect, cost and uncertainty.
public enum PlanSystem: String, Sendable, CaseIterable {
  case h1 = "H1"
  case h2 = "H2"
  case h3 = "H3"
  case h4 = "H4"
  case h5 = "H5"
  case h6 = "H6"
  case h7 = "H7"
  case h8 = "H8"
  case h9 = "H9"
  case h10 = "H10"
  case m1 = "M1"
  case m2 = "M2"
  case m3 = "M3"
  case m4 = "M4"
  case m5 = "M5"
  case m6 = "M6"
  case m7 = "M7"
  case m8 = "M8"
  case a1 = "A1"
  case a2 = "A2"
  case a3 = "A3"
  case a4 = "A4"
  case a5 = "A5"
  case a6 = "A6"
  case a7 = "A7"
  case a8 = "A8"
  case a9 = "A9"
  case a10 = "A10"
  case a11 = "A11"
  case a12 = "A12"
  case a13 = "A13"
  case a14 = "A14"
  case a15 = "A15"
  case f1 = "F1"
  case f2 = "F2"
  case f3 = "F3"
  case f4 = "F4"
  case f5 = "F5"
  case g1 = "G1"
  case g2 = "G2"
  case g3 = "G3"
  case g4 = "G4"
  case g5 = "G5"
  case g6 = "G6"

  /// Mechanisms that carry it; the two rows about files (regulation, annual rules) have none.
  public var mechanisms: [Mechanism] {
    switch self {
    case .h1: [.drought]
    case .h2: [.flood]
    case .h3: [.prices, .eCommerce]
    case .h4: [.illness]
    case .h5: [.jobs, .agreements]
    case .h6: [.epidemic]
    case .h7: [.schooling]
    case .h8: [.accidents]
    case .h9: [.policyChange]
    case .h10: [.householdCalendar]
    case .m1: [.monitoring]
    case .m2: [.visits, .staff]
    case .m3: [.platform]
    case .m4: [.vulnerabilityIndex, .shadowIndices]
    case .m5: [.hardTriggers, .ownReports, .patrols]
    case .m6: [.responseTime]
    case .m7: [.identificationErrors]
    case .m8: [.selfDevelopment]
    case .a1: [.industrySupport, .industryParticipation, .industryChain]
    case .a2: [.training, .publicPosts, .workshops]
    case .a3: [.minimumLivingAllowance]
    case .a4:
      [
        .basicMedicalInsurance, .seriousIllnessInsurance, .medicalAssistance,
        .reimbursementGuarantee, .healthService,
      ]
    case .a5: [.antiPovertyInsurance]
    case .a6: [.educationAid]
    case .a7: [.housingRepair]
    case .a8: [.loans]
    case .a9: [.emergencyRelief, .emergencyStocks]
    case .a10: [.matching]
    case .a11: [.mutualAid]
    case .a12: [.landShares]
    case .a13: [.publicWorks]
    case .a14: [.agriculturalInsurance, .priceInsurance]
    case .a15: [.diversification]
    case .f1: [.fund]
    case .f2: [.fund]
    case .f3: [.socialCapital]
    case .f4: [.supervision]
    case .f5: [.performanceAssessment]
    case .g1: []
    case .g2: [.coordination]
    case .g3: [.agreements]
    case .g4: []
    case .g5: [.publicity]
    case .g6: [.staff]
    }
  }

  /// Name for readers.
  public var title: BilingualText {
    let (chinese, english) =
      switch self {
      case .h1: ("干旱", "Drought")
      case .h2: ("洪涝和冰雹", "Flood and hail")
      case .h3: ("价格波动", "Price falls")
      case .h4: ("大病", "Illness")
      case .h5: ("外出务工", "Migration and jobs")
      case .h6: ("公共卫生事件", "Epidemic")
      case .h7: ("因学支出", "Schooling cost")
      case .h8: ("死亡、伤残、缺劳力、火灾", "Death, disability, lack of labour, fire")
      case .h9: ("政策调整与资金拨付延迟", "Policy change and late money")
      case .h10: ("家庭生命周期", "Household calendar")
      case .m1: ("三类监测对象", "Three kinds of monitored household")
      case .m2: ("网格与五级体系", "Grid network, five tiers")
      case .m3: ("大数据平台", "Big-data platform")
      case .m4: ("防贫脆弱性指数", "Vulnerability index")
      case .m5: ("硬性触发与自主申报", "Hard triggers and own reports")
      case .m6: ("响应时间", "Response time")
      case .m7: ("漏评与错评", "Errors of identification")
      case .m8: ("自我发展能力指数", "Self-development index")
      case .a1: ("产业帮扶", "Industry")
      case .a2: ("就业与技能培训", "Jobs and training")
      case .a3: ("低保与特困供养", "Minimum living allowance")
      case .a4: ("四重医疗保障", "Four-layer medical protection")
      case .a5: ("防贫保", "Anti-poverty insurance")
      case .a6: ("教育资助与雨露计划", "Education aid")
      case .a7: ("危房改造", "Housing")
      case .a8: ("防贷通", "Loans")
      case .a9: ("临时救助与应急物资", "Emergency relief and stocks")
      case .a10: ("一户一策与智能匹配", "Matching")
      case .a11: ("村寨互助会", "Mutual aid")
      case .a12: ("土地入股与分红", "Land shares and dividends")
      case .a13: ("水利、冷链、加工与道路", "Works")
      case .a14: ("农业保险与价格保险", "Agricultural and price insurance")
      case .a15: ("产业融合", "Diversified industry")
      case .f1: ("防贫基金", "Fund")
      case .f2: ("因素分配法", "Factor allocation")
      case .f3: ("社会资本", "Social capital")
      case .f4: ("资金监管", "Supervision")
      case .f5: ("绩效评价", "Performance assessment")
      case .g1: ("条例", "Regulation")
      case .g2: ("部门协同", "Coordination of departments")
      case .g3: ("跨区域协作", "Cross-region agreements")
      case .g4: ("年度调整（计划—执行—检查—处理）", "Annual adjustment (plan, do, check, act)")
      case .g5: ("政策知晓", "Publicity")
      case .g6: ("人才队伍", "Staff")
      }
    return BilingualText(chinese: chinese, english: english)
  }

  /// The example scenario that isolates it, relative to the scenario folder.
  public var example: String { "examples/\(rawValue).yaml" }
}
