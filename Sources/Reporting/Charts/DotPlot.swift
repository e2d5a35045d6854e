import Estimation

/// Figures with their 95 % intervals, one below the other: places, or effects of reforms.
struct DotPlot {
  /// One line of the plot.
  struct Row {
    var label: String
    var estimate: Estimate
    var text: String
  }

  var rows: [Row]
  var unit: String
  /// Marks drawn as dashed vertical lines, such as a limit.
  var marks: [(value: Double, label: String)] = []
  var axisText: (Double) -> (Double) -> String
  /// Pixels left of the plot for the labels.
  var labelWidth = 150.0

  /// Draws it; `label` is for screen readers.
  func markup(label: String) -> Markup {
    let rowHeight = 25.0
    let (left, right, top) = (labelWidth + 10, 730.0, 50.0)
    let bottom = top + rowHeight * Double(rows.count)
    var canvas = Canvas(width: 960, height: bottom + 34)
    let values = rows.flatMap { [$0.estimate.lower95, $0.estimate.upper95] } + marks.map(\.value)
    let (domain, ticks) = LinearScale.niceDomain(of: values)
    let scale = LinearScale(domain: domain, start: left, end: right)
    let tickText = axisText(ticks[1] - ticks[0])
    for tick in ticks {
      let zero = tick.magnitude < 1e-12
      canvas.line(
        scale(tick), top, scale(tick), bottom, stroke: zero ? "#222" : "#d5d5d5",
        width: zero ? 1.4 : 1)
      canvas.text(tickText(tick), x: scale(tick), y: bottom + 18, anchor: .middle)
    }
    canvas.text(unit, x: 762, y: bottom + 18, size: 12.5)
    for mark in marks {
      canvas.line(
        scale(mark.value), top - 8, scale(mark.value), bottom, stroke: "#111", width: 1.8,
        dash: "7 4")
      canvas.text(mark.label, x: scale(mark.value), y: top - 14, anchor: .middle, size: 12.5)
    }
    for (position, row) in rows.enumerated() {
      draw(row, y: top + rowHeight * (Double(position) + 0.5), scale, &canvas)
    }
    return canvas.markup(label: label)
  }

  private func draw(_ row: Row, y: Double, _ scale: LinearScale, _ canvas: inout Canvas) {
    canvas.text(row.label, x: labelWidth, y: y + 4.5, anchor: .end)
    guard row.estimate.mean.isFinite else { return }
    let (low, high) = (scale(row.estimate.lower95), scale(row.estimate.upper95))
    canvas.line(low, y, high, y, stroke: Fill.ink, width: 2)
    canvas.line(low, y - 5, low, y + 5, stroke: Fill.ink, width: 1.6)
    canvas.line(high, y - 5, high, y + 5, stroke: Fill.ink, width: 1.6)
    canvas.circle(
      x: scale(row.estimate.mean), y: y, radius: 5, fill: Fill.ink, title: row.text)
    canvas.text(row.text, x: 744, y: y + 4.5, size: 12.5)
  }
}
