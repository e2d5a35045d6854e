import Estimation
import Experiments
import Households
import Simulation

/// What the report of a sensitivity analysis is written from.
public struct SensitivityPage: Sendable {
  private let answer: SensitivityAnswer

  /// The content of the report.
  ///
  /// - Parameters:
  ///   - answer: The answer.
  ///   - identity: Which question it answers.
  ///   - work: How it was computed.
  ///   - repeatCommand: The command that gives the same tables.
  /// - Returns: The content of the report.
  public static func content(
    _ answer: SensitivityAnswer, identity: QuestionIdentity, work: QuestionWork,
    repeatCommand: String
  ) -> QuestionContent {
    let page = SensitivityPage(answer: answer)
    return QuestionContent(
      identity: identity, title: answer.question.title,
      subtitle: BilingualText(chinese: "敏感性分析", english: "Sensitivity analysis"),
      question: answer.question.question
        ?? BilingualText(
          chinese: "哪些不确定的数值和冲击最重要？", english: "Which uncertain numbers and shocks matter most?"),
      answers: page.both(\.sentences), warnings: page.both(\.warnings), sections: page.sections,
      limits: page.both(\.cautions), tables: answer.tables, questionText: answer.question.text,
      repeatCommand: repeatCommand, work: work)
  }

  private func text(_ language: Language) -> SensitivityText {
    SensitivityText(answer: answer, language: language)
  }

  private func both(_ words: (SensitivityText) -> [String]) -> [BilingualText] {
    zip(words(text(.chinese)), words(text(.english))).map {
      BilingualText(chinese: $0, english: $1)
    }
  }

  private func figure(
    _ chinese: String, _ english: String, _ drawing: @escaping @Sendable (SensitivityText) -> Markup
  ) -> QuestionSection.Piece {
    .figure(caption: BilingualText(chinese: chinese, english: english)) { drawing(text($0)) }
  }

  private var sections: [QuestionSection] {
    (answer.indices == nil ? [] : [indices]) + [tornado, screening, shocks]
  }

  private var indices: QuestionSection {
    var pieces = [
      figure(
        "Sobol' 指数及其95 %自助区间，已去掉模拟噪声。总指数相加可以大于100 %，因为交互在每个参与的数值上都计入一次。",
        "Sobol' indices with 95 % bootstrap intervals, the noise of the simulation taken out. Total indices may add up to more than 100 %, because an interplay counts for every number that has a part in it.",
        \.indexBars)
    ]
    if text(.english).pawnBars != nil {
      pieces.append(
        figure(
          "PAWN：知道一个数值大致在哪里时，返贫率的整个分布会移动多远。虚线以下与毫无影响的数值无从分辨。",
          "PAWN: how far the whole distribution of the rate moves when it is known roughly where a number lies. Below the dashed line it cannot be told from a number without influence."
        ) { $0.pawnBars ?? Markup() })
    }
    pieces.append(.table { text($0).indexTable })
    return QuestionSection(
      id: "indices",
      heading: BilingualText(
        chinese: "哪些数值决定不确定性", english: "Which numbers decide the uncertainty"),
      pieces: pieces)
  }

  private var tornado: QuestionSection {
    QuestionSection(
      id: "tornado",
      heading: BilingualText(chinese: "逐一取低值和高值", english: "One by one, low and high"),
      pieces: [
        figure(
          "每个数值取其先验的5 %和95 %分位数、其他数值保持声明值时，返贫率与基准的配对差及95 %区间。",
          "Each number at the 5 % and 95 % quantile of what is believed about it, all others as declared: paired differences from the baseline with 95 % intervals.",
          \.tornadoChart), .table { text($0).tornadoTable },
      ])
  }

  private var screening: QuestionSection {
    var pieces = [
      figure(
        "主题筛选（径向 Morris，括号内为数值个数）：μ*及其95 %区间，只列前十五个有作用的主题。",
        "Screening of themes (radial Morris; number of numbers in brackets): μ* with 95 % intervals, the first fifteen themes that do anything.",
        \.themeBars)
    ]
    if !answer.screened.isEmpty {
      pieces.append(
        figure(
          "逐一变动的数值：μ*为平均效应大小，σ大表示有交互或非线性；空心点的μ*不到噪声的两倍。",
          "Numbers moved one by one: μ* is the mean size of the effect; a large σ means interplay or curvature; μ* of hollow points is less than twice the noise.",
          \.screeningPlot))
      pieces.append(.table { text($0).screeningTable })
    }
    return QuestionSection(
      id: "screening",
      heading: BilingualText(chinese: "筛选所有数值", english: "Screening of all numbers"),
      pieces: pieces)
  }

  private var shocks: QuestionSection {
    QuestionSection(
      id: "shocks",
      heading: BilingualText(chinese: "哪种冲击在哪里主导", english: "Which shock dominates where"),
      pieces: [
        .figure(
          caption: BilingualText(
            chinese: "各县去掉后返贫率下降最多的冲击（\(text(.chinese).letters)）；颜色越深下降越多。县级样本小，相邻名次往往分不出。",
            english:
              "The shock without which each county's rate falls most (\(text(.english).letters)); the darker, the more it falls. Counties' samples are small, and neighbours in rank often cannot be told apart."
          )
        ) { text($0).shockMap },
        .table { text($0).shockTable }, .table { text($0).placeTable },
      ])
  }
}

extension SensitivityText {
  private func cell(_ mean: String, _ interval: String) -> Markup {
    "<b>\(mean)</b> <span class=\"interval\">\(interval)</span>"
  }

  /// Indices and PAWN by number.
  var indexTable: ReportTable {
    let rest = (answer.indices?.rows ?? []).filter { $0.place == nil }
    return ReportTable(
      caption: say("Sobol' 指数与 PAWN", "Sobol' indices and PAWN"),
      header: [
        say("数值", "Number"), say("名称", "Name"), say("总指数", "Total"), say("一阶指数", "First order"),
        say("含噪声的总指数", "Total with noise"), "PAWN", say("无影响时的PAWN", "PAWN of nothing"),
      ],
      rows: (ranked + rest).map { row in
        [
          "\(row.place.map(meaning) ?? say("其余所有数值", "All other numbers"))",
          "<code>\(row.place.map { answer.numbers.names[$0] } ?? "")</code>",
          "\(share(row.index.total))", "\(share(row.index.first))",
          "\(NumberText.percent(row.index.noisyTotal, decimals: 0))",
          "\(row.pawn.map { NumberText.fixed($0.median, decimals: 2) } ?? "")",
          "\(row.pawn.map { NumberText.fixed($0.floor.median95, decimals: 2) } ?? "")",
        ]
      }, wordColumns: 2)
  }

  /// Ends of the tornado.
  var tornadoTable: ReportTable {
    ReportTable(
      caption: say("返贫率的改变（百分点）", "Change of the rate (percentage points)"),
      header: [
        say("数值", "Number"), say("声明值", "Declared"), say("5 %分位数", "5 % quantile"),
        say("改变", "change"), say("95 %分位数", "95 % quantile"), say("改变", "change"),
      ],
      rows: answer.tornado.map { row in
        let parameter = answer.numbers.declared[row.place]
        let setting = { SettingText.value($0, unit: parameter.unit, language) }
        return [
          "\(meaning(row.place)) <code>\(parameter.name)</code>", "\(setting(row.declared))",
          "\(setting(row.low))", "\(points(row.atLow.estimate))", "\(setting(row.high))",
          "\(points(row.atHigh.estimate))",
        ]
      })
  }

  /// The strongest numbers of the screening.
  var screeningTable: ReportTable {
    let rows = answer.screened.filter { !$0.isNothing }
    let shown = rows.prefix(25)
    return ReportTable(
      caption: say(
        "μ*最大的\(shown.count)个数值（百分点；全部\(answer.screened.count)个见 screening.csv）",
        "The \(shown.count) numbers with the largest μ* (percentage points; all \(answer.screened.count) are in screening.csv)"
      ),
      header: [say("数值", "Number"), say("名称", "Name"), "μ*", "μ", "σ", say("噪声", "Noise")],
      rows: shown.map { row in
        let digits = { (value: Double?) in
          value.map { NumberText.percentDigits($0, decimals: 3) } ?? NumberText.missing
        }
        return [
          "\(name(row, isTheme: false))", "<code>\(row.name)</code>",
          "\(points(row.effect.meanSize))", "\(digits(row.effect.mean))",
          "\(digits(row.effect.deviation))", "\(digits(row.noise))",
        ]
      }, wordColumns: 2)
  }

  /// Each shock switched off, in the province.
  var shockTable: ReportTable {
    ReportTable(
      caption: say(
        "全省去掉一种冲击时返贫率的改变（百分点）", "Change of the province's rate without a shock (percentage points)"),
      header: [say("冲击", "Shock"), say("改变", "Change")],
      rows: provinceShocks.map {
        ["\($0.mechanism.name[language])", "\(points($0.difference.estimate))"]
      }, style: "short")
  }

  /// By prefecture: the main cause of those who returned, and the shock that matters most.
  var placeTable: ReportTable {
    let geography = answer.question.baseline.scenario.geography
    let year = answer.question.rate.year
    let prefectures = Set(answer.causes.compactMap(\.prefecture)).sorted()
    let rows = ([nil] + prefectures.map { Optional($0) }).map { prefecture -> [Markup] in
      let causes = answer.causes.filter { $0.prefecture == prefecture }
        .sorted { $0.estimate.mean > $1.estimate.mean }
      let whole = causes.reduce(0) { $0 + $1.estimate.mean }
      let first = causes[0]
      let isClear = first.estimate.lower95 > causes[1].estimate.upper95
      let name = prefecture.map {
        say(geography.prefectures[$0].name, geography.prefectures[$0].latinName)
      }
      let share = whole > 0 ? first.estimate.mean / whole : .nan
      let rate = NumberText.percentDigits(first.estimate.mean)
      let interval = NumberText.percentInterval(first.estimate.lower95, first.estimate.upper95)
      let shock = dominant(prefecture.map { .prefecture($0) } ?? .province)
      return [
        "\(name ?? say("全省", "Province"))",
        "\(first.cause.cause.map { Word($0).said(in: language) } ?? first.cause.name)\(isClear ? "" : say("（与次位分不出）", " (not clear of the next)"))",
        "\(NumberText.percent(share, decimals: 0))", cell(rate, interval),
        "\(shock.map { $0.first.mechanism.name[language] + ($0.isClear ? "" : say("（与次位分不出）", " (not clear of the next)")) } ?? say("分不出", "not resolved"))",
        "\(shock.map { points($0.first.difference.estimate) } ?? "")",
      ]
    }
    return ReportTable(
      caption: say(
        "各市州：\(year)年返贫的首要原因，与去掉后下降最多的冲击",
        "By prefecture: the main cause of return in \(year), and the shock that matters most"),
      header: [
        say("地区", "Place"), say("首要原因", "Main cause"), say("占新增的份额", "share of entries"),
        say("新增返贫率（%）", "entries (%)"), say("主导冲击", "Leading shock"),
        say("去掉后的改变（百分点）", "change without it (points)"),
      ], rows: rows, wordColumns: 2)
  }
}
