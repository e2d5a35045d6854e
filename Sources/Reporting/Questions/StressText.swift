import Estimation
import Experiments
import Households

/// The words and digits of an answer about stress, in one language.
struct StressText: Sendable {
  let answer: CompletedStress
  let language: Language

  private var question: StressQuestion { answer.question }
  var isChinese: Bool { language == .chinese }

  func say(_ chinese: String, _ english: String) -> String { isChinese ? chinese : english }

  /// The rate of the question in words.
  var rate: String { ArticlesText.rate(question.rate)[language] }

  /// Title of a package.
  func package(_ number: Int) -> String { question.packages[number].title[language] }

  /// Title of an event.
  func event(_ number: Int) -> String { question.events[number].title[language] }

  /// A package under an event.
  func cell(_ package: Int, _ event: Int) -> String {
    say(
      "“\(self.package(package))”遇“\(self.event(event))”",
      "“\(self.package(package))” under “\(self.event(event))”")
  }

  /// Names in a list.
  func list(_ names: [String]) -> String { names.joined(separator: say("、", "; ")) }

  /// The years among which the worst is looked for.
  var years: String {
    let (first, last) = (question.years.lowerBound, question.years.upperBound)
    return first == last
      ? say("\(first)年", "\(first)") : say("\(first)—\(last)年", "\(first)–\(last)")
  }

  /// The limit, and where it comes from.
  var limit: String {
    let digits = NumberText.percent(answer.limit, decimals: 3)
    return switch question.limit {
    case .hard: say("方案刚性上限 \(digits)", "the plan's hard limit of \(digits)")
    case .stretch: say("方案力争上限 \(digits)", "the plan's stretch limit of \(digits)")
    case .rate: say("问题给定的上限 \(digits)", "the question's limit of \(digits)")
    }
  }

  /// Chance with which the limit ought to be kept.
  var probability: String { NumberText.percent(question.probability, decimals: 0) }

  // MARK: Figures with intervals

  /// A share with its interval, in per cent.
  func share(_ estimate: Estimate, decimals: Int = 3) -> String {
    NumberText.percent(estimate.mean, decimals: decimals) + " "
      + NumberText.percentInterval(estimate.lower95, estimate.upper95, decimals: decimals)
  }

  /// A share with its interval for a cell of a table: per cent without the sign.
  func cell(_ estimate: Estimate) -> String {
    let digits = { (share: Double) in NumberText.percentDigits(share, decimals: 3) }
    return "\(digits(estimate.mean)) [\(digits(estimate.lower95)), \(digits(estimate.upper95))]"
  }

  /// A difference in percentage points with its interval; a cell without one is the comparison with itself.
  func points(_ difference: PairedDifference?) -> String {
    guard let estimate = difference?.estimate else { return NumberText.missing }
    return "\(NumberText.points(estimate.mean)) [\(NumberText.points(estimate.lower95)), "
      + "\(NumberText.points(estimate.upper95))]"
  }

  /// A probability with its interval.
  func chance(_ interval: WilsonInterval) -> String {
    NumberText.probability(interval.probability) + " "
      + NumberText.probabilityInterval(interval.lower95, interval.upper95)
  }

  /// A level with its interval, per cent without the sign; an open end is infinite for all the sample tells.
  func cell(_ level: ReturnLevel) -> String {
    let digits = { (share: Double) in NumberText.percentDigits(share, decimals: 3) }
    let ends =
      "[\(level.lower95.map(digits) ?? "0"), \(level.upper95.map(digits) ?? say("无上界", "open"))]"
    return "\(digits(level.level)) \(ends)" + (level.isRough ? " *" : "")
  }

  /// A level with its interval for a sentence.
  func level(_ level: ReturnLevel) -> String {
    let digits = { (share: Double) in NumberText.percentDigits(share, decimals: 3) }
    return digits(level.level) + NumberText.space + "% "
      + "[\(level.lower95.map(digits) ?? "0"), \(level.upper95.map(digits) ?? say("无上界", "open"))]"
      + NumberText.space + "%"
  }

  /// Money in 亿元 or billion yuan, with its interval.
  func cost(_ estimate: Estimate) -> String {
    let unit = isChinese ? 1e8 : 1e9
    let digits = { (yuan: Double) in
      NumberText.fixed(yuan / unit, decimals: isChinese ? 1 : 2, grouped: true)
    }
    return "\(digits(estimate.mean)) [\(digits(estimate.lower95)), \(digits(estimate.upper95))]"
  }

  /// Unit of `cost`.
  var costUnit: String { say("亿元", "billion yuan") }

  // MARK: Settings

  /// What is raised, in words.
  func name(_ factor: Factor) -> String {
    let from = factor.from.map { say("（自 \($0) 起）", " (from \($0))") } ?? ""
    return factor.title[language] + from
  }

  private func isMoney(_ factor: Factor) -> Bool { factor.unit.hasPrefix("yuan") }

  /// Divisor of a setting on an axis.
  func scale(_ factor: Factor) -> Double {
    isMoney(factor) && factor.valid.upperBound >= 1e8 ? (isChinese ? 1e8 : 1e9) : 1
  }

  /// Unit of a setting on an axis.
  func unit(_ factor: Factor) -> String {
    if scale(factor) > 1 {
      let isYearly = factor.unit == "yuan per year"
      return costUnit + (isYearly ? say("/年", " a year") : "")
    }
    // Units are declared in English; a Chinese reader has the name of what is set.
    return isChinese ? (factor.unit == "share" ? "比例" : "") : factor.unit
  }

  /// A setting with its unit.
  func setting(_ value: Double, _ factor: Factor) -> String {
    let unit = unit(factor)
    return NumberText.brief(value / scale(factor))
      + (unit.isEmpty ? "" : NumberText.space + unit)
  }

  /// Name of an axis of settings.
  func axis(_ factor: Factor) -> String {
    let unit = unit(factor)
    return name(factor) + (unit.isEmpty ? "" : say("（\(unit)）", " (\(unit))"))
  }

  private func end(_ crossing: MonotoneRoot.Crossing, _ hold: StressHold, _ factor: Factor)
    -> String
  {
    switch crossing {
    case .atSmallest: "≤ " + NumberText.brief(hold.present / scale(factor))
    case .at(let value): NumberText.brief(value / scale(factor))
    case .beyondLargest: "> " + NumberText.brief(hold.root.bracket.upperBound / scale(factor))
    }
  }

  /// What is needed, with its interval; without one where all of it is alike.
  func needed(_ hold: StressHold, _ factor: Factor) -> String {
    let root = hold.root
    let isAlike = root.lower == root.crossing && root.upper == root.crossing
    let ends = " [\(end(root.lower, hold, factor)), \(end(root.upper, hold, factor))]"
    let words =
      switch root.crossing {
      case .atSmallest:
        say("不需再增加", "nothing more is needed") + " (\(setting(hold.present, factor)))"
      case .at(let value): setting(value, factor)
      case .beyondLargest:
        say(
          "\(setting(root.bracket.upperBound, factor))仍不够",
          "even \(setting(root.bracket.upperBound, factor)) is not enough")
      }
    return isAlike ? words : words + ends
  }
}
