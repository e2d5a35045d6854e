import Experiments
import Households
import Simulation

/// The tables that only an export has.
extension TableSchema {
  /// `scenarios.csv`.
  static let scenarios = TableSchema(
    "scenarios", title: ("情景", "Scenarios"),
    about: ("每行一个情景：导出的情景和与之比较的方案。", "A scenario a row: the exported one and its reforms."),
    key: ["scenario"],
    fields: [
      TableField("scenario", .string, "名称（文件名）", "Name: that of its file"),
      .word(
        "role", "在比较中的角色", "Its part in the comparison",
        [.init("baseline", "基准", "Baseline"), .init("reform", "方案", "Reform")]),
      TableField("title_zh", .string, "中文标题", "Title in Chinese"),
      TableField("title_en", .string, "英文标题", "Title in English"),
      TableField("scenario_digest", .string, "情景内容的 SHA-256", "SHA-256 of what the scenario says"),
      TableField(
        "run_digest", .string, "SHA-256：情景、参数、农户、版本、种子、样本和次数",
        "SHA-256 of scenario, parameters, households, version, seed, sample and futures"),
    ])

  /// `regions.csv`.
  static let regions = TableSchema(
    "regions", title: ("地区", "Places"),
    about: (
      "每行一地：所模拟的全部县合计（520000）、市州和县。",
      "A place a row: all simulated counties together (520000), their prefectures, and the counties."
    ), key: ["region"],
    fields: [
      region,
      .word(
        "level", "级别", "Level",
        [
          .init("province", "全省或所模拟的全部县", "The province, or all simulated counties"),
          .init("prefecture", "市州", "Prefecture"), .init("county", "县", "County"),
        ]),
      TableField("name", .string, "地名", "Name, in Chinese"),
      TableField(
        "parent", .integer, "上一级的代码", "Code of the place it lies in", isRequired: false),
    ]
  ).referring([("parent", "", "region")])

  /// `replications.csv`.
  static let replications = TableSchema(
    "replications", title: ("各次未来的值", "Values of single futures"),
    about: (
      "每行一个情景、一次未来、一年、一地、一个指标。编号相同的未来在各情景中受到同样的冲击：先逐次相减，再估计。",
      "A scenario, future, year, place and measure a row. Futures of the same number meet the same shocks in all scenarios: subtract future by future, then estimate."
    ), key: ["scenario", "replication", "year", "region", "measure"],
    fields: [
      TableField("scenario", .string, "情景名称", "Name of the scenario"),
      .count("replication", unit: nil, "未来的编号，从 0 起", "Number of the future, from 0"), year,
      region,
      .word(
        "measure", "指标", "What is measured",
        measures + [
          .init("formerly_poor", "存活的脱贫人口（全体农户）", "Formerly-poor persons alive, whole population"),
          .init("public_cost", "公共支出（全体农户）", "Public spending, whole population"),
        ]
          + ReplicationMeasure.all.compactMap { measure in
            guard case .finding(let quantity) = measure else { return nil }
            return TableField.Value(quantity.name, Word(quantity))
          }),
      .word(
        "unit", "value 的单位", "What value is counted in",
        [
          .init("share", "脱贫人口的份额", "Share of formerly-poor persons"),
          .init("persons", .unitPersons), .init("yuan", .moneyUnit),
          .init("households", .unitHouseholds),
        ]),
      TableField("value", .number, unit: "as in column unit", "值", "The value"),
    ]
  ).referring([("scenario", "scenarios", "scenario"), ("region", "regions", "region")])

  /// `months.csv`.
  static let months = TableSchema(
    "months", title: ("面板的月份", "Months of the panel"),
    about: (
      "每行一个月：对所有农户相同的标准线和各指数的阈值。",
      "A month a row: lines and thresholds, which are the same for all households."
    ), key: ["month"],
    fields: [
      TableField("month", .yearmonth, "月份", "Month"),
      .figure("monitoring_line", unit: "yuan/person/year", "监测线", "Monitoring line", (0, nil)),
      .figure("return_line", unit: "yuan/person/year", "返贫线", "Return line", (0, nil)),
    ]
      + IndexDesign.allCases.map { design in
        .figure(
          "threshold_\(name(design))", unit: "as the score", "\(title(design).chinese)的阈值",
          "Threshold of the design: \(title(design).english)")
      })

  /// Name of a design in tables.
  static func name(_ design: IndexDesign) -> String { TableName.snakeCase("\(design)") }

  static func title(_ design: IndexDesign) -> BilingualText {
    switch design {
    case .income: BilingualText(chinese: "收入", english: "income")
    case .fourLooks: BilingualText(chinese: "四看法", english: "four looks")
    case .twelveIndicators: BilingualText(chinese: "十二指标", english: "twelve indicators")
    case .twentyVariables: BilingualText(chinese: "二十变量", english: "twenty variables, logistic")
    case .threeDimensions: BilingualText(chinese: "收入、资产、能力", english: "income, assets, ability")
    case .expectedPoverty: BilingualText(chinese: "预期贫困", english: "expected poverty")
    }
  }
}

/// How names of the program's parts are written in tables.
enum TableName {
  /// `twelveIndicators` as `twelve_indicators`.
  static func snakeCase(_ name: String) -> String {
    name.reduce(into: "") { text, letter in
      text += letter.isUppercase ? "_" + letter.lowercased() : String(letter)
    }
  }
}
