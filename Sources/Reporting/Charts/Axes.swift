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
