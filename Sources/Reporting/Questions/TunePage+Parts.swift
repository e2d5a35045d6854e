import Estimation
import Experiments
import Households

extension TunePage {
  // MARK: Costs

  var costSection: QuestionSection {
    let ratio = NumberText.percent(question.costs.ratio, decimals: 1)
    return QuestionSection(
      id: "costs", heading: BilingualText(chinese: "错误的代价", english: "What mistakes cost"),
      pieces: [
        .figure(
          caption: BilingualText(
            chinese: "净收益：每千户多找到的困难户，扣除虚警的代价；横轴为一次走访的费用与所避免损失之比，虚线为问题规定的 \(ratio)。阈值在另一部分未来上选定",
            english:
              "Net benefit: households in need found per thousand, less what false alarms cost, by the cost of a visit over the loss it spares; dashed: the question's \(ratio). Thresholds were chosen on the other futures"
          ), { self.benefitChart($0) }),
        .figure(
          caption: BilingualText(
            chinese: "成本曲线：错误的期望代价（占最大代价的 %），越低越好；横轴为漏户在最大代价中的比重",
            english:
              "Cost curves: expected cost of mistakes (per cent of the largest), lower is better, by the share of missed households in it"
          ), { self.costChart($0) }),
        .table { self.costTable($0) },
      ])
  }

  private func value(_ figure: PercentileInterval, unit: Double) -> ChartValue {
    ChartValue(
      figure.value / unit, lower: figure.lower95 / unit, upper: figure.upper95 / unit)
  }

  private func line(
    _ label: String, _ points: [TunedDesign.CurvePoint], unit: Double,
    _ figure: (TunedDesign.CurvePoint) -> ChartValue
  ) -> LineChart.Series {
    LineChart.Series(
      label: label, points: points.map { LineChart.Point(at: $0.at * 100, figure: figure($0)) })
  }

  private func curves(
    _ text: TuneText, _ points: (TunedDesign) -> [TunedDesign.CurvePoint], unit: Double,
    nobody: (Double) -> Double
  ) -> [LineChart.Series] {
    let own = answer.designs.map { design in
      line(text.name(design.design), points(design), unit: unit) {
        self.value($0.score, unit: unit)
      }
    }
    let common = points(answer.best)
    return own + [
      line(text.say("全部走访", "Everybody"), common, unit: unit) { self.value($0.all, unit: unit) },
      line(text.say("一户不走访", "Nobody"), common, unit: unit) {
        ChartValue(nobody($0.at) / unit)
      },
    ]
  }

  private func benefitChart(_ language: Language) -> Markup {
    let text = text(language)
    var lines = curves(text, \.benefits, unit: 0.001) { _ in 0 }
    // Visiting everybody loses without limit as visits get dearer; the rest of the chart would be flat.
    let all = lines.count - 2
    let floor = -(lines.dropLast(2).flatMap(\.points).map(\.figure.value).max() ?? 1) / 2
    lines[all].points = lines[all].points.filter { $0.figure.value > floor }
    return LineChart(
      series: lines,
      across: ChartAxis(
        title: text.say("走访费用与避免的损失之比（%）", "Cost of a visit over the loss it spares (per cent)")),
      up: ChartAxis(title: text.say("净收益（每千户）", "Net benefit (per thousand)")),
      acrossMarks: [
        ChartMark(
          value: question.costs.ratio * 100, label: text.say("问题规定", "The question's"))
      ]
    ).markup(label: text.say("净收益", "Net benefit"))
  }

  private func costChart(_ language: Language) -> Markup {
    let text = text(language)
    return LineChart(
      series: curves(text, \.costs, unit: 0.01) { $0 },
      across: percentAxis(text.say("漏户的比重（%）", "Share of missed households (per cent)")),
      up: percentAxis(text.say("期望代价（%）", "Expected cost (per cent)"))
    ).markup(label: text.say("成本曲线", "Cost curves"))
  }

  private func costTable(_ language: Language) -> ReportTable {
    let text = text(language)
    let rows: [[Markup]] = answer.designs.map { design in
      let (choice, cut) = (design.byCost, design.cuts[design.byCost.cut])
      let benefit = choice.netBenefit.map {
        NumberText.fixed($0.value * 1000, decimals: 2) + " ["
          + NumberText.fixed($0.lower95 * 1000, decimals: 2) + ", "
          + NumberText.fixed($0.upper95 * 1000, decimals: 2) + "]"
      }
      return [
        "\(text.name(design.design))", "\(text.threshold(cut.parameter))",
        "\(text.range(choice, of: design))", "\(text.households(cut.alerts))",
        "\(text.share(cut.sensitivity))", "\(benefit ?? NumberText.missing)",
        "\(NumberText.fixed((choice.optimism ?? .nan) * 1000, decimals: 2))",
      ]
    }
    return ReportTable(
      caption: text.say("代价最小的阈值（不受走访能力限制）", "Thresholds of least cost (whatever the capacity)"),
      header: [
        text.say("指数", "Index"), text.say("阈值", "Threshold"),
        text.say("重抽后 95 % 的阈值", "95 % of resampled choices"),
        text.say("每半年预警户数", "Alerts per half-year"), text.say("找到困难户", "Finds of those in need"),
        text.say("净收益（每千户）", "Net benefit (per thousand)"),
        text.say("选定时高估", "Better where chosen, by"),
      ], rows: rows, style: "small")
  }

  // MARK: Who is missed

  var missesSection: QuestionSection {
    QuestionSection(
      id: "misses",
      heading: BilingualText(chinese: "漏掉谁，误报谁", english: "Who is missed, who is alerted in vain"),
      pieces: [
        .figure(
          caption: BilingualText(
            chinese: "推荐阈值下，各类农户和各市州的漏报率与虚警率（%），须为 95 % 区间",
            english:
              "At the recommended threshold: per cent missed of those in need, and per cent of alerts in vain, with 95 % intervals"
          ), { self.missesBars($0) }),
        .table { self.missesTable($0) },
      ])
  }

  private func bar(_ share: RatioEstimate) -> ChartValue {
    ChartValue(
      share.ratio.isNaN ? 0 : share.ratio * 100,
      lower: share.interval.map { max(0, $0.lowerBound) * 100 },
      upper: share.interval.map { min(1, $0.upperBound) * 100 })
  }

  private func missesBars(_ language: Language) -> Markup {
    let text = text(language)
    return GroupedBars(
      categories: answer.misses.map { part in
        GroupedBars.Category(
          label: text.name(part.part), figures: [bar(part.missedShare), bar(part.falseShare)],
          texts: [part.missedShare, part.falseShare].map {
            NumberText.percent($0.ratio, decimals: 0)
          })
      },
      series: [
        text.say("漏报：占困难户", "Missed, of those in need"),
        text.say("虚警：占预警", "In vain, of alerts"),
      ], axis: ChartAxis(title: "%", includesZero: true)
    ).markup(label: text.say("漏报与虚警", "Missed and in vain"))
  }

  private func missesTable(_ language: Language) -> ReportTable {
    let text = text(language)
    let rows: [[Markup]] = answer.misses.map { part in
      [
        "\(text.name(part.part))", "\(text.households(part.cases))",
        "\(text.households(part.missed))",
        "\(text.share(part.missedShare))", "\(text.households(part.falseAlarms))",
        "\(text.share(part.falseShare))",
      ]
    }
    return ReportTable(
      caption: text.say("每半年，推荐阈值", "Per half-year, at the recommended threshold"),
      header: [
        text.say("农户", "Households"), text.say("困难户", "In need"), text.say("漏掉", "Missed"),
        text.say("漏报率", "Share missed"), text.say("虚警", "Alerted in vain"),
        text.say("虚警率", "Share of alerts"),
      ], rows: rows, style: "small")
  }

  // MARK: Groups

  var groupSection: QuestionSection {
    QuestionSection(
      id: "groups",
      heading: BilingualText(chinese: "分地区的阈值", english: "Thresholds by group of counties"),
      pieces: [
        .table { self.groupTable($0) },
        .note(
          BilingualText(
            chinese: "按能力：各地走访农户的比例与全省相同；按代价：净收益最大。方括号为重抽选定所用的未来后 95 % 的阈值；范围相互重叠的地区，没有理由各设阈值。",
            english:
              "By capacity: the same share of households visited as in the province. By cost: highest net benefit. Brackets: 95 % of the thresholds that resamples would choose; groups whose ranges overlap give no reason for thresholds of their own."
          )),
      ])
  }

  private func groupTable(_ language: Language) -> ReportTable {
    let text = text(language)
    func choice(_ choice: ThresholdChoice?, _ parameter: Double?) -> Markup {
      guard let choice else { return "\(NumberText.missing)" }
      return "\(text.threshold(parameter)) \(text.range(choice, of: answer.best))"
    }
    let rows: [[Markup]] = answer.groups.map { group in
      let found = group.byCapacity.map {
        NumberText.percent($0.sensitivity.value, decimals: 1) + " "
          + NumberText.percentInterval(
            $0.sensitivity.lower95, $0.sensitivity.upper95, decimals: 1)
      }
      return [
        "\(text.name(group.counties))", choice(group.byCapacity, group.capacityParameter),
        "\(found ?? NumberText.missing)", choice(group.byCost, group.costParameter),
      ]
    }
    return ReportTable(
      caption: text.say(
        "“\(text.name(answer.best.design))”的阈值", "Thresholds of “\(text.name(answer.best.design))”"),
      header: [
        text.say("地区", "Counties"), text.say("按能力", "By capacity"),
        text.say("按能力找到困难户", "Finds by capacity"), text.say("按代价", "By cost"),
      ], rows: rows)
  }

  // MARK: The choice as a scenario

  var effectSection: QuestionSection {
    QuestionSection(
      id: "effects",
      heading: BilingualText(chinese: "放回情景重新模拟", english: "The choice as a scenario"),
      pieces: [
        .table { self.effectTable($0) },
        .note(
          both { text in
            text.say(
              "从 \(question.years.lowerBound) 年 1 月起改用推荐的指数和阈值，走访人手、资金和其他渠道照旧；与基准逐未来配对（\(answer.reporting.count) 次）。帮扶会挤占他人的走访和资金，因此以此为准。",
              "From January \(question.years.lowerBound) the recommended index and threshold decide, with staff, fund and other channels as they are; paired with the baseline future by future (\(answer.reporting.count)). Help takes visits and money from others, so these are the figures that count."
            )
          }),
      ])
  }

  private func effectTable(_ language: Language) -> ReportTable {
    let text = text(language)
    let rows: [[Markup]] = answer.effects.map { effect in
      let (before, after, difference) = text.effect(effect)
      return ["\(text.name(effect))", "\(before)", "\(after)", "\(difference)"]
    }
    return ReportTable(
      caption: text.say("推荐阈值与基准", "The recommended threshold and the baseline"),
      header: [
        text.say("指标", "Figure"), text.say("基准", "Baseline"), text.say("推荐", "Recommended"),
        text.say("差别", "Difference"),
      ], rows: rows, style: "small")
  }
}
