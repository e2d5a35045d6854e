import Households

extension SystemQuantity {
  /// The mechanism whose work it shows, its unit and its name for readers.
  private var account: (mechanism: Mechanism?, unit: Unit, chinese: String, english: String) {
    switch self {
    // Scoreboard, counted in every run
    case .incomeFormerlyPoor:
      (nil, .yuan, "脱贫户收入（含帮扶）", "Income of the formerly poor, assistance included")
    case .incomeRural:
      (nil, .yuan, "农村住户收入（含帮扶）", "Income of all rural households, assistance included")
    case .personsRural: (nil, .persons, "农村人口", "Rural persons")
    case .consumptionRural: (nil, .yuan, "农村住户消费", "Consumption of all rural households")
    case .householdsFormerlyPoor: (nil, .households, "脱贫户", "Formerly-poor households")
    case .unsafeHouses:
      (nil, .households, "住房不安全的脱贫户", "Formerly-poor households with an unsafe house")
    case .students:
      (
        nil, .persons, "脱贫户非义务教育在校生",
        "Students of formerly-poor households beyond compulsory school"
      )
    case .withdrawnStudents: (nil, .persons, "其中辍学", "Of these, taken out of school")
    case .measuresChosen: (nil, .count, "选定的帮扶措施", "Measures chosen")
    case .measuresCarriedOut: (nil, .count, "其中落实", "Of these, carried out")
    case .compliantBills: (nil, .yuan, "脱贫户住院合规费用", "Compliant hospital costs of the formerly poor")
    case .compliantReimbursed: (nil, .yuan, "其中报销", "Of these, reimbursed")
    case .personsInIndustry:
      (nil, .persons, "参与特色产业的脱贫人口", "Formerly-poor persons who take part in an industry")
    case .insuredPersons:
      (nil, .persons, "参加基本医保的脱贫人口", "Formerly-poor persons with basic medical insurance")
    case .householdsRural: (nil, .households, "农村住户", "Rural households")
    case .inNeed: (nil, .households, "年末需帮扶的住户", "Households in need at year's end")
    // Losses by channel
    case .lossIllness: (.illness, .yuan, "因病损失", "Losses to illness")
    case .lossDisaster: (.drought, .yuan, "因灾损失", "Losses to drought, flood and hail")
    case .lossPrices: (.prices, .yuan, "价格损失", "Losses to prices")
    case .lossJobs: (.jobs, .yuan, "失业损失", "Losses to joblessness")
    case .lossSchooling: (.schooling, .yuan, "教育支出负担", "Burden of schooling")
    case .lossAccidents: (.accidents, .yuan, "意外损失", "Losses to accidents, deaths and fires")
    case .floodedHouseholds: (.flood, .households, "洪涝冰雹受灾户", "Households hit by flood or hail")
    // Shocks and the household calendar
    case .epidemicAdmissions: (.epidemic, .count, "疫情期间住院", "Admissions in months of an epidemic")
    case .marketClosureLoss: (.epidemic, .yuan, "市场关闭损失", "Losses to closed markets")
    case .assistanceEnded:
      (.policyChange, .households, "帮扶提前终止", "Households whose assistance ended early")
    case .lateMoney: (.policyChange, .yuan, "迟到的县级资金", "County money that came late")
    case .budgetCuts: (.policyChange, .yuan, "削减的项目预算", "Project budgets cut")
    case .births: (.householdCalendar, .persons, "出生", "Births")
    case .naturalDeaths: (.householdCalendar, .persons, "自然死亡", "Deaths of old age and sickness")
    case .movedByMarriage:
      (.householdCalendar, .persons, "婚嫁迁出", "Persons who moved out by marriage")
    case .elderly: (.householdCalendar, .persons, "60岁及以上人口", "Persons aged 60 and over")
    case .children: (.householdCalendar, .persons, "0–14岁人口", "Persons under 15")
    case .personsAtYearEnd: (.householdCalendar, .persons, "年末人口", "Persons at year's end")
    case .admissions: (.illness, .count, "住院人次", "Hospital admissions")
    case .migrantsReturned: (.jobs, .persons, "失业返乡的外出务工者", "Migrants sent home without a job")
    case .workersLost:
      (.accidents, .persons, "死亡或伤残的劳动力", "Wage earners dead or disabled by accident")
    case .workerDeaths: (.accidents, .persons, "其中死亡", "Of these, dead")
    case .movedInByMarriage:
      (.householdCalendar, .persons, "婚嫁迁入", "Persons who moved in by marriage")
    case .pupils:
      (
        .householdCalendar, .persons, "在校生（义务教育后）",
        "Students beyond compulsory school"
      )
    case .wageEarners: (nil, .persons, "脱贫户务工人数", "Wage earners of formerly-poor households")
    case .workingAge:
      (nil, .persons, "脱贫户15–59岁人口", "Persons aged 15 to 59 in formerly-poor households")
    case .personsFormerlyPoor: (nil, .persons, "脱贫人口", "Persons in formerly-poor households")
    // Work and industry
    case .industryParticipants:
      (.industryParticipation, .households, "新增参与特色产业", "Households that joined an industry")
    case .chainGain: (.industryChain, .yuan, "产业链延伸增收", "Income from longer chains")
    case .trainedHouseholds:
      (.training, .households, "新增受训并掌握技能", "Households with a newly mastered skill")
    case .postHouseholds: (.publicPosts, .households, "公益性岗位户月", "Household-months in public posts")
    case .workshopJobs: (.workshops, .persons, "车间帮助就业", "Jobs found through workshops")
    case .mutualAidMonths: (.mutualAid, .households, "互助户月", "Household-months of mutual aid")
    case .dividendHouseholds: (.landShares, .households, "分红户", "Households that drew a dividend")
    case .eCommerceGain: (.eCommerce, .yuan, "电商增收", "Income from better prices over the internet")
    case .lossesDamped:
      (.diversification, .yuan, "产业融合减少的损失", "Losses avoided by a second source of income")
    // Protection
    case .followedUp:
      (.healthService, .households, "随访的大病户", "Households followed up after a major illness")
    case .monthsOfWorkSaved: (.healthService, .count, "减少的误工月", "Months of work saved")
    case .aidedStudents: (.educationAid, .persons, "受资助学生", "Students aided")
    case .repairedHouses: (.housingRepair, .households, "修缮的住房", "Houses repaired")
    case .loansPaidOut: (.loans, .households, "发放贷款", "Loans paid out")
    case .loanVolume: (.loans, .yuan, "发放贷款金额", "Volume of loans paid out")
    case .loanDefaults: (.loans, .households, "违约", "Loan defaults")
    case .stockHouseholds:
      (.emergencyStocks, .households, "领取应急物资", "Households that got emergency goods")
    case .stockRefusals:
      (.emergencyStocks, .count, "物资用尽未领到（户次）", "Requests for goods after the stock was used up")
    case .mismatches: (.matching, .count, "错配的措施", "Mismatched measures")
    case .insuranceClaimCases:
      (.antiPovertyInsurance, .count, "防贫保赔付件数", "Claims paid by the anti-poverty insurance")
    case .insuranceKeptAbove:
      (
        .antiPovertyInsurance, .persons, "赔付使其未跌破脱贫线的脱贫人口（人次）",
        "Formerly-poor persons whom a claim kept above the return line"
      )
    case .allowanceHouseholds:
      (.minimumLivingAllowance, .households, "年末领取低保", "On the allowance at the end of the year")
    case .allowanceEligible:
      (
        .minimumLivingAllowance, .households, "年末收入低于低保标准",
        "Below the standard at the end of the year"
      )
    case .allowanceEligiblePaid:
      (.minimumLivingAllowance, .households, "其中领取低保", "Of these, on the allowance")
    case .loanRepaid: (.loans, .yuan, "归还贷款", "Loans repaid")
    case .loanWrittenOff: (.loans, .yuan, "由风险补偿金核销的贷款", "Loans written off by the pool")
    case .loanIntoDebt: (.loans, .yuan, "转为住户债务的贷款", "Loans turned into debt")
    case .loanOutstanding:
      (.loans, .yuan, "年末贷款余额", "Loans outstanding at the end of the year")
    case .insuredHouseholds:
      (.agriculturalInsurance, .households, "参加农业保险", "Households with agricultural insurance")
    case .agriculturalClaimHouseholds:
      (.agriculturalInsurance, .households, "农业保险赔付户次", "Agricultural insurance claims")
    case .priceClaimHouseholds: (.priceInsurance, .households, "价格保险赔付户次", "Price insurance claims")
    case .irrigatedLand: (.publicWorks, .count, "新增灌溉面积（亩）", "Land newly irrigated (mu)")
    case .agriculturalLossUnpaid:
      (
        .agriculturalInsurance, .households, "有损失而未获赔付的参保户次",
        "Insured losses above the trigger that were not paid"
      )
    // Finding households
    case .officersTrained: (.staff, .count, "受训人次", "Officers trained")
    case .officersLeft: (.staff, .count, "流失的干部（乡镇次）", "Townships that lost an officer")
    case .unseenSigns:
      (.platform, .households, "平台看不到的风险信号", "Signs that the platform could not see")
    case .unawareHouseholds:
      (.ownReports, .households, "不知晓政策的困难户", "Households in need that know of no policy")
    case .elsewhereCases:
      (.responseTime, .households, "异地居住的首笔资金", "First payments to households that live elsewhere")
    case .elsewhereDays:
      (
        .responseTime, .days, "异地居住：信号到首笔资金（总天数）",
        "Living elsewhere: days from sign to first money, summed"
      )
    case .failedMeasures: (.identificationErrors, .count, "落空的措施", "Measures that came to nothing")
    case .selfDevelopmentPoints:
      (
        .selfDevelopment, .points, "自我发展能力指数（户·百分点之和）",
        "Self-development index, summed over households (hundredths of a point)"
      )
    case .selfDevelopmentHouseholds: (.selfDevelopment, .households, "计分户", "Households scored")
    case .daysToData:
      (.responseTime, .days, "走访户：信号到数据到达（总天数）", "Visited: days from sign to data, summed")
    case .daysToVisit:
      (.responseTime, .days, "走访户：信号到走访（总天数）", "Visited: days from sign to visit, summed")
    case .missedSuddenSigns:
      (.identificationErrors, .households, "漏评：突发信号", "Signs missed: sudden shocks")
    case .missedOtherSigns:
      (.identificationErrors, .households, "漏评：其他信号", "Signs missed: others")
    case .wrongExclusionsUnstable:
      (.identificationErrors, .households, "错误排除：脱贫不稳定户", "Wrongly excluded: unstable households")
    case .wrongExclusionsMarginal:
      (.identificationErrors, .households, "错误排除：边缘易致贫户", "Wrongly excluded: marginal households")
    case .wrongExclusionsSudden:
      (.identificationErrors, .households, "错误排除：突发严重困难户", "Wrongly excluded: sudden hardship")
    case .falseInclusionsUnstable:
      (.identificationErrors, .households, "错误纳入：脱贫不稳定户", "Wrongly included: unstable households")
    case .falseInclusionsMarginal:
      (.identificationErrors, .households, "错误纳入：边缘易致贫户", "Wrongly included: marginal households")
    case .falseInclusionsSudden:
      (.identificationErrors, .households, "错误纳入：突发严重困难户", "Wrongly included: sudden hardship")
    // Money of the counties
    case .penalisedCounties: (.performanceAssessment, .count, "被扣减的县", "Counties that lost money")
    // Index designs: alerts against what came in the next half-year
    case .shadowIncomeTruePositives:
      (.shadowIndices, .households, "收入法：预警且发生困难", "Income only: alerted and in need later")
    case .shadowIncomeFalsePositives:
      (.shadowIndices, .households, "收入法：预警而未发生困难", "Income only: alerted and never in need")
    case .shadowIncomeFalseNegatives:
      (.shadowIndices, .households, "收入法：未预警而发生困难", "Income only: not alerted and in need later")
    case .shadowIncomeTrueNegatives:
      (.shadowIndices, .households, "收入法：未预警且未发生困难", "Income only: not alerted and never in need")
    case .shadowFourLooksTruePositives:
      (.shadowIndices, .households, "四看法：预警且发生困难", "Four looks: alerted and in need later")
    case .shadowFourLooksFalsePositives:
      (.shadowIndices, .households, "四看法：预警而未发生困难", "Four looks: alerted and never in need")
    case .shadowFourLooksFalseNegatives:
      (.shadowIndices, .households, "四看法：未预警而发生困难", "Four looks: not alerted and in need later")
    case .shadowFourLooksTrueNegatives:
      (.shadowIndices, .households, "四看法：未预警且未发生困难", "Four looks: not alerted and never in need")
    case .shadowTwelveIndicatorsTruePositives:
      (.shadowIndices, .households, "十二指标：预警且发生困难", "Twelve indicators: alerted and in need later")
    case .shadowTwelveIndicatorsFalsePositives:
      (.shadowIndices, .households, "十二指标：预警而未发生困难", "Twelve indicators: alerted and never in need")
    case .shadowTwelveIndicatorsFalseNegatives:
      (
        .shadowIndices, .households, "十二指标：未预警而发生困难",
        "Twelve indicators: not alerted and in need later"
      )
    case .shadowTwelveIndicatorsTrueNegatives:
      (
        .shadowIndices, .households, "十二指标：未预警且未发生困难",
        "Twelve indicators: not alerted and never in need"
      )
    case .shadowTwentyVariablesTruePositives:
      (.shadowIndices, .households, "二十变量：预警且发生困难", "Twenty variables: alerted and in need later")
    case .shadowTwentyVariablesFalsePositives:
      (.shadowIndices, .households, "二十变量：预警而未发生困难", "Twenty variables: alerted and never in need")
    case .shadowTwentyVariablesFalseNegatives:
      (
        .shadowIndices, .households, "二十变量：未预警而发生困难",
        "Twenty variables: not alerted and in need later"
      )
    case .shadowTwentyVariablesTrueNegatives:
      (
        .shadowIndices, .households, "二十变量：未预警且未发生困难",
        "Twenty variables: not alerted and never in need"
      )
    case .shadowThreeDimensionsTruePositives:
      (
        .shadowIndices, .households, "收入+资产+能力：预警且发生困难",
        "Income, assets, ability: alerted and in need later"
      )
    case .shadowThreeDimensionsFalsePositives:
      (
        .shadowIndices, .households, "收入+资产+能力：预警而未发生困难",
        "Income, assets, ability: alerted and never in need"
      )
    case .shadowThreeDimensionsFalseNegatives:
      (
        .shadowIndices, .households, "收入+资产+能力：未预警而发生困难",
        "Income, assets, ability: not alerted and in need later"
      )
    case .shadowThreeDimensionsTrueNegatives:
      (
        .shadowIndices, .households, "收入+资产+能力：未预警且未发生困难",
        "Income, assets, ability: not alerted and never in need"
      )
    case .shadowExpectedPovertyTruePositives:
      (
        .shadowIndices, .households, "期望贫困脆弱性：预警且发生困难",
        "Expected poverty: alerted and in need later"
      )
    case .shadowExpectedPovertyFalsePositives:
      (
        .shadowIndices, .households, "期望贫困脆弱性：预警而未发生困难",
        "Expected poverty: alerted and never in need"
      )
    case .shadowExpectedPovertyFalseNegatives:
      (
        .shadowIndices, .households, "期望贫困脆弱性：未预警而发生困难",
        "Expected poverty: not alerted and in need later"
      )
    case .shadowExpectedPovertyTrueNegatives:
      (
        .shadowIndices, .households, "期望贫困脆弱性：未预警且未发生困难",
        "Expected poverty: not alerted and never in need"
      )
    // What the authorities see each January, and the rules that answer to it; counted in every run
    case .recognisedStock:
      (
        nil, .persons, "年末已识别且仍在返贫的脱贫人口",
        "Formerly-poor persons in a found spell of return on 31 December"
      )
    case .ruleFirings:
      (
        nil, .count, "年度规则触发（按市州计）",
        "Firings of annual rules (one for each prefecture in which it acts)"
      )
    // What recorded moments are compared with; counted in every run
    case .catastrophicHouseholds:
      (
        nil, .households, "灾难性医疗支出的脱贫户",
        "Formerly-poor households with catastrophic medical spending"
      )
    case .incomeLogs:
      (
        nil, .points, "脱贫户人均收入对数之和（千分之一）",
        "Logarithms of income per head, formerly poor, thousandths"
      )
    case .incomeLogSquares:
      (nil, .points, "脱贫户人均收入对数平方之和（百万分之一）", "Squares of these logarithms, millionths")
    case .incomeEarned:
      (nil, .yuan, "脱贫户十二个月收入（不含帮扶）", "Twelve-month income of the formerly poor without assistance")
    case .incomeExpected:
      (nil, .yuan, "脱贫户无冲击时的十二个月收入", "The same had there been no shock")
    case .incomeEarnedAfterIllness:
      (
        nil, .yuan, "大病随访期脱贫户十二个月收入（不含帮扶）",
        "Twelve-month income of the formerly poor in follow-up of a major illness"
      )
    case .incomeExpectedAfterIllness:
      (
        nil, .yuan, "大病随访期脱贫户无冲击时的十二个月收入",
        "The same of those in follow-up had there been no shock"
      )
    }
  }

  /// The mechanism whose work it shows; `nil` for what is counted in every run.
  public var mechanism: Mechanism? { account.mechanism }
  /// What it is counted in.
  public var unit: Unit { account.unit }
  /// Name for readers.
  public var text: BilingualText {
    BilingualText(chinese: account.chinese, english: account.english)
  }
}
