import Households

@testable import Reporting

/// One of each kind of chart, with long names, gaps, and figures that do not exist.
enum MadeUpCharts {
  static let all: [(name: String, drawing: @Sendable (Language) -> Markup)] = [
    ("LineChart", { lines($0).markup(label: "lines") }),
    ("LineChart exceedance", { exceedance($0).markup(label: "exceedance") }),
    ("ScatterPlot", { scatter($0).markup(label: "scatter") }),
    ("HeatMap", { heat($0).markup(label: "heat") }),
    ("SmallMultiples of maps", { multiplesOfMaps($0).markup }),
    ("SmallMultiples of lines", { multiplesOfLines($0).markup }),
    ("TornadoChart", { tornado($0).markup(label: "tornado") }),
    ("GroupedBars", { bars($0).markup(label: "bars") }),
  ]

  static func say(_ language: Language, _ chinese: String, _ english: String) -> String {
    language == .chinese ? chinese : english
  }

  static func lines(_ language: Language) -> LineChart {
    let settings = [800.0, 1_000, 1_200, 1_400, 1_600, 1_800, 2_000]
    let names = [
      say(language, "基准情景", "Baseline"),
      say(language, "公益岗位增加一半并延长到二〇三〇年", "Half as many posts again, kept until 2030"),
      say(language, "两项并用", "Both"), say(language, "只有监测响应", "Response alone"),
      say(language, "暂停", "Suspended"), say(language, "其他", "Other"),
    ]
    return LineChart(
      series: names.enumerated().map { line, name in
        LineChart.Series(
          label: name,
          points: settings.enumerated().map { place, setting in
            let value =
              0.0062 - 0.0006 * Double(place) * (1 + 0.12 * Double(line)) + 0.0001 * Double(line)
            let isMissing = line == 3 && place == 2
            return LineChart.Point(
              at: setting,
              figure: isMissing
                ? ChartValue(.nan)
                : ChartValue(
                  value, lower: line < 2 ? value - 0.0004 : nil,
                  upper: line < 2 ? value + 0.0005 : nil),
              tooltip: line < 3 ? "\(setting)" : nil)
          })
      },
      across: ChartAxis(
        title: say(language, "临时救助标准（元/人）", "Relief (yuan a person)"), ticks: settings),
      up: ChartAxis(
        title: say(language, "2030 年底返贫率（%）", "Stock of 2030 (%)"), text: ChartAxis.percent),
      acrossMarks: [
        ChartMark(value: 1_000, label: say(language, "现行标准", "today")),
        ChartMark(
          value: 1_100, label: say(language, "预算允许的最高标准", "the most that the budget allows")),
      ],
      upMarks: [ChartMark(value: 0.003, label: say(language, "刚性上限 0.30 %", "hard limit 0.30 %"))],
      highlights: [
        LineChart.Highlight(
          at: ChartValue(1_720, lower: 1_610, upper: 1_860), figure: 0.003,
          label: say(language, "恰好达标：1,720 元", "meets it: 1,720"))
      ])
  }

  static func exceedance(_ language: Language) -> LineChart {
    LineChart(
      series: (0..<3).map { line in
        LineChart.Series(
          label: [say(language, "大旱", "Drought"), say(language, "失业", "Jobs"), "—"][line],
          points: (0..<30).map { place in
            let share = 1 - Double(place) / 30
            let size = 0.001 * Double(line + 1) * (1 + Double(place * place) / 30)
            return LineChart.Point(at: size, figure: ChartValue(share))
          }, isStepped: true)
      },
      across: ChartAxis(
        title: say(language, "返贫率（%，对数轴）", "Stock (%, logarithmic)"), text: ChartAxis.percent,
        isLogarithmic: true),
      up: ChartAxis(
        title: say(language, "超过的概率（%）", "Chance of more (%)"), text: ChartAxis.percent,
        includesZero: true),
      acrossMarks: [ChartMark(value: 0.003, label: say(language, "上限 0.30 %", "limit 0.30 %"))])
  }

  static func scatter(_ language: Language) -> ScatterPlot {
    ScatterPlot(
      points: (0..<14).map { place in
        let cost = Double((place * 37) % 23) - 6
        let effect = Double((place * 53) % 29) - 9
        return ScatterPlot.Point(
          across: ChartValue(cost, lower: cost - 1.5, upper: cost + 1.2),
          up: ChartValue(effect, lower: effect - 2, upper: effect + 2),
          label: say(language, "方案 \(place)", "Package \(place)"), tooltip: "\(place)",
          group: place % 3, isHollow: place % 4 == 3)
      },
      groups: [
        say(language, "收入类", "Income"), say(language, "医疗类", "Health"),
        say(language, "监测类", "Finding"),
      ],
      across: ChartAxis(title: say(language, "新增成本（亿元）", "More cost (100 million yuan)")),
      up: ChartAxis(title: say(language, "避免的返贫人年（千）", "Person-years avoided (thousand)")),
      hasQuadrants: true,
      quadrantNames: [
        say(language, "省钱且有效", "saves and works"), say(language, "有效但花钱", "works at a cost"),
        say(language, "省钱但有害", "saves and harms"), say(language, "花钱且有害", "costs and harms"),
      ],
      rays: [
        ScatterPlot.Ray(slope: 1, label: say(language, "1 万元/人年", "10,000 yuan a year")),
        ScatterPlot.Ray(slope: 3, label: say(language, "0.33 万元/人年", "3,300 yuan a year")),
      ], frontier: [0, 6, 2])
  }

  static func heat(_ language: Language, shift: Double = 0) -> HeatMap {
    HeatMap(
      acrossTitle: say(language, "临时救助标准（元/人）", "Relief (yuan a person)"),
      acrossLabels: ["800", "1,000", "1,200", "1,400", "1,600"],
      upTitle: say(language, "公益岗位（个/千人）", "Posts (per thousand)"),
      upLabels: ["0", "5", "10", "20"],
      cells: (0..<4).map { row in
        (0..<5).map { column in
          let value =
            row == 3 && column == 0
            ? Double.nan : 0.0058 - 0.0005 * Double(row) - 0.0006 * Double(column) + shift
          return HeatMap.Cell(
            figure: ChartValue(value, lower: value - 0.0003, upper: value + 0.0003),
            text: NumberText.percentDigits(value), tooltip: "\(row) × \(column)")
        }
      },
      unit: say(language, "2030 年底返贫率（%）", "Stock of 2030 (%)"),
      shadeText: { NumberText.percentDigits($0) },
      limit: ChartMark(
        value: 0.003, label: say(language, "粗线：上限 0.30 % 的分界", "thick line: the limit of 0.30 %")),
      undecidedLabel: say(language, "区间跨越上限，尚无定论", "the interval holds the limit: undecided"))
  }

  static func multiplesOfMaps(_ language: Language) -> SmallMultiples {
    SmallMultiples(
      [
        (say(language, "年景正常", "Usual years"), heat(language)),
        (say(language, "大旱之年", "Drought"), heat(language, shift: 0.002)),
      ], label: "maps")
  }

  static func multiplesOfLines(_ language: Language) -> SmallMultiples {
    var chart = lines(language)
    chart.series = Array(chart.series.prefix(3))
    return SmallMultiples(
      [
        (say(language, "毕节市", "Bijie"), chart), (say(language, "遵义市", "Zunyi"), chart),
        (say(language, "黔东南州", "Qiandongnan"), chart),
      ], columns: 3, label: "lines")
  }

  static func tornado(_ language: Language) -> TornadoChart {
    TornadoChart(
      rows: [
        (0.0041, 0.0062, "大病发生率", "Rate of serious illness"),
        (
          0.0051, 0.0049, "务工工资的年增长",
          "Yearly growth of wages of migrants who work in other provinces"
        ),
        (0.0066, 0.0057, "粮价（两端都使返贫率升高）", "Price of grain (both ends raise it)"),
        (.nan, .nan, "没有结果", "No figure"),
      ].map { low, high, chinese, english in
        TornadoChart.Row(
          label: say(language, chinese, english),
          low: ChartValue(low, lower: low - 0.0002, upper: low + 0.0002), high: ChartValue(high),
          lowLabel: "10 %", highLabel: "35 %", tooltip: english)
      },
      base: ChartMark(value: 0.005, label: say(language, "基准 0.50 %", "base 0.50 %")),
      axis: ChartAxis(
        title: say(language, "2030 年底返贫率（%）", "Stock of 2030 (%)"), text: ChartAxis.percent),
      lowName: say(language, "因素取下限", "factor at its low end"),
      highName: say(language, "因素取上限", "factor at its high end"))
  }

  static func bars(_ language: Language) -> GroupedBars {
    GroupedBars(
      categories: [(12.0, 9.5), (-3, 1), (6, .nan), (0.4, 0.2)].enumerated().map { place, pair in
        GroupedBars.Category(
          label: say(
            language, "第 \(place + 1) 条 医疗保障与救助",
            "Article \(place + 1): health protection and relief"),
          figures: [
            ChartValue(pair.0, lower: pair.0 - 2, upper: pair.0 + 1.4),
            ChartValue(pair.1, lower: pair.1 - 1, upper: pair.1 + 1),
          ],
          texts: [pair.0, pair.1].map { "\(NumberText.fixed($0, decimals: 1)) [−2.1, 3.4]" })
      },
      series: [say(language, "沙普利值", "Shapley value"), say(language, "单独实施", "Alone")],
      axis: ChartAxis(title: say(language, "避免的返贫人年（千）", "Person-years avoided (thousand)")),
      marks: [ChartMark(value: 10, label: say(language, "目标", "target"))])
  }
}
