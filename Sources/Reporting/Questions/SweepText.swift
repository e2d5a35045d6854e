import Estimation
import Experiments
import Households

/// What a report of a sweep says and shows, in one language.
struct SweepText: Sendable {
  let answer: SweepAnswer
  let language: Language

  private var question: SweepQuestion { answer.question }
  private var factors: [Factor] { question.factors }

  /// A text of this page in both languages, of which one is taken.
  private func say(_ chinese: String, _ english: String) -> String {
    language == .chinese ? chinese : english
  }

  // MARK: Sentences

  /// What was found, the most important first.
  var sentences: [String] {
    [lowest] + [kept].compactMap(\.self) + leadingEffects
  }

  /// Settings of a point, such as `fund 20 亿元, coverage 50 %`.
  func settings(_ point: [Double]) -> String {
    zip(factors, point).map { factor, value in
      "\(SettingText.name(factor, language)) = \(SettingText.value(value, of: factor, language))"
    }.joined(separator: say("、", ", "))
  }

  private var lowest: String {
    let outcome = question.outcomes[0]
    let point = answer.ranking(0)[0]
    let row = answer.row(point, 0)
    let (own, change, base) = (row.estimate, row.difference.estimate, answer.baseline[0])
    let unit = unitSuffix(outcome)
    let value = outcome.text(own.mean, own.lower95, own.upper95, language)
    let before = outcome.text(base.mean, base.lower95, base.upper95, language)
    let moved = outcome.text(change.mean, change.lower95, change.upper95, language, signed: true)
    return say(
      "\(answer.points.count)个点中，\(outcome.phrase(language))在“\(settings(answer.points[point]))”处最低：\(value)\(unit)；"
        + "基准为\(before)\(unit)，相差\(moved)\(changeSuffix(outcome))。",
      "Of \(answer.points.count) points, \(lowered(outcome.phrase(language))) is lowest at \(settings(answer.points[point])): "
        + "\(value)\(unit); the baseline has \(before)\(unit), a difference of \(moved)\(changeSuffix(outcome))."
    )
  }

  private func lowered(_ text: String) -> String { text.prefix(1).lowercased() + text.dropFirst() }

  private func unitSuffix(_ outcome: SweepQuestion.Outcome) -> String {
    if case .rate = outcome { return NumberText.space + "%" }
    let title = outcome.title(language)
    guard let open = title.lastIndex(where: { "（(".contains($0) }) else { return "" }
    return NumberText.space + title[title.index(after: open)...].dropLast()
  }

  private func changeSuffix(_ outcome: SweepQuestion.Outcome) -> String {
    if case .rate = outcome { return say("个百分点", NumberText.space + "percentage points") }
    return unitSuffix(outcome)
  }

  /// At how many points the limit is kept.
  private var kept: String? {
    guard let limit = answer.limit else { return nil }
    let own = answer.points.indices.map { answer.row($0, 0).estimate }
    let held = own.count { $0.upper95 <= limit }
    let broken = own.count { $0.lower95 > limit }
    let text = NumberText.percent(limit)
    let best = answer.points.indices.compactMap { answer.row($0, 0).kept }
      .max { $0.probability < $1.probability }
    let chance =
      best.map {
        say(
          "单个未来守住上限的机会最高为\(NumberText.probability($0.probability)) \(NumberText.probabilityInterval($0.lower95, $0.upper95))。",
          "The highest chance that one future keeps it is \(NumberText.probability($0.probability)) \(NumberText.probabilityInterval($0.lower95, $0.upper95))."
        )
      } ?? ""
    let open = own.count - held - broken
    let undecided =
      open > 0
      ? say("，其余\(open)个点的区间跨过上限", ", and at the other \(open) its interval holds the limit") : ""
    return say(
      "\(text)的上限：期望值在\(held)个点守住，在\(broken)个点突破\(undecided)。",
      "The limit of \(text): the expected rate keeps it at \(held) points and breaks it at \(broken)\(undecided). "
    )
      + chance
  }

  private var leadingEffects: [String] {
    let outcome = question.outcomes[0]
    return answer.effects.filter { $0.outcome == 0 }.map { effect in
      let own = effect.estimate
      let moved = outcome.text(own.mean, own.lower95, own.upper95, language, signed: true)
      let name = SettingText.name(factors[effect.factor], language)
      guard let other = effect.other else {
        return say(
          "“\(name)”从最低到最高取值，平均使\(outcome.phrase(language))改变\(moved)\(changeSuffix(outcome))\(clarity(own))。",
          "\(name), from its lowest to its highest level, changes \(lowered(outcome.phrase(language))) by \(moved)"
            + "\(changeSuffix(outcome)) on average\(clarity(own)).")
      }
      let second = SettingText.name(factors[other], language)
      return say(
        "“\(name)”与“\(second)”的交互为\(moved)\(changeSuffix(outcome))\(clarity(own))。",
        "\(name) together with \(lowered(second)) do \(moved)\(changeSuffix(outcome)) more than the sum of both\(clarity(own))."
      )
    }
  }

  /// Says so where an interval holds zero.
  private func clarity(_ estimate: Estimate) -> String {
    estimate.lower95 > 0 || estimate.upper95 < 0
      ? "" : say("（区间包含0，不能断定有无）", " (the interval holds zero: not resolved)")
  }

  /// What a reader must know of the intervals.
  var cautions: [String] {
    var texts = [
      say(
        "区间为95 %置信区间，覆盖未来的随机性；比率还覆盖农户抽样，金额与次数不覆盖抽样误差。其他不确定的数值保持声明值不变，其误差不在区间之内。",
        "Intervals are 95 % intervals over possible futures; for rates they also cover the sample of households, for money and counts they do not. All other uncertain numbers keep their declared values, and their error is in no interval."
      ),
      say(
        "各点与基准经历相同的未来，差值是逐一配对的。从许多点中挑出的最低点，其数值往往略偏低。",
        "All points and the baseline meet the same futures, and differences are paired. The lowest of many points is somewhat lower than it would be in other futures, because it was picked."
      ),
    ]
    if design.sample < 1, answer.effects.contains(where: { $0.outcome == 0 }) {
      texts.append(
        say(
          "平均效应中抽样误差按完全相关相加，是其可能的最大值。",
          "In average effects the errors of the sample of households are added as if they were one and the same, which is the most that they can be."
        ))
    }
    return texts
  }

  private var design: StudyDesign { answer.design.study }

  // MARK: Drawings

  /// A drawing of an outcome with its caption; `nil` where more factors are moved than can be drawn.
  func figure(_ number: Int) -> (drawing: Markup, caption: String)? {
    let outcome = question.outcomes[number]
    let label = outcome.title(language)
    guard case .grid(let levels) = question.points else {
      return (
        scatter(number),
        say("各点的\(label)；竖线为95 %区间。", "\(label) at every point; bars are 95 % intervals.")
      )
    }
    switch levels.count {
    case 1:
      return (
        line(number, levels[0]),
        say("\(label)；阴影为95 %区间。", "\(label); the band is the 95 % interval.")
      )
    case 2:
      return (
        map(number, rows: levels[1], columns: levels[0], point: { $0 * levels[1].count + $1 })
          .markup(label: label), mapCaption(number)
      )
    case 3:
      let last = levels[2]
      let maps = last.indices.map { panel in
        (
          title: settings(ofThird: last[panel]),
          map: map(
            number, rows: levels[1], columns: levels[0],
            point: { ($0 * levels[1].count + $1) * last.count + panel })
        )
      }
      return (
        SmallMultiples(maps, columns: min(2, last.count), label: label).markup,
        mapCaption(number)
      )
    default: return nil
    }
  }

  private func mapCaption(_ number: Int) -> String {
    let label = question.outcomes[number].title(language)
    let limit =
      limitMark(number) == nil
      ? "" : say("粗线隔开上限两侧。", " The thick line divides the two sides of the limit.")
    return say(
      "\(label)；每格为期望值，指针停留处有区间和与基准的差。",
      "\(label); cells hold the expected value, with interval and difference from the baseline where a pointer rests."
    ) + limit
  }

  private func settings(ofThird value: Double) -> String {
    "\(SettingText.name(factors[2], language)): \(SettingText.value(value, of: factors[2], language))"
  }

  private func limitMark(_ number: Int) -> ChartMark? {
    guard number == 0, let limit = answer.limit else { return nil }
    return ChartMark(
      value: limit, label: say("上限", "limit") + " " + NumberText.percent(limit))
  }

  private func map(
    _ number: Int, rows: [Double], columns: [Double], point: (Int, Int) -> Int
  ) -> HeatMap {
    let outcome = question.outcomes[number]
    return HeatMap(
      acrossTitle: SettingText.name(factors[0], language),
      acrossLabels: columns.map { SettingText.value($0, of: factors[0], language) },
      upTitle: SettingText.name(factors[1], language),
      upLabels: rows.map { SettingText.value($0, of: factors[1], language) },
      cells: rows.indices.map { row in
        columns.indices.map { column in
          let own = answer.row(point(column, row), number)
          return HeatMap.Cell(
            figure: ChartValue(own.estimate), text: outcome.text(own.estimate.mean, language),
            tooltip: tooltip(own, outcome))
        }
      }, unit: outcome.title(language), shadeText: { outcome.text($0, language) },
      limit: limitMark(number),
      undecidedLabel: say("* 区间跨过上限", "* the interval holds the limit"))
  }

  private func tooltip(_ row: SweepRow, _ outcome: SweepQuestion.Outcome) -> String {
    let (own, change) = (row.estimate, row.difference.estimate)
    return settings(answer.points[row.point]) + say("：", ": ")
      + outcome.text(own.mean, own.lower95, own.upper95, language) + say("，与基准差 ", "; difference ")
      + outcome.text(change.mean, change.lower95, change.upper95, language, signed: true)
  }

  private func axis(_ outcome: SweepQuestion.Outcome) -> ChartAxis {
    let scale = outcome.scale(language)
    return ChartAxis(
      title: outcome.title(language),
      text: { step in
        let decimals = LinearScale.decimals(forStep: step / scale)
        return { NumberText.fixed($0 / scale, decimals: decimals, grouped: true) }
      })
  }

  private func line(_ number: Int, _ levels: [Double]) -> Markup {
    let outcome = question.outcomes[number]
    let points = levels.indices.map { position in
      let row = answer.row(position, number)
      return LineChart.Point(
        at: levels[position], figure: ChartValue(row.estimate), tooltip: tooltip(row, outcome))
    }
    let factor = factors[0]
    return LineChart(
      series: [LineChart.Series(label: "", points: points)],
      across: ChartAxis(
        title: SettingText.name(factor, language),
        text: { _ in { SettingText.value($0, of: factor, self.language) } }, ticks: levels),
      up: axis(outcome), upMarks: [limitMark(number)].compactMap(\.self), labelsLines: false
    ).markup(label: outcome.title(language))
  }

  /// One small plot a factor: the outcome at every point against the factor.
  private func scatter(_ number: Int) -> Markup {
    let outcome = question.outcomes[number]
    let panels: [Markup] = factors.enumerated().prefix(12).map { position, factor in
      let points = answer.points.indices.map { point in
        let row = answer.row(point, number)
        return ScatterPlot.Point(
          across: ChartValue(answer.points[point][position]), up: ChartValue(row.estimate),
          tooltip: tooltip(row, outcome))
      }
      let plot = ScatterPlot(
        points: points,
        across: ChartAxis(
          title: SettingText.name(factor, language),
          text: { _ in { SettingText.value($0, of: factor, self.language) } }), up: axis(outcome),
        upMarks: [limitMark(number)].compactMap(\.self), width: 470, plotHeight: 240)
      return plot.markup(label: SettingText.name(factor, language))
    }
    return "<div class=\"multiples\" style=\"grid-template-columns:repeat(2,1fr)\">\(panels)</div>"
  }

  // MARK: Tables

  private static let mostRows = 60

  /// The points by the first outcome, the lowest first.
  var pointTable: ReportTable {
    let ranking = answer.ranking(0)
    let chances =
      answer.limit == nil ? [] : [say("单个未来守住上限的机会", "chance that one future keeps the limit")]
    let header =
      factors.map { SettingText.name($0, language) }
      + question.outcomes.map {
        $0.title(language) + say("；下行为与基准之差", "; below, the difference from the baseline")
      }
      + chances
    func settings(_ point: [Double]) -> [Markup] {
      zip(point, factors).map { "\(SettingText.value($0, of: $1, language))" }
    }
    func limit(_ interval: WilsonInterval?) -> [Markup] {
      answer.limit == nil ? [] : [chance(interval)]
    }
    let base =
      settings(answer.baselinePoint)
      + question.outcomes.indices.map { number -> Markup in
        "\(cell(answer.baseline[number], question.outcomes[number], signed: false))<br>\(say("基准", "baseline"))"
      } + limit(answer.baselineKept)
    let rows = ranking.prefix(Self.mostRows).map { point in
      settings(answer.points[point])
        + question.outcomes.indices.map { number -> Markup in
          let (row, outcome) = (answer.row(point, number), question.outcomes[number])
          let own = cell(row.estimate, outcome, signed: false)
          return "\(own)<br>\(cell(row.difference.estimate, outcome, signed: true))"
        } + limit(answer.row(point, 0).kept)
    }
    let all = answer.points.count
    let cut =
      all > Self.mostRows
      ? say(
        "（最低的\(Self.mostRows)个点，全部\(all)个见 sweep.csv）",
        " (the \(Self.mostRows) lowest of \(all); all are in sweep.csv)")
      : ""
    return ReportTable(
      caption: say("各点结果，按第一项由低到高", "The points, the lowest of the first outcome first") + cut,
      header: header, rows: [base] + rows, wordColumns: 0)
  }

  private func cell(_ estimate: Estimate, _ outcome: SweepQuestion.Outcome, signed: Bool) -> Markup
  {
    guard estimate.mean.isFinite else { return "\(NumberText.missing)" }
    let text = { outcome.text($0, language, signed: signed) }
    return
      "<b>\(text(estimate.mean))</b> <span class=\"interval\">[\(text(estimate.lower95)), \(text(estimate.upper95))]</span>"
  }

  private func chance(_ interval: WilsonInterval?) -> Markup {
    guard let interval else { return "" }
    return
      "\(NumberText.probability(interval.probability)) <span class=\"interval\">\(NumberText.probabilityInterval(interval.lower95, interval.upper95))</span>"
  }

  /// Effects and interplays by outcome; `nil` where the points are no grid.
  var effectTable: ReportTable? {
    guard !answer.effects.isEmpty else { return nil }
    let own = answer.effects.filter { $0.outcome == 0 }
    let rows = own.indices.map { position -> [Markup] in
      let effect = own[position]
      let name = SettingText.name(factors[effect.factor], language)
      let label =
        effect.other.map { "\(name) × \(SettingText.name(factors[$0], language))" } ?? name
      return ["\(label)"]
        + question.outcomes.indices.map { number in
          let same = answer.effects.filter { $0.outcome == number }[position]
          return cell(same.estimate, question.outcomes[number], signed: true)
        }
    }
    return ReportTable(
      caption: say(
        "各因素从最低到最高取值的平均效应，以及两两交互",
        "Average effects from lowest to highest level, and interplays of two"),
      header: [say("因素", "Factor")] + question.outcomes.map { $0.title(language) }, rows: rows)
  }
}
