import Estimation
import Experiments
import Households

extension TunePage {
  /// Designs, workload, value, costs, who is missed, groups, the choice as a scenario.
  var sections: [QuestionSection] {
    [
      designSection, curveSection, workloadSection, valueSection, costSection, missesSection,
      groupSection, effectSection,
    ]
  }

  // MARK: Designs

  private var designSection: QuestionSection {
    QuestionSection(
      id: "designs", heading: BilingualText(chinese: "六种指数", english: "The indices"),
      pieces: [
        .table { self.designTable($0) }, .table { self.capacityTable($0) },
        .note(
          both { text in
            let note = question.horizon
            return text.say(
              "每格为数值 [95 % 区间]，来自第 \(answer.reporting.lowerBound + 1)—\(answer.reporting.upperBound) 次未来；阈值在第 1—\(answer.tuning.upperBound) 次上选定。困难户：当时或 \(note) 个月内收入低于监测线（不计帮扶）或已压缩消费；尚未纳入监测。每次打分约 \(NumberText.whole(answer.scored.mean)) 户，其中困难户 \(text.households(answer.cases))。",
              "Each cell has the figure [95 % interval], from futures \(answer.reporting.lowerBound + 1)–\(answer.reporting.upperBound); thresholds were chosen on 1–\(answer.tuning.upperBound). In need: income without assistance below the monitoring line, or consumption cut, now or within \(note) months, and not monitored. Some \(NumberText.whole(answer.scored.mean)) households are scored each time, \(text.households(answer.cases)) of them in need."
            )
          }),
      ])
  }

  private func name(_ place: Int, _ text: TuneText) -> Markup {
    let name = text.name(answer.designs[place].design)
    return place == answer.recommended ? "<b>\(name)</b>" : "\(name)"
  }

  private func designTable(_ language: Language) -> ReportTable {
    let text = text(language)
    let rows: [[Markup]] = answer.designs.enumerated().map { place, design in
      let cut = design.cuts[design.inForce]
      return [
        name(place, text), "\(text.interval(design.area))",
        "\(text.interval(design.averagePrecision))", "\(text.threshold(cut.parameter))",
        "\(text.households(cut.alerts))", "\(text.share(cut.sensitivity))",
        "\(text.share(cut.precision))",
      ]
    }
    return ReportTable(
      caption: text.say(
        "区分能力，以及现行阈值下的表现", "How well they tell, and what their present thresholds do"),
      header: [
        text.say("指数", "Index"), text.say("ROC 曲线下面积", "Area under ROC"),
        text.say("平均精确率", "Average precision"), text.say("现行阈值", "Threshold now"),
        text.say("每半年预警户数", "Alerts per half-year"), text.say("找到困难户", "Finds of those in need"),
        text.say("预警中困难户", "In need of those alerted"),
      ], rows: rows, style: "small")
  }

  private func capacityTable(_ language: Language) -> ReportTable {
    let text = text(language)
    let rows: [[Markup]] = answer.designs.enumerated().map { place, design in
      let cut = design.atCapacity
      return [
        name(place, text), "\(text.threshold(cut.parameter))",
        "\(text.range(design.byCapacity, of: design))", "\(text.households(cut.alerts))",
        "\(text.share(cut.sensitivity))", "\(text.share(cut.precision))",
        "\(text.households(cut.missed))", "\(text.ratio(cut.lead, decimals: 2))",
        place == answer.recommended ? "" : "\(text.points(answer.gaps[place]))",
      ]
    }
    return ReportTable(
      caption: text.say("走访能力用足时的阈值", "Thresholds that fill the capacity for visits"),
      header: [
        text.say("指数", "Index"), text.say("阈值", "Threshold"),
        text.say("重抽后 95 % 的阈值", "95 % of resampled choices"),
        text.say("每半年预警户数", "Alerts per half-year"), text.say("找到困难户", "Finds of those in need"),
        text.say("预警中困难户", "In need of those alerted"),
        text.say("每半年漏掉", "Missed per half-year"), text.say("提前月数", "Months of warning"),
        text.say("推荐指数多找到（百分点）", "Recommended finds more (points)"),
      ], rows: rows, style: "small")
  }

  // MARK: Curves

  /// Cuts of a design that are drawn, in the order in which more are alerted.
  private func drawn(_ design: TunedDesign) -> [TunedDesign.Cut] {
    let step = max(1, design.cuts.count / 60)
    return design.cuts.reversed().filter {
      $0.cut % step == 0 || $0.cut == design.byCapacity.cut || $0.cut == design.cuts.count - 1
    }
  }

  /// A share in per cent.
  private func value(_ figure: RatioEstimate) -> ChartValue {
    ChartValue(
      figure.ratio * 100, lower: figure.interval.map { max(0, $0.lowerBound) * 100 },
      upper: figure.interval.map { min(1, $0.upperBound) * 100 })
  }

  private func quotient(_ figure: RatioEstimate) -> ChartValue {
    ChartValue(
      figure.ratio, lower: figure.interval?.lowerBound, upper: figure.interval?.upperBound)
  }

  /// An axis of per cents from 0 to 100.
  func percentAxis(_ title: String) -> ChartAxis {
    ChartAxis(title: title, ticks: [0, 20, 40, 60, 80, 100])
  }

  /// One line a design.
  private func lines(
    _ text: TuneText, at: (TunedDesign.Cut) -> Double, _ figure: (TunedDesign.Cut) -> ChartValue
  ) -> [LineChart.Series] {
    answer.designs.map { design in
      LineChart.Series(
        label: text.name(design.design),
        points: drawn(design).compactMap { cut in
          let place = at(cut)
          guard place.isFinite else { return nil }
          return LineChart.Point(at: place, figure: figure(cut))
        })
    }
  }

  private var curveSection: QuestionSection {
    QuestionSection(
      id: "curves",
      heading: BilingualText(chinese: "ROC 与精确率—召回率", english: "ROC, precision and recall"),
      pieces: [
        .figure(
          caption: BilingualText(
            chinese: "ROC 曲线：越靠左上越好；带为 95 % 区间，实心菱形为推荐阈值",
            english:
              "ROC curves: nearer the upper left is better; bands are 95 % intervals, the diamond is the recommended threshold"
          ), { self.rocChart($0) }),
        .figure(
          caption: BilingualText(
            chinese: "找到困难户的比例与预警中困难户的比例",
            english: "Share of those in need that is found, and share of alerts that are in need"),
          { self.precisionChart($0) }),
      ])
  }

  private func highlight(
    _ text: TuneText, at: ChartValue, figure: Double
  ) -> [LineChart.Highlight] {
    [
      LineChart.Highlight(
        at: ChartValue(at.value), figure: figure, label: text.threshold(answer.threshold))
    ]
  }

  private func rocChart(_ language: Language) -> Markup {
    let text = text(language)
    let cut = answer.best.atCapacity
    return LineChart(
      series: lines(text, at: { $0.falseAlarmRate.ratio * 100 }) { self.value($0.sensitivity) },
      across: percentAxis(text.say("其他农户中被预警的 %", "Per cent of others that are alerted")),
      up: percentAxis(text.say("困难户中被预警的 %", "Per cent of those in need that are alerted")),
      highlights: highlight(
        text, at: value(cut.falseAlarmRate), figure: cut.sensitivity.ratio * 100)
    ).markup(label: "ROC")
  }

  private func precisionChart(_ language: Language) -> Markup {
    let text = text(language)
    let cut = answer.best.atCapacity
    return LineChart(
      series: lines(text, at: { $0.sensitivity.ratio * 100 }) { self.value($0.precision) },
      across: percentAxis(text.say("找到困难户的 %", "Per cent of those in need that are found")),
      up: percentAxis(text.say("预警中困难户的 %", "Per cent of alerts that are in need")),
      highlights: highlight(text, at: value(cut.sensitivity), figure: cut.precision.ratio * 100)
    ).markup(label: text.say("精确率与召回率", "Precision and recall"))
  }

  // MARK: Workload

  private var capacityMark: Double { answer.capacity / 10_000 }

  private var workloadSection: QuestionSection {
    QuestionSection(
      id: "workload", heading: BilingualText(chinese: "工作量与走访能力", english: "Workload and capacity"),
      pieces: [
        .figure(
          caption: BilingualText(
            chinese: "推荐指数：阈值与每半年预警户数（万户）；虚线为走访能力",
            english:
              "The recommended index: alerts per half-year (ten thousand households) by threshold; dashed: the capacity"
          ), { self.workloadChart($0) }),
        .figure(
          caption: BilingualText(
            chinese: "走访同样多的农户，各指数能找到多少困难户",
            english: "How many of those in need each index finds for the same number of alerts"),
          { self.foundChart($0) }),
        .figure(
          caption: BilingualText(
            chinese: "被预警的困难户平均提前多少个月（当时已陷入困难的为 0）",
            english:
              "Mean months of warning of those in need that are alerted (0 if in need already)"),
          { self.leadChart($0) }),
      ])
  }

  private func workloadChart(_ language: Language) -> Markup {
    let text = text(language)
    let own = answer.best
    let points = own.cuts.compactMap { cut -> LineChart.Point? in
      guard let at = cut.parameter, cut.alerts.mean < answer.capacity * 6 else { return nil }
      return LineChart.Point(
        at: at,
        figure: ChartValue(
          cut.alerts.mean / 1e4, lower: cut.alerts.lower95 / 1e4, upper: cut.alerts.upper95 / 1e4))
    }
    // Neighbouring edges may round to the same parameter.
    var ascending: [LineChart.Point] = []
    for point in points.sorted(by: { $0.at < $1.at })
    where point.at > (ascending.last?.at ?? -.infinity) {
      ascending.append(point)
    }
    return LineChart(
      series: [LineChart.Series(label: text.name(own.design), points: ascending)],
      across: ChartAxis(title: text.say("阈值", "Threshold")),
      up: ChartAxis(
        title: text.say("每半年预警（万户）", "Alerts per half-year (10,000)"), includesZero: true),
      upMarks: [ChartMark(value: capacityMark, label: text.say("走访能力", "Capacity"))],
      highlights: [
        LineChart.Highlight(
          at: ChartValue(answer.threshold), figure: own.atCapacity.alerts.mean / 1e4,
          label: text.threshold(answer.threshold))
      ]
    ).markup(label: text.say("工作量", "Workload"))
  }

  /// Lines of designs over the number of alerts, near the capacity.
  private func nearCapacity(
    _ text: TuneText, _ figure: (TunedDesign.Cut) -> ChartValue
  ) -> [LineChart.Series] {
    lines(
      text, at: { $0.alerts.mean < self.answer.capacity * 4 ? $0.alerts.mean / 1e4 : .nan }, figure)
  }

  private func alertsChart(
    _ language: Language, up: ChartAxis, label: String, _ figure: (TunedDesign.Cut) -> ChartValue
  ) -> Markup {
    let text = text(language)
    return LineChart(
      series: nearCapacity(text, figure),
      across: ChartAxis(title: text.say("每半年预警（万户）", "Alerts per half-year (10,000 households)")),
      up: up,
      acrossMarks: [ChartMark(value: capacityMark, label: text.say("走访能力", "Capacity"))]
    ).markup(label: label)
  }

  private func foundChart(_ language: Language) -> Markup {
    let text = text(language)
    return alertsChart(
      language, up: percentAxis(text.say("找到困难户的 %", "Per cent of those in need found")),
      label: text.say("找到", "Found")
    ) { self.value($0.sensitivity) }
  }

  private func leadChart(_ language: Language) -> Markup {
    let text = text(language)
    return alertsChart(
      language, up: ChartAxis(title: text.say("提前月数", "Months of warning"), covers: [0]),
      label: text.say("提前", "Lead")
    ) { self.quotient($0.lead) }
  }

  // MARK: Value

  private var valueSection: QuestionSection {
    QuestionSection(
      id: "value", heading: BilingualText(chinese: "帮扶能避免多少", english: "What help avoids"),
      pieces: [
        .figure(
          caption: BilingualText(
            chinese: "每走访一户，此后一年避免的低于返贫线的人·月（人人受助与无人受助之差）",
            english:
              "Person-months below the return line avoided per visit in the year after (everybody helped against nobody)"
          ), { self.valueChart($0) }),
        .table { self.valueTable($0) },
      ])
  }

  private func valueChart(_ language: Language) -> Markup {
    let text = text(language)
    return alertsChart(
      language, up: ChartAxis(title: text.say("每走访一户避免的人·月", "Person-months avoided per visit")),
      label: text.say("帮扶的作用", "Value of help")
    ) { self.quotient($0.help.perVisit) }
  }

  private func valueTable(_ language: Language) -> ReportTable {
    let text = text(language)
    func row(_ label: Markup, _ cut: TunedDesign.Cut) -> [Markup] {
      [
        label, "\(text.households(cut.help.avoided))",
        "\(text.ratio(cut.help.perVisit, decimals: 3))",
        "\(text.ratio(cut.help.perYuan, times: 10_000, decimals: 2))",
        "\(text.share(cut.help.share))",
      ]
    }
    let rows =
      answer.designs.indices.map { row(name($0, text), answer.designs[$0].atCapacity) }
      + (answer.best.cuts.first.map { [row("\(text.say("走访全部农户", "Everybody visited"))", $0)] }
        ?? [])
    return ReportTable(
      caption: text.say("走访能力用足时，帮扶全部被预警农户的作用", "Helping all who are alerted at capacity"),
      header: [
        text.say("指数", "Index"), text.say("每次打分避免（人·月）", "Avoided a scoring (person-months)"),
        text.say("每走访一户", "Per visit"), text.say("每万元", "Per 10,000 yuan"),
        text.say("占可避免的", "Share of what can be avoided"),
      ], rows: rows, style: "small")
  }
}
