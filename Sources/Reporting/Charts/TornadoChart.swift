/// How far a figure moves from its base when each factor goes to its low and to its high end.
///
/// The factor that moves it most is at the top.
struct TornadoChart {
  /// A factor.
  struct Row {
    var label: String
    /// The figure with the factor at its low and at its high end.
    var low: ChartValue
    var high: ChartValue
    /// The settings of the two ends, such as `20 %`.
    var lowLabel: String
    var highLabel: String
    var tooltip: String

    /// The longest move from a base.
    func reach(from base: Double) -> Double {
      max((low.value - base).magnitude, (high.value - base).magnitude)
    }
  }

  var rows: [Row]
  /// The figure with every factor at its base.
  var base: ChartMark
  var axis: ChartAxis
  /// What the two kinds of bars mean: factor at its low end, factor at its high end.
  var lowName: String
  var highName: String
  var labelWidth = 230.0
  var width = 960.0

  private static let rowHeight = 34.0
  private static let room = 92.0

  /// Draws it; `label` is for screen readers.
  func markup(label: String) -> Markup {
    let (left, right, top) = (labelWidth + Self.room, width - Self.room, 36.0)
    let bottom = top + Self.rowHeight * Double(rows.count)
    var canvas = Canvas(width: width, height: bottom + 78)
    let placed = axis.placed(
      rows.flatMap { $0.low.extent + $0.high.extent } + [base.value], from: left, to: right)
    for tick in placed.ticks {
      let x = placed.scale(tick.value)
      canvas.line(x, top, x, bottom, stroke: "#d5d5d5")
      canvas.text(tick.text, x: x, y: bottom + 18, anchor: .middle)
    }
    canvas.text(axis.title, x: (left + right) / 2, y: bottom + 38, anchor: .middle, size: 12.5)
    for (position, row) in sorted.enumerated() {
      draw(row, y: top + Self.rowHeight * (Double(position) + 0.5), placed.scale, &canvas)
    }
    let x = placed.scale(base.value)
    canvas.line(x, top - 6, x, bottom, stroke: "#111", width: 1.8)
    canvas.text(base.label, x: x, y: top - 12, anchor: .middle, size: 12.5)
    let legend = ChartLegend(
      entries: [lowName, highName], width: width - left, sampleWidth: 26, left: left)
    legend.draw(top: bottom + 50, on: &canvas) { position, x, y, canvas in
      canvas.rectangle(x: x, y: y - 7, width: 26, height: 14, fill: Self.fills[position])
    }
    return canvas.markup(label: label)
  }

  private static let fills = [Fill.part(0), Fill.part(1)]

  /// Rows by how far they reach; those without a figure last, equal ones as they were given.
  private var sorted: [Row] {
    rows.indices.sorted { first, second in
      let (one, other) = (rows[first].reach(from: base.value), rows[second].reach(from: base.value))
      if one.isFinite != other.isFinite { return one.isFinite }
      return one == other || !one.isFinite ? first < second : one > other
    }.map { rows[$0] }
  }

  private func draw(_ row: Row, y: Double, _ scale: LinearScale, _ canvas: inout Canvas) {
    let lines = TextWidth.lines(of: row.label, within: labelWidth - 10, size: 12.5)
    for (line, text) in lines.enumerated() {
      let offset = (Double(line) - Double(lines.count - 1) / 2) * 14
      canvas.text(text, x: labelWidth, y: y + offset + 4.5, anchor: .end, size: 12.5)
    }
    // Ends on the same side of the base would hide each other, so each takes half of the height.
    let isOneSided = (row.low.value - base.value) * (row.high.value - base.value) > 0
    let heights = isOneSided ? (y - 11, y, 11.0) : (y - 9, y - 9, 18.0)
    let ends = [(row.low, row.lowLabel, heights.0), (row.high, row.highLabel, heights.1)]
    for (position, end) in ends.enumerated() {
      let (value, text, top) = end
      let (from, to) = (scale(base.value), scale(value.value))
      canvas.rectangle(
        x: min(from, to), y: top, width: (to - from).magnitude, height: heights.2,
        fill: Self.fills[position], title: row.tooltip)
      drawWhisker(value, y: top + heights.2 / 2, scale, &canvas)
      let pixels = value.extent.map { scale($0) }
      let isLeft = to < from
      let edge = isLeft ? (pixels.min() ?? to) - 6 : (pixels.max() ?? to) + 6
      canvas.text(
        text, x: edge, y: top + heights.2 / 2 + 4.2, anchor: isLeft ? .end : .start,
        size: isOneSided ? 11 : 12, halo: true)
    }
  }

  private func drawWhisker(
    _ value: ChartValue, y: Double, _ scale: LinearScale, _ canvas: inout Canvas
  ) {
    guard let lower = value.lower, let upper = value.upper else { return }
    let (low, high) = (scale(lower), scale(upper))
    canvas.line(low, y, high, y, stroke: "#fff", width: 4)
    canvas.line(low, y, high, y, stroke: "#111", width: 1.6)
    for end in [low, high] { canvas.line(end, y - 4, end, y + 4, stroke: "#111", width: 1.6) }
  }
}
