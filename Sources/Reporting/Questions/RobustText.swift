import Estimation
import Experiments
import Households

/// The words and digits of an answer about robustness, in one language.
struct RobustText: Sendable {
  let answer: CompletedRobust
  let language: Language

  private var question: RobustQuestion { answer.question }
  var isChinese: Bool { language == .chinese }

  func say(_ chinese: String, _ english: String) -> String { isChinese ? chinese : english }

  /// The rate of the question in words.
  var rate: String { ArticlesText.rate(question.rate)[language] }

  /// Title of a package.
  func package(_ number: Int) -> String { question.packages[number].title[language] }

  /// Title of an event.
  func event(_ number: Int) -> String { question.events[number].title[language] }

  /// Names in a list.
  func list(_ names: [String]) -> String { names.joined(separator: say("、", "; ")) }

  /// Name of a metric.
  func name(_ metric: RobustMetric) -> String {
    switch metric {
    case .mean: say("平均", "Mean")
    case .worst: say("最坏状态", "Worst state")
    case .quantile(let share):
      say("第 \(percent(share)) 百分位", "\(percent(share)) % quantile")
    case .tailMean(let share):
      say("最坏 \(percent(share)) % 的平均（CVaR）", "Mean of the worst \(percent(share)) % (CVaR)")
    case .hurwicz(let weight):
      say("赫维奇（悲观权重 \(percent(weight)) %）", "Hurwicz (weight of the worst \(percent(weight)) %)")
    case .worstRegret: say("最大后悔值", "Largest regret")
    case .regretQuantile(let share):
      say("后悔值第 \(percent(share)) 百分位", "\(percent(share)) % quantile of the regret")
    case .undesirableDeviation: say("高出自身中位数的平均幅度", "Mean excess over its own median")
    }
  }

  private func percent(_ share: Double) -> String { NumberText.fixed(share * 100, decimals: 0) }

  /// A share with its interval, in per cent, such as `3.21 % [2.90, 3.60] %`.
  func rate(_ figure: ResampledFigure) -> String {
    NumberText.percent(figure.value) + " "
      + NumberText.percentInterval(figure.lower95, figure.upper95)
  }

  /// A share of states with its interval.
  func share(_ figure: ResampledFigure) -> String {
    NumberText.probability(figure.value) + " "
      + NumberText.probabilityInterval(figure.lower95, figure.upper95)
  }

  /// Yuan in 亿元 or billion yuan.
  func cost(_ yuan: Double) -> String {
    isChinese
      ? NumberText.fixed(yuan / 1e8, decimals: 1, grouped: true)
      : NumberText.fixed(yuan / 1e9, decimals: 2, grouped: true)
  }

  /// Unit of `cost`.
  var costUnit: String { say("亿元", "billion yuan") }

  /// A cost with its interval.
  func cost(_ figure: ResampledFigure) -> String {
    "\(cost(figure.value)) [\(cost(figure.lower95)), \(cost(figure.upper95))]"
  }

  // MARK: Conditions

  /// What counts as a failure.
  var failure: String {
    let limit = NumberText.percent(answer.limit)
    switch question.limit {
    case .rate:
      return say("\(rate)高于 \(limit)（问题规定）", "a \(rate) above \(limit) (set by the question)")
    case .quantile(let share):
      let text = percent(share)
      return say(
        "\(rate)高于 \(limit)（全部方案包和状态的第 \(text) 百分位，由问题规定；不是方案的上限）",
        "a \(rate) above \(limit) (the \(text) % quantile over all packages and states, as the question sets it; it is not the plan's limit)"
      )
    }
  }

  /// Whose failures conditions tell.
  func scope(_ boxes: FailureBoxes) -> String {
    boxes.package.map(package) ?? say("全部方案包", "All packages")
  }

  /// The limits of a box in words.
  func conditions(_ box: PrimBox, of boxes: FailureBoxes) -> String {
    box.restrictions.map { condition($0, boxes.factors[$0.factor]) }
      .joined(separator: say("，且", " and "))
  }

  /// One limit in words, such as `特旱减产率高于 28 %`.
  func condition(_ limit: PrimBox.Restriction, _ factor: FailureFactor) -> String {
    switch (factor, limit.limit) {
    case (.parameter(let parameter), .atLeast(let value)):
      let text = parameter.text(rounded(value), language: language)
      return say(
        "\(parameter.meaning.chinese)不低于 \(text)", "\(lowered(parameter)) of at least \(text)")
    case (.parameter(let parameter), .atMost(let value)):
      let text = parameter.text(rounded(value), language: language)
      return say(
        "\(parameter.meaning.chinese)不高于 \(text)", "\(lowered(parameter)) of at most \(text)")
    case (.event, .oneOf(let events)):
      return chosen(
        events, of: question.events.count, name: event, verb: say("发生：", "events: "),
        not: say("未发生：", "none of: "))
    case (.package, .oneOf(let packages)):
      return chosen(
        packages, of: question.packages.count, name: package, verb: say("采用：", "packages: "),
        not: say("未采用：", "any package but: "))
    default: return ""
    }
  }

  /// A meaning without its capital, for the middle of a sentence.
  private func lowered(_ parameter: Parameter) -> String {
    let text = parameter.meaning.english
    return "“\(text)”"
  }

  /// Three digits are enough for a limit that was found in some dozens of draws.
  private func rounded(_ value: Double) -> Double {
    guard value != 0, value.isFinite else { return value }
    var unit = 1.0
    while value.magnitude / unit >= 1000 { unit *= 10 }
    while value.magnitude / unit < 100 { unit /= 10 }
    return (value / unit).rounded() * unit
  }

  /// The shorter of naming what is inside and what is outside.
  private func chosen(
    _ inside: [Int], of count: Int, name: (Int) -> String, verb: String, not: String
  ) -> String {
    let outside = (0..<count).filter { !inside.contains($0) }
    return outside.count < inside.count
      ? not + list(outside.map(name)) : verb + list(inside.map(name))
  }

  /// Name of a factor.
  func name(_ factor: FailureFactor) -> String {
    switch factor {
    case .parameter(let parameter): parameter.meaning[language]
    case .event: say("冲击事件", "Event")
    case .package: say("方案包", "Package")
    }
  }
}
