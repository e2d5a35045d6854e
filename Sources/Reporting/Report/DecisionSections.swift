import Estimation
import Experiments
import Households

/// The sections of a comparison about the choice: which policy is the best, what each costs for what it keeps,
/// and what is not known.
struct DecisionSections {
  let answer: ComparisonAnswer
  let language: Language
  private var decision: PolicyDecision { answer.decision }

  init(_ answer: ComparisonAnswer, language: Language) {
    self.answer = answer
    self.language = language
  }

  private func say(_ chinese: String, _ english: String) -> String {
    BilingualText(chinese: chinese, english: english)[language]
  }

  private func title(_ policy: Int) -> String { decision.titles[policy][language] }

  private func section(_ heading: String, id: String, _ body: [Markup]) -> Markup {
    "<section id=\"\(id)\"><h2>\(heading)</h2>\(body)</section>\n"
  }

  /// All sections, in the order of reading.
  var markup: Markup {
    Markup([choice, worth] + (answer.information.map { [information($0)] } ?? []))
  }

  // MARK: The best

  private var choice: Markup {
    let sentences: [Markup] = answer.sentences(in: language).map { "<p>\($0)</p>\n" }
    return section(
      say("哪个方案最好", "Which is the best"), id: "choice",
      ["<div class=\"verdict\">\n\(sentences)</div>\n"] + decision.races.map(table)
        + [note(choiceNote)])
  }

  private func note(_ text: String) -> Markup { "<p class=\"note\">\(text)</p>\n" }

  private var choiceNote: String {
    let delta = NumberText.points(decision.choice.smallestDifference).drop { $0 == "+" }
    let level = NumberText.percent(1 - decision.choice.error, decimals: 0)
    return say(
      "各方案面对同样的未来。p 值经 Holm 校正；同时区间以 \(level) 的把握一并成立（Bonferroni）。选优用 Kim–Nelson 程序"
        + "（2001）：每增加一次未来，明显较差的方案出局；小于 \(delta) 个百分点的差别视为无关紧要。",
      "All policies meet the same futures. p-values are adjusted by Holm's method; simultaneous intervals hold "
        + "together with a chance of \(level) (Bonferroni). The best is selected by the procedure of Kim and Nelson "
        + "(2001): with every further future a policy that is clearly worse drops out; differences below "
        + "\(delta) points do not matter.")
  }

  private func table(_ race: PolicyDecision.Race) -> Markup {
    let rows: [[Markup]] = decision.names.indices.map { place in
      let rate = race.rates[place]
      var cells: [Markup] = ["\(title(place))", "\(cell(rate))"]
      if place == 0 {
        cells += [
          "\(NumberText.missing)", "\(NumberText.missing)", "\(NumberText.missing)",
          "\(NumberText.missing)",
        ]
      } else {
        let difference = race.differences[place - 1]
        let all = race.comparisons
        cells += [
          "<b>\(NumberText.points(difference.estimate.mean))</b>",
          "\(interval(all.lower[place - 1], all.upper[place - 1]))",
          "\(probability(all.adjusted[place - 1]))",
          "\(NumberText.fixed(difference.replicationsSaved, decimals: 1))",
        ]
      }
      return cells + ["\(standing(race, place))"]
    }
    return ReportTable(
      caption: DecisionText.name(of: race.rate, language),
      header: [
        say("方案", "Policy"), say("期望值（%）", "Expected (%)"),
        say("与基准之差（百分点）", "Difference (points)"), say("同时区间", "Simultaneous interval"),
        say("校正后 p 值", "Adjusted p-value"), say("省下的重复次数（倍）", "Replications saved (times)"),
        say("选优", "Selection"),
      ], rows: rows
    ).markup
  }

  private func cell(_ estimate: Estimate) -> Markup {
    let digits = { NumberText.percentDigits($0) }
    let interval = "[\(digits(estimate.lower95)), \(digits(estimate.upper95))]"
    return "<b>\(digits(estimate.mean))</b> <span class=\"interval\">\(interval)</span>"
  }

  private func interval(_ lower: Double, _ upper: Double) -> String {
    "[\(NumberText.points(lower)),\u{00A0}\(NumberText.points(upper))]"
  }

  private func probability(_ value: Double) -> String {
    value < 0.001 ? "< 0.001" : NumberText.fixed(value, decimals: 3)
  }

  private func standing(_ race: PolicyDecision.Race, _ place: Int) -> String {
    let selection = race.selection
    if selection.best == place { return say("最好", "best") }
    if let dropped = selection.droppedAfter[place] {
      return say("第 \(dropped) 次未来后出局", "out after \(dropped) futures")
    }
    return place == selection.leader
      ? say("领先，未定", "leads, undecided") : say("未定", "undecided")
  }

  // MARK: Cost-effectiveness

  private var worth: Markup {
    section(
      say("成本效果", "Cost-effectiveness"), id: "cost-effectiveness",
      [figure(plane, planeCaption), worthTable, note(worthNote)])
  }

  private func figure(_ drawing: Markup, _ caption: String) -> Markup {
    "<figure>\(drawing)<figcaption>\(caption)</figcaption></figure>\n"
  }

  private var planeCaption: String {
    say(
      "成本效果平面：横轴为八年合计少返贫的人·年，纵轴为比基准多花的财政资金；十字为 95 % 区间（模拟误差）。实线连接不被其他方案胜过者。",
      "Cost-effectiveness plane: person-years kept above the line over all result years, and public spending "
        + "above the baseline's; crosses are 95 % intervals (simulation error). The line joins the policies that no "
        + "other beats.")
  }

  /// Money in units that a reader can say: 亿元, or million yuan.
  private var moneyUnit: Double { language == .chinese ? 1e8 : 1e6 }

  private var plane: Markup {
    func scaled(_ estimate: Estimate, _ unit: Double) -> ChartValue {
      ChartValue(
        estimate.mean / unit, lower: estimate.lower95 / unit, upper: estimate.upper95 / unit)
    }
    let origin = ScatterPlot.Point(
      across: ChartValue(0), up: ChartValue(0), label: title(0), tooltip: title(0))
    let points = decision.worths.enumerated().map { place, worth in
      ScatterPlot.Point(
        across: scaled(worth.kept.estimate, 1000), up: scaled(worth.cost.estimate, moneyUnit),
        label: title(place + 1), tooltip: title(place + 1),
        isHollow: standing(of: place + 1) != .efficient)
    }
    return ScatterPlot(
      points: [origin] + points,
      across: ChartAxis(title: say("少返贫（千人·年）", "Kept above the line (thousand person-years)")),
      up: ChartAxis(title: say("多花的财政资金（亿元）", "Further public spending (million yuan)")),
      hasQuadrants: true,
      frontier: decision.incrementalRatios.filter { $0.standing == .efficient }.map(\.policy)
    ).markup(label: planeCaption)
  }

  private func standing(of policy: Int) -> IncrementalRatio.Standing {
    decision.incrementalRatios.first { $0.policy == policy }?.standing ?? .dominated
  }

  private var worthTable: Markup {
    let rows: [[Markup]] = decision.incrementalRatios.map { row in
      guard row.policy > 0 else {
        return ["\(title(0))", "0", "0", "\(NumberText.missing)", "\(words(row))"]
      }
      let worth = decision.worths[row.policy - 1]
      return [
        "\(title(row.policy))", amount(worth.kept.estimate, 1, decimals: 0),
        amount(worth.cost.estimate, moneyUnit, decimals: language == .chinese ? 2 : 0),
        "\(each(worth))", "\(words(row))",
      ]
    }
    return ReportTable(
      caption: say("与基准相比，八年合计", "Against the baseline, over all result years"),
      header: [
        say("方案（按成本）", "Policy (by cost)"), say("少返贫（人·年）", "Kept (person-years)"),
        say("财政资金（亿元）", "Public money (million yuan)"), say("元/人·年", "Yuan each"),
        say("取舍", "Standing"),
      ], rows: rows
    ).markup
  }

  private func amount(_ estimate: Estimate, _ unit: Double, decimals: Int) -> Markup {
    let text = { (value: Double) in
      NumberText.fixed(value / unit, decimals: decimals, grouped: true)
    }
    return """
      <b>\(text(estimate.mean))</b> \
      <span class="interval">[\(text(estimate.lower95)), \(text(estimate.upper95))]</span>
      """
  }

  private func each(_ worth: PolicyDecision.Worth) -> String {
    if worth.cost.estimate.upper95 < 0 { return say("省钱", "saves money") }
    guard let interval = worth.costPerPersonYear.interval else {
      return say("无有界区间", "no bounded interval")
    }
    return "\(NumberText.whole(worth.costPerPersonYear.ratio)) "
      + "[\(NumberText.whole(interval.lowerBound)), \(NumberText.whole(interval.upperBound))]"
  }

  private func words(_ row: IncrementalRatio) -> String {
    switch row.standing {
    case .dominated: return say("有方案花钱不多而效果不差", "another costs no more and keeps no fewer")
    case .dominatedByExtension: return say("不如另两个方案的组合", "a mixture of two others is better")
    case .efficient:
      guard let other = row.comparedWith, let ratio = row.ratio else {
        return say("花钱最少", "the cheapest")
      }
      let yuan = NumberText.whole(ratio)
      return say(
        "比“\(title(other))”每多 1 人·年 \(yuan) 元",
        "\(yuan) yuan per further person-year than “\(title(other))”")
    }
  }

  private var worthNote: String {
    say(
      "人·年以每年 12 月 31 日是否处于返贫状态计。财政资金含医保基金、财政预算、防贫资金和县级财政；保险公司的赔付由保费支付，不重复计。"
        + "元/人·年的区间按 Fieller 法。各方案的钱是全体支出之差，多数花在本来就不会返贫的人身上。",
      "A person-year is a person not in return to poverty on 31 December. Public money is that of the medical "
        + "insurance funds, state and county budgets and the anti-poverty fund; insurers' claims are paid by premiums "
        + "and not counted twice. Intervals of yuan per person-year by Fieller's method. Most of the money goes to "
        + "people who would not have returned to poverty.")
  }

  // MARK: What is not known

  private func information(_ information: ValueOfInformation) -> Markup {
    let caption = say(
      "可接受曲线：在多大比例的参数抽样中，该方案的净效益最大。",
      "Acceptability: share of draws of the parameters in which a policy has the largest net benefit."
    )
    let unknown = say(
      "完全信息的期望价值（EVPI）。", "Expected value of perfect information (EVPI).")
    return section(
      say("参数的不确定性与信息的价值", "Uncertain parameters and the value of information"),
      id: "information",
      [
        figure(acceptability(information).markup(label: caption), caption),
        figure(perfect(information).markup(label: unknown), unknown),
        numbers(information), note(informationNote(information)),
      ])
  }

  private func axis(_ title: String) -> ChartAxis { ChartAxis(title: title) }

  private var acrossTitle: String { say("每人·年的价值（千元）", "Value of a person-year (thousand yuan)") }

  private func acceptability(_ information: ValueOfInformation) -> LineChart {
    // Lines of policies that are never the best in a tenth of draws would hide the others.
    let shown = information.names.indices.filter { place in
      information.curve.contains { $0.acceptability[place] >= 0.1 }
    }
    let lines = shown.map { place in
      LineChart.Series(
        label: information.titles[place][language],
        points: information.curve.map {
          LineChart.Point(at: $0.willingness / 1000, figure: ChartValue($0.acceptability[place]))
        })
    }
    let frontier = LineChart.Series(
      label: say("最优方案（前沿）", "Best by expectation (frontier)"),
      points: information.curve.map {
        LineChart.Point(at: $0.willingness / 1000, figure: ChartValue($0.bestAcceptability))
      })
    return LineChart(
      series: lines + [frontier], across: axis(acrossTitle),
      up: ChartAxis(
        title: say("抽样的比例（%）", "Share of draws (%)"), text: ChartAxis.percent,
        covers: [0, 1]))
  }

  private func perfect(_ information: ValueOfInformation) -> LineChart {
    let line = LineChart.Series(
      label: "EVPI",
      points: information.curve.map { point in
        let reach = Estimator.halfWidth(
          variance: point.perfectInformationError * point.perfectInformationError)
        let value = point.perfectInformation
        return LineChart.Point(
          at: point.willingness / 1000,
          figure: ChartValue(
            value / moneyUnit, lower: max(0, value - reach) / moneyUnit,
            upper: (value + reach) / moneyUnit))
      })
    return LineChart(
      series: [line], across: axis(acrossTitle),
      up: ChartAxis(
        title: say("亿元（八年合计）", "Million yuan (all result years)"), includesZero: true))
  }

  private func numbers(_ information: ValueOfInformation) -> Markup {
    let value = NumberText.whole(information.valueOfPersonYear)
    return ReportTable(
      caption: say(
        "先弄清一个数的价值（EVPPI，每人·年值 \(value) 元时）",
        "Value of knowing one number (EVPPI, at \(value) yuan a person-year)"),
      header: [
        say("参数", "Parameter"), say("价值（百万元）", "Value (million yuan)"),
        say("标准误", "Standard error"),
      ],
      rows: information.numbers.map { row in
        [
          "<code>\(row.name)</code>", "\(NumberText.whole(row.value.value / 1e6))",
          "\(NumberText.whole(row.value.standardError / 1e6))",
        ]
      }, style: "short"
    ).markup
  }

  private func informationNote(_ information: ValueOfInformation) -> String {
    say(
      "\(information.draws) 次参数抽样，每次 \(information.futures) 种未来；所有方案用同样的抽样和未来。净效益＝价值 × 少返贫的人·年 −"
        + " 财政资金。单个参数的价值按 Strong 与 Oakley（2013）分组法，已减去同法对打乱次序的参数所得之值；不到两倍标准误的视为看不出。",
      "\(information.draws) draws of the parameters with \(information.futures) futures each, the same for all "
        + "policies. Net benefit = value × person-years kept − public money. Values of single parameters by the sorted "
        + "blocks of Strong and Oakley (2013), less what the same method gives for a shuffled parameter; below two "
        + "standard errors nothing can be seen.")
  }
}
