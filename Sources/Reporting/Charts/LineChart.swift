/// Figures along an axis of numbers: several lines, each with a band of its interval if it has one.
///
/// Lines are told apart by dashes and by a label at their end, not by colour alone.
struct LineChart {
  /// A point of a line.
  struct Point {
    /// Where it stands along the axis.
    var at: Double
    /// Its figure; one that does not exist leaves a gap.
    var figure: ChartValue
    /// Text that appears when a pointer rests on it; `nil` for a point without a symbol.
    var tooltip: String?
  }
  /// A line.
  struct Series {
    var label: String
    /// Points in ascending order along the axis.
    var points: [Point]
    /// Whether the figure keeps its value until the next point, as a chance of exceedance does.
    var isStepped = false
  }
  /// A point that is to be found at once, such as the setting at which a limit is met.
  struct Highlight {
    /// Where it stands along the axis, with its interval if that is what is uncertain.
    var at: ChartValue
    var figure: Double
    var label: String
  }

  var series: [Series]
  var across: ChartAxis
  var up: ChartAxis
  /// Dashed lines from top to bottom.
  var acrossMarks: [ChartMark] = []
  /// Dashed lines from left to right.
  var upMarks: [ChartMark] = []
  var highlights: [Highlight] = []
  var width = 960.0
  var plotHeight = 270.0
  /// Whether names of lines stand at their ends; small charts beside each other share a legend.
  var labelsLines = true

  /// Draws it; `label` is for screen readers.
  func markup(label: String) -> Markup {
    let markRows = TextRows.rows(of: markTexts(width: width))
    let top = 38 + Double(markRows) * 16
    let axes = Axes(
      left: leftRoom, right: width - rightRoom, top: top, bottom: top + plotHeight)
    var canvas = Canvas(width: width, height: axes.bottom + 48)
    let scales = placed(axes)
    drawBands(scales, &canvas)
    axes.draw(
      across: scales.across, acrossTitle: across.title, up: scales.up, upTitle: up.title,
      on: &canvas)
    var texts = FreePlaces(within: (axes.left, axes.right, axes.top, axes.bottom))
    // White edges lift all lines from the bands, and none of them cuts another line.
    for line in series {
      for path in paths(of: line, scales) {
        canvas.polyline(path, stroke: "#ffffff", width: 4.2)
        texts.keepFree(along: path)
      }
    }
    drawMarks(axes, scales, &texts, &canvas)
    for position in series.indices { drawLine(position, scales, &canvas) }
    for highlight in highlights { drawSymbol(highlight, scales, &texts, &canvas) }
    for highlight in highlights {
      texts.draw(
        highlight.label, near: place(highlight, scales), bold: true, on: &canvas)
    }
    if labelsLines { drawLabels(axes, scales, &canvas) }
    return canvas.markup(label: label)
  }

  /// The key of lines, as a drawing of its own for several charts.
  static func legend(of names: [String], width: Double, label: String) -> Markup {
    let key = ChartLegend(entries: names, width: width)
    var canvas = Canvas(width: width, height: key.height)
    key.draw(top: 0, on: &canvas) { position, x, y, canvas in
      let style = LineStyle.series(position)
      canvas.line(
        x, y, x + 34, y, stroke: style.colour, width: 2.4, dash: style.dash)
      style.symbol.draw(
        x: x + 17, y: y, size: 4.5, colour: style.colour, isHollow: true, on: &canvas)
    }
    return canvas.markup(label: label)
  }

  /// All values along the axis, for charts that are to be compared.
  var acrossValues: [Double] {
    series.flatMap { $0.points.map(\.at) } + highlights.flatMap(\.at.extent)
      + acrossMarks.map(\.value)
  }
  /// All figures with their intervals.
  var upValues: [Double] {
    series.flatMap { $0.points.flatMap(\.figure.extent) } + highlights.map(\.figure)
      + upMarks.map(\.value)
  }

  private typealias Placed = (scale: LinearScale, ticks: [(value: Double, text: String)])
  private typealias Scales = (across: Placed, up: Placed)

  private func placed(_ axes: Axes) -> Scales {
    let count = max(3, Int(width / 130))
    return (
      across.placed(acrossValues, from: axes.left, to: axes.right, count: count),
      up.placed(upValues, from: axes.bottom, to: axes.top, count: plotHeight < 200 ? 4 : 6)
    )
  }

  private var leftRoom: Double {
    let ticks = up.placed(upValues, from: 1, to: 0).ticks
    let widest = ticks.map { TextWidth.pixels(of: $0.text, size: 13) }.max() ?? 0
    return max(40, widest + 16)
  }

  private static let widestLabel = 205.0
  private var names: [String] { series.map(\.label) + upMarks.map(\.label) }
  private var rightRoom: Double {
    guard labelsLines else { return 18 }
    let widest =
      names.flatMap { TextWidth.lines(of: $0, within: Self.widestLabel, size: 12.5) }
      .map { TextWidth.pixels(of: $0, size: 12.5) }.max() ?? 0
    return widest + 36
  }

  private func drawBands(_ scales: Scales, _ canvas: inout Canvas) {
    for (position, line) in series.enumerated() {
      let style = LineStyle.series(position)
      for run in runs(of: line) where run.contains(where: { $0.figure.lower != nil }) {
        let lower = path(run, isStepped: line.isStepped, scales) { $0.lower ?? $0.value }
        let upper = path(run, isStepped: line.isStepped, scales) { $0.upper ?? $0.value }
        canvas.polygon(
          upper + lower.reversed(), fill: style.colour, stroke: style.colour, strokeWidth: 0.5,
          isSheer: true)
      }
    }
  }

  private func drawLine(_ position: Int, _ scales: Scales, _ canvas: inout Canvas) {
    let style = LineStyle.series(position)
    let line = series[position]
    for path in paths(of: line, scales) {
      canvas.polyline(path, stroke: style.colour, width: 2.2, dash: style.dash)
    }
    for point in line.points {
      // A point alone is no line, so it always has a symbol.
      guard point.tooltip != nil || line.points.count == 1 else { continue }
      let (x, y) = (scales.across.scale(point.at), scales.up.scale(point.figure.value))
      style.symbol.draw(
        x: x, y: y, size: 4, colour: style.colour, isHollow: true, title: point.tooltip,
        on: &canvas)
    }
  }

  private func paths(of line: Series, _ scales: Scales) -> [[(Double, Double)]] {
    runs(of: line).map { path($0, isStepped: line.isStepped, scales, \.value) }
  }

  /// Stretches of a line without a gap.
  private func runs(of line: Series) -> [[Point]] {
    line.points.split { !$0.figure.value.isFinite }.map(Array.init)
  }

  private func path(
    _ points: [Point], isStepped: Bool, _ scales: Scales, _ value: (ChartValue) -> Double
  ) -> [(Double, Double)] {
    var path: [(Double, Double)] = []
    for point in points {
      let (x, y) = (scales.across.scale(point.at), scales.up.scale(value(point.figure)))
      if isStepped, let last = path.last { path.append((x, last.1)) }
      path.append((x, y))
    }
    return path
  }

  /// Texts of the marks above the plot, with the middle at which each would best stand.
  private func markTexts(width: Double) -> [TextRows.Text] {
    let placed = across.placed(acrossValues, from: leftRoom, to: width - rightRoom)
    return acrossMarks.map { mark in
      TextRows.Text(
        content: mark.label, middle: placed.scale(mark.value), within: 4...max(5, width - 4))
    }
  }

  private func drawMarks(
    _ axes: Axes, _ scales: Scales, _ texts: inout FreePlaces, _ canvas: inout Canvas
  ) {
    for mark in acrossMarks {
      let x = scales.across.scale(mark.value)
      canvas.line(x, axes.top - 6, x, axes.bottom, stroke: "#111", width: 1.5, dash: "6 4")
    }
    TextRows.draw(markTexts(width: width), above: axes.top - 30, on: &canvas)
    for mark in upMarks {
      let y = scales.up.scale(mark.value)
      canvas.line(axes.left, y, axes.right, y, stroke: "#111", width: 1.5, dash: "6 4")
      texts.keepFree(along: [(axes.left, y), (axes.right, y)])
      guard !labelsLines else { continue }
      let room = TextWidth.pixels(of: mark.label, size: 12) / 2
      texts.draw(mark.label, near: (axes.left + room + 8, y), on: &canvas)
    }
  }

  private func place(_ highlight: Highlight, _ scales: Scales) -> (Double, Double) {
    (scales.across.scale(highlight.at.value), scales.up.scale(highlight.figure))
  }

  private func drawSymbol(
    _ highlight: Highlight, _ scales: Scales, _ texts: inout FreePlaces, _ canvas: inout Canvas
  ) {
    let (x, y) = place(highlight, scales)
    if let lower = highlight.at.lower, let upper = highlight.at.upper {
      let (low, high) = (scales.across.scale(lower), scales.across.scale(upper))
      canvas.line(low, y, high, y, stroke: "#111", width: 2.4)
      for end in [low, high] { canvas.line(end, y - 6, end, y + 6, stroke: "#111", width: 2) }
      texts.keepFree(along: [(low, y), (high, y)])
    }
    ChartSymbol.diamond.draw(
      x: x, y: y, size: 7, colour: "#111", title: highlight.label, on: &canvas)
    texts.keepFree(around: (x, y), radius: 9)
  }

  /// Labels stand at the right, next to what they name, and move apart where they would overlap.
  private func drawLabels(_ axes: Axes, _ scales: Scales, _ canvas: inout Canvas) {
    let ends = series.map { line in
      line.points.last { $0.figure.value.isFinite && scales.across.scale($0.at).isFinite }
    }
    let targets =
      ends.map { $0.map { scales.up.scale($0.figure.value) } ?? .nan }
      + upMarks.map { scales.up.scale($0.value) }
    let starts =
      ends.map { $0.map { scales.across.scale($0.at) } ?? .nan } + upMarks.map { _ in axes.right }
    let column = LabelColumn(
      labels: zip(targets, names).map { target, name in
        LabelColumn.Label(
          target: target,
          lines: TextWidth.lines(of: name, within: Self.widestLabel, size: 12.5))
      }, bottom: axes.bottom + 6)
    for (index, place) in column.places.enumerated() {
      let colour = index < series.count ? LineStyle.series(index).colour : "#222"
      canvas.line(
        starts[index] + 5, targets[index], axes.right + 16, place, stroke: "#888", width: 0.7)
      if index < series.count {
        LineStyle.series(index).symbol.draw(
          x: axes.right + 20, y: place, size: 3.6, colour: colour, isHollow: true, on: &canvas)
      }
      let lines = column.labels[index].lines
      for (row, text) in lines.enumerated() {
        let offset = (Double(row) - Double(lines.count - 1) / 2) * LabelColumn.lineHeight
        canvas.text(
          text, x: axes.right + 28, y: place + offset + 4.5, size: 12.5, fill: colour)
      }
    }
  }
}
