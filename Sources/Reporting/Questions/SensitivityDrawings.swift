import Estimation
import Experiments
import Households
import Simulation

extension SensitivityText {
  private static let labelWidth = 340.0

  private func rateAxis(_ title: String) -> ChartAxis {
    ChartAxis(title: title, text: ChartAxis.percent)
  }

  private func value(_ interval: PercentileInterval) -> ChartValue {
    ChartValue(interval.value, lower: interval.lower95, upper: interval.upper95)
  }

  /// Themes by μ*.
  var themeBars: Markup {
    let rows = answer.themes.filter { !$0.isNothing }.prefix(15)
    return GroupedBars(
      categories: rows.map { row in
        GroupedBars.Category(
          label: Self.clipped("\(name(row, isTheme: true))（\(row.places.count)）"),
          figures: [value(row.effect.meanSize)], texts: [points(row.effect.meanSize)])
      }, series: [say("μ*", "μ*")],
      axis: rateAxis(
        say(
          "μ*：主题内所有数值一起变动时返贫率的平均改变（百分点）",
          "μ*: mean change of the rate when all numbers of the theme move (percentage points)")),
      labelWidth: Self.labelWidth
    ).markup(label: say("主题筛选", "Screening of themes"))
  }

  /// μ* against σ of the numbers.
  var screeningPlot: Markup {
    let rows = answer.screened.filter { !$0.isNothing }
    let points = rows.enumerated().map { rank, row in
      ScatterPlot.Point(
        across: ChartValue(row.effect.meanSize.value), up: ChartValue(row.effect.deviation ?? .nan),
        label: rank < 8 ? row.name : nil,
        tooltip: "\(row.name): μ* \(self.points(row.effect.meanSize))",
        isHollow: row.effect.meanSize.value < 2 * row.noise)
    }.filter { $0.up.value.isFinite }
    return ScatterPlot(
      points: points, across: rateAxis(say("μ*（百分点）", "μ* (percentage points)")),
      up: rateAxis(say("σ（百分点）", "σ (percentage points)")), rays: []
    ).markup(label: say("Morris 筛选", "Morris screening"))
  }

  /// First and total index of the leading numbers.
  var indexBars: Markup {
    let rest = (answer.indices?.rows ?? []).filter { $0.place == nil }
    let rows = ranked + rest
    return GroupedBars(
      categories: rows.map { row in
        GroupedBars.Category(
          label: row.place.map(label) ?? say("其余所有数值", "All other numbers"),
          figures: [value(row.index.total), value(row.index.first)],
          texts: [share(row.index.total), share(row.index.first)])
      },
      series: [
        say("总指数（单独及与他数值交互）", "total: alone or with others"), say("一阶指数（单独）", "first order: alone"),
      ], axis: rateAxis(say("占方差的百分比", "Per cent of the variance")), labelWidth: Self.labelWidth
    ).markup(label: say("Sobol' 指数", "Sobol' indices"))
  }

  /// PAWN of the leading numbers against what a number without influence has; `nil` without PAWN.
  var pawnBars: Markup? {
    let rows = ranked.compactMap { row in row.pawn.map { (row: row, pawn: $0) } }
      .sorted { $0.pawn.median > $1.pawn.median }
    guard let floor = rows.map(\.pawn.floor.median95).max() else { return nil }
    return GroupedBars(
      categories: rows.map { row, pawn in
        GroupedBars.Category(
          label: label(row.place ?? 0),
          figures: [
            ChartValue(
              pawn.median, lower: pawn.median - Self.reach * pawn.medianError,
              upper: pawn.median + Self.reach * pawn.medianError)
          ], texts: [NumberText.fixed(pawn.median, decimals: 2)])
      }, series: ["PAWN"], axis: ChartAxis(title: say("PAWN（各切片中位数）", "PAWN (median over slices)")),
      marks: [
        ChartMark(value: floor, label: say("无影响的数值（95 %）", "a number without influence (95 %)"))
      ], labelWidth: Self.labelWidth
    ).markup(label: "PAWN")
  }

  /// Standard errors to either side.
  private static let reach = Estimator.halfWidth(variance: 1)

  /// The leading numbers at both ends of what is believed about them.
  var tornadoChart: Markup {
    TornadoChart(
      rows: answer.tornado.map { row in
        let parameter = answer.numbers.declared[row.place]
        let setting = { SettingText.value($0, unit: parameter.unit, language) }
        return TornadoChart.Row(
          label: Self.clipped(meaning(row.place), columns: 34), low: ChartValue(row.atLow.estimate),
          high: ChartValue(row.atHigh.estimate), lowLabel: setting(row.low),
          highLabel: setting(row.high),
          tooltip:
            "\(parameter.name): \(points(row.atLow.estimate)) … \(points(row.atHigh.estimate))"
        )
      }, base: ChartMark(value: 0, label: say("声明值", "as declared")),
      axis: rateAxis(say("返贫率的改变（百分点）", "Change of the rate (percentage points)")),
      lowName: say("5 %分位数", "5 % quantile"), highName: say("95 %分位数", "95 % quantile"),
      labelWidth: 260
    ).markup(label: say("龙卷风图", "Tornado"))
  }

  // MARK: Shocks by place

  /// The shock without which a place's rate is lowest, if its interval is below zero.
  func dominant(_ place: StudyFigure.Place) -> (first: ShockRow, isClear: Bool)? {
    let rows = answer.shocks.filter { $0.place == place }.sorted {
      ($0.difference.estimate.mean, $0.mechanism.rawValue)
        < ($1.difference.estimate.mean, $1.mechanism.rawValue)
    }
    guard let first = rows.first, first.difference.estimate.upper95 < 0 else { return nil }
    let next = rows.dropFirst().first?.difference.estimate.lower95 ?? 0
    return (first, first.difference.estimate.upper95 < next)
  }

  /// A letter for a shock beside its county.
  private func letter(_ mechanism: Mechanism) -> String {
    let letters: (String, String) =
      switch mechanism {
      case .drought: ("旱", "D")
      case .flood: ("涝", "F")
      case .prices: ("价", "P")
      case .illness: ("病", "I")
      case .jobs: ("工", "J")
      case .schooling: ("学", "S")
      case .accidents: ("伤", "A")
      case .epidemic: ("疫", "E")
      default: ("策", "C")
      }
    return say(letters.0, letters.1)
  }

  /// Which letter means which shock.
  var letters: String {
    provinceShocks.map { "\(letter($0.mechanism)) \($0.mechanism.name[language])" }
      .joined(separator: say("，", ", "))
  }

  /// The strongest shock of each county; shade for how much it does.
  var shockMap: Markup {
    let scenario = answer.question.baseline.scenario
    let geography = scenario.geography
    let found = scenario.counties.indices.map { dominant(.county($0)) }
    let sizes = found.compactMap { $0.map { -$0.first.difference.estimate.mean } }
    let bounds = Array(LinearScale.niceDomain(of: sizes, count: 5).1.dropFirst().dropLast())
    let positions = Dictionary(
      uniqueKeysWithValues: scenario.counties.enumerated().map { ($0.element, $0.offset) })
    let map = CountyMap(
      title: say("去掉后返贫率下降最多的冲击", "Shock without which the rate falls most"),
      points: geography.counties.enumerated().map { index, county in
        let own = positions[index].flatMap { found[$0] }
        return CountyMap.Point(
          latitude: county.latitude, longitude: county.longitude,
          value: own.map { -$0.first.difference.estimate.mean },
          tooltip: county.name + ": "
            + (own.map {
              "\($0.first.mechanism.name[language]) \(points($0.first.difference.estimate))"
            } ?? say("分不出", "not resolved")),
          mark: own.map { letter($0.first.mechanism) })
      }, names: prefectureNames, classBounds: bounds, limit: nil)
    let legend = CountyMap.legend(
      bounds: bounds, unit: say("返贫率下降（百分点）", "Fall of the rate (percentage points)"),
      below: say("小圆：分不出", "small: not resolved"), above: "", label: say("图例", "Key"))
    return "<div class=\"pair\">\(map.markup(label: map.title))</div>\(legend)"
  }

  private var prefectureNames: [CountyMap.Name] {
    let geography = answer.question.baseline.scenario.geography
    return geography.prefectures.enumerated().compactMap { position, prefecture in
      let counties = geography.counties.filter { $0.prefecture == position }
      guard !counties.isEmpty else { return nil }
      let count = Double(counties.count)
      return CountyMap.Name(
        latitude: counties.map(\.latitude).reduce(0, +) / count,
        longitude: counties.map(\.longitude).reduce(0, +) / count,
        text: say(prefecture.name, prefecture.latinName))
    }
  }
}
