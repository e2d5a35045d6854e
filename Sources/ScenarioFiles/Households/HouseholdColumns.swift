import Households

/// The columns of a household table: the documented header in both languages.
struct HouseholdColumns {
  /// What a field must be.
  enum Kind: Sendable {
    case integer(ClosedRange<Int>)
    case number(ClosedRange<Double>, unit: String)
    case boolean
    /// One of several words, in English and Chinese, in the order of their raw values.
    case word([(english: String, chinese: String)])
    case county
    case prefecture
  }

  /// A column.
  struct Column: Sendable {
    let english: String
    let chinese: String
    let kind: Kind
    let isRequired: Bool
    let meaning: BilingualText
  }

  /// Chinese names of the products, in the order of `Product`.
  static let productNames = ["粮食", "蔬菜", "生猪", "肉牛", "茶叶", "辣椒", "水果", "中药材"]

  private static let money = Kind.number(0...1e8, unit: "yuan")
  private static let proportion = Kind.number(0...1e9, unit: "yuan, or shares")

  private static func column(
    _ english: String, _ chinese: String, _ kind: Kind, required: Bool = false,
    _ meaning: BilingualText
  ) -> Column {
    Column(
      english: english, chinese: chinese, kind: kind, isRequired: required, meaning: meaning)
  }

  private static func text(_ english: String, _ chinese: String) -> BilingualText {
    BilingualText(chinese: chinese, english: english)
  }

  /// All columns, in the order of the documentation.
  static let all: [Column] = identity + members + work + status + income + products + wealth

  private static let identity = [
    column(
      "id", "户编号", .integer(1...Int(UInt32.max)), required: true,
      text(
        "number of the household, unique in the table; no official number", "户的编号，在表中唯一；不得用身份证等号码")),
    column(
      "county_code", "县代码", .county, required: true,
      text("county of registration, code or name", "户籍所在县的代码或名称")),
    column(
      "township", "乡镇序号", .integer(0...9999), required: true,
      text(
        "number of the township in its county; at most 2,048 households each",
        "县内乡镇的序号，每个乡镇最多 2048 户")),
  ]

  private static let ages = ["0_14", "15_44", "45_59", "60_plus"]
  private static let chineseAges = ["0-14岁", "15-44岁", "45-59岁", "60岁以上"]

  private static let members: [Column] = ["males", "females"].enumerated().flatMap { sex, name in
    (0..<4).map { age in
      let label = (sex == 0 ? "男" : "女") + chineseAges[age]
      return column(
        "\(name)_\(ages[age])", label, .integer(0...20), required: true,
        text("\(name) aged \(ages[age].replacing("_", with: " "))", "\(label)人数"))
    }
  }

  private static let work = [
    column(
      "workers", "务工人数", .integer(0...3), required: true,
      text("wage earners; write 3 for three or more", "有工资收入的人数，三人及以上写 3")),
    column(
      "students_senior", "高中生人数", .integer(0...9),
      text("students in senior secondary school", "普通高中在校生")),
    column(
      "students_vocational", "中职生人数", .integer(0...9),
      text("students in vocational school", "中等职业学校在校生")),
    column("students_college", "大学生人数", .integer(0...9), text("students in college", "高等学校在校生")),
    column(
      "livelihood", "生计类型",
      .word([("wage", "务工"), ("mixed", "兼业"), ("farm", "务农"), ("no_labour", "无劳动力")]),
      required: true, text("what the household mainly lives on", "主要生计")),
    column(
      "destination", "务工地",
      .word([
        ("local", "本地"), ("elsewhere_in_province", "省内"), ("guangdong", "广东"),
        ("zhejiang", "浙江"),
      ]), text("where the wage earners work; local by default", "务工地点，缺省为本地")),
    column(
      "older_worker", "有50岁以上务工者", .boolean,
      text("at least one wage earner is 50 or older; no by default", "至少一名务工者年满 50 岁，缺省为否")),
    column(
      "residence", "居住市州", .prefecture,
      text("prefecture where the household lives; by default that of its county", "居住的市州，缺省为户籍所在市州")
    ),
    column(
      "lives_elsewhere", "外出居住", .boolean,
      text(
        "works and lives away from the county of registration; no by default", "在户籍县以外工作和居住，缺省为否")),
  ]

  private static let status = [
    column(
      "formerly_poor", "脱贫户", .boolean, required: true,
      text("registered as poor before 2020 and lifted since", "建档立卡后已脱贫")),
    column(
      "relocated", "易地搬迁", .boolean,
      text("moved under the relocation programme; no by default", "易地扶贫搬迁户，缺省为否")),
    column(
      "insured", "参保", .boolean,
      text("enrolled in basic medical insurance; yes by default", "参加基本医疗保险，缺省为是")),
  ]

  private static let income = [
    column(
      "permanent_income", "人均纯收入", .number(0...1_000_000, unit: "yuan per person and year"),
      required: true,
      text("usual income a person and year at the level of 2022, yuan", "常年人均纯收入，2022 年水平，元")),
    column(
      "wage_income", "工资性收入", proportion, required: true,
      text(
        "wage income in yuan or as a share; only the proportions of the four are used",
        "元或占比；四项只用其比例")),
    column(
      "business_income", "经营净收入", proportion, required: true,
      text("net business income, as above", "同上")),
    column(
      "transfer_income", "转移净收入", proportion, required: true, text("net transfers, as above", "同上")),
    column(
      "property_income", "财产净收入", proportion, required: true,
      text("net property income, as above", "同上")),
  ]

  private static let products: [Column] = Product.allCases.map {
    column(
      "product_\($0.rawValue)", productNames[$0.index] + "收入", proportion,
      text(
        "business income from \($0.rawValue), proportion; by default as usual in the county",
        "该产品的经营收入，只用比例；都不写时按本县产业结构"))
  }

  private static let wealth = [
    column("savings", "存款", money, required: true, text("liquid savings, yuan", "可动用存款，元")),
    column("assets", "生产性资产", money, required: true, text("productive assets, yuan", "生产性资产，元")),
    column("debt", "民间借款", money, text("informal debt, yuan; 0 by default", "民间借款，元，缺省为 0")),
    column(
      "weight", "权重", .integer(1...255),
      text("households it stands for; 1 by default", "代表的户数，缺省为 1")),
  ]
}

/// Columns that identify a person, which a household table must not have.
enum PersonalColumns {
  private static let exact: Set<String> = [
    "name", "full_name", "surname", "idcard", "id_card", "id_number", "identity_card", "phone",
    "telephone", "mobile", "address", "email", "wechat", "bank_account", "bank_card", "passport",
    "birth_date", "birthday", "date_of_birth", "latitude", "longitude", "gps",
  ]
  private static let parts = [
    "身份证", "姓名", "户主", "电话", "手机", "住址", "地址", "门牌", "银行", "账号", "卡号", "微信", "邮箱",
    "护照", "出生日期", "生日", "证件号", "社保号", "经度", "纬度", "照片", "指纹",
  ]

  /// Whether a header names something that identifies a person.
  static func contains(_ header: String) -> Bool {
    let word = header.lowercased().replacing(" ", with: "_").replacing("-", with: "_")
    if exact.contains(word) { return true }
    let pieces = Set(word.split(separator: "_").map(String.init))
    if !pieces.isDisjoint(with: ["name", "phone", "mobile", "address", "email", "idcard"]) {
      return true
    }
    return parts.contains { header.contains($0) }
  }
}
