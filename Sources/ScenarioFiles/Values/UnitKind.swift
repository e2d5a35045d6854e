import Households

/// What a unit measures, so far as a typed unit can be compared with a declared one.
enum UnitKind: String, Sendable {
  case money, share, months, days, years, persons, households, kilometres, other

  /// The kind of a declared unit such as `yuan per person and year`.
  init(declared unit: String) {
    let first = unit.lowercased().split { !$0.isLetter }.first.map(String.init) ?? ""
    switch first {
    case "yuan": self = .money
    case "share", "chance", "probability", "fraction": self = .share
    case "month", "months": self = .months
    case "day", "days": self = .days
    case "year", "years": self = .years
    case "person", "persons", "people": self = .persons
    case "household", "households": self = .households
    case "km", "kilometre", "kilometres": self = .kilometres
    default: self = .other
    }
  }

  /// The kind of a unit that an author typed behind a number, such as `元` or `months`.
  init?(typed unit: String) {
    let word = unit.lowercased()
    let starts: [(String, UnitKind)] = [
      ("元", .money), ("人民币", .money), ("yuan", .money), ("cny", .money), ("rmb", .money),
      ("%", .share), ("‰", .share), ("per cent", .share), ("percent", .share),
      ("个月", .months), ("月", .months), ("month", .months), ("天", .days), ("日", .days),
      ("day", .days), ("年", .years), ("year", .years), ("人", .persons), ("person", .persons),
      ("people", .persons), ("户", .households), ("household", .households),
      ("公里", .kilometres), ("千米", .kilometres), ("km", .kilometres),
    ]
    guard let kind = starts.first(where: { word.hasPrefix($0.0) })?.1 else { return nil }
    self = kind
  }

  /// Whether a typed unit is a way of writing per cent or per mille; its divisor.
  static func percentDivisor(_ unit: String) -> Double? {
    let word = unit.lowercased()
    if word.hasPrefix("‰") { return 1000 }
    return ["%", "per cent", "percent"].contains { word.hasPrefix($0) } ? 100 : nil
  }
}

extension Parameter {
  /// Whether it is a share between 0 and 1 (or a change between −1 and 1).
  var isShare: Bool {
    UnitKind(declared: unit) == .share && valid.lowerBound >= -1 && valid.upperBound <= 1
  }
}

/// Names of units in Chinese, for readers.
enum UnitText {
  private static let words: [(english: String, chinese: String)] = [
    ("yuan per person and year", "元/人·年"), ("yuan per head and year", "元/人·年"),
    ("yuan per household and year", "元/户·年"), ("yuan per household", "元/户"),
    ("yuan per person and month", "元/人·月"), ("yuan per student and year", "元/生·年"),
    ("yuan per year", "元/年"), ("yuan per month", "元/月"), ("yuan per person", "元/人"),
    ("yuan", "元"), ("share per year", "每年占比"), ("share per month", "每月占比"),
    ("per person and year", "每人每年"), ("per worker and year", "每务工者每年"),
    ("per household and year", "每户每年"), ("per county and year", "每县每年"),
    ("per year", "每年"), ("per month", "每月"), ("share", "占比（0–1）"),
    ("chance per month", "每月概率"), ("chance per year", "每年概率"), ("chance", "概率"),
    ("probability", "概率"), ("ratio", "比值"), ("months", "月"), ("days", "天"), ("years", "年"),
    ("persons", "人"), ("households", "户"), ("visits per month", "次/月"), ("visits", "次"),
    ("km", "公里"), ("townships", "个乡镇"), ("1", "无量纲"), ("none", "无量纲"),
    ("multiple", "倍"), ("factor", "倍"), ("index", "指数"), ("count", "个"),
    ("mu", "亩"), ("mu per person", "亩/人"), ("yuan per mu", "元/亩"), ("yuan per km", "元/公里"),
    ("villages", "个村"), ("villages per km", "个村/公里"), ("month of the year", "月份"),
  ]

  /// Units of which the meaning of the number says the rest.
  private static let starts: [(english: String, chinese: String)] = [
    ("yuan", "元"), ("share", "占比（0–1）"), ("chance", "概率"), ("probability", "概率"),
    ("month", "月"), ("day", "天"), ("person", "人"), ("household", "户"), ("multiple", "倍"),
    ("times the declared", "声明值的倍数"), ("ratio", "比值"), ("correlation", "相关系数"),
    ("points of 100", "分（满分100）"),
    ("standard deviation", "标准差"), ("shape", "形状参数"), ("first shape", "形状参数"),
    ("second shape", "形状参数"), ("tail exponent", "尾指数"), ("elasticity", "弹性"),
    ("degrees of freedom", "自由度"), ("log points", "对数点"), ("logarithm", "对数"),
    ("jumps per year", "次/年"), ("events per", "次/年"), ("relative", "相对值"),
    ("income relative", "相对于月平均收入"), ("wage income relative", "相对于月平均工资收入"),
    ("gross income per yuan", "毛收入与净收入之比"), ("wage earners per household", "人/户"),
    ("students per household", "人/户"), ("visits per", "次/人·月"), ("per cent", "百分比之比"),
    ("weight", "权重"), ("score", "分值"), ("value of the indicator", "指标值"),
    ("number of a design", "方案编号"), ("yes (1) or no (0)", "是（1）或否（0）"),
  ]

  /// The unit in a language; the declared English words where no translation is known.
  static func text(_ unit: String, _ language: Language) -> String {
    guard language == .chinese else { return unit }
    if let words = words.first(where: { $0.english == unit.lowercased() }) { return words.chinese }
    return starts.first { unit.lowercased().hasPrefix($0.english) }?.chinese ?? unit
  }
}
