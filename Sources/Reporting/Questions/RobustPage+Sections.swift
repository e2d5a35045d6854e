import Estimation
import Experiments
import Households

extension RobustPage {
  /// Metrics, regret, trade-off, conditions of failure.
  var sections: [QuestionSection] {
    [metricSection, regretSection, tradeSection, boxSection]
  }

  private var packages: Range<Int> { question.packages.indices }

  // MARK: Metrics

  private var metricSection: QuestionSection {
    QuestionSection(
      id: "metrics", heading: BilingualText(chinese: "稳健性指标", english: "Metrics of robustness"),
      pieces: [
        .table { self.metricTable($0) },
        .note(
          BilingualText(
            chinese: "每格为数值 [95 % 区间]，括号内为重抽参数后该方案包最好的比例；粗体为最好。后悔值是绝对差，不除以结果。",
            english:
              "Each cell has the figure [95 % interval], and in brackets the share of resamples of the draws in which the package is the best; the best is bold. Regret is an absolute difference and is not divided by anything."
          )),
      ])
  }

  private func metricTable(_ language: Language) -> ReportTable {
    let text = text(language)
    func cell(_ ranking: OutcomeTable.Ranking, _ package: Int, _ digits: String) -> Markup {
      let share = NumberText.percent(ranking.bestShares[package], decimals: 0)
      return package == ranking.best
        ? "<b>\(digits)</b> <span class=\"interval\">(\(share))</span>"
        : "\(digits) <span class=\"interval\">(\(share))</span>"
    }
    let rows: [[Markup]] =
      answer.figures.map { figure in
        ["\(text.name(figure.metric))"]
          + packages.map { package in
            cell(figure.ranking, package, plain(figure.ranking.figures[package]))
          }
      }
      + [
        ["\(text.say("不失败的状态", "States without failure"))"]
          + packages.map {
            cell(answer.satisficing, $0, text.share(answer.satisficing.figures[$0]))
          },
        ["\(text.say("平均支出（\(text.costUnit)）", "Mean cost (\(text.costUnit))"))"]
          + packages.map { cell(answer.meanCost, $0, text.cost(answer.meanCost.figures[$0])) },
      ]
    return ReportTable(
      caption: text.say(
        "\(text.rate)（%；后悔值为百分点）在 \(answer.states.count) 种状态上的指标",
        "Metrics of the \(text.rate) (per cent; regret in percentage points) over \(answer.states.count) states"
      ),
      header: [text.say("指标", "Metric")] + packages.map(text.package), rows: rows, style: "small")
  }

  /// Per cent without the sign.
  private func plain(_ figure: ResampledFigure) -> String {
    let digits = { (share: Double) in NumberText.percentDigits(share, decimals: 3) }
    return "\(digits(figure.value)) [\(digits(figure.lower95)), \(digits(figure.upper95))]"
  }

  // MARK: Regret

  private var regretSection: QuestionSection {
    QuestionSection(
      id: "regret", heading: BilingualText(chinese: "后悔值", english: "Regret"),
      pieces: [
        .figure(
          caption: BilingualText(
            chinese: "各方案包在各种事件下的平均后悔值（百分点）：比同一状态下最好的方案包高多少；指针停留可见最大值",
            english:
              "Mean regret of each package under each event (percentage points): how much higher than the best package of the same state; the largest shows where the pointer rests"
          ), { self.regretMap($0) })
      ])
  }

  private func regretMap(_ language: Language) -> Markup {
    let text = text(language)
    let points = { (share: Double) in NumberText.fixed(share * 100, decimals: 3) }
    let events = question.events.indices
    let cells = packages.reversed().map { package in
      events.map { event -> HeatMap.Cell in
        let own = answer.states.indices.filter { answer.states[$0].event == event }
          .map { answer.regrets[package][$0] }
        let mean = Moments(own).mean
        let largest = own.max() ?? .nan
        return HeatMap.Cell(
          figure: ChartValue(mean * 100), text: points(mean),
          tooltip: "\(text.package(package)) · \(text.event(event)): \(points(mean)); "
            + text.say("最大 ", "largest ") + points(largest))
      }
    }
    return HeatMap(
      acrossTitle: text.say("冲击事件", "Event"), acrossLabels: events.map(text.event),
      upTitle: text.say("方案包", "Package"), upLabels: packages.reversed().map(text.package),
      cells: cells, unit: text.say("百分点", "percentage points"),
      shadeText: { NumberText.fixed($0, decimals: 3) }
    ).markup(label: text.say("后悔值", "Regret"))
  }

  // MARK: Trade-off

  private var tradeSection: QuestionSection {
    let rate = NumberText.fixed(question.smallestRate * 100, decimals: 3)
    return QuestionSection(
      id: "trade-off", heading: BilingualText(chinese: "返贫率与支出的取舍", english: "Rate against cost"),
      pieces: [
        .figure(
          caption: both { text in
            text.say(
              "各方案包的平均支出与平均\(text.rate)，十字为 95 % 区间；空心为有更好的方案包",
              "Mean cost and mean \(text.rate) of each package with 95 % intervals; hollow: another package is preferable"
            )
          }, { self.tradePlot($0) }),
        .table { self.paretoTable($0) },
        .note(
          both { text in
            text.say(
              "小于 \(rate) 个百分点或 \(text.cost(question.smallestCost)) \(text.costUnit)的差别不算差别；支出为 \(question.years.lowerBound)—\(question.years.upperBound) 年合计。",
              "Differences below \(rate) percentage points or \(text.cost(question.smallestCost)) \(text.costUnit) do not count; costs are summed over \(question.years.lowerBound)–\(question.years.upperBound)."
            )
          }),
      ])
  }

  private func tradePlot(_ language: Language) -> Markup {
    let text = text(language)
    guard let mean = answer.figure(.mean)?.ranking else { return "" }
    let unit = text.isChinese ? 1e8 : 1e9
    func value(_ figure: ResampledFigure, _ unit: Double) -> ChartValue {
      ChartValue(
        figure.value / unit, lower: figure.lower95 / unit, upper: figure.upper95 / unit)
    }
    let members = answer.pareto.members
    let points = packages.map { package in
      ScatterPlot.Point(
        across: value(answer.meanCost.figures[package], unit),
        up: value(mean.figures[package], 0.01), label: text.package(package),
        tooltip:
          "\(text.package(package)): \(text.rate(mean.figures[package])), \(text.cost(answer.meanCost.figures[package])) \(text.costUnit)",
        group: 0, isHollow: !members.contains(package))
    }
    return ScatterPlot(
      points: points,
      across: ChartAxis(title: text.say("平均支出（\(text.costUnit)）", "Mean cost (\(text.costUnit))")),
      up: ChartAxis(title: text.rate + text.say("（%）", " (per cent)")),
      frontier: members.sorted {
        answer.meanCost.figures[$0].value < answer.meanCost.figures[$1].value
      }
    ).markup(label: text.say("取舍", "Trade-off"))
  }

  private func paretoTable(_ language: Language) -> ReportTable {
    let text = text(language)
    let rows: [[Markup]] = packages.map { package in
      let better = answer.pareto.preferable[package].map(text.package) ?? NumberText.missing
      let isIn = answer.pareto.members.contains(package)
      return [
        "\(text.package(package))", "\(isIn ? text.say("是", "yes") : text.say("否", "no"))",
        "\(better)", "\(NumberText.probability(answer.paretoShares[package]))",
      ]
    }
    return ReportTable(
      caption: text.say(
        "没有更好选择的方案包（帕累托集）", "Packages to which no other is preferable (Pareto set)"),
      header: [
        text.say("方案包", "Package"), text.say("在集合内", "In the set"),
        text.say("更好的方案包", "Preferable to it"),
        text.say("重抽后仍在的比例", "Share of resamples in it"),
      ], rows: rows)
  }

  // MARK: Conditions of failure

  private var boxSection: QuestionSection {
    QuestionSection(
      id: "failures", heading: BilingualText(chinese: "什么情况下失败", english: "When packages fail"),
      pieces: [
        .paragraph(
          both { text in text.say("失败：\(text.failure)。", "A failure: \(text.failure).") }),
        .figure(
          caption: BilingualText(
            chinese: "条件越严，覆盖的失败越少、其中失败的比例越高（全部方案包；点为每一步，实心菱形为所选）",
            english:
              "The stricter the conditions, the fewer failures they cover and the more of their cases are failures (all packages; a point a step, the diamond is the box that is told)"
          ), { self.trajectory($0) }),
        .table { self.boxTable($0) }, .table { self.conditionTable($0) },
        .note(
          BilingualText(
            chinese:
              "覆盖：失败中落在条件内的比例；密度：条件内失败的比例；规模：条件内的情形占全部的比例。准 p 值：去掉该条件后仍有这么多失败的机会，不是检验。再现：50 次各取一半状态重新查找，该因素仍有条件的比例。",
            english:
              "Coverage: share of failures that meet the conditions. Density: share of cases that meet them and fail. Mass: share of all cases that meet them. Quasi-p: chance of as many failures without the condition; it is no test. Again: share of 50 searches in a half of the states in which the factor has a limit again."
          )),
      ])
  }

  private func trajectory(_ language: Language) -> Markup {
    let text = text(language)
    guard let boxes = answer.boxes.first, !boxes.trajectory.isEmpty else { return "" }
    let points = boxes.trajectory.sorted { ($0.coverage, $0.density) < ($1.coverage, $1.density) }
    let percent = { (share: Double) in NumberText.percent(share, decimals: 0) }
    let series = LineChart.Series(
      label: text.scope(boxes),
      points: points.map {
        LineChart.Point(
          at: $0.coverage * 100, figure: ChartValue($0.density * 100),
          tooltip:
            "\(percent($0.coverage)) / \(percent($0.density)): \(text.conditions($0, of: boxes))")
      })
    let highlight = boxes.box.map {
      LineChart.Highlight(
        at: ChartValue($0.coverage * 100), figure: $0.density * 100,
        label: "\(percent($0.coverage)) / \(percent($0.density))")
    }
    return LineChart(
      series: [series],
      across: ChartAxis(title: text.say("覆盖（占失败的 %）", "Coverage (per cent of failures)")),
      up: ChartAxis(title: text.say("密度（失败的 %）", "Density (per cent failing)")),
      highlights: highlight.map { [$0] } ?? []
    ).markup(label: text.say("覆盖与密度", "Coverage and density"))
  }

  private func boxTable(_ language: Language) -> ReportTable {
    let text = text(language)
    let share = { (value: Double) in NumberText.percent(value, decimals: 0) }
    let rows: [[Markup]] = answer.boxes.map { boxes in
      let count = "\(boxes.failures) / \(boxes.states)"
      guard let box = boxes.box else {
        return [
          "\(text.scope(boxes))", "\(text.say("找不到条件", "no conditions found"))", "\(count)", "", "",
          "",
        ]
      }
      return [
        "\(text.scope(boxes))", "\(text.conditions(box, of: boxes))", "\(count)",
        "\(share(box.coverage))", "\(share(box.density))", "\(share(box.mass))",
      ]
    }
    return ReportTable(
      caption: text.say("失败的条件", "Conditions of failure"),
      header: [
        text.say("方案包", "Package"), text.say("条件", "Conditions"),
        text.say("失败 / 情形", "Failures / cases"),
        text.say("覆盖", "Coverage"), text.say("密度", "Density"), text.say("规模", "Mass"),
      ], rows: rows, wordColumns: 2)
  }

  private func conditionTable(_ language: Language) -> ReportTable {
    let text = text(language)
    let rows: [[Markup]] = answer.boxes.prefix(1).flatMap { boxes -> [[Markup]] in
      guard let box = boxes.box, let stability = boxes.stability else { return [] }
      return box.restrictions.map { one in
        let quasi = one.quasiProbability
        return [
          "\(text.condition(one, boxes.factors[one.factor]))",
          "\(quasi < 0.001 ? "<0.001" : NumberText.fixed(quasi, decimals: 3))",
          "\(NumberText.percent(stability.atSameCoverage[one.factor], decimals: 0))",
          "\(NumberText.percent(stability.atSameDensity[one.factor], decimals: 0))",
        ]
      }
    }
    return ReportTable(
      caption: text.say("全部方案包的失败条件，逐个看", "Conditions of failure of all packages, one by one"),
      header: [
        text.say("条件", "Condition"), text.say("准 p 值", "Quasi-p"),
        text.say("再现（同覆盖）", "Again (same coverage)"), text.say("再现（同密度）", "Again (same density)"),
      ], rows: rows)
  }
}
