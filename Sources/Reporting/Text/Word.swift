import Households

/// Every sentence and label that a reader sees, in Chinese and English, divided by ` | `.
///
/// One table, so that a translator finds all words in one place, no text can lack a language
/// without a test failing, and a key that does not exist does not compile. `said` fills in `{…}`.
enum Word: String, CaseIterable {
  // Title and verdict
  case reportTitle = "返贫风险模拟报告 | Simulated return to poverty: report"
  case comparisonTitle = "政策方案比较报告 | Comparison of policies: report"
  case verdictHeading = "结论 | The verdict"
  case verdictMet = """
    {year} 年底预期返贫率（年末存量）为 {rate}（95 % 区间 {interval}），不高于 {limit} 的刚性上限，达标；\
    任取一种可能的未来，达标的概率为 {probability}（Wilson 95 % 区间 {probabilityInterval}）。\
     | At the end of {year} the expected rate of return to poverty (stock) is {rate} \
    (95 % interval {interval}), within the hard limit of {limit}: met; the probability that one \
    future meets it is {probability} (Wilson 95 % interval {probabilityInterval}).
    """
  case verdictMissed = """
    {year} 年底预期返贫率（年末存量）为 {rate}（95 % 区间 {interval}），高于 {limit} 的刚性上限，未达标；\
    任取一种可能的未来，达标的概率为 {probability}（Wilson 95 % 区间 {probabilityInterval}）。\
     | At the end of {year} the expected rate of return to poverty (stock) is {rate} \
    (95 % interval {interval}), above the hard limit of {limit}: missed; the probability that one \
    future meets it is {probability} (Wilson 95 % interval {probabilityInterval}).
    """
  case verdictUndecided = """
    {year} 年底预期返贫率（年末存量）为 {rate}（95 % 区间 {interval}），{limit} 的刚性上限落在区间之内，\
    尚无定论；任取一种可能的未来，达标的概率为 {probability}（Wilson 95 % 区间 {probabilityInterval}）。\
     | At the end of {year} the expected rate of return to poverty (stock) is {rate} \
    (95 % interval {interval}), and the hard limit of {limit} lies inside the interval: \
    undecided; the probability that one future meets it is {probability} (Wilson 95 % interval \
    {probabilityInterval}).
    """
  case verdictNoLimit = """
    方案在 2025 年之前没有规定上限；{year} 年底预期返贫率（年末存量）为 {rate}（95 % 区间 {interval}）。\
     | The plan sets no limit before 2025; at the end of {year} the expected rate of return to \
    poverty (stock) is {rate} (95 % interval {interval}).
    """
  case stretchLine = "按更严的奋斗目标：{clauses}。 | On the stricter, stretch reading: {clauses}."
  case stretchClause = """
    {year} 年上限 {limit}，{verdict}，单一未来达标概率 {probability}（{probabilityInterval}）\
     | {year}, limit {limit}: {verdict}, probability that one future meets it {probability} \
    {probabilityInterval}
    """
  case settleReplications = """
    {year} 年（刚性）：把重复次数增加到约 {count} 次，可望得出定论。\
     | {year} (hard): about {count} replications would be needed to settle it.
    """
  case settleParameters = """
    {year} 年：不确定性主要来自参数，增加重复次数不能得出定论；需要数据和校准。\
     | {year}: most of the uncertainty comes from parameters, so more replications cannot settle it; \
    data and calibration can.
    """
  case settleSample = """
    {year} 年（刚性）：仅增加重复次数无法得出定论，须扩大住户样本（--sample）。\
     | {year} (hard): more replications alone cannot settle it; the sample of households \
    (--sample) must be larger.
    """
  case settleNever = """
    {year} 年（刚性）：预期返贫率与上限几乎相等，可行的重复次数都无法得出定论。\
     | {year} (hard): the expected rate is so close to the limit that no practical number of \
    replications would settle it.
    """
  case warning = "注意 | Caution"
  case fewReplications = """
    本次只有 {count} 次重复（少于 200 次），95 % 区间可能偏窄：在真值已知的三个简单模型中，{measured} 次重复的区间包含真值的\
    比例为 {alike}（各年相同）、{moderate}（年景有好有坏）、{rare}（二十年一遇的大旱）。正式使用前请增加重复次数。\
     | Only {count} replications (fewer than 200): 95 % intervals may be too short. On three simple \
    models whose truth is known, those of {measured} replications held it in {alike} (years alike), \
    {moderate} (good and bad years) and {rare} (a drought in one year of twenty) of experiments. Use \
    more replications before relying on them.
    """
  case oneReplication = "只有 1 次重复，没有区间。 | One replication has no interval."
  case fewEvents = """
    {what}主要取决于 {count} 次重复中约 {events} 个罕见的坏年景（少于 {fewest} 个）：区间（特别是离均值较远的一端）较粗略，\
    请增加重复次数。\
     | {what} rests on about {events} rare bad futures (fewer than {fewest}) of {count}: its interval, \
    above all the far end, is rough; use more replications.
    """
  case rateOfYear = "{title}：{year} 年底返贫率 | {title}: the stock of {year}"
  case differenceOfYear = """
    {title}：{year} 年底返贫率与基准之差 | {title}: the difference of the stock of {year}
    """
  case intervalNote = """
    95 % 区间：以重复次数为样本的 t 区间，按偏度校正（Hall 1992；罕见的坏年景使区间上端更长），另加住户抽样误差；\
    对称数据即普通 t 区间。200 次及以上重复时实测覆盖率为 93–97 %，见 Docs/coverage.zh-CN.md。\
     | 95 % intervals: Student's t over replications, corrected for skewness (Hall 1992: rare bad years \
    make the upper part longer), with the error of the household sample; for symmetric values the plain \
    t interval. Measured coverage with 200 replications or more is 93–97 %: Docs/coverage.md.
    """
  case sampledHouseholds = """
    本次只模拟了 {share} 的住户。返贫率均值的 95 % 区间已包含住户抽样误差；金额和户数的区间不含抽样误差；\
    可能未来的分布带和达标概率未把抽样误差分离出来，会略显偏宽。\
     | Only {share} of the households were simulated. The 95 % intervals of mean rates include the \
    error of the household sample; those of money and of households counted do not; the bands of \
    futures and the probabilities do not separate it and are somewhat too wide.
    """
  case someCounties = """
    本次只模拟了 {count} 个县级单位，文中的合计数字仅指这些单位，方案的上限是对全省而言的。\
     | Only {count} county-level units were simulated: totals are of these units, while the plan's \
    limits are for the province.
    """
  case bandsAreNotParameters = """
    区间只反映年景、住户运气和模拟误差，不含参数不确定性；参数尚未校准。见文末的使用限度。\
     | Intervals show the luck of years and households and the error of simulation only, not the \
    uncertainty of parameters, which are not calibrated. See the limits of use below.
    """
  case bandsArePriors = """
    本次对不确定参数抽样 {draws} 次，每次都模拟同样的 {count} 种未来：均值的 95 % 区间包含参数不确定性和模拟误差；\
    分布带和达标概率涵盖参数、年景和住户运气。参数的先验分布尚未校准，范围很宽，区间因此很宽；这是实情，不是计算误差。\
     | The uncertain parameters were drawn {draws} times and each draw met the same {count} futures: \
    95 % intervals of means hold the uncertainty of parameters and the error of simulation; bands and \
    chances of meeting a target hold parameters, years and households' luck. Priors are not calibrated \
    and wide, so intervals are wide: that is what is known, not an error of computation.
    """
  case bandsArePosterior = """
    本次对不确定参数抽样 {draws} 次，每次都模拟同样的 {count} 种未来：均值的 95 % 区间包含参数不确定性和模拟误差；\
    分布带和达标概率涵盖参数、年景和住户运气。已校准的参数取自校准集合 {posterior}，其余参数取自各自的先验分布。\
     | The uncertain parameters were drawn {draws} times and each draw met the same {count} futures: \
    95 % intervals of means hold the uncertainty of parameters and the error of simulation; bands and \
    chances of meeting a target hold parameters, years and households' luck. Calibrated parameters come \
    together from the ensemble {posterior}, all others from their priors.
    """
  case uncertaintyHeading = "不确定性从何而来 | Where the uncertainty comes from"
  case uncertaintyCaption = """
    年末返贫率（存量）：各来源的标准差（百分点）、参数的 95 % 区间、达标概率（{draws} 次参数抽样，每次 {count} 种未来）\
     | Stock at year's end: standard deviation by source (percentage points), 95 % interval over \
    parameters, chance of meeting the hard limit ({draws} draws of the parameters, {count} futures each)
    """
  case uncertaintyNote = """
    参数：换一套参数，预期返贫率变化多少。未来：年景和住户运气，各套参数共有。交互：不同参数对同一未来反应不同。\
    模拟误差：抽样次数有限造成的均值误差。达标概率的方括号只含模拟误差；各套参数的概率另列第 5 至 95 百分位。\
    各套参数与同样的未来逐一搭配（交叉设计），明细见 uncertainty.csv 和 draws.csv。\
     | Parameters: how much the expected rate changes with another set of parameters. Futures: years \
    and households' luck, which all sets share. Interplay: how differently sets take the same future. \
    Error of simulation: that of the mean, because draws and futures are finite. The brackets of the \
    chance hold the error of simulation only; the chance by set of parameters is given as its 5 to 95 % \
    range. Every set meets the same futures (a crossed design); see uncertainty.csv and draws.csv.
    """
  case varianceHeading = "方差分解 | Split of the variance"
  case varianceCaption = """
    单次运行的方差按来源的份额（{levels}，三个因素完全交叉）\
     | Share of the variance of one run by source ({levels}; all three factors are crossed)
    """
  case varianceNote = """
    每套参数都遇到同样的年景，每个年景又都遇到同样的住户运气，因此三者可以分开。“参数”一栏的份额不能靠多模拟来减小，\
    只能靠数据和校准；“年景”和“住户”两栏随重复次数减小。份额为 0 表示在这样的规模下看不出来。均值误差为标准误（百分点）。\
     | Every set of parameters meets the same shock-years, and every shock-year the same luck of \
    households, so the three can be told apart. What comes from parameters is reduced by data and \
    calibration, not by more simulation; what comes from shock-years and households falls with more \
    replications. A share of 0 means too small to be seen at this size. The error of the mean is a \
    standard error in percentage points.
    """
  case shockYears = "年景 | Shock-years"
  case luckOfHouseholds = "住户运气 | Households' luck"
  case interplayOfThree = "三者之间的交互 | Interplay of the three"
  case errorOfMean = "均值误差 | Error of the mean"
  case varianceLevels = """
    {draws} 套参数 × {years} 个年景 × {luck} 次住户运气\
     | {draws} sets of parameters × {years} shock-years × {luck} of households' luck
    """
  case fromParameters = "参数 | Parameters"
  case fromFutures = "未来 | Futures"
  case fromInterplay = "交互 | Interplay"
  case simulationError = "模拟误差 | Error of simulation"
  case overParameters = "预期值的参数区间 | Expected rate over parameters"
  case chanceBySet = "各套参数的达标概率 | Chance by set of parameters"
  case met = "达标 | met"
  case missedTarget = "未达标 | missed"
  case undecided = "未定 | undecided"
  case hardLimit = "刚性上限 | Hard limit"
  case stretchLimit = "奋斗目标 | Stretch target"
  case verdict = "判断 | Verdict"
  case reading = "口径 | Reading"
  case limit = "上限 | Limit"
  case expectedRate = "预期返贫率 [95 % 区间] | Expected rate [95 % interval]"
  case probabilityOfMeeting = """
    单一未来达标概率 [Wilson 95 %] | Probability that one future meets it [Wilson 95 %]
    """
  case tableProbability = "达标概率 | P(met)"
  case hardReading = "刚性 | hard"
  case stretchReading = "奋斗 | stretch"
  case earlyReading = "较早 | early"
  case lateReading = "较晚 | late"

  // Scoreboard
  case scoreboardHeading = "方案目标记分牌 | The plan's targets"
  case scoreboardTally = """
    本次运行可计算的目标共 {all} 项（按年份和口径分列）：达标 {met} 项，未达标 {missed} 项，未定 {undecided} 项。\
     | This run computes {all} targets (one a year and reading): {met} met, {missed} missed, \
    {undecided} undecided.
    """
  case scoreboardCaption = """
    各目标：目标值、计算值 [95 % 区间]、判断和单一未来达标概率；代码为方案数字表的编号\
     | Each target: goal, computed value [95 % interval], verdict, probability that one future \
    meets it; codes are rows of the plan's table of figures
    """
  case scoreboardNote = """
    “较早”“较晚”是方案自相矛盾的两个年份，两者都列出。标“设定值”的目标是情景的设定，没有随机性，不是模型的结果。\
    返贫率以外各目标的区间不含住户抽样误差。识别准确率按平衡准确率计：困难户被监测的比例与非困难户未被误纳的比例的平均；\
    在困难户仅占百分之几时，“准确率”本身没有意义。增速自首个结果年起算。\
    因病、因学占比是各可能未来自身占比的平均；“返贫原因”一节是全部未来合计后的占比，灾年权重较大，两者可以不同。\
     | "Early" and "late" are two years that the plan states for one goal; both are shown. A lever is \
    a setting of the scenario, without luck and no result of the model. Intervals other than of rates \
    leave out the error of the household sample. Identification accuracy is balanced accuracy, the \
    mean of the share of those in need who are monitored and of the share of the others who are not \
    wrongly included; plain accuracy means nothing where a few per cent are in need. Growth counts \
    from the first result year. Shares by illness and schooling are the mean of each future's own \
    share; the section on causes divides the totals of all futures, where bad years weigh more, so \
    the two may differ.
    """
  case scoreboardNotComputed = """
    本次运行没有统计以下目标所需的数字（相应系统未启用，或模拟年份不含目标年）：{targets}。\
     | This run does not count what these targets need (their system is off): {targets}.
    """
  case outOfScopeCaption = "住户模型无法计算的目标及原因 | Targets that no household model can compute, and why"
  case target = "目标 | Target"
  case goal = "目标值 | Goal"
  case computed = "计算值 [95 % 区间] | Computed [95 % interval]"
  case reason = "原因 | Reason"

  // Rates
  case ratesHeading = "历年返贫率与目标 | The rate by year against the targets"
  case fanCaption = """
    年末返贫率（存量，占脱贫人口的百分比）。深色带含 50 %、浅色带含 90 % 的可能未来；空心点和竖线为均值\
    及其 95 % 区间；虚线为方案目标。\
     | Rate of return to poverty at year's end (stock, per cent of formerly-poor persons). The \
    dark \
    band holds 50 %, the light band 90 % of futures; open points and vertical bars are the mean \
    and \
    its 95 % interval; dashed lines are the plan's targets.
    """
  case wideBand = "90 % 的可能未来 | 90 % of futures"
  case narrowBand = "50 % 的可能未来 | 50 % of futures"
  case meanLine = "均值（95 % 区间） | Mean (95 % interval)"
  case year = "年份 | Year"
  case ratesTableCaption = """
    各口径的返贫率：均值 [95 % 区间]，占脱贫人口的百分比\
     | Rates by measure: mean [95 % interval], per cent of formerly-poor persons
    """
  case stock = "年末存量 | Stock"
  case flow = "当年新增 | Flow"
  case ever = "累计曾返贫 | Ever"
  case recognised = "已识别新增 | Recognised"
  case need = "无帮扶时 | Need"
  case gap = "贫困深度 | Gap"
  case severity = "贫困强度 | Severity"
  case measuresNote = """
    年末存量：12 月 31 日处于返贫状态；当年新增：当年进入返贫；累计曾返贫：自首个结果年以来曾经返贫；\
    已识别新增：监测系统已发现的新增（官方口径）；无帮扶时：不计帮扶收入将低于标准线；\
    贫困深度：相对标准线的平均缺口（FGT 1）。\
     | Stock: in return to poverty on 31 December. Flow: entered during the year. Ever: was in it \
    at \
    any time since the first result year. Recognised: entries that monitoring has found (the \
    official concept). Need: below the line if assistance is not counted. Gap: mean shortfall from \
    the line (FGT 1).
    """

  // Causes
  case causesHeading = "返贫原因 | Causes of return"
  case causesCaption = """
    当年新增返贫率按主因分解（柱高为百分比，柱内数字为占当年新增的份额）\
     | New returns of the year by main cause (height: per cent of formerly-poor persons; numbers \
    in \
    the bars: share of the year's entries)
    """
  case causesTableCaption = "各主因占当年新增的份额（%） | Share of the year's entries by cause (per cent)"
  case causesNote = """
    主因按触发规则判定：进入返贫前六个月损失最大的一项。对照：方案所记 2022 年的份额为因病 42.3 %、\
    因灾 18.7 %、因学 12.5 %，其余 26.5 %；这些份额未用于设定本模型，且与公开的全国致贫原因份额相同，宜审慎对待。\
     | The main cause is the channel with the largest loss in the six months before entry. For \
    comparison, the plan gives for 2022: illness 42.3 %, disaster 18.7 %, schooling 12.5 %, the \
    rest 26.5 %. These shares were not used to set this model; the share for illness equals a \
    published national figure and should be read with care.
    """
  case cause = "主因 | Main cause"
  case causeIllness = "因病 | Illness"
  case causeDisaster = "因灾 | Disaster"
  case causePrices = "价格下跌 | Prices"
  case causeJobs = "务工失业 | Jobs"
  case causeSchooling = "因学 | Schooling"
  case causeAccidents = "意外、残疾、火灾 | Accident, disability, fire"
  case causePolicyLapse = "帮扶中断 | Policy lapse"
  case causeNoShock = "无明显冲击（缺劳力等） | No shock (lack of labour or means)"

  // Places
  case placesHeading = "市州与县 | Prefectures and counties"
  case mapTitle = "{year} 年底返贫率 | Stock at the end of {year}"
  case mapCaption = """
    每个符号是一个县级单位；数字为 {year} 年底返贫率最高的十个县的名次（见下表）。\
     | Each symbol is a county-level unit; numbers rank the ten highest counties at the end of \
    {year} (table below).
    """
  case mapUnit = "返贫率（占脱贫人口的 %） | Stock (per cent of formerly-poor persons)"
  case mapBelow = "不高于刚性上限 | within the hard limit"
  case mapAbove = "高于刚性上限 | above the hard limit"
  case notSimulated = "未模拟 | not simulated"
  case prefecturesCaption = """
    {year} 年底各市州返贫率：均值与 95 % 区间（由高到低）\
     | Stock by prefecture at the end of {year}: mean and 95 % interval, highest first
    """
  case countiesCaption = """
    {year} 年底返贫率最高的十个县：均值 [95 % 区间]，占脱贫人口的百分比\
     | The ten counties with the highest stock at the end of {year}: mean [95 % interval], per \
    cent \
    of formerly-poor persons
    """
  case countiesNote = """
    县级数字的区间宽，名次相邻的县往往没有可靠的差别。\
     | County figures have wide intervals; neighbours in rank often do not differ reliably.
    """
  case rank = "名次 | Rank"
  case county = "县（市、区） | County"
  case prefecture = "市州 | Prefecture"
  case code = "代码 | Code"
  case province = "全省 | Province"

  // Money
  case moneyHeading = "资金去向 | What the money did"
  case moneyUnit = "万元 | million yuan"
  case assistanceCaption = "各年帮扶支出（万元） | Assistance by year (million yuan)"
  case moneyTableCaption = """
    各项目金额（万元，均值；末列为 {year} 年均值的 95 % 区间）\
     | Money by programme (million yuan, means; last column: 95 % interval of the mean of {year})
    """
  case programme = "项目 | Programme"
  case source = "来源 | Source"
  case lastYearInterval = "{year} 年 95 % 区间 | 95 % interval {year}"
  case fundCaption = """
    帮扶资金账户（万元）：收入＋上年结转＝支出＋闲置＋流失＋结转下年\
     | The fund's account (million yuan): received + carried in = spent + idle + leakage + carried \
    out
    """
  case medicalCaption = """
    医疗费用由谁支付（份额；柱内为占当年费用的 %）\
     | Who paid the medical bills (share; numbers in per cent of the year's bills)
    """
  case sourceMedicalInsuranceFund = "医保基金 | Medical insurance fund"
  case sourceStateBudget = "财政 | State budget"
  case sourceInsurer = "保险公司 | Insurer"
  case sourceHouseholds = "住户 | Households"
  case sourceAntiPovertyFund = "帮扶资金 | Anti-poverty fund"
  case sourceCountyBudget = "县级财政 | County budget"
  case sourceFundAccount = "资金账户 | Fund account"
  case sourceEnterprises = "企业 | Firms"
  case sourceCostOfError = "其中：错付 | Of which: by error"
  case sourceUnmetRequest = "未满足的申请 | Unmet requests"
  case fundSourcesCaption = """
    帮扶资金的来源与绩效转移（万元，均值；逐笔账目见 ledger.csv）\
     | Where the fund's money came from, and what assessment moved (million yuan, means; every line to \
    the fen is in ledger.csv)
    """
  case socialShare = "社会资本占比 | Social capital, share"
  case perMonitoredCaption = """
    年末每名监测对象的当年帮扶资金收入（元）\
     | Money received by the fund in a year for each person monitored at its end (yuan)
    """

  // Finding households
  case findingHeading = "监测识别的表现 | How the finding system did"
  case alertsCaption = "各渠道预警数（户次） | Alerts by channel (households)"
  case alertsUnit = "千户次 | thousands"
  case findingTableCaption = """
    监测识别（户，除非另注；均值，末列为 {year} 年均值的 95 % 区间）\
     | Finding households (households unless said otherwise; means; last column: 95 % interval of \
    the mean of {year})
    """
  case findingPrefectureCaption = "{year} 年各市州的监测识别（均值） | Finding by prefecture in {year} (means)"
  case findingNote = """
    平均天数＝总天数的均值÷人次的均值。年末漏识别：年末处于需帮扶状态而未被监测；错误纳入：不需帮扶而被认定。\
     | Days are the mean sum of days divided by the mean count. Missed: in need and not monitored \
    on \
    31 December. False inclusions: recognised although not in need.
    """
  case quantity = "指标 | Quantity"
  case alertsOfChannel = "预警：{channel} | Alerts: {channel}"
  case alertsFromIndex = "脆弱性指数 | Vulnerability index"
  case alertsFromTriggers = "硬性触发 | Hard triggers"
  case alertsFromOwnReports = "自主申报 | Own reports"
  case alertsFromPatrols = "干部排查 | Patrols"
  case visits = "入户核查 | Visits"
  case waitingForVisit = "年末待核查 | Waiting for a visit at year's end"
  case recognisedUnstable = "识别：脱贫不稳定户 | Recognised: unstable"
  case recognisedMarginal = "识别：边缘易致贫户 | Recognised: marginal"
  case recognisedSudden = "识别：突发严重困难户 | Recognised: sudden hardship"
  case missedHouseholds = "年末漏识别 | Missed at year's end"
  case falseInclusions = "错误纳入 | False inclusions"
  case wrongExclusions = "核查时错误排除 | Wrong exclusions at a visit"
  case eliminated = "风险消除 | Risk eliminated"
  case monitoredHouseholds = "年末监测户 | Monitored at year's end"
  case monitoredPersons = "年末监测人口（人） | Monitored persons at year's end"
  case daysToRecognition = "预警信号到识别（总天数） | Sign to recognition (sum of days)"
  case daysToMoney = "预警信号到首笔资金（总天数） | Sign to first money (sum of days)"
  case firstPayments = "首笔资金（户） | First payments"
  case meanDaysToRecognition = "预警信号到识别（平均天数） | Days from sign to recognition"
  case meanDaysToMoney = "预警信号到首笔资金（平均天数） | Days from sign to first money"
  case allRecognised = "识别合计 | Recognised, all kinds"
  case allAlerts = "预警合计 | Alerts, all channels"

  // Systems
  case systemsHeading = "各系统做了什么 | What each system did"
  case systemsCaption = """
    启用的系统（金额为万元；均值，末列为 {year} 年均值的 95 % 区间）\
     | Systems in force (money in million yuan; means, last column: 95 % interval of the mean of {year})
    """
  case systemsNote = """
    未启用的系统不列。金额到分的账见“资金去向”；此处金额按整元计。\
     | Systems that are off are not listed. Accounts to the fen are under the money; here yuan are whole.
    """
  case designsCaption = """
    指数方案对照：同一批住户，全部年份（%）\
     | Designs of the vulnerability index on the same households, all years (per cent)
    """
  case designsNote = """
    精确率：预警户中半年内确有困难的比例；召回率：半年内有困难的住户中被预警的比例；平衡准确率：召回率与未预警正确率的平均。\
    各方案只看得到当地平台当时已有的数据。\
     | Precision: share of alerted households that were in need within half a year. Recall: share of \
    those in need that were alerted. Balanced accuracy: mean of recall and of the share of the others \
    that were left alone. Each design sees only what had reached the platform of the county.
    """
  case indexDesign = "指数方案 | Design"
  case designIncome = "收入法 | Income only"
  case designFourLooks = "四看法 | Four looks"
  case designTwelve = "十二指标 | Twelve indicators"
  case designTwenty = "二十变量（惩罚逻辑回归） | Twenty variables (penalised logistic)"
  case designThree = "收入＋资产＋能力 | Income, assets, ability"
  case designExpectedPoverty = "期望贫困脆弱性（VEP） | Vulnerability as expected poverty"
  case precision = "精确率 | Precision"
  case recall = "召回率 | Recall"
  case balancedAccuracy = "平衡准确率 | Balanced accuracy"
  case alertsPerHundred = "每百户预警 | Alerts per 100 households"
  case system = "系统 | System"
  case everyRun = "（每次运行） | (every run)"
  case unitHouseholds = "户 | households"
  case unitPersons = "人 | persons"
  case unitCount = "次 | count"
  case unitDays = "天 | days"
  case unitPoints = "分 | points"
  case meanSelfDevelopment = "自我发展能力指数（平均） | Self-development index, mean"
  case meanElsewhereDays = """
    异地居住：信号到首笔资金（平均） | Living elsewhere: days from sign to first money, mean
    """

  // Comparison
  case comparisonVerdicts = "各方案的结论 | Verdicts side by side"
  case comparisonChanges = "各情景的设定 | What each scenario sets"
  case points = "百分点 | points"
  case comparisonEffects = "与基准的差别 | Differences from the baseline"
  case comparisonMoney = "与基准的资金差别 | Differences of money from the baseline"
  case baseline = "基准 | Baseline"
  case reform = "方案 | Reform"
  case scenario = "情景 | Scenario"
  case forestCaption = """
    年末返贫率与基准之差（百分点，均值与 95 % 区间；负值为减少返贫）\
     | Difference of the stock from the baseline (percentage points, mean and 95 % interval; \
    negative means fewer returns)
    """
  case differencesCaption = """
    配对差（方案减基准，同一组冲击）：均值 [95 % 区间]\
     | Paired differences (reform minus baseline, same shocks): mean [95 % interval]
    """
  case stockDifference = "存量差（百分点） | Stock (percentage points)"
  case flowDifference = "新增差（百分点） | Flow (percentage points)"
  case personsKept = "保住在线上的人数 | Persons kept above the line"
  case extraCost = "公共支出增加（万元） | Extra public spending (million yuan)"
  case replicationsSaved = "配对节省倍数 | Replications saved (times)"
  case comparisonHeadline = """
    {reform}：到 {year} 年底，返贫率比基准{direction} {size} 个百分点（95 % 区间 {interval}），{judgement}。\
     | {reform}: at the end of {year} the stock is {size} percentage points {direction} than in \
    the \
    baseline (95 % interval {interval}); {judgement}.
    """
  case lower = "低 | lower"
  case higher = "高 | higher"
  case differenceClear = "差别在 95 % 水平上成立 | the difference holds at the 95 % level"
  case differenceUnclear = "差别尚未分清 | the difference is not established"
  case personsKeptNote = """
    保住的人数＝存量差的相反数×脱贫人口。公共支出＝除住户自付外的医疗支付、低保、临时救助、产业帮扶和保费；\
    防贫保赔付由保费形成，不重复计入。配对节省倍数：若两次运行互不相干，要达到同样精度所需的重复次数倍数。\
     | Persons kept = minus the difference of the stock times formerly-poor persons. Public \
    spending: \
    medical payments other than by households, allowance, relief, industry support and premiums; \
    insurance claims are paid from premiums and not counted twice. Replications saved: how many \
    times more replications unrelated runs would need for the same precision.
    """
  case ownReport = """
    每个情景的完整报告在子文件夹中：{folders}。\
     | The full report of each scenario is in its own folder: {folders}.
    """

  // Assumptions
  case assumptionsHeading = "起作用的假设 | The assumptions that matter"
  case overridesCaption = "情景自行改动的数值 | Numbers that the scenario overrides"
  case noOverrides = "情景没有改动任何数值。 | The scenario overrides no number."
  case name = "名称 | Name"
  case meaning = "含义 | Meaning"
  case value = "取值 | Value"
  case declaredValue = "原值 | Declared value"
  case unit = "单位 | Unit"
  case place = "写在 | Written in"
  case fromMonth = "自 {month}：{value} | from {month}: {value}"
  case sourceOfNumber = "依据 | Source"
  case mechanismsHeading = "关闭或调整的机制 | Mechanisms switched off or changed"
  case allMechanismsOn = "所有机制均按原强度运行。 | Every mechanism runs at its declared strength."
  case switchedOff = "关闭 | off"
  case switchedOn = "启用 | on"
  case scaled = "强度 {value} | strength {value}"
  case fromTo = "{from} 至 {to} | {from} to {to}"
  case runStart = "起始 | start"
  case runEnd = "结束 | end"
  case limitedTo = "限 {count} 个县 | limited to {count} counties"
  case eventsHeading = "设定的冲击事件 | Stress events placed by the author"
  case everywhere = "全省 | whole province"
  case assumptionsCount = """
    模型共有 {all} 个数值，其中 {weak} 个（{share}）出于建模判断或凭记忆引用，逐一列在下表。\
     | The model has {all} numbers; {weak} of them ({share}) rest on modelling judgement or on \
    recollection and are listed below.
    """
  case assumptionsCaption = """
    出于判断（assumption）或凭记忆引用（recalled）的数值\
     | Numbers that are assumptions or recalled from publications not looked up
    """
  case origin = "性质 | Origin"
  case originPlan = "方案 | the plan"
  case originLiterature = "文献 | literature"
  case originDerived = "推算 | derived"
  case originCalibrated = "校准 | calibrated"
  case originAssumption = "假设 | assumption"
  case originRecalled = "回忆 | recalled"
  case valuesOfMonths = "（1–12 月） | (January to December)"

  // Lives of households
  case lifeTitle = """
    住户 {household}，{county}（{code}），第 {township} 个乡镇\
     | Household {household}, {county} ({code}), township {township}
    """
  case lifeRun = """
    情景：{scenario}；模拟编号 {replication}，种子 {seed}，住户样本 {sample}\
     | Scenario: {scenario}; replication {replication}, seed {seed}, sample of households {sample}
    """
  case lifeDrawn = """
    抽取时：{persons} 人，务工人员 {workers} 人{destination}，高中及以上在校生 {students} 人；{livelihood}；{facts}\
     | As drawn: persons {persons}, wage earners {workers}{destination}, students beyond \
    compulsory school {students}; {livelihood}; {facts}
    """
  case lifeDestination = "（{place}） | ({place})"
  case lifeWealth = """
    人均年收入 {income} 元，储蓄 {savings} 元，生产性资产 {assets} 元，欠款 {debt} 元；代表 {weight} 户\
     | Income {income} yuan a head and year, savings {savings} yuan, productive assets {assets} \
    yuan, debt {debt} yuan; stands for households: {weight}
    """
  case lifeLegend = """
    单位：元。收入（不含帮扶）、帮扶、支出、消费为当月数，储蓄和欠款为月末数；最后两列为十二个月人均收入，已扣除刚性支出。\
     | Yuan. Income (without assistance), assistance, bills and consumption of the month; savings \
    and debt at its end; the last two columns are twelve-month income a head after rigid spending.
    """
  case lifeMonth = "月份 | month"
  case lifeIncome = "收入 | income"
  case lifeAid = "帮扶 | assistance"
  case lifeBills = "支出 | bills"
  case lifeConsumption = "消费 | consumption"
  case lifeSavings = "储蓄 | savings"
  case lifeDebt = "欠款 | debt"
  case lifeOwn = "不含帮扶 | without aid"
  case lifeTotal = "含帮扶 | with aid"
  case lifeMonitored = "监测 | monitored"
  case lifeReturned = "返贫 | in return"
  case lifeThemeLines = "标准 | lines"
  case lifeThemeFamily = "家庭 | family"
  case lifeThemeShock = "冲击 | shock"
  case lifeThemeBill = "费用由谁付 | who paid"
  case lifeThemeCoping = "应对 | coping"
  case lifeThemeAlert = "预警 | alert"
  case lifeThemeVisit = "核查 | visit"
  case lifeThemeMeasures = "认定与措施 | measures"
  case lifeThemeState = "状态 | state"
  case lifeBefore = "（上月 {value}） | (before: {value})"
  case lifeShort = "差额 {value} | short of {value}"
  case lifeLosses = "近六个月损失：{losses} | losses of six months: {losses}"
  case lifePersons = "{number} 人 | {number}"
  case lifeYuan = "{number} 元 | {number} yuan"
  case lifeYuanPerHead = "{number} 元／人 | {number} yuan a head"
  case lifeMonths = "{number} 个月 | {number} months"
  case lifeDay = "模拟第 {number} 日 | day {number} of the run"
  case lifeYes = "有 | yes"
  case lifeNo = "无 | no"
  case lifeNobody = "无 | none"
  case lifeKindUnstable = "脱贫不稳定户 | unstable formerly-poor household"
  case lifeKindMarginal = "边缘易致贫户 | marginal household at risk"
  case lifeKindSudden = "突发严重困难户 | household in sudden severe difficulty"
  case lifeStageTravelling = "预警传递中 | alert on its way"
  case lifeStageWaiting = "等待核查 | waits for a visit"
  case lifeStageAccepted = "核查属实，待认定 | found in need, not yet recognised"
  case livelihoodWage = "主要靠工资 | lives mainly on wages"
  case livelihoodMixed = "工资与经营并重 | lives on wages and business"
  case livelihoodFarm = "主要靠农业 | lives mainly on farming"
  case livelihoodNoLabour = "无劳动力 | nobody can work"
  case destinationLocal = "县内务工 | in the county"
  case destinationProvince = "省内县外务工 | elsewhere in the province"
  case destinationGuangdong = "广东务工 | in Guangdong"
  case destinationZhejiang = "浙江务工 | in Zhejiang"
  case factFormerlyPoor = "脱贫户 | formerly poor"
  case factNotPoor = "非脱贫户 | never registered as poor"
  case factRelocated = "易地搬迁户 | relocated"
  case factUninsured = "未参加基本医保 | without basic medical insurance"
  case factElsewhere = "户口所在县外居住 | lives outside the county of registration"
  case partingSame = """
    住户 {household} 在两个情景下的经历完全相同。\
     | Household {household} has the same life under both scenarios.
    """
  case partingTitle = """
    住户 {household}：“{one}”与“{other}”自 {month} 起不同，最先不同的环节：{step}\
     | Household {household}: “{one}” and “{other}” part in {month}, first at the step: {step}
    """
  case partingWhat = "不同之处 | What differs"
  case partingMore = "多 {value} | {value} more"
  case partingLess = "少 {value} | {value} less"
  case partingOthers = "当月另有 {number} 项不同。 | {number} other columns differ in that month."
  case partingWhole = "全过程 | Over all months"
  case lifeAsBefore = "此前各月与前一情景相同。 | Until then as under the other scenario."
  case lifeStepEvents = "疾病、意外和医疗费用结算 | Illness, accidents and who pays the bill"
  case lifeStepCoping = "消费、储蓄与应对 | Consumption, savings and coping"
  case lifeStepRecognition = "认定与拟定措施 | Recognition and choice of measures"
  case lifeStepGrants = "县级批准与发放 | What the county grants"
  case partingMonthsReturned = "处于返贫状态的月数 | months in return to poverty"
  case partingMonthsMonitored = "纳入监测的月数 | months monitored"
  case partingAid = "得到的帮扶 | assistance received"
  case partingOwnBills = "自付医疗费用 | medical bills paid by the household"
  case partingSavings = "期末储蓄 | savings at the end"
  case partingDebt = "期末欠款 | debt at the end"

  // Limits and provenance
  case limitsHeading = "使用限度 | Limits of use"
  case limitPriors = """
    参数的不确定性按各自的先验分布独立抽样；先验未经数据更新，参数之间的相关也未计入。\
     | Parameters were drawn from their priors, independently of one another; priors have not been \
    updated by data, and correlations between parameters are left out.
    """
  case limitPosterior = """
    已校准的参数按权重整组取自校准集合，保留了它们之间的相关；其余参数仍按各自的先验分布独立抽样。\
    集合只说明所选的矩，且校准时其余参数固定在声明值。\
     | Calibrated parameters were taken together from the ensemble of a calibration, in proportion to \
    its weights; all others were drawn from their priors, independently of one another. The ensemble \
    speaks for the moments it was fitted to, with the other parameters at their declared values.
    """
  case limitCalibrated = """
    模型按少量记录的矩校准，其中多数是推算或全国数字；绝对水平仍带有较大误差，方案之间的差别比绝对水平可靠。\
     | The model is calibrated to a few recorded moments, most of them derived or national; levels \
    remain uncertain, and differences between policies are more reliable than levels.
    """
  case assurancePosterior = """
    参数抽样使用的校准集合：{posterior}（SHA-256 {digest}）；方案比较使用同一集合，不按方案重新校准\
     | Ensemble of a calibration used for draws of the parameters: {posterior} (SHA-256 {digest}); all \
    scenarios that are compared use it, and nothing is re-tuned per scenario
    """
  case setsOfParameters = "；参数抽样 {draws} 次 | ; {draws} draws of the parameters"
  case limitParameters = """
    区间和概率不含参数不确定性：只反映年景与住户的运气以及模拟误差，真实的不确定性更大。\
     | Intervals and probabilities do not include the uncertainty of parameters: they show the \
    luck \
    of years and households and the error of simulation; true uncertainty is larger.
    """
  case limitCalibration = """
    模型尚未用实际记录校准；绝对水平应看作量级，方案之间的差别比绝对水平可靠。\
     | The model is not calibrated to records; read levels as orders of magnitude. Differences \
    between policies are more reliable than levels.
    """
  case limitHouseholds = """
    住户是按公开统计合成的，不是真实住户；不能用于认定或排除任何一户。\
     | Households are synthetic, drawn from published statistics; the model must not be used to \
    include or exclude any real household.
    """
  case limitCounties = """
    县级结果主要反映公开的县情差异，未含各县的具体工作；不宜用于考核排名。\
     | County results reflect published differences between counties, not the work done in each; \
    they must not be used to rank performance.
    """
  case limitData = """
    多数数据止于 2020–2023 年；使用前须以最新的监测、医保和务工数据更新。\
     | Most data end in 2020–2023; update with current monitoring, insurance and employment data \
    before use.
    """
  case limitDefinition = """
    方案没有界定返贫率的分子、分母和标准线；本报告采用人均收入连续低于标准线的口径，其他口径会给出不同数值。\
     | The plan does not define numerator, denominator or line; this report counts persons whose \
    income per head stays below the line. Other definitions give other figures.
    """
  case limitMechanisms = """
    未纳入模型的机制（如宏观经济反馈、住户对政策的长期适应）不影响结果，这不表示它们不重要。\
     | What is not in the model (such as feedback on the wider economy, or long-run adaptation of \
    households to policy) has no effect here; that does not mean it does not matter.
    """
  case provenanceHeading = "如何重做 | How to repeat this run"
  case repeatCommand = """
    在同一版本下运行以下命令，得到相同的结果摘要：\
     | With the same version, this command gives the same outcome digest:
    """
  case version = "版本 | Version"
  case seed = "随机种子 | Seed"
  case replications = "重复次数 | Replications"
  case sampleShare = "住户样本比例 | Sample of households"
  case households = "模拟住户数 | Simulated households"
  case householdMonths =
    "户月数（本次模拟，不含取自存档的） | Household-months (simulated now, without those kept from before)"
  case speed = "户月／秒 | Household-months per second"
  case runDigest = "运行摘要 | Run digest"
  case scenarioDigest = "情景摘要 | Scenario digest"
  case parametersDigest = "参数摘要 | Parameters digest"
  case populationDigest = "人口摘要 | Population digest"
  case outcomesDigest = "结果摘要 | Outcomes digest"
  case resolvedScenario = "完整情景（scenario.yaml） | The resolved scenario (scenario.yaml)"
  // Assurance log
  case assuranceTitle = "质量保证记录：{title} | Assurance log: {title}"
  case assuranceUse = """
    用途：比较政策方案的返贫率、费用和不确定性。不是预测，不能代替对具体农户的认定。\
     | Purpose: to compare policies by return to poverty, cost and uncertainty. It is no forecast and \
    decides about no real household.
    """
  case assuranceLink = """
    本次运行的质量保证记录：数据、假设、决定、检查、使用限度\
     | the assurance log of this run: data, assumptions, decisions, checks, limits of use
    """
  case assuranceData = "数据 | Data"
  case assuranceSynthetic = """
    农户为按公开边际分布合成的虚拟农户，不含任何真实个人信息。\
     | Households are synthetic, drawn to published margins; no real person is in the data.
    """
  case assuranceRepeat = "重现本次运行：{command} | To repeat this run: {command}"
  case assuranceAssumptions = "假设 | Assumptions"
  case assuranceOrigin = """
    来源为“{origin}”的数：{count} 个，其中有先验分布的 {uncertain} 个\
     | Numbers of origin “{origin}”: {count}, of which {uncertain} have a prior
    """
  case assuranceNoShares = """
    本次没有对参数抽样，结果有多少取决于这些假设未予测量；请用 --draws 测量。\
     | Parameters were not drawn in this run, so how much of the result rests on these numbers is not \
    measured; --draws measures it.
    """
  case assuranceShares = """
    以下为各来源的数对末年返贫率（存量）方差的贡献（{draws} 次抽样，秩相关的平方，已扣除偶然相关；± 为两倍标准误；\
    数与数之间的交互不计入任何一方）：\
     | Share of the variance of the last year's stock by origin of the numbers ({draws} draws; squared \
    rank correlations less what chance shows; ± is two standard errors; interactions count for none):
    """
  case assuranceShare = """
    {origin}（{count} 个数）：{share} ± {reach}\
     | {origin} ({count} numbers): {share} ± {reach}
    """
  case assuranceDecisions = "作者的决定 | Decisions of the author"
  case assuranceNoDecisions = """
    全部取声明值和默认机制。 | All declared values and default mechanisms.
    """
  case assuranceChecks = "本次运行通过的检查 | Checks that this run has passed"
  case assuranceChecked = """
    情景和参数文件整体检查无误：没有未知键，每个数都在有效范围之内，都有单位和来源。\
     | Scenario and parameter files were checked whole: no unknown key; every number within its valid \
    range, with unit and source.
    """
  case assuranceBooks = """
    每次重复、每县、每年、每个资金池：期初＋收入－支出＝期末，精确到分；不平则运行中止。\
     | In each replication, county, year and pot: opening + in − out = closing, to the fen; a run whose \
    books do not balance stops.
    """
  case assuranceFew = """
    未通过：重复次数少于 200，区间较粗略。\
     | Not passed: fewer than 200 replications, so intervals are rough.
    """
  case assuranceEnough = "重复次数不少于 200。 | At least 200 replications."
  case assuranceCoarse = """
    未通过：住户样本小于 2 %，核查次数和小额资金的取整使返贫率偏高。\
     | Not passed: a sample below 2 % of the households, in which the rounding of visits and small pots \
    raises rates.
    """
  case assuranceSample = """
    住户样本不小于 2 %。 | A sample of at least 2 % of the households.
    """
  case runLine = """
    {years}；{replications} 次重复，住户样本 {sample}，种子 {seed}，版本 {version}\
     | {years}; {replications} replications, sample {sample}, seed {seed}, version {version}
    """

  // Questions
  case answerHeading = "回答 | The answer"
  case workHeading = "如何算出 | How this was computed"
  case questionProvenanceHeading = "如何重做 | How to repeat this"
  case questionRepeatCommand = """
    在同一版本下，从同一工作目录运行以下命令，得到相同的表格（问题原文保存在 question.yaml）：\
     | With the same version and from the same working directory, this command gives the same tables \
    (question.yaml is the question as it was read):
    """
  case workFuturesEach = """
    每个情景模拟同样的 {replications} 种可能的未来（配对比较）\
     | Every scenario met the same {replications} possible futures (paired)
    """
  case workDraws = """
    参数抽样 {draws} 次，每次都模拟同样的 {replications} 种可能的未来\
     | {draws} draws of the uncertain parameters, each of which met the same {replications} possible \
    futures
    """
  case parameterDraws = "参数抽样次数 | Draws of the parameters"
  case posteriorEnsemble = "校准集合 | Ensemble of a calibration"
  case futuresSimulated = "本次模拟的未来数 | Possible futures simulated now"
  case futuresReused = "取自存档的未来数 | Possible futures reused from the store"
  case secondsSimulating = "模拟用时（秒） | Seconds of simulating"
  case secondsBuilding = "合成住户用时（秒） | Seconds of building households"
  case secondsTotal = "总用时（秒） | Seconds in all"
  case machineThreads = "线程数 | Threads"
  case householdsPerFuture = "每种未来中的住户数 | Households in each future"
  case questionDigest = "问题摘要 | Digest of the question"
  case scenarioDigestOf = "情景摘要：{name} | Scenario digest: {name}"
  case questionTables = "表格（与本报告在同一文件夹） | Tables (in the folder of this report)"
  case tableColumn = "表格 | Table"
  case tableRows = "行数 | Rows"
}

extension Word {
  /// The words in both languages.
  var text: BilingualText {
    guard let text = Self.table[self] else { preconditionFailure("the table has every word") }
    return text
  }

  /// The words in one language, with `{key}` replaced by the value of that key.
  func said(in language: Language, _ values: [String: String] = [:]) -> String {
    var pieces = ""
    var key: String?
    for character in text[language] {
      if character == "{" {
        key = ""
      } else if character == "}", let name = key {
        pieces += values[name] ?? "{\(name)}"
        key = nil
      } else if key != nil {
        key?.append(character)
      } else {
        pieces.append(character)
      }
    }
    return pieces
  }

  private static let table: [Word: BilingualText] = Dictionary(
    uniqueKeysWithValues: allCases.map { ($0, divided($0.rawValue)) })

  /// Divides `Chinese | English`.
  private static func divided(_ both: String) -> BilingualText {
    let characters = Array(both)
    let bar = characters.firstIndex(of: "|") ?? characters.endIndex
    let english = characters[bar...].dropFirst()
    return BilingualText(
      chinese: trimmed(characters[..<bar]), english: trimmed(english))
  }

  /// The words without spaces around them; no line may break between a number and its `%`.
  private static func trimmed(_ characters: ArraySlice<Character>) -> String {
    let front = characters.drop { $0.isWhitespace }
    let words = Array(front.reversed().drop { $0.isWhitespace }.reversed())
    return String(
      words.indices.map { position in
        let isBeforePercent = position + 1 < words.count && words[position + 1] == "%"
        return words[position] == " " && isBeforePercent ? "\u{00A0}" : words[position]
      })
  }
}
