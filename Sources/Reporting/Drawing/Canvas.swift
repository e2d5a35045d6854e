/// A drawing in SVG: plain shapes with coordinates in pixels, origin at the upper left.
///
/// A figure that does not exist (one replication has no interval) has no place on paper: shapes with a
/// coordinate that is not a number are left out.
struct Canvas {
  /// Width and height in pixels; the page scales the drawing to its column.
  let width: Double
  let height: Double
  private var shapes = Markup()

  /// Where a text stands relative to its point.
  enum Anchor: String { case start, middle, end }

  /// An empty drawing.
  init(width: Double, height: Double) {
    self.width = width
    self.height = height
  }

  /// The finished drawing; `label` is read aloud by screen readers.
  func markup(label: String) -> Markup {
    """
    <svg viewBox="0 0 \(width) \(height)" role="img" aria-label="\(label)">\(shapes)</svg>
    """
  }

  /// Adds a straight line.
  mutating func line(
    _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, stroke: String = "#222",
    width: Double = 1, dash: String = "none"
  ) {
    guard Self.exist(x1, y1, x2, y2) else { return }
    shapes += """
      <line x1="\(x1)" y1="\(y1)" x2="\(x2)" y2="\(y2)" stroke="\(stroke)" \
      stroke-width="\(width)" stroke-dasharray="\(dash)"/>
      """
  }

  /// Adds a line through points.
  mutating func polyline(
    _ points: [(Double, Double)], stroke: String, width: Double, dash: String = "none"
  ) {
    shapes += """
      <polyline points="\(Self.list(points))" fill="none" stroke="\(stroke)" \
      stroke-width="\(width)" stroke-dasharray="\(dash)"/>
      """
  }

  /// Adds a filled area with its corners in order; what lies below a sheer one shines through.
  mutating func polygon(
    _ points: [(Double, Double)], fill: String, stroke: String = "none", strokeWidth: Double = 1,
    isSheer: Bool = false, title: String? = nil
  ) {
    let opacity: Markup = isSheer ? " fill-opacity=\"0.16\"" : ""
    shapes += """
      <polygon points="\(Self.list(points))" fill="\(fill)" stroke="\(stroke)" \
      stroke-width="\(strokeWidth)"\(opacity)>\(Self.tooltip(title))</polygon>
      """
  }

  /// Adds a rectangle.
  mutating func rectangle(
    x: Double, y: Double, width: Double, height: Double, fill: String,
    stroke: String = Fill.ink, title: String? = nil
  ) {
    guard Self.exist(x, y, width, height) else { return }
    shapes += """
      <rect x="\(x)" y="\(y)" width="\(width)" height="\(height)" fill="\(fill)" \
      stroke="\(stroke)" stroke-width="0.8">\(Self.tooltip(title))</rect>
      """
  }

  /// Adds a circle.
  mutating func circle(
    x: Double, y: Double, radius: Double, fill: String, stroke: String = Fill.ink,
    title: String? = nil
  ) {
    guard Self.exist(x, y, radius) else { return }
    shapes += """
      <circle cx="\(x)" cy="\(y)" r="\(radius)" fill="\(fill)" stroke="\(stroke)" \
      stroke-width="1">\(Self.tooltip(title))</circle>
      """
  }

  /// Adds a text; `halo` puts a white edge around the letters so that they can lie on a shape.
  mutating func text(
    _ content: String, x: Double, y: Double, anchor: Anchor = .start, size: Double = 13,
    fill: String = "#222", bold: Bool = false, halo: Bool = false
  ) {
    guard Self.exist(x, y) else { return }
    let weight: Markup = bold ? " font-weight=\"700\"" : ""
    let edge: Markup =
      halo ? " stroke=\"#fff\" stroke-width=\"3.5\" paint-order=\"stroke\"" : ""
    shapes += """
      <text x="\(x)" y="\(y)" text-anchor="\(anchor.rawValue)" font-size="\(size)" \
      fill="\(fill)"\(weight)\(edge)>\(content)</text>
      """
  }

  private static func list(_ points: [(Double, Double)]) -> Markup {
    Markup(points.filter { exist($0.0, $0.1) }.map { "\($0.0),\($0.1) " })
  }
  private static func exist(_ coordinates: Double...) -> Bool {
    // No paper is that large: such a figure has no place on it either.
    coordinates.allSatisfy { $0.magnitude < 1e7 }
  }
  private static func tooltip(_ title: String?) -> Markup {
    title.map { "<title>\($0)</title>" } ?? ""
  }
}
