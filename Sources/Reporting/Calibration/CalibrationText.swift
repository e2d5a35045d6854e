import Estimation
import Experiments
import Households

/// `calibration.md` and the lines on the terminal: what was fitted, what came out, what cannot be had
/// together.
public struct CalibrationText {
  private let completed: CompletedCalibration
  private let language: Language
  private var plan: CalibrationPlan { completed.plan }

  private init(_ completed: CompletedCalibration, _ language: Language) {
    self.completed = completed
    self.language = language
  }

  /// The report in both languages.
  static func report(_ completed: CompletedCalibration) -> String {
    [Language.chinese, .english].map { CalibrationText(completed, $0).text }
      .joined(separator: "\n---\n\n")
  }

  /// The table of moments for a terminal, and the size of the ensemble.
  public static func summary(_ completed: CompletedCalibration, language: Language) -> String {
    let text = CalibrationText(completed, language)
    return text.momentTable + "\n" + text.sizeLine + "\n"
  }

  private func say(_ chinese: String, _ english: String) -> String {
    BilingualText(chinese: chinese, english: english)[language]
  }

  private var text: String {
    let scenario = completed.scenario[language]
    return """
      # \(plan.title[language])

      \(say("情景：", "Scenario: "))\(scenario) (`\(completed.scenarioName)`)

      \(method)

      \(sizeLine)

      ## \(say("矩：目标与所得", "Moments: target and achieved"))

      \(momentTable)
      \(say(
        "所得为集合的加权均值和 95 % 区间；“差”以容差为单位。", 
        "Achieved is the weighted mean of the ensemble with its 95 % interval; the distance is in tolerances."
      ))

      \(sources)
      ## \(say("哪个参数决定哪个矩", "Which parameter answers which moment"))

      \(answers)
      ## \(say("不能同时满足的矩", "Moments that cannot be met together"))

      \(conflicts)
      ## \(say("参数：先验与后验", "Parameters: before and after"))

      \(parameters)
      """
  }

  private var method: String {
    let d = plan.design
    return say(
      "历史匹配，\(d.waves) 轮，每轮至多 \(d.draws) 组参数，每组 \(d.replications) 种可能的未来（各组相同），"
        + "农户样本 \(NumberText.percent(d.sample, decimals: 2))，种子 \(d.seed)。"
        + "未列入的参数保持声明值。反事实情景使用同一集合，不按情景重新校准。",
      "History matching in \(d.waves) waves of at most \(d.draws) sets of parameters, each over "
        + "\(d.replications) possible futures (the same for all), a sample of "
        + "\(NumberText.percent(d.sample, decimals: 2)) of the households, seed \(d.seed). "
        + "Parameters that are not listed keep their declared values. Counterfactuals use this "
        + "ensemble; nothing is re-tuned per scenario.")
  }

  private var sizeLine: String {
    let size = NumberText.fixed(completed.posterior.effectiveSize, decimals: 1)
    let count = completed.posterior.members.count
    let heaviest = NumberText.percent(completed.posterior.weights.max() ?? 0, decimals: 0)
    return say(
      "集合：\(count) 组参数，等效于 \(size) 组等权；最大的权重 \(heaviest)；共模拟 \(completed.points.count) 组。",
      "Ensemble: \(count) sets of parameters, worth \(size) equally weighted ones; largest weight "
        + "\(heaviest); \(completed.points.count) sets simulated in all.")
  }

  private func row(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |\n" }

  private func head(_ cells: [String]) -> String {
    row(cells) + row(cells.map { _ in "---" })
  }

  private func range(_ figures: SIMD3<Double>) -> String {
    "\(NumberText.brief(rounded(figures[0]))) "
      + "[\(NumberText.brief(rounded(figures[1]))), \(NumberText.brief(rounded(figures[2])))]"
  }

  /// Three significant digits are more than moments are known to.
  private func rounded(_ value: Double) -> Double {
    guard value.isFinite, value != 0 else { return value }
    var unit = 1.0
    while abs(value) / unit >= 1000 { unit *= 10 }
    while abs(value) / unit < 100 { unit /= 10 }
    return unit < 1
      ? (value / unit).rounded() / (1 / unit).rounded() : (value / unit).rounded() * unit
  }

  private var momentTable: String {
    let header = head([
      say("矩", "moment"), say("用途", "role"), say("目标", "target"), say("容差", "tolerance"),
      say("先验", "prior"), say("所得", "achieved"), say("差", "distance"), say("在容差内", "within"),
    ])
    let rows = completed.momentRows.map { entry in
      row([
        entry.moment.title[language],
        entry.moment.role == .fit ? say("拟合", "fit") : say("留出", "held out"),
        NumberText.brief(entry.moment.target), NumberText.brief(entry.moment.tolerance),
        range(entry.prior), range(entry.posterior),
        NumberText.fixed(entry.distance, decimals: 1),
        entry.isWithin ? say("是", "yes") : say("否", "no"),
      ])
    }
    return header + rows.joined()
  }

  private var sources: String {
    plan.moments.map { moment in
      "* \(moment.title[language]): \(moment.quantity.meaning[language]); \(moment.source)\n"
    }.joined()
  }

  private var answers: String {
    let header = head([
      say("矩", "moment"), say("仿真器解释的方差", "emulated variance"),
      say("留一误差 / 容差", "left-out error / tolerance"),
      say("单独影响最大的参数", "parameters with the largest effects of their own"),
    ])
    let rows = plan.moments.indices.map { place in
      let emulator = completed.emulators[place]
      let ranked = plan.parameters.indices.sorted {
        (abs(completed.effects[place][$0]), $1) > (abs(completed.effects[place][$1]), $0)
      }
      let largest = ranked.prefix(4).filter { abs(completed.effects[place][$0]) >= 0.02 }
      let list = largest.map { input in
        let effect = completed.effects[place][input]
        return "`\(plan.parameters[input])` \(effect < 0 ? "↓" : "↑") "
          + NumberText.percent(abs(effect), decimals: 0)
      }
      return row([
        plan.moments[place].title[language], NumberText.percent(emulator.explained, decimals: 0),
        NumberText.fixed(emulator.error / plan.moments[place].tolerance, decimals: 2),
        list.isEmpty ? "—" : list.joined(separator: ", "),
      ])
    }
    return header + rows.joined()
      + say(
        "\n箭头：参数增大时矩上升或下降；百分数：该参数单独解释的、在先验范围内的方差份额。\n",
        "\nArrows: the moment rises or falls with the parameter; per cent: share of the variance within the "
          + "priors that the parameter accounts for alone.\n")
  }

  private var conflicts: String {
    let apart = completed.conflictRows.filter { $0.verdict == .apart || $0.verdict == .strained }
    let never = completed.momentRows.filter { entry in
      completed.conflictRows.contains {
        ($0.first.id == entry.moment.id && $0.nearestFirst > 1)
          || ($0.second.id == entry.moment.id && $0.nearestSecond > 1)
      }
    }
    var lines = never.map { entry in
      "* "
        + say(
          "\(entry.moment.title.chinese)：没有一组参数落在一个容差之内。",
          "\(entry.moment.title.english): no set of parameters is within one tolerance.") + "\n"
    }
    lines += apart.prefix(15).map { pair in
      let near = NumberText.fixed(pair.nearestBoth, decimals: 1)
      return "* "
        + say(
          "\(pair.first.title.chinese) 与 \(pair.second.title.chinese)：最接近的一组参数仍有一个差 \(near) 个容差。",
          "\(pair.first.title.english) and \(pair.second.title.english): the nearest set of parameters "
            + "misses one of them by \(near) tolerances.") + "\n"
    }
    let none = say(
      "没有：每一对矩都有一组参数同时落在一个容差之内。",
      "None: for each pair a set of parameters is within one tolerance of both.")
    return lines.isEmpty ? none + "\n" : lines.joined()
  }

  private var parameters: String {
    let header = head([
      say("参数", "parameter"), say("先验均值（95 %）", "prior mean (95 %)"),
      say("后验均值（95 %）", "posterior mean (95 %)"), say("保留的离散", "spread kept"),
    ])
    let rows = plan.parameters.indices.map { place in
      let (prior, posterior) = completed.spreads(place)
      let text = [prior, posterior].map {
        range(SIMD3($0.mean, $0.quantile(0.025), $0.quantile(0.975)))
      }
      return row(
        ["`\(plan.parameters[place])`"] + text
          + [NumberText.percent(posterior.deviation / prior.deviation, decimals: 0)])
    }
    return header + rows.joined()
  }
}
