import Estimation
import Experiments
import Households

/// What setting keeps the limit, and where a return on a large scale is likely.
extension StressPage {
  // MARK: Settings

  var holdSection: QuestionSection {
    guard let factor = question.hold?.factor else {
      preconditionFailure("a section on a setting that was not asked for")
    }
    let tried = packages.filter { package in answer.holds.contains { $0.package == package } }
    return QuestionSection(
      id: "hold",
      heading: BilingualText(chinese: "怎样才能守住上限", english: "What would keep the limit"),
      pieces: [.table { self.neededTable($0, factor) }]
        + tried.flatMap { package -> [QuestionSection.Piece] in
          [
            .figure(
              caption: both { text in
                text.say(
                  "“\(text.package(package))”：守住\(text.limit)的概率随“\(text.name(factor))”的变化；色带为 95 % 区间，虚线为所求概率。",
                  "“\(text.package(package))”: chance of keeping \(text.limit) by “\(text.name(factor))”; bands are 95 % intervals, the dashed line is the chance asked for."
                )
              }, { self.keepingChart($0, factor, package) }),
            .figure(
              caption: both { text in
                text.say(
                  "“\(text.package(package))”：能以 \(text.probability) 的概率守住的最低上限随“\(text.name(factor))”的变化。",
                  "“\(text.package(package))”: lowest limit that is kept with a chance of \(text.probability), by “\(text.name(factor))”."
                )
              }, { self.keptChart($0, factor, package) }),
          ]
        } + [
          .note(
            BilingualText(
              chinese: "从现有数额到最大数额对半查找，所有数额遇到相同的未来。区间的两端是概率区间的上端和下端达到所求概率之处：低于下端肯定不够，高于上端肯定够。",
              english:
                "The search halves the way from the present amount to the largest; all amounts meet the same futures. The interval ends where the upper and the lower end of the chance's interval reach the chance asked for: below it the amount is too small, above it large enough, beyond the luck of the draws."
            ))
        ])
  }

  private func neededTable(_ language: Language, _ factor: Factor) -> ReportTable {
    let text = text(language)
    return ReportTable(
      caption: text.say(
        "以 \(text.probability) 的概率守住\(text.limit)所需的“\(text.name(factor))”",
        "“\(text.name(factor))” needed to keep \(text.limit) with a chance of \(text.probability)"),
      header: [
        text.say("方案包", "Package"), text.say("事件", "Event"), text.say("现有", "Present"),
        text.say("需要 [95 % 区间]", "Needed [95 % interval]"),
        text.say("最大数额时守住的概率", "Chance with the largest"),
        text.say("最大数额时能守住的上限（%）", "Limit kept with the largest (per cent)"),
      ],
      rows: answer.holds.map { hold in
        let largest = hold.trials.last
        return [
          "\(text.package(hold.package))", "\(text.event(hold.event))",
          "\(text.setting(hold.present, factor))", "\(text.needed(hold, factor))",
          "\(largest.map { text.chance($0.keeping) } ?? NumberText.missing)",
          "\(largest.map { text.cell($0.keptLimit) } ?? NumberText.missing)",
        ]
      }, wordColumns: 2, style: "small")
  }

  private func chart(
    _ language: Language, _ factor: Factor, _ package: Int, up: ChartAxis, mark: ChartMark,
    highlights: Bool, _ figure: (StressHold.Trial) -> ChartValue
  ) -> Markup {
    let text = text(language)
    let scale = text.scale(factor)
    let own = answer.holds.filter { $0.package == package }
    let series = own.map { hold in
      LineChart.Series(
        label: text.event(hold.event),
        points: hold.trials.map { trial in
          LineChart.Point(
            at: trial.setting / scale, figure: figure(trial),
            tooltip:
              "\(text.event(hold.event)) · \(text.setting(trial.setting, factor)): \(text.chance(trial.keeping)); \(text.share(trial.rate))"
          )
        })
    }
    let found = own.compactMap { hold -> LineChart.Highlight? in
      guard highlights, case .at(let setting) = hold.root.crossing else { return nil }
      return LineChart.Highlight(
        at: ChartValue(setting / scale), figure: question.probability * 100,
        label: text.setting(setting, factor))
    }
    return LineChart(
      series: series,
      across: ChartAxis(title: text.axis(factor)), up: up,
      upMarks: [mark], highlights: found
    ).markup(label: text.package(package) + " · " + up.title)
  }

  private func keepingChart(_ language: Language, _ factor: Factor, _ package: Int) -> Markup {
    let text = text(language)
    return chart(
      language, factor, package,
      up: ChartAxis(
        title: text.say("守住的概率（%）", "Chance of keeping it (per cent)"), covers: [0, 100]),
      mark: ChartMark(value: question.probability * 100, label: text.say("所求概率", "asked for")),
      highlights: true
    ) {
      ChartValue(
        $0.keeping.probability * 100, lower: $0.keeping.lower95 * 100,
        upper: $0.keeping.upper95 * 100)
    }
  }

  private func keptChart(_ language: Language, _ factor: Factor, _ package: Int) -> Markup {
    let text = text(language)
    return chart(
      language, factor, package,
      up: ChartAxis(title: text.say("能守住的上限（%）", "Limit that is kept (per cent)")),
      mark: ChartMark(value: answer.limit * 100, label: text.say("上限", "limit")), highlights: false
    ) { trial in
      let level = trial.keptLimit
      // A band with an open end would be drawn as if it were known.
      guard let lower = level.lower95, let upper = level.upper95 else {
        return ChartValue(level.level * 100)
      }
      return ChartValue(level.level * 100, lower: lower * 100, upper: upper * 100)
    }
  }

  // MARK: Returns on a large scale

  var massSection: QuestionSection {
    let worst = answer.worstEvent
    let mapped = packages.flatMap { package in
      // The baseline under all events, and packages where nothing and where the worst happens.
      [(package, events.filter { package == 0 || $0 == 0 || $0 == worst })]
    }
    let county = NumberText.percent(question.massReturn.county, decimals: 1)
    let province = NumberText.percent(question.massReturn.province, decimals: 1)
    return QuestionSection(
      id: "mass-return",
      heading: BilingualText(chinese: "规模性返贫", english: "Return on a large scale"),
      pieces: [
        .paragraph(
          BilingualText(
            chinese:
              "问题把 \(question.rate.year) 年末某县脱贫人口返贫率超过 \(county)、或全省超过 \(province)，视为规模性返贫；这不是官方标准。",
            english:
              "The question counts as a return on a large scale that more than \(county) of a county's formerly-poor persons, or \(province) of the province's, are in return at the end of \(question.rate.year); this is no official standard."
          )),
        .table { self.massTable($0) },
      ]
        + mapped.flatMap { package, events -> [QuestionSection.Piece] in
          [
            .heading(both { $0.package(package) }),
            .figure(
              caption: both { text in
                text.say(
                  "各县发生规模性返贫的概率（%）", "Chance of a return on a large scale by county (per cent)")
              }, { self.maps($0, package, events) }),
          ]
        } + [.table { self.countyTable($0) }])
  }

  private func massTable(_ language: Language) -> ReportTable {
    let text = text(language)
    let county = NumberText.percent(question.massReturn.county, decimals: 1)
    let province = NumberText.percent(question.massReturn.province, decimals: 1)
    return ReportTable(
      caption: text.say(
        "规模性返贫的概率 [95 % 区间]", "Chance of a return on a large scale [95 % interval]"),
      header: [
        text.say("方案包", "Package"), text.say("事件", "Event"),
        text.say("至少一县超过 \(county)", "Any county above \(county)"),
        text.say("超过的县数（平均）", "Counties above (mean)"),
        text.say("全省超过 \(province)", "Province above \(province)"),
      ],
      rows: packages.flatMap { package in
        events.map { event in
          let returns = answer.cells[package][event].massReturn
          let digits = { (count: Double) in NumberText.fixed(count, decimals: 2) }
          let above = returns.countiesAbove
          return [
            "\(text.package(package))", "\(text.event(event))", "\(text.chance(returns.anyCounty))",
            "\(digits(above.mean)) [\(digits(above.lower95)), \(digits(above.upper95))]",
            "\(text.chance(returns.province))",
          ]
        }
      }, wordColumns: 2, style: "small")
  }

  /// Upper ends of the classes of shade.
  private static let classBounds = [0.01, 0.05, 0.1, 0.25, 0.5]

  private func maps(_ language: Language, _ package: Int, _ events: [Int]) -> Markup {
    let text = text(language)
    let drawings = events.map { event in
      map(language, answer.cells[package][event], title: text.event(event))
        .markup(label: text.cell(package, event))
    }
    var rows: [Markup] = []
    for start in stride(from: 0, to: drawings.count, by: 2) {
      rows.append(
        "<div class=\"pair\">\(Array(drawings[start..<min(start + 2, drawings.count)]))</div>")
    }
    let half = NumberText.percent(0.5, decimals: 0)
    let legend = CountyMap.legend(
      bounds: Self.classBounds, unit: text.say("概率（%）", "Chance (per cent)"),
      below: text.say("不超过 \(half)", "up to \(half)"),
      above: text.say("超过 \(half)", "above \(half)"),
      label: text.say("概率", "Chance"))
    return "\(rows)\(legend)"
  }

  private func map(_ language: Language, _ cell: StressCell, title: String) -> CountyMap {
    let text = text(language)
    let returns = Dictionary(
      uniqueKeysWithValues: cell.massReturn.counties.map { ($0.county, $0) })
    let points = geography.counties.enumerated().map { position, county in
      let own = returns[position]
      let words =
        own.map {
          text.say("概率 ", "chance ") + text.chance($0.chance) + text.say("；返贫率 ", "; rate ")
            + text.share($0.stock, decimals: 2)
        } ?? text.say("未模拟", "not simulated")
      return CountyMap.Point(
        latitude: county.latitude, longitude: county.longitude, value: own?.chance.probability,
        tooltip: "\(county.name): \(words)", mark: nil)
    }
    let names = geography.prefectures.enumerated().compactMap { number, prefecture in
      let counties = geography.counties.filter { $0.prefecture == number }
      guard !counties.isEmpty else { return nil as CountyMap.Name? }
      let count = Double(counties.count)
      return CountyMap.Name(
        latitude: counties.map(\.latitude).reduce(0, +) / count,
        longitude: counties.map(\.longitude).reduce(0, +) / count,
        text: language == .chinese ? prefecture.name : prefecture.latinName)
    }
    return CountyMap(
      title: title, points: points, names: names, classBounds: Self.classBounds, limit: 0.5)
  }

  private func countyTable(_ language: Language) -> ReportTable {
    let text = text(language)
    let worst = answer.worstEvent
    let best = answer.lowestPackage(under: worst)
    let columns = [(0, 0), (0, worst), (best, worst)].reduce(into: [(Int, Int)]()) { kept, next in
      if !kept.contains(where: { $0 == next }) { kept.append(next) }
    }
    let highest = highestCounties(answer.cells[0][worst].massReturn, count: 15)
    return ReportTable(
      caption: text.say(
        "概率最高的县：概率 [95 % 区间]（括号内为未扣除抽样偶然时）；返贫率（%）",
        "Counties with the highest chance: chance [95 % interval] (in brackets as simulated, with the luck of the sample), and rate (per cent)"
      ),
      header: [text.say("县", "County"), text.say("代码", "Code")]
        + columns.map { text.cell($0.0, $0.1) },
      rows: highest.map { county in
        ["\(name(county))", "\(geography.counties[county.county].code)"]
          + columns.map { column in
            let returns = answer.cells[column.0][column.1].massReturn
            guard let own = returns.counties.first(where: { $0.county == county.county }) else {
              return "\(NumberText.missing)"
            }
            return
              "\(text.chance(own.chance)) (\(NumberText.probability(own.asSimulated.probability)))<br><small>\(text.cell(own.stock))</small>"
          }
      }, wordColumns: 2, style: "small")
  }
}
