/// Points in a plane of two figures, such as policies by their cost and their effect.
///
/// Groups differ by the shape of their points, so that they can be told apart in print.
struct ScatterPlot {
  /// A point.
  struct Point {
    var across: ChartValue
    var up: ChartValue
    /// A short name beside it.
    var label: String?
    var tooltip: String
    /// Position of its group.
    var group = 0
    /// Drawn white inside: for what is dominated, or does not count.
    var isHollow = false
  }
  /// A line through the origin, such as a willingness to pay.
  struct Ray {
    var slope: Double
    var label: String
  }

  var points: [Point]
  /// Names of the groups; a legend is drawn if there are several.
  var groups: [String] = []
  var across: ChartAxis
  var up: ChartAxis
  /// Whether lines through zero divide the plane into quadrants.
  var hasQuadrants = false
  /// What the quadrants mean: upper left, upper right, lower left, lower right.
  var quadrantNames: [String] = []
  var rays: [Ray] = []
  var acrossMarks: [ChartMark] = []
  var upMarks: [ChartMark] = []
  /// Points by position that are joined by a line, such as those that nothing dominates.
  var frontier: [Int] = []
  var width = 960.0
  var plotHeight = 400.0

  private typealias Placed = (scale: LinearScale, ticks: [(value: Double, text: String)])
  private typealias Scales = (across: Placed, up: Placed)

  /// Draws it; `label` is for screen readers.
  func markup(label: String) -> Markup {
    let axes = Axes(
      left: leftRoom, right: width - 24, top: 40, bottom: 40 + plotHeight)
    let legend = ChartLegend(
      entries: groups.count > 1 ? groups : [], width: width - axes.left, sampleWidth: 16,
      left: axes.left)
    var canvas = Canvas(width: width, height: axes.bottom + 50 + legend.height)
    let scales = (across: placedAcross(axes), up: placedUp(axes))
    axes.draw(
      across: scales.across, acrossTitle: across.title, up: scales.up, upTitle: up.title,
      on: &canvas)
    if hasQuadrants { drawQuadrants(axes, scales, &canvas) }
    var texts = FreePlaces(within: (axes.left, axes.right, axes.top, axes.bottom))
    let middles = points.map {
      (scales.across.scale($0.across.value), scales.up.scale($0.up.value))
    }
    for middle in middles { texts.keepFree(around: middle, radius: 8) }
    drawMarks(axes, scales, &texts, &canvas)
    for ray in rays { draw(ray, axes, scales, &texts, &canvas) }
    canvas.polyline(
      frontier.filter(points.indices.contains).map { middles[$0] }, stroke: "#111", width: 1.6)
    for point in points { drawCross(point, scales, &canvas) }
    for (point, middle) in zip(points, middles) { draw(point, at: middle, &canvas) }
    for (point, middle) in zip(points, middles) {
      guard let name = point.label else { continue }
      texts.draw(name, near: middle, on: &canvas)
    }
    legend.draw(top: axes.bottom + 48, on: &canvas) { position, x, y, canvas in
      ChartSymbol.group(position).draw(
        x: x + 8, y: y, colour: LineStyle.series(position).colour, on: &canvas)
    }
    return canvas.markup(label: label)
  }

  private var acrossValues: [Double] {
    points.flatMap(\.across.extent) + acrossMarks.map(\.value) + (hasQuadrants ? [0] : [])
  }
  private var upValues: [Double] {
    points.flatMap(\.up.extent) + upMarks.map(\.value) + (hasQuadrants ? [0] : [])
  }
  private func placedAcross(_ axes: Axes) -> Placed {
    across.placed(
      acrossValues, from: axes.left, to: axes.right, count: max(3, Int(width / 130)))
  }
  private func placedUp(_ axes: Axes) -> Placed {
    up.placed(upValues, from: axes.bottom, to: axes.top, count: 7)
  }
  private var leftRoom: Double {
    let texts = up.placed(upValues, from: 1, to: 0, count: 7).ticks.map(\.text)
    return max(44, (texts.map { TextWidth.pixels(of: $0, size: 13) }.max() ?? 0) + 16)
  }

  private func drawQuadrants(_ axes: Axes, _ scales: Scales, _ canvas: inout Canvas) {
    let (x, y) = (scales.across.scale(0), scales.up.scale(0))
    canvas.line(x, axes.top, x, axes.bottom, width: 1.4)
    canvas.line(axes.left, y, axes.right, y, width: 1.4)
    let corners: [(Double, Double, Canvas.Anchor)] = [
      (axes.left + 6, axes.top + 14, .start), (axes.right - 6, axes.top + 14, .end),
      (axes.left + 6, axes.bottom - 8, .start), (axes.right - 6, axes.bottom - 8, .end),
    ]
    for (name, corner) in zip(quadrantNames, corners) {
      canvas.text(
        name, x: corner.0, y: corner.1, anchor: corner.2, size: 12, fill: "#555", halo: true)
    }
  }

  private func drawMarks(
    _ axes: Axes, _ scales: Scales, _ texts: inout FreePlaces, _ canvas: inout Canvas
  ) {
    for mark in acrossMarks {
      let x = scales.across.scale(mark.value)
      canvas.line(x, axes.top, x, axes.bottom, stroke: "#111", width: 1.4, dash: "6 4")
      texts.draw(mark.label, near: (x, axes.top + 8), on: &canvas)
    }
    for mark in upMarks {
      let y = scales.up.scale(mark.value)
      canvas.line(axes.left, y, axes.right, y, stroke: "#111", width: 1.4, dash: "6 4")
      texts.draw(mark.label, near: (axes.right - 60, y), on: &canvas)
    }
  }

  /// A line through the origin, as far as it lies inside the plot.
  private func draw(
    _ ray: Ray, _ axes: Axes, _ scales: Scales, _ texts: inout FreePlaces,
    _ canvas: inout Canvas
  ) {
    // Lines through the origin are straight only on linear axes.
    guard !across.isLogarithmic, !up.isLogarithmic, ray.slope.isFinite else { return }
    let (wide, high) = (scales.across.scale.domain, scales.up.scale.domain)
    var ends = [wide.lowerBound, wide.upperBound]
    if ray.slope != 0 {
      let crossings = [high.lowerBound / ray.slope, high.upperBound / ray.slope].sorted()
      ends = [max(ends[0], crossings[0]), min(ends[1], crossings[1])]
    }
    guard ends[0] < ends[1] else { return }
    let pixels = ends.map { (scales.across.scale($0), scales.up.scale($0 * ray.slope)) }
    canvas.line(
      pixels[0].0, pixels[0].1, pixels[1].0, pixels[1].1, stroke: "#555", width: 1.2, dash: "3 3")
    texts.draw(ray.label, near: pixels[1], on: &canvas)
  }

  private func drawCross(_ point: Point, _ scales: Scales, _ canvas: inout Canvas) {
    let colour = LineStyle.series(point.group).colour
    let (x, y) = (scales.across.scale(point.across.value), scales.up.scale(point.up.value))
    if let lower = point.across.lower, let upper = point.across.upper {
      canvas.line(
        scales.across.scale(lower), y, scales.across.scale(upper), y, stroke: colour, width: 1.2)
    }
    if let lower = point.up.lower, let upper = point.up.upper {
      canvas.line(x, scales.up.scale(lower), x, scales.up.scale(upper), stroke: colour, width: 1.2)
    }
  }

  private func draw(_ point: Point, at middle: (Double, Double), _ canvas: inout Canvas) {
    ChartSymbol.group(point.group).draw(
      x: middle.0, y: middle.1, colour: LineStyle.series(point.group).colour,
      isHollow: point.isHollow, title: point.tooltip, on: &canvas)
  }
}
