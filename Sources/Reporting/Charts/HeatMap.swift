/// Figures by two ordered factors: each cell is shaded by its figure and shows it in digits.
///
/// A thick line runs between the cells above a limit and those at or below it.
struct HeatMap {
  /// A cell.
  struct Cell {
    /// The figure with its interval; not a number where nothing was simulated.
    var figure: ChartValue
    var text: String
    /// Text that appears when a pointer rests on it, such as the interval.
    var tooltip: String
  }

  /// Names of the two factors with their units, and of their settings in order.
  var acrossTitle: String
  var acrossLabels: [String]
  var upTitle: String
  /// From the lowest, which is drawn at the bottom.
  var upLabels: [String]
  /// Cells by row from the bottom and by column from the left.
  var cells: [[Cell]]
  /// What the figures are, with their unit, and how the ends of the shades are written.
  var unit: String
  var shadeText: (Double) -> String
  /// The limit between cells, and what the line means.
  var limit: ChartMark?
  /// What an asterisk means: the interval of the cell holds the limit.
  var undecidedLabel = ""
  /// Values that shades must span besides those of the cells, so that maps can be compared.
  var covers: [Double] = []
  var width = 960.0
  var rowHeight = 34.0
  /// Whether the key of shades is drawn; maps beside each other share one.
  var hasLegend = true

  /// Draws it; `label` is for screen readers.
  func markup(label: String) -> Markup {
    let axes = Axes(
      left: leftRoom, right: width - 14, top: 34,
      bottom: 34 + rowHeight * Double(max(1, upLabels.count)))
    var canvas = Canvas(width: width, height: axes.bottom + 46 + (hasLegend ? legendHeight : 0))
    canvas.text(upTitle, x: 4, y: 20, size: 12.5)
    for row in upLabels.indices {
      let box = box(row: row, column: 0, axes)
      canvas.text(upLabels[row], x: axes.left - 7, y: box.y + box.height / 2 + 4.5, anchor: .end)
    }
    for row in cells.indices {
      for column in cells[row].indices { draw(row: row, column: column, axes, &canvas) }
    }
    for (column, text) in acrossLabels.enumerated() {
      canvas.text(
        text, x: axes.middle(column, of: acrossLabels.count), y: axes.bottom + 18,
        anchor: .middle)
    }
    canvas.text(
      acrossTitle, x: (axes.left + axes.right) / 2, y: axes.bottom + 38, anchor: .middle,
      size: 12.5)
    drawLimit(axes, &canvas)
    if hasLegend { drawLegend(left: 8, top: axes.bottom + 52, &canvas) }
    return canvas.markup(label: label)
  }

  /// The key of shades and lines, as a drawing of its own for several maps.
  func legend(label: String) -> Markup {
    var canvas = Canvas(width: width, height: legendHeight)
    drawLegend(left: 8, top: 4, &canvas)
    return canvas.markup(label: label)
  }

  /// Finite figures of the cells.
  var values: [Double] { cells.flatMap { $0.map(\.figure.value) }.filter(\.isFinite) }

  private var extent: (low: Double, high: Double) {
    let all = (values + covers).filter(\.isFinite)
    return (all.min() ?? 0, all.max() ?? 1)
  }

  private var leftRoom: Double {
    max(40, (upLabels.map { TextWidth.pixels(of: $0, size: 13) }.max() ?? 0) + 16)
  }

  private func box(
    row: Int, column: Int, _ axes: Axes
  ) -> (x: Double, y: Double, width: Double, height: Double) {
    let wide = (axes.right - axes.left) / Double(max(1, acrossLabels.count))
    return (
      axes.left + wide * Double(column), axes.bottom - rowHeight * Double(row + 1), wide, rowHeight
    )
  }

  private func draw(row: Int, column: Int, _ axes: Axes, _ canvas: inout Canvas) {
    let cell = cells[row][column]
    let box = box(row: row, column: column, axes)
    let share = share(of: cell.figure.value)
    canvas.rectangle(
      x: box.x, y: box.y, width: box.width, height: box.height,
      fill: share.map(Fill.blend) ?? "#fff", stroke: "#888", title: cell.tooltip)
    // From there on white is easier to read than black.
    let isDark = (share ?? 0) > 0.72
    let mark = isUndecided(cell) ? "*" : ""
    let size = TextWidth.pixels(of: cell.text + "*", size: 13) > box.width - 6 ? 11.0 : 13
    canvas.text(
      share == nil ? NumberText.missing : cell.text + mark, x: box.x + box.width / 2,
      y: box.y + box.height / 2 + 4.5, anchor: .middle, size: size,
      fill: isDark ? "#fff" : "#111")
  }

  /// Where a value stands between the lightest and the darkest shade.
  private func share(of value: Double) -> Double? {
    guard value.isFinite else { return nil }
    let (low, high) = extent
    return high > low ? (value - low) / (high - low) : 0.3
  }

  private func isUndecided(_ cell: Cell) -> Bool {
    guard let limit, let lower = cell.figure.lower, let upper = cell.figure.upper else {
      return false
    }
    return lower <= limit.value && limit.value < upper
  }

  private func isAbove(row: Int, column: Int) -> Bool? {
    guard let limit, cells.indices.contains(row), cells[row].indices.contains(column) else {
      return nil
    }
    let value = cells[row][column].figure.value
    return value.isFinite ? value > limit.value : nil
  }

  private func drawLimit(_ axes: Axes, _ canvas: inout Canvas) {
    for row in cells.indices {
      for column in cells[row].indices {
        guard let here = isAbove(row: row, column: column) else { continue }
        let box = box(row: row, column: column, axes)
        if let right = isAbove(row: row, column: column + 1), right != here {
          edge(box.x + box.width, box.y, box.x + box.width, box.y + box.height, &canvas)
        }
        if let over = isAbove(row: row + 1, column: column), over != here {
          edge(box.x, box.y, box.x + box.width, box.y, &canvas)
        }
      }
    }
  }

  /// Black between white, so that it is seen on light and on dark cells.
  private func edge(
    _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ canvas: inout Canvas
  ) {
    canvas.line(x1, y1, x2, y2, stroke: "#fff", width: 6)
    canvas.line(x1, y1, x2, y2, stroke: "#111", width: 3)
  }

  private var hasUndecided: Bool { cells.contains { $0.contains(where: isUndecided) } }

  private var notes: [String] {
    (limit.map { [$0.label] } ?? [])
      + (hasUndecided && !undecidedLabel.isEmpty ? [undecidedLabel] : [])
  }

  private var key: ChartLegend { ChartLegend(entries: notes, width: width) }
  private var legendHeight: Double { 30 + (notes.isEmpty ? 0 : key.height) }

  private func drawLegend(left: Double, top: Double, _ canvas: inout Canvas) {
    let (low, high) = extent
    let lowText = "\(unit)  \(shadeText(low))"
    var x = left + TextWidth.pixels(of: lowText, size: 12.5) + 8
    canvas.text(lowText, x: left, y: top + 12, size: 12.5)
    for position in 0...7 {
      canvas.rectangle(
        x: x, y: top, width: 20, height: 14, fill: Fill.blend(Double(position) / 7),
        stroke: "#888")
      x += 20
    }
    canvas.text(shadeText(high), x: x + 6, y: top + 12, size: 12.5)
    key.draw(top: top + 22, on: &canvas) { position, x, y, canvas in
      if limit != nil, position == 0 {
        canvas.line(x, y, x + 30, y, stroke: "#111", width: 3)
      } else {
        canvas.text("*", x: x + 16, y: y + 7, anchor: .middle, size: 16, bold: true)
      }
    }
  }
}
