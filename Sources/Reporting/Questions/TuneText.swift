import Estimation
import Experiments
import Foundation
import Households
import Simulation

/// The words and digits of an answer about alerts, in one language.
struct TuneText: Sendable {
  let answer: CompletedTuning
  let language: Language

  private var question: TuneQuestion { answer.question }

  func say(_ chinese: String, _ english: String) -> String {
    language == .chinese ? chinese : english
  }

  /// The rate of the question in words.
  var rate: String { ArticlesText.rate(question.rate)[language] }

  // MARK: Names

  func name(_ design: TuneQuestion.Design) -> String {
    switch design {
    case .income: say("收入法", "Income")
    case .fourLooks: say("四看法", "Four looks")
    case .twelveIndicators: say("十二指标", "Twelve indicators")
    case .twentyVariables: say("二十变量", "Twenty variables")
    case .threeDimensions: say("收入+资产+能力", "Income, assets, ability")
    case .expectedPoverty: say("预期贫困脆弱性", "Expected poverty")
    }
  }

  func name(_ part: TunedMisses.Part) -> String {
    switch part {
    case .type(let livelihood, let isFormerlyPoor):
      (isFormerlyPoor ? say("脱贫户，", "Formerly poor, ") : say("一般农户，", "Others, "))
        + name(livelihood)
    case .prefecture(let index): place(index)
    }
  }

  private func name(_ livelihood: Livelihood) -> String {
    switch livelihood {
    case .wage: say("靠工资", "wages")
    case .mixed: say("工资与经营并重", "wages and business")
    case .farm: say("靠农业", "farming")
    case .noLabour: say("无劳动力", "nobody can work")
    }
  }

  private func place(_ prefecture: Int) -> String {
    let one = question.baseline.scenario.geography.prefectures[prefecture]
    return say(one.name, one.latinName)
  }

  func name(_ counties: TunedGroup.Counties) -> String {
    switch counties {
    case .prefecture(let index): place(index)
    case .key(true): say("乡村振兴重点帮扶县", "Key counties")
    case .key(false): say("其他县", "Not key counties")
    case .formerlyPoor(true): say("原贫困县", "Formerly poor counties")
    case .formerlyPoor(false): say("非贫困县", "Never poor counties")
    }
  }

  func name(_ effect: CompletedTuning.Effect) -> String {
    let years = "\(question.years.lowerBound)–\(question.rate.year)"
    return switch effect.figure {
    case .rate:
      effect.name.hasPrefix("need")
        ? say(
          "\(question.rate.year) 年末不计帮扶低于返贫线的比例（%）",
          "Below the return line without assistance at the end of \(question.rate.year) (%)")
        : say("\(rate)（%）", "\(rate) (%)")
    case .finding(.visits, _, _): say("走访户数，\(years) 合计", "Visits, \(years)")
    case .finding(.alertsFromIndex, _, _):
      say("指数预警户数，\(years) 合计", "Alerts of the index, \(years)")
    case .finding(.missed, _, _):
      say("年末未识别的困难户，\(years) 逐年合计", "In need and not found on 31 December, summed over \(years)")
    case .finding(.falseInclusions, _, _):
      say("误识别户数，\(years) 合计", "Recognised without need, \(years)")
    case .publicCost: say("财政支出（亿元），\(years) 合计", "Public spending (billion yuan), \(years)")
    default: effect.name
    }
  }

  // MARK: Digits

  /// A share with its interval, such as `62.1 % [60.0, 64.2] %`.
  func share(_ figure: RatioEstimate) -> String {
    NumberText.percent(figure.ratio, decimals: 1) + " " + interval(figure)
  }

  /// The interval of a share, within 0 and 1.
  private func interval(_ figure: RatioEstimate) -> String {
    guard let interval = figure.interval else { return "[\(NumberText.missing)]" }
    return NumberText.percentInterval(
      max(0, interval.lowerBound), min(1, interval.upperBound), decimals: 1)
  }

  /// A difference of shares in percentage points with its interval.
  func points(_ figure: RatioEstimate) -> String {
    let digits = { (share: Double) in NumberText.fixed(share * 100, decimals: 2) }
    guard let interval = figure.interval else {
      return digits(figure.ratio) + " [\(NumberText.missing)]"
    }
    return
      "\(digits(figure.ratio)) [\(digits(interval.lowerBound)), \(digits(interval.upperBound))]"
  }

  /// Any quotient with its interval.
  func ratio(_ figure: RatioEstimate, times unit: Double = 1, decimals: Int = 2) -> String {
    let digits = { (value: Double) in NumberText.fixed(value * unit, decimals: decimals) }
    guard let interval = figure.interval else {
      return digits(figure.ratio) + " [\(NumberText.missing)]"
    }
    return
      "\(digits(figure.ratio)) [\(digits(interval.lowerBound)), \(digits(interval.upperBound))]"
  }

  func interval(_ figure: PercentileInterval, decimals: Int = 3) -> String {
    let digits = { (value: Double) in NumberText.fixed(value, decimals: decimals) }
    return "\(digits(figure.value)) [\(digits(figure.lower95)), \(digits(figure.upper95))]"
  }

  /// Households with their interval.
  func households(_ figure: Estimate) -> String {
    let digits = { (value: Double) in NumberText.whole(value) }
    return "\(digits(figure.mean)) [\(digits(figure.lower95)), \(digits(figure.upper95))]"
  }

  /// A threshold as a parameter.
  func threshold(_ value: Double?) -> String {
    value.map { ($0 < 0 ? "−" : "") + NumberText.brief($0.magnitude) } ?? NumberText.missing
  }

  /// The middle 95 % of the thresholds that resamples of the tuning futures would choose.
  func range(_ choice: ThresholdChoice, of design: TunedDesign) -> String {
    let cuts = [0.025, 0.975].map { share -> Int in
      var sum = 0.0
      for (cut, part) in choice.choices.enumerated() {
        sum += part
        if sum >= share { return cut }
      }
      return choice.choices.count - 1
    }
    let ends = cuts.map { threshold(design.cuts[$0].parameter) }
    return "[\(ends[0]), \(ends[1])]"
  }

  /// Figure, unit and digits of an effect: rates in per cent, money in 亿元 or billion yuan.
  func effect(_ effect: CompletedTuning.Effect) -> (String, String, String) {
    let (unit, decimals): (Double, Int) =
      switch effect.figure {
      case .rate: (0.01, 3)
      case .publicCost: language == .chinese ? (1e8, 1) : (1e9, 2)
      default: (1, 0)
      }
    func text(_ estimate: Estimate, isSigned: Bool = false) -> String {
      let digits = { (value: Double) in
        NumberText.fixed(value / unit, decimals: decimals, grouped: true)
      }
      let sign = isSigned && digits(estimate.mean).first != "−" && estimate.mean > 0 ? "+" : ""
      return
        "\(sign)\(digits(estimate.mean)) [\(digits(estimate.lower95)), \(digits(estimate.upper95))]"
    }
    return (
      text(effect.baseline), text(effect.recommended),
      text(effect.difference.estimate, isSigned: true)
    )
  }
}
