import Experiments
import Households
import Simulation

/// The tables of `run` and `compare`: an estimate a row.
extension TableSchema {
  /// Columns of an estimate; differences may be negative.
  private static func estimate(_ unit: String, isDifference: Bool = false) -> [TableField] {
    let range: (Double?, Double?) = isDifference ? (nil, nil) : (0, nil)
    return [
      .figure("mean", unit: unit, "各次未来的均值", "Mean over futures", range),
      .figure("standard_error", unit: unit, "均值的标准误", "Standard error of the mean", (0, nil)),
      .figure("lower95", unit: unit, "均值 95 % 区间的下端", "Lower end of the 95 % interval of the mean"),
      .figure("upper95", unit: unit, "均值 95 % 区间的上端", "Upper end of the 95 % interval of the mean"),
      .figure("p05", unit: unit, "各次未来的 5 % 分位数", "5 % quantile over futures", range),
      .figure("p50", unit: unit, "各次未来的中位数", "Median over futures", range),
      .figure("p95", unit: unit, "各次未来的 95 % 分位数", "95 % quantile over futures", range),
      .count("replications", unit: "futures", "未来的次数", "Number of futures"),
    ]
  }

  static let year = TableField.count("year", unit: "year", "年份", "Calendar year", (1900, 2200))
  static let region = TableField.count(
    "region", unit: nil, "六位代码：520000 为全省（或所模拟的全部县），其余为市州或县",
    "Six-digit code: 520000 the province (or all simulated counties), else a prefecture or county",
    (520_000, 529_999))
  static let regionName = TableField("region_name", .string, "地名", "Name of the place, in Chinese")
  private static let group = TableField.word(
    "group", "住户类型或返贫主因", "Type of household, or main cause of the return",
    Group.allCases.map { group in
      if let cause = group.cause { return TableField.Value(group.name, Word(cause)) }
      switch group {
      case .wage: return TableField.Value(group.name, .livelihoodWage)
      case .mixed: return TableField.Value(group.name, .livelihoodMixed)
      case .farm: return TableField.Value(group.name, .livelihoodFarm)
      case .noLabour: return TableField.Value(group.name, .livelihoodNoLabour)
      case .relocated: return TableField.Value(group.name, "易地搬迁户", "Relocated households")
      default: return TableField.Value(group.name, "全部", "All")
      }
    })
  static let measures = PersonMeasure.rates.map { TableField.Value($0.name, Word($0)) }
  private static let measure = TableField.word("measure", "比率的种类", "Which rate", measures)

  private static func rateFields(isDifference: Bool) -> [TableField] {
    [year, measure, region, group] + estimate("share", isDifference: isDifference) + [regionName]
  }

  private static func moneyFields(isDifference: Bool) -> [TableField] {
    let sources = Programme.allCases.reduce(into: [TableField.Value]()) { values, programme in
      guard !values.contains(where: { $0.name == programme.source }) else { return }
      values.append(TableField.Value(programme.source, Word(sourceOf: programme)))
    }
    return [
      .word(
        "programme", "项目", "What the money was for",
        Programme.allCases.map { TableField.Value(name: $0.name, meaning: $0.text) }),
      .word("source", "资金来源", "Who paid", sources), year, region,
    ] + estimate("yuan", isDifference: isDifference) + [regionName]
  }

  /// `rates.csv`.
  static let rates = TableSchema(
    "rates", title: ("返贫率", "Rates of return to poverty"),
    about: (
      "每行一个比率：占存活的脱贫人口的份额，不是百分数。区间含模拟误差和住户抽样误差。",
      "A rate a row: shares of the formerly-poor persons who are alive, never per cent. Intervals hold the error of simulation and of the sample of households."
    ), key: ["year", "measure", "region", "group"], fields: rateFields(isDifference: false))

  /// `differences.csv`.
  static let differences = TableSchema(
    "differences", title: ("返贫率之差", "Differences of rates"),
    about: (
      "方案减基准，在相同的未来中逐次配对。",
      "Reform minus scenario, paired future by future under the same shocks."
    ), key: ["reform", "year", "measure", "region", "group"],
    fields: rateFields(isDifference: true) + [reform, saved])

  static let reform = TableField("reform", .string, "方案", "Name of the reform")
  static let saved = TableField.figure(
    "replications_saved", unit: "1", "配对使所需未来次数减少的倍数；inf 表示每次都相同",
    "How many times fewer futures the pairing needs; inf where every pair agrees", (0, nil))

  /// `money.csv`.
  static let money = TableSchema(
    "money", title: ("资金", "Money"),
    about: (
      "每行一个项目：全体农户一年的元数。误差只含各次未来之间的，不含住户抽样。",
      "A programme a row: yuan a year of the whole population. Errors are those over futures alone, without the sample of households."
    ), key: ["programme", "year", "region"], fields: moneyFields(isDifference: false))

  /// `money-differences.csv`.
  static let moneyDifferences = TableSchema(
    "money-differences", title: ("资金之差", "Differences of money"),
    about: ("方案减基准，逐次配对。", "Reform minus scenario, paired future by future."),
    key: ["reform", "programme", "year", "region"],
    fields: moneyFields(isDifference: true) + [reform])

  /// `monitoring.csv`.
  static let monitoring = TableSchema(
    "monitoring", title: ("监测识别", "Finding households"),
    about: (
      "每行一年一地一项：全体农户中预警、走访、识别和漏评的户数（persons 为人，days 为天数之和）。",
      "A quantity a row: alerts, visits, recognition and misses in a year, in households of the whole population (names with persons: persons; with days: sums of days)."
    ), key: ["year", "quantity", "region"],
    fields: [
      year,
      .word(
        "quantity", "计数的内容", "What is counted",
        FindingQuantity.allCases.map { TableField.Value($0.name, Word($0)) }),
      region,
    ] + estimate("households, persons or days") + [regionName])

  /// `systems.csv`.
  static let systems = TableSchema(
    "systems", title: ("各系统", "The plan's systems"),
    about: (
      "每行一年一地一项：方案各系统做了什么；未启用的系统没有行。",
      "A quantity a row: what a system of the plan did in a year; systems that are off have no rows."
    ), key: ["year", "quantity", "region"],
    fields: [
      year,
      .word(
        "quantity", "计数的内容（见 Docs/systems.md）", "What is counted (see Docs/systems.md)",
        SystemQuantity.allCases.map { TableField.Value(name: $0.name, meaning: nil) }),
      TableField(
        "system", .string, "情景文件中机制的键；all 为每次运行都计数的内容",
        "Key of the mechanism in scenario files; all for what every run counts"),
      .word(
        "unit", "mean 等列的单位", "What mean and the other figures are counted in",
        units), region,
    ] + estimate("as in column unit", isDifference: true) + [regionName])

  private static let units: [TableField.Value] = [
    SystemQuantity.Unit.households, .persons, .yuan, .count, .days, .points,
  ].map { TableField.Value($0.rawValue, Word($0)) }

  /// `targets.csv`.
  static let targets = TableSchema(
    "targets", title: ("方案目标", "Targets of the plan"),
    about: (
      "每行一个上限或下限、一种读法：结论与单一未来达标的概率。",
      "A limit of the plan in one of its readings a row: the verdict, and the chance that one future meets it."
    ), key: ["target", "year", "reading"],
    fields: [
      TableField("target", .string, "目标", "Name of the target"), year,
      .figure("limit", unit: "as in column unit", "上限或下限", "The limit"),
      .word(
        "reading", "方案的读法", "Which reading of the plan",
        Reading.allCases.map { TableField.Value($0.rawValue, Word($0)) }),
      .figure("mean", unit: "as in column unit", "预期值", "Expected figure"),
      .figure("lower95", unit: "as in column unit", "95 % 区间下端", "Lower end of its 95 % interval"),
      .figure("upper95", unit: "as in column unit", "95 % 区间上端", "Upper end of its 95 % interval"),
      .word(
        "verdict", "结论：区间与限值相比", "The interval against the limit",
        [.init("met", .met), .init("missed", .missedTarget), .init("undecided", .undecided)]),
      probability("probability_met", "单一未来达标的概率", "Chance that one future meets the limit"),
      probability("probability_lower95", "该概率 95 % 区间下端", "Lower end of its Wilson 95 % interval"),
      probability("probability_upper95", "该概率 95 % 区间上端", "Upper end of its Wilson 95 % interval"),
      .word(
        "side", "限值的方向", "Which side of the limit is good",
        [.init("at_most", "不高于", "At most"), .init("at_least", "不低于", "At least")]),
      .word(
        "unit", "数值的单位", "What the figures are counted in",
        [
          .init("share", "份额", "Share"), .init("share_per_year", "每年增长的份额", "Growth a year"),
          .init("yuan_per_person_and_year", "元／人·年", "Yuan per person and year"),
          .init("points", "分", "Points of 100"),
        ]),
      TableField(
        "plan_rows", .string, "方案数据表中的行", "Rows of the plan's table of figures that state it",
        isRequired: false),
    ])

  static func probability(_ name: String, _ chinese: String, _ english: String) -> TableField {
    .figure(name, unit: "probability", chinese, english, (0, 1))
  }
}
