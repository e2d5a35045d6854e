/// Stacked bars, one a year or place, with the same parts in the same order.
struct StackedBars {
  /// One bar: its label, the size of each part, and the text of each part.
  struct Bar {
    var label: String
    var sizes: [Double]
    var texts: [String]
  }

  var bars: [Bar]
  /// Names of the parts, from the bottom of a bar to its top.
  var parts: [String]
  /// Words above the axis.
  var unit: String
  /// Text of a value of the axis, given the step between values.
  var axisText: (Double) -> (Double) -> String
  /// Height of the plot in pixels.
  var plotHeight = 230.0

  /// Draws it; `label` is for screen readers.
  func markup(label: String) -> Markup {
    let legendRows = (parts.count + 2) / 3
    let axes = Axes(left: 66, right: 945, top: 36, bottom: 36 + plotHeight)
    var canvas = Canvas(
      width: 960, height: axes.bottom + 34 + Double(legendRows) * 22)
    let totals = bars.map { $0.sizes.filter(\.isFinite).reduce(0, +) }
    let (domain, ticks) = LinearScale.niceDomain(of: totals, count: 5)
    let scale = LinearScale(domain: domain, start: axes.bottom, end: axes.top)
    axes.drawValues(
      ticks, scale: scale, unit: unit, on: &canvas, text: axisText(ticks[1] - ticks[0]))
    for (position, bar) in bars.enumerated() {
      draw(bar, at: axes.middle(position, of: bars.count), axes, scale, &canvas)
    }
    drawLegend(top: axes.bottom + 34, &canvas)
    return canvas.markup(label: label)
  }

  private func draw(
    _ bar: Bar, at x: Double, _ axes: Axes, _ scale: LinearScale, _ canvas: inout Canvas
  ) {
    let width = min(78, (axes.right - axes.left) / Double(max(1, bars.count)) * 0.72)
    var below = 0.0
    for (part, size) in bar.sizes.enumerated() where size.isFinite && size > 0 {
      let (bottom, top) = (scale(below), scale(below + size))
      canvas.rectangle(
        x: x - width / 2, y: top, width: width, height: bottom - top, fill: Fill.part(part),
        title: "\(bar.label) · \(parts[part]): \(bar.texts[part])")
      if bottom - top >= 17 {
        canvas.text(
          bar.texts[part], x: x, y: (bottom + top) / 2 + 4.5, anchor: .middle, size: 12,
          fill: Fill.isDark(part) ? "#fff" : "#111", bold: Fill.isPatterned(part),
          halo: Fill.isPatterned(part))
      }
      below += size
    }
    canvas.text(bar.label, x: x, y: axes.bottom + 18, anchor: .middle)
  }

  private func drawLegend(top: Double, _ canvas: inout Canvas) {
    for (part, name) in parts.enumerated() {
      let x = 66 + Double(part % 3) * 295
      let y = top + Double(part / 3) * 22
      canvas.rectangle(x: x, y: y, width: 26, height: 14, fill: Fill.part(part))
      canvas.text(name, x: x + 33, y: y + 12)
    }
  }
}
