import Households

/// Settings of factors and parameters for readers.
enum SettingText {
  /// A value in its unit, such as `10 亿元`, `30 %` or `2.5`.
  static func value(_ value: Double, unit: String, _ language: Language) -> String {
    if unit.hasPrefix("yuan") { return yuan(value, language) }
    if unit.hasPrefix("share") || unit.hasPrefix("chance"), value.magnitude <= 1 {
      return NumberText.brief(value * 100) + NumberText.space + "%"
    }
    return NumberText.brief(value)
  }

  private static func yuan(_ value: Double, _ language: Language) -> String {
    let space = NumberText.space
    switch (language, value.magnitude) {
    case (.chinese, 1e8...): return NumberText.brief(value / 1e8) + space + "亿元"
    case (.chinese, 1e4...): return NumberText.brief(value / 1e4) + space + "万元"
    case (.chinese, _): return NumberText.brief(value) + space + "元"
    case (.english, 1e6...):
      return NumberText.fixed(value / 1e6, decimals: value < 1e7 ? 1 : 0, grouped: true) + space
        + "million yuan"
    case (.english, _): return NumberText.fixed(value, decimals: 0, grouped: true) + space + "yuan"
    }
  }

  /// Name of a factor with its key's mechanism where it needs one, such as `Drought: in force`.
  static func name(_ factor: Factor, _ language: Language) -> String {
    switch factor.target {
    case .parameter: factor.title[language]
    case .scale:
      BilingualText(
        chinese: "\(factor.title.chinese)：强度倍数", english: "\(factor.title.english): strength")[
          language]
    case .enabled:
      BilingualText(
        chinese: "\(factor.title.chinese)：是否实施", english: "\(factor.title.english): in force")[
          language]
    }
  }

  /// A value of a factor.
  static func value(_ value: Double, of factor: Factor, _ language: Language) -> String {
    switch factor.target {
    case .parameter: self.value(value, unit: factor.unit, language)
    case .scale: "×" + NumberText.brief(value)
    case .enabled:
      (value >= 0.5
        ? BilingualText(chinese: "是", english: "yes") : BilingualText(chinese: "否", english: "no"))[
          language]
    }
  }

  /// Name of a theme: of its mechanism, or what its numbers are about.
  static func theme(_ name: String, _ language: Language) -> String {
    if let mechanism = Mechanism(rawValue: name) { return mechanism.name[language] }
    let known: [String: BilingualText] = [
      "lines": BilingualText(
        chinese: "贫困线、监测线和刚性支出", english: "Poverty lines and unavoidable spending"),
      "population": BilingualText(chinese: "农户构成与收入分布", english: "Households and their incomes"),
      "income": BilingualText(chinese: "收入增长与波动", english: "Growth and spread of incomes"),
      "product": BilingualText(chinese: "各类农产品", english: "Farm products"),
      "targets": BilingualText(chinese: "方案的指标", english: "Targets of the plan"),
      "measures": BilingualText(chinese: "统计口径", english: "Measures"),
    ]
    return known[name]?[language] ?? name
  }
}

extension SweepQuestion.Outcome {
  /// Name for readers, with its unit.
  func title(_ language: Language) -> String {
    switch self {
    case .rate(let rate):
      return BilingualText(
        chinese: "\(rate.year)年\(Self.name(rate.measure).chinese)（%）",
        english: "\(Self.name(rate.measure).english) of \(rate.year) (%)")[language]
    case .personYears(let measure, let years):
      return BilingualText(
        chinese: "\(Self.span(years).chinese)\(Self.name(measure).chinese)人年之和（万人年）",
        english:
          "Person-years, \(Self.name(measure).english.lowercased()), \(Self.span(years).english) (thousands)"
      )[language]
    case .publicCost(let years):
      return BilingualText(
        chinese: "\(Self.span(years).chinese)公共支出（亿元）",
        english: "Public spending \(Self.span(years).english) (million yuan)")[language]
    case .visits(let years):
      return BilingualText(
        chinese: "\(Self.span(years).chinese)入户核实（万次）",
        english: "Visits \(Self.span(years).english) (thousands)")[language]
    }
  }

  /// Name for the middle of a sentence, without a unit.
  func phrase(_ language: Language) -> String {
    let title = title(language)
    let cut = title.lastIndex(of: language == .chinese ? "（" : "(") ?? title.endIndex
    let text = title[..<cut]
    return text.hasSuffix(" ") ? String(text.dropLast()) : String(text)
  }

  static func name(_ measure: HeadlineRate.Measure) -> BilingualText {
    switch measure {
    case .stock: BilingualText(chinese: "年末返贫率", english: "Stock of return to poverty")
    case .flow: BilingualText(chinese: "当年新增返贫率", english: "Flow into return to poverty")
    case .recognised: BilingualText(chinese: "已识别新增返贫率", english: "Recognised return to poverty")
    case .need: BilingualText(chinese: "无帮扶时的返贫率", english: "Rate below the line without aid")
    }
  }

  private static func span(_ years: ClosedRange<Int>) -> BilingualText {
    years.count == 1
      ? BilingualText(chinese: "\(years.lowerBound)年", english: "of \(years.lowerBound)")
      : BilingualText(
        chinese: "\(years.lowerBound)—\(years.upperBound)年",
        english: "of \(years.lowerBound)–\(years.upperBound)")
  }

  /// What a figure is divided by for readers.
  func scale(_ language: Language) -> Double {
    switch self {
    case .rate: 0.01
    case .personYears, .visits: language == .chinese ? 1e4 : 1e3
    case .publicCost: language == .chinese ? 1e8 : 1e6
    }
  }

  /// A figure in the unit of the title.
  func text(_ value: Double, _ language: Language, signed: Bool = false) -> String {
    let decimals: Int
    switch self {
    case .rate: decimals = signed ? 3 : 2
    case .personYears, .visits, .publicCost: decimals = signed ? 2 : 1
    }
    let text = NumberText.fixed(value / scale(language), decimals: decimals, grouped: true)
    return signed && value > 0 && text.contains(where: { ("1"..."9").contains($0) })
      ? "+" + text : text
  }

  /// A figure with its interval, in the unit of the title.
  func text(
    _ value: Double, _ lower: Double, _ upper: Double, _ language: Language, signed: Bool = false
  ) -> String {
    guard value.isFinite else { return NumberText.missing }
    return "\(text(value, language, signed: signed)) [\(text(lower, language, signed: signed)), "
      + "\(text(upper, language, signed: signed))]"
  }
}
