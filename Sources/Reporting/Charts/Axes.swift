/// The frame of a chart: where the plot lies in the drawing, and its two kinds of axes.
struct Axes {
  let left: Double
  let right: Double
  let top: Double
  let bottom: Double

  /// Draws horizontal grid lines with their values at the left, and the unit above.
  func drawValues(
    _ ticks: [Double], scale: LinearScale, unit: String, on canvas: inout Canvas,
    text: (Double) -> String
  ) {
    for tick in ticks {
      let y = scale(tick)
      canvas.line(left, y, right, y, stroke: tick == 0 ? "#222" : "#d0d0d0")
      canvas.text(text(tick), x: left - 7, y: y + 4.5, anchor: .end)
    }
    canvas.text(unit, x: 4, y: top - 16, size: 12.5)
  }

  /// Draws the frame of a plot with two scales of numbers: grid lines, values and titles.
  func draw(
    across: (scale: LinearScale, ticks: [(value: Double, text: String)]), acrossTitle: String,
    up: (scale: LinearScale, ticks: [(value: Double, text: String)]), upTitle: String,
    on canvas: inout Canvas
  ) {
    for tick in up.ticks {
      let y = up.scale(tick.value)
      canvas.line(left, y, right, y, stroke: tick.value == 0 ? "#222" : "#dcdcdc")
      canvas.text(tick.text, x: left - 7, y: y + 4.5, anchor: .end)
    }
    canvas.line(left, bottom, right, bottom)
    var free = -Double.infinity
    for tick in across.ticks {
      let x = across.scale(tick.value)
      let half = TextWidth.pixels(of: tick.text, size: 13) / 2
      canvas.line(x, bottom, x, bottom + 5)
      // A text that would lie on the one before it is left out; its tick stays.
      guard x - half > free else { continue }
      canvas.text(tick.text, x: x, y: bottom + 19, anchor: .middle)
      free = x + half + 5
    }
    canvas.text(upTitle, x: 4, y: top - 14, size: 12.5)
    canvas.text(acrossTitle, x: (left + right) / 2, y: bottom + 39, anchor: .middle, size: 12.5)
  }

  /// Places of categories such as years: the middle of equal columns.
  func middle(_ position: Int, of count: Int) -> Double {
    left + (right - left) * (Double(position) + 0.5) / Double(max(1, count))
  }

  /// Text of round ticks of a share axis, in per cent without the sign.
  static func percentText(step: Double) -> (Double) -> String {
    let decimals = LinearScale.decimals(forStep: step * 100)
    return { NumberText.percentDigits($0, decimals: decimals) }
  }
}
