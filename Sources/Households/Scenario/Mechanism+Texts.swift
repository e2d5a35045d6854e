extension Mechanism {
  /// Short name, for tables.
  public var name: BilingualText {
    let (chinese, english) =
      switch self {
      case .drought: ("干旱", "Drought")
      case .flood: ("洪涝", "Flood")
      case .prices: ("价格波动", "Prices")
      case .illness: ("疾病", "Illness")
      case .jobs: ("务工就业", "Jobs and migration")
      case .schooling: ("教育支出", "Schooling costs")
      case .accidents: ("意外、死亡、残疾、火灾", "Accident, death, disability, fire")
      case .epidemic: ("公共卫生事件", "Epidemic")
      case .policyChange: ("政策调整与资金延迟", "Policy change and late money")
      case .industrySupport: ("产业帮扶", "Industry support")
      case .industryParticipation: ("特色产业参与", "Participation in specialty industries")
      case .industryChain: ("产业链延伸", "Longer industry chains")
      case .training: ("技能培训", "Skills training")
      case .publicPosts: ("公益性岗位", "Public posts")
      case .workshops: ("帮扶车间", "Workshops")
      case .minimumLivingAllowance: ("最低生活保障", "Minimum living allowance")
      case .basicMedicalInsurance: ("基本医疗保险", "Basic medical insurance")
      case .seriousIllnessInsurance: ("大病保险", "Serious illness insurance")
      case .medicalAssistance: ("医疗救助", "Medical assistance")
      case .antiPovertyInsurance: ("防贫保", "Anti-poverty insurance")
      case .reimbursementGuarantee: ("报销比例兜底", "Reimbursement guarantee")
      case .healthService: ("健康随访服务", "Health service")
      case .educationAid: ("教育资助", "Education aid")
      case .housingRepair: ("危房改造", "Housing repair")
      case .loans: ("防贷通", "Loans for production")
      case .emergencyRelief: ("临时救助", "Emergency relief")
      case .emergencyStocks: ("应急物资", "Emergency stocks")
      case .matching: ("一户一策智能匹配", "Matching of measures")
      case .mutualAid: ("村寨互助会", "Mutual aid")
      case .landShares: ("土地入股分红", "Land shares")
      case .publicWorks: ("水利、冷链、加工与道路", "Public works")
      case .eCommerce: ("电商销售", "E-commerce")
      case .agriculturalInsurance: ("农业保险", "Agricultural insurance")
      case .priceInsurance: ("价格保险", "Price insurance")
      case .diversification: ("产业融合", "Diversified income")
      case .fund: ("帮扶资金限额", "Limit of the fund")
      case .socialCapital: ("社会资本", "Social capital")
      case .supervision: ("资金监管", "Supervision of funds")
      case .performanceAssessment: ("绩效评价", "Performance assessment")
      case .coordination: ("部门协同", "Coordination of departments")
      case .monitoring: ("三类监测对象", "Monitoring of three kinds of household")
      case .vulnerabilityIndex: ("脆弱性指数预警", "Alerts from the vulnerability index")
      case .hardTriggers: ("硬性触发预警", "Alerts from hard triggers")
      case .ownReports: ("自主申报预警", "Alerts from own reports")
      case .patrols: ("干部排查预警", "Alerts from patrols")
      case .visits: ("核查能力上限", "Limit on visits")
      case .staff: ("网格与干部队伍", "Grid staff and officers")
      case .platform: ("大数据平台", "Big-data platform")
      case .responseTime: ("响应时间", "Response time")
      case .identificationErrors: ("识别误差", "Identification errors")
      case .shadowIndices: ("指数方案对照", "Index designs side by side")
      case .agreements: ("跨区域协作", "Cross-region agreements")
      case .publicity: ("政策知晓", "Publicity")
      case .coping: ("住户应对", "Coping")
      case .assetFeedback: ("资产反馈", "Asset feedback")
      case .householdCalendar: ("家庭生命周期", "Household calendar")
      case .selfDevelopment: ("自我发展能力指数", "Self-development index")
      }
    return BilingualText(chinese: chinese, english: english)
  }

  /// What the mechanism is, in a sentence.
  public var meaning: BilingualText {
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
      case .epidemic:
        (
          "公共卫生事件：住院增多、市场关闭，与务工返乡同时发生。",
          "Epidemic: more admissions and closed markets, together with the return of migrants."
        )
      case .policyChange:
        (
          "政策调整：帮扶提前终止、县级资金迟到、项目预算削减。",
          "Policy change: assistance ends early, the county's money comes late, project budgets are cut."
        )
      case .industrySupport: ("产业帮扶。", "Industry support.")
      case .industryParticipation:
        (
          "脱贫户参与特色产业的比例高于2023年水平的部分。",
          "More formerly-poor households take part in specialty industries than in 2023."
        )
      case .industryChain:
        (
          "产业链每延伸一环，产业收入增加。",
          "Each further link of the chain raises the gain of an industry package."
        )
      case .training:
        (
          "技能培训覆盖高于2023年水平的部分：掌握技能者工资提高。",
          "Skills training beyond the coverage of 2023: those who master a skill earn more."
        )
      case .publicPosts:
        (
          "公益性岗位：监测户中有劳动力者按月领取岗位补贴。",
          "Public posts: monitored households with somebody able to work are paid by the month."
        )
      case .workshops:
        (
          "帮扶车间：本地岗位使失业者更快找到工作。",
          "Workshops: local jobs, so that those without work find it sooner."
        )
      case .minimumLivingAllowance: ("最低生活保障。", "Minimum living allowance (dibao).")
      case .basicMedicalInsurance: ("基本医疗保险（第一层）。", "Basic medical insurance (first layer).")
      case .seriousIllnessInsurance: ("大病保险（第二层）。", "Serious-illness insurance (second layer).")
      case .medicalAssistance: ("医疗救助（第三层）。", "Medical assistance (third layer).")
      case .antiPovertyInsurance: ("防贫保（第四层）。", "Anti-poverty insurance (fourth layer).")
      case .reimbursementGuarantee:
        ("合规费用报销不低于九成的保证。", "Guarantee that 90 % of the compliant cost is reimbursed.")
      case .healthService:
        (
          "家庭医生随访：缩短大病后的误工和随访用药时间。",
          "Health service: follow-up by contract doctors shortens the work lost to illness."
        )
      case .educationAid:
        (
          "教育资助与雨露计划：在现有资助之外再减轻上学支出。",
          "Education aid: grants on top of the standing aid lower the cost of schooling."
        )
      case .housingRepair: ("危房改造：补助受损住房的修缮。", "Housing repair: a grant for damaged houses.")
      case .loans:
        (
          "防贷通：贴息生产贷款，有收益、有违约、有风险补偿。",
          "Loans for production: subsidised interest, a return, defaults and a risk-compensation pool."
        )
      case .emergencyRelief: ("临时救助，由资金池按额度发放。", "Emergency relief, rationed by a fund.")
      case .emergencyStocks:
        (
          "应急物资：受灾户领取实物，各县储备用完为止。",
          "Emergency stocks: households hit by a disaster get goods until the county's stock is used up."
        )
      case .matching:
        (
          "一户一策：按户类型和成因匹配措施，错配的措施不起作用。",
          "Matching: a measure that fits the household's type and cause; one that does not fit is wasted."
        )
      case .mutualAid:
        (
          "村寨互助会：邻里补上因病、因伤失去的劳动。",
          "Mutual aid: neighbours make good part of the work lost to illness, accident and death."
        )
      case .landShares:
        ("土地入股：参与户每年分红。", "Land shares: households that put in land draw a dividend each year.")
      case .publicWorks:
        (
          "水利、冷链、加工车间和道路：降低旱灾和价格损失。",
          "Public works: irrigation, cold stores, processing and roads lower losses from drought and prices."
        )
      case .eCommerce:
        ("电商销售：参与户的售价提高。", "E-commerce: households that sell over the internet get a better price.")
      case .agriculturalInsurance:
        (
          "农业保险：旱灾和洪涝损失超过起赔点时赔付；指数型按县级天气赔付。",
          "Agricultural insurance pays for losses to drought and flood above a trigger; the index kind pays by the county's weather."
        )
      case .priceInsurance:
        (
          "价格保险：价格低于目标价时赔付差额。",
          "Price insurance pays part of the gap when a price falls below its target."
        )
      case .diversification:
        (
          "产业融合：参与户有不止一种收入来源，波动更小。",
          "Diversified income: households with more than one source lose less to any shock."
        )
      case .fund: ("防贫资金；停用表示资金不限。", "The fund; off means that money has no limit.")
      case .socialCapital:
        ("社会资本：企业帮扶资金进入产业资金池。", "Social capital: money from firms goes into the pot for industry.")
      case .supervision:
        ("资金监管：查出并追回一部分流失资金。", "Supervision finds and recovers part of what leaks.")
      case .performanceAssessment:
        (
          "绩效评价：识别率不达标的县下一年扣减资金，转给达标的县。",
          "Performance assessment: counties below the coverage standard lose money in the next year to those above."
        )
      case .coordination:
        ("部门协同：政策整合降低措施落空的比例。", "Coordination: consolidated policies fail less often.")
      case .monitoring:
        ("监测对象的认定、复核与风险消除。", "Monitoring: recognition, review and elimination of risk.")
      case .vulnerabilityIndex: ("脆弱性指数预警。", "Alerts by the vulnerability index.")
      case .hardTriggers: ("部门数据硬性预警条件。", "Alerts by hard triggers in the departments' data.")
      case .ownReports: ("农户自主申报。", "Households report themselves.")
      case .patrols: ("干部走访排查。", "Patrols by officers.")
      case .visits: ("入户核查能力；停用表示不限。", "Limit on visits; off means no limit.")
      case .staff:
        (
          "网格与干部队伍：人数、培训、流失和岗位补贴决定识别质量。",
          "Grid staff and officers: number, training, turnover and allowance decide how well households are found."
        )
      case .platform:
        (
          "大数据平台：更新频率、部门接入和终端决定看得到什么。",
          "Big-data platform: how often data come, from which departments, and with what equipment."
        )
      case .responseTime: ("各环节时滞；停用表示没有时滞。", "The delays; off means none.")
      case .identificationErrors: ("识别误差；停用表示没有误差。", "Errors of identification; off means none.")
      case .shadowIndices:
        (
          "多种指数方案同时影子运行，在同一批农户上比较。",
          "Several index designs are scored in shadow on the same households."
        )
      case .agreements:
        (
          "跨区域协作：对异地居住的农户，协议缩短救助时间。",
          "Cross-region agreements shorten the delay for households that live elsewhere."
        )
      case .publicity:
        (
          "政策知晓：知道政策的农户才会申报和申领。",
          "Publicity: only households that know of a policy report themselves and take it up."
        )
      case .coping:
        (
          "农户应对：储蓄、加班、变卖、借款、缩减消费、辍学。",
          "Coping: savings, extra work, sales, loans, less consumption, leaving school."
        )
      case .assetFeedback: ("资产与收入的反馈（贫困陷阱）。", "Feedback of assets on income (the poverty trap).")
      case .householdCalendar:
        (
          "家庭生命周期：年龄、上学、就业、出生、死亡和婚嫁。",
          "Household calendar: ages, school, work, births, deaths and marriage."
        )
      case .selfDevelopment:
        ("自我发展能力指数：只计量，不影响农户。", "Self-development index: measured only, it changes nobody.")
      }
    return BilingualText(chinese: chinese, english: english)
  }
}

extension Mechanism.Section {
  /// What the section holds, for readers.
  public var meaning: BilingualText {
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
