import Households

/// The table of households.
extension TableSchema {
  private static func persons(_ sex: String, _ age: String, _ chinese: String) -> TableField {
    let ages = ["0_to_14": "aged 0 to 14", "15_to_44": "15 to 44", "45_to_59": "45 to 59"]
    return .count(
      "\(sex)_\(age)", unit: "persons", chinese,
      "\(sex == "males" ? "Males" : "Females"), \(ages[age] ?? "60 and over")")
  }

  private static func yuan(_ name: String, _ chinese: String, _ english: String) -> TableField {
    .figure(name, unit: "yuan", chinese, english)
  }

  private static func monthly(_ name: String, _ chinese: String, _ english: String) -> TableField {
    .figure(name, unit: "yuan/household/month at 2022", chinese, english)
  }

  /// Columns of the table of households; what they hold is true and mostly unknown to the platform.
  static let population = TableSchema(
    "households", title: ("农户", "Households"),
    about: (
      "每行一户：模拟开始时不变的真实情况，平台大多看不到。",
      "A household a row: true facts that do not change in a run, most of them unknown to the platform."
    ), key: ["id"],
    fields: [
      .count("id", unit: nil, "住户编号", "Number of the household"),
      .count(
        "county", unit: nil, "户籍所在县的代码", "Code of the county of registration", (520_000, 529_999)),
      .count("township", unit: nil, "县内乡镇序号", "Number of the township in its county"),
      .count("weight", unit: "households", "抽样前所代表的户数", "Households it stands for before sampling"),
      .count(
        "sample_group", unit: nil, "抽样误差用的散列组", "Hash group for the error of a sample", (0, 39)),
      .count(
        "flags", unit: nil, "按位：1 脱贫户，2 易地搬迁，4 无劳动力，8 参加医保，16 外出居住，32 有 50 岁以上务工者",
        "Bits: 1 formerly poor, 2 relocated, 4 no labour, 8 basic medical insurance, 16 lives elsewhere, 32 has a wage earner of 50 or older",
        (0, 63)),
      .count("persons", unit: "persons", "人口", "Members"),
      persons("males", "0_to_14", "男，0—14 岁"), persons("males", "15_to_44", "男，15—44 岁"),
      persons("males", "45_to_59", "男，45—59 岁"), persons("males", "from_60", "男，60 岁以上"),
      persons("females", "0_to_14", "女，0—14 岁"), persons("females", "15_to_44", "女，15—44 岁"),
      persons("females", "45_to_59", "女，45—59 岁"), persons("females", "from_60", "女，60 岁以上"),
      .count("workers", unit: "persons", "务工人数", "Wage earners"),
      .count("students_senior", unit: "persons", "高中生", "Students of senior secondary school"),
      .count("students_vocational", unit: "persons", "中职生", "Students of vocational school"),
      .count("students_college", unit: "persons", "大学生", "Students of college"),
      .count(
        "livelihood", unit: nil, "生计：0 务工，1 兼业，2 务农，3 无劳动力",
        "Lives on: 0 wages, 1 mixed, 2 farm, 3 no labour", (0, 3)),
      .count(
        "destination", unit: nil, "务工地：0 本地，1 省内，2 广东，3 浙江",
        "Wage earners work in: 0 the county, 1 the province, 2 Guangdong, 3 Zhejiang", (0, 3)),
      .count("residence", unit: nil, "常住市州的序号", "Index of the prefecture of residence"),
      .figure(
        "permanent_income", unit: "yuan/person/year at 2022", "持久收入", "Permanent income"),
      monthly("wage", "预期工资收入", "Expected wage income"),
      monthly("business", "预期经营净收入", "Expected net business income"),
      monthly("transfer", "养老金等稳定转移收入", "Pensions and other stable transfers"),
      monthly("property", "财产收入", "Property income"),
      yuan("savings", "期初存款", "Savings at the start"),
      yuan("assets", "期初生产性资产", "Productive assets at the start"),
      yuan("debt", "期初民间借款", "Informal debt at the start"),
      .figure(
        "admission_hazard", unit: "admissions/year", "预期住院次数", "Expected hospital admissions",
        (0, nil)),
      place("trait_allowance", "领取低保的意愿", "Take-up of the allowance"),
      place("trait_awareness", "政策知晓", "Awareness of policies"),
      place("trait_insurance", "参保意愿", "Take-up of insurance"),
      place("trait_credit", "信用", "Creditworthiness"),
    ] + Rollout.allCases.map { place("place_\($0.rawValue)", rollout($0).0, rollout($0).1) }
      + Product.allCases.map { product in
        .count(
          "product_\(product.rawValue)", unit: "1/255", "经营收入中的份额：\(product.rawValue)",
          "Share of business income: \(product.rawValue)", (0, 255))
      })

  /// Every household has a fixed place in each queue; coverage of a share takes those whose place is below it.
  private static func place(_ name: String, _ chinese: String, _ english: String) -> TableField {
    .count(
      name, unit: "1/65536", "固定次序：\(chinese)", "Fixed place in the order of: \(english)",
      (0, 65_535))
  }

  private static func rollout(_ rollout: Rollout) -> (String, String) {
    switch rollout {
    case .participation: ("参与特色产业", "participation in specialty industries")
    case .training: ("技能培训", "skills training")
    case .loan: ("生产贷款", "loans for production")
    case .dividend: ("土地分红", "land dividends")
    case .insurance: ("农业保险", "agricultural insurance")
    case .healthService: ("健康随访", "health service")
    case .eCommerce: ("电商", "e-commerce")
    case .village: ("村寨互助", "villages with mutual aid")
    }
  }

  /// Households of a panel: those of the population, with what each stands for.
  static let households: TableSchema = {
    let weight = TableField(
      "panel_weight", .number, unit: "households",
      "所代表的全体农户数：weight ÷ 样本份额 × 样本户数 ÷ 面板户数",
      "Households of the whole population that it stands for: weight / sample × households of the sample / households of the panel",
      (0, nil))
    return TableSchema(
      "households", title: (population.title.chinese, population.title.english),
      about: (
        population.about.chinese + "面板按编号的散列值抽取，即样本的简单随机子样本。",
        population.about.english
          + " Drawn by the hash of their numbers: a simple random part of the sample."
      ), key: population.primaryKey, fields: [weight] + population.fields
    ).referring([("county", "regions", "region")])
  }()
}
