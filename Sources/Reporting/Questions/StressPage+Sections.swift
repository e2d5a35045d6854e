import Estimation
import Experiments
import Households

extension StressPage {
  /// Packages under events, exceedance, money, returns on a large scale.
  var sections: [QuestionSection] {
    [cellSection, curveSection] + (answer.holds.isEmpty ? [] : [holdSection]) + [massSection]
  }

  var packages: Range<Int> { question.packages.indices }
  var events: Range<Int> { question.events.indices }

  /// A table with an event a row and a package a column.
  func grid(
    _ language: Language, caption: String, packages: Range<Int>, events: Range<Int>,
    _ cell: (StressCell) -> String
  ) -> ReportTable {
    let text = text(language)
    return ReportTable(
      caption: caption, header: [text.say("事件", "Event")] + packages.map(text.package),
      rows: events.map { event in
        ["\(text.event(event))"] + packages.map { "\(cell(answer.cells[$0][event]))" }
      }, style: "small")
  }

  // MARK: Packages under events

  private var cellSection: QuestionSection {
    var pieces: [QuestionSection.Piece] = [
      .table { language in
        let text = self.text(language)
        return self.grid(
          language,
          caption: text.say(
            "预期的\(text.rate)（% [95 % 区间]）", "Expected \(text.rate) (per cent [95 % interval])"),
          packages: self.packages, events: self.events
        ) { text.cell($0.rate) }
      }
    ]
    if events.count > 1 {
      pieces.append(
        .table { language in
          let text = self.text(language)
          return self.grid(
            language,
            caption: text.say(
              "事件的影响：与同一方案包无事件时之差（百分点 [95 % 区间]）",
              "What an event changes: difference from the same package without it (percentage points [95 % interval])"
            ), packages: self.packages, events: 1..<self.events.count
          ) { text.points($0.fromNoEvent) }
        })
    }
    if packages.count > 1 {
      pieces.append(
        .table { language in
          let text = self.text(language)
          return self.grid(
            language,
            caption: text.say(
              "方案包的作用：与同一事件下基准之差（百分点 [95 % 区间]）",
              "What a package changes: difference from the baseline under the same event (percentage points [95 % interval])"
            ), packages: 1..<self.packages.count, events: self.events
          ) { text.points($0.fromBaseline) }
        })
    }
    pieces += [
      .table { language in
        let text = self.text(language)
        return self.grid(
          language,
          caption: text.say(
            "超过\(text.limit)的概率 [95 % 区间]", "Chance of exceeding \(text.limit) [95 % interval]"),
          packages: self.packages, events: self.events
        ) { text.chance($0.breaking) }
      },
      .table { language in
        let text = self.text(language)
        return self.grid(
          language,
          caption: text.say(
            "能以 \(text.probability) 的概率守住的最低上限（% [95 % 区间]）",
            "Lowest limit that is kept with a chance of \(text.probability) (per cent [95 % interval])"
          ), packages: self.packages, events: self.events
        ) { text.cell($0.keptLimit) }
      },
      .table { language in
        let text = self.text(language)
        return self.grid(
          language,
          caption: text.say(
            "\(self.question.rate.year)年公共支出（亿元 [95 % 区间]）",
            "Public spending in \(self.question.rate.year) (billion yuan [95 % interval])"),
          packages: self.packages, events: self.events
        ) { text.cost($0.cost) }
      },
      .note(
        BilingualText(
          chinese: "所有方案包和事件都遇到相同的未来，差值逐个未来配对，因而比返贫率本身精确得多。概率的区间按 Wilson 方法，以未来为单位。",
          english:
            "All packages and events meet the same futures, and differences are paired future by future, which makes them much more precise than the rates. Intervals of chances are Wilson's, over futures."
        )),
    ]
    return QuestionSection(
      id: "events", heading: BilingualText(chinese: "各方案包遇到各种事件", english: "Packages under events"),
      pieces: pieces)
  }

  // MARK: Exceedance

  private var curveSection: QuestionSection {
    QuestionSection(
      id: "exceedance",
      heading: BilingualText(chinese: "返贫率达到多高有多大可能", english: "How high, and how often"),
      pieces: [
        .figure(
          caption: both { text in
            text.say(
              "\(text.rate)超过横轴水平的概率（对数刻度；10 % 即每十个未来有一个）。色带为 95 % 区间，虚线为\(text.limit)。",
              "Chance that the \(text.rate) exceeds a level (logarithmic; 10 % is one future in ten). Bands are 95 % intervals, the dashed line is \(text.limit)."
            )
          }, { self.curves($0, self.events, \.curve) }),
        .figure(
          caption: both { text in
            text.say(
              "\(text.years)中最坏一年超过横轴水平的概率。",
              "Chance that the worst of the years \(text.years) exceeds a level.")
          },
          {
            self.curves(
              $0, self.events.filter { $0 == 0 || $0 == self.answer.worstEvent }, \.worstCurve)
          }),
        .table { language in
          let text = self.text(language)
          return self.levels(
            language, \.levels,
            caption: text.say(
              "每若干个未来有一个达到的\(text.rate)，及这些最坏未来的平均（%）",
              "Level that one future in so many reaches of the \(text.rate), and mean of these worst futures (per cent)"
            ))
        },
        .table { language in
          let text = self.text(language)
          return self.levels(
            language, \.worstLevels,
            caption: text.say(
              "同上，\(text.years)中最坏的一年（%）",
              "The same for the worst of the years \(text.years) (per cent)")
          )
        },
        .note(
          BilingualText(
            chinese:
              "区间取次序统计量，对任何分布都至少有 95 % 的把握；“无上界”：未来不够多，样本说明不了上端。* 不到十个未来这么坏，粗略。超过未来个数的重现期不予回答。",
            english:
              "Intervals are order statistics, which hold whatever the distribution is; “open”: there are too few futures for an upper end. * Fewer than ten futures are as bad; rough. Return periods beyond the number of futures are refused."
          )),
      ])
  }

  private func curves(
    _ language: Language, _ events: some Sequence<Int>,
    _ curve: KeyPath<StressCell, ExceedanceCurve>
  ) -> Markup {
    let text = text(language)
    let charts = events.map { event in
      let series = packages.map { package in
        LineChart.Series(
          label: text.package(package),
          points: Self.points(answer.cells[package][event][keyPath: curve]), isStepped: true)
      }
      return (
        title: text.event(event),
        chart: LineChart(
          series: series, across: ChartAxis(title: text.say("返贫率（%）", "Rate (per cent)")),
          up: ChartAxis(
            title: text.say("超过的概率（%）", "Chance of exceeding (per cent)"), isLogarithmic: true),
          acrossMarks: [
            ChartMark(value: answer.limit * 100, label: text.say("上限", "limit"))
          ])
      )
    }
    return SmallMultiples(charts, label: text.say("超越概率曲线", "Exceedance curve")).markup
  }

  /// More points than this cannot be told apart in a drawing.
  private static let drawnPoints = 60

  /// Chance of exceeding each value, with its interval; the last, which nothing exceeds, has no place on a
  /// logarithmic axis.
  private static func points(_ curve: ExceedanceCurve) -> [LineChart.Point] {
    let values = curve.ascending
    let step = max(1, values.count / drawnPoints)
    return values.indices.dropLast().filter { $0 % step == 0 || $0 > values.count - 12 }
      .compactMap { place in
        // Equal values are one step, at the last of them.
        guard values[place] < values[place + 1] else { return nil }
        let above = WilsonInterval(
          successes: values.count - 1 - place, trials: values.count)
        return LineChart.Point(
          at: values[place] * 100,
          figure: ChartValue(
            above.probability * 100, lower: above.lower95 * 100, upper: above.upper95 * 100))
      }
  }

  private func levels(
    _ language: Language, _ levels: KeyPath<StressCell, [ReturnLevel]>, caption: String
  ) -> ReportTable {
    let text = text(language)
    return ReportTable(
      caption: caption,
      header: [text.say("方案包", "Package"), text.say("事件", "Event")]
        + question.returnPeriods.map {
          text.say("\(NumberText.plain($0)) 中之一", "1 in \(NumberText.plain($0))")
        },
      rows: packages.flatMap { package in
        events.map { event in
          ["\(text.package(package))", "\(text.event(event))"]
            + answer.cells[package][event][keyPath: levels].map { level in
              let mean = NumberText.percentDigits(level.tailMean, decimals: 3)
              return "\(text.cell(level))<br><small>\(text.say("平均", "mean")) \(mean)</small>"
            }
        }
      }, wordColumns: 2, style: "small")
  }
}
