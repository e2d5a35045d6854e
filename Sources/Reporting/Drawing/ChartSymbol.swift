/// Shapes of points that differ in print and without colour.
enum ChartSymbol: Int, CaseIterable {
  case circle, square, triangle, diamond, cross, wedge

  /// The symbol of a group by its position.
  static func group(_ position: Int) -> ChartSymbol {
    allCases[position % allCases.count]
  }

  /// Draws it; hollow ones are white inside.
  func draw(
    x: Double, y: Double, size: Double = 6, colour: String, isHollow: Bool = false,
    title: String? = nil, on canvas: inout Canvas
  ) {
    guard x.isFinite, y.isFinite else { return }
    let fill = isHollow ? "#fff" : colour
    guard self != .circle else {
      return canvas.circle(x: x, y: y, radius: size, fill: fill, stroke: colour, title: title)
    }
    canvas.polygon(
      corners.map { (x + $0.0 * size, y + $0.1 * size) }, fill: fill, stroke: colour,
      strokeWidth: 1.4, title: title)
  }

  /// Corners of about the area of a circle of radius 1.
  private var corners: [(Double, Double)] {
    switch self {
    case .circle: []
    case .square: [(-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)]
    case .triangle: [(0, -1.35), (1.25, 0.85), (-1.25, 0.85)]
    case .diamond: [(0, -1.3), (1.3, 0), (0, 1.3), (-1.3, 0)]
    case .cross:
      [
        (-0.4, -1.2), (0.4, -1.2), (0.4, -0.4), (1.2, -0.4), (1.2, 0.4), (0.4, 0.4), (0.4, 1.2),
        (-0.4, 1.2), (-0.4, 0.4), (-1.2, 0.4), (-1.2, -0.4), (-0.4, -0.4),
      ]
    case .wedge: [(0, 1.35), (1.25, -0.85), (-1.25, -0.85)]
    }
  }
}
