/// Figures by category as horizontal bars with whiskers of their 95 % intervals; several figures of a
/// category stand one below the other.
struct GroupedBars {
  /// A category with a figure for each series, and its text.
  struct Category {
    var label: String
    var figures: [ChartValue]
    var texts: [String]
  }

  var categories: [Category]
  /// Names of the series, in the order of `figures`; a legend is drawn if there are several.
  var series: [String]
  var axis: ChartAxis
  var marks: [ChartMark] = []
  var labelWidth = 220.0
  var width = 960.0

  private static let barHeight = 17.0

  /// Draws it; `label` is for screen readers.
  func markup(label: String) -> Markup {
    let (left, right, top) = (labelWidth + 12, width - textRoom, 36.0)
    let groupHeight = Self.barHeight * Double(max(1, series.count)) + 10
    let bottom = top + groupHeight * Double(categories.count)
    let legend = ChartLegend(
      entries: series.count > 1 ? series : [], width: width - left, sampleWidth: 26, left: left)
    var canvas = Canvas(width: width, height: bottom + 50 + legend.height)
    var lengths = axis
    // The length of a bar means its figure only if it starts at zero.
    lengths.includesZero = true
    lengths.isLogarithmic = false
    let placed = lengths.placed(
      categories.flatMap { $0.figures.flatMap(\.extent) } + marks.map(\.value), from: left,
      to: right)
    for tick in placed.ticks {
      let x = placed.scale(tick.value)
      canvas.line(x, top, x, bottom, stroke: "#d5d5d5")
      canvas.text(tick.text, x: x, y: bottom + 18, anchor: .middle)
    }
    canvas.text(axis.title, x: (left + right) / 2, y: bottom + 38, anchor: .middle, size: 12.5)
    for (position, category) in categories.enumerated() {
      draw(category, top: top + groupHeight * Double(position), placed.scale, &canvas)
    }
    canvas.line(placed.scale(0), top, placed.scale(0), bottom, width: 1.4)
    drawMarks(placed.scale, top: top, bottom: bottom, &canvas)
    legend.draw(top: bottom + 48, on: &canvas) { position, x, y, canvas in
      canvas.rectangle(x: x, y: y - 7, width: 26, height: 14, fill: Fill.part(position))
    }
    return canvas.markup(label: label)
  }

  private var textRoom: Double {
    let widest = categories.flatMap(\.texts).map { TextWidth.pixels(of: $0, size: 12) }.max() ?? 0
    return widest + 22
  }

  private func draw(
    _ category: Category, top: Double, _ scale: LinearScale, _ canvas: inout Canvas
  ) {
    let height = Self.barHeight * Double(category.figures.count)
    let lines = TextWidth.lines(of: category.label, within: labelWidth - 8, size: 12.5)
    for (line, text) in lines.enumerated() {
      let offset = (Double(line) - Double(lines.count - 1) / 2) * 14
      canvas.text(
        text, x: labelWidth, y: top + 5 + height / 2 + offset + 4.5, anchor: .end, size: 12.5)
    }
    for (position, figure) in category.figures.enumerated() {
      let y = top + 5 + Self.barHeight * (Double(position) + 0.5)
      let (from, to) = (scale(0), scale(figure.value))
      canvas.rectangle(
        x: min(from, to), y: y - 6.5, width: (to - from).magnitude, height: 13,
        fill: Fill.part(position), title: tooltip(category, position))
      if let lower = figure.lower, let upper = figure.upper {
        let (low, high) = (scale(lower), scale(upper))
        canvas.line(low, y, high, y, stroke: "#fff", width: 4)
        canvas.line(low, y, high, y, stroke: "#111", width: 1.6)
        for end in [low, high] { canvas.line(end, y - 4, end, y + 4, stroke: "#111", width: 1.6) }
      }
      guard category.texts.indices.contains(position) else { continue }
      canvas.text(
        category.texts[position], x: width - textRoom + 14, y: y + 4.2, size: 12)
    }
  }

  private func tooltip(_ category: Category, _ position: Int) -> String {
    let pieces =
      [category.label]
      + (series.indices.contains(position) && series.count > 1 ? [series[position]] : [])
      + (category.texts.indices.contains(position) ? [category.texts[position]] : [])
    return pieces.joined(separator: " · ")
  }

  private func drawMarks(
    _ scale: LinearScale, top: Double, bottom: Double, _ canvas: inout Canvas
  ) {
    let texts = marks.map {
      TextRows.Text(content: $0.label, middle: scale($0.value), within: 4...max(5, width - 4))
    }
    for mark in marks {
      let x = scale(mark.value)
      canvas.line(x, top - 6, x, bottom, stroke: "#111", width: 1.6, dash: "6 4")
    }
    TextRows.draw(texts, above: top - 10, on: &canvas)
  }
}
