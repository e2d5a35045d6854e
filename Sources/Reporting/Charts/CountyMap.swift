/// Counties as points at their latitude and longitude, shaded by a rate.
///
/// Points instead of outlines: no boundary file may be shipped, and equal circles do not let large
/// empty counties dominate the picture.
struct CountyMap {
  /// One county; `value` is `nil` where it was not simulated.
  struct Point {
    var latitude: Double
    var longitude: Double
    var value: Double?
    var tooltip: String
    /// A short mark beside the point, such as its rank.
    var mark: String?
  }
  /// A name at a place.
  struct Name {
    var latitude: Double
    var longitude: Double
    var text: String
  }

  var title: String
  var points: [Point]
  var names: [Name]
  /// Upper ends of the classes of shade, ascending; the last class has no upper end.
  var classBounds: [Double]
  /// Counties above it are drawn as triangles.
  var limit: Double?

  /// Draws it; `label` is for screen readers.
  func markup(label: String) -> Markup {
    var canvas = Canvas(width: 470, height: 410)
    canvas.text(title, x: 235, y: 18, anchor: .middle, size: 15, bold: true)
    let place = projection()
    for point in points {
      let (x, y) = place(point.latitude, point.longitude)
      draw(point, x: x, y: y, &canvas)
    }
    let pixels = points.map { place($0.latitude, $0.longitude) }
    for name in names {
      let middle = place(name.latitude, name.longitude)
      let (x, y) = freePlace(for: name.text, near: middle, avoiding: pixels)
      canvas.text(name.text, x: x, y: y, anchor: .middle, size: 13, bold: true, halo: true)
    }
    for point in points {
      guard let mark = point.mark else { continue }
      let (x, y) = place(point.latitude, point.longitude)
      canvas.text(
        mark, x: x + 8, y: y - 5, size: 12, fill: "#a03000", bold: true, halo: true)
    }
    return canvas.markup(label: label)
  }

  /// The class of a value, from 0.
  static func shadeClass(of value: Double, bounds: [Double]) -> Int {
    bounds.firstIndex { value < $0 } ?? bounds.count
  }

  /// Equirectangular: at this size, degrees of longitude are shortened by the cosine of 26.9° north
  /// (the middle of the province), which keeps its shape.
  private func projection() -> (Double, Double) -> (Double, Double) {
    let shortening = 0.892
    let latitudes = points.map(\.latitude)
    let longitudes = points.map(\.longitude)
    let (south, north) = (latitudes.min() ?? 0, latitudes.max() ?? 1)
    let (west, east) = (longitudes.min() ?? 0, longitudes.max() ?? 1)
    let pixels = min(
      430 / max(0.1, (east - west) * shortening), 350 / max(0.1, north - south))
    let middle = ((west + east) / 2, (south + north) / 2)
    return { latitude, longitude in
      (235 + (longitude - middle.0) * shortening * pixels, 217 - (latitude - middle.1) * pixels)
    }
  }

  /// The place near a point where a name covers fewest symbols; the nearest of equal ones.
  private func freePlace(
    for text: String, near middle: (Double, Double), avoiding pixels: [(Double, Double)]
  ) -> (Double, Double) {
    let halfWidth = Double(DisplayWidth.columns(of: text)) * 3.4 + 8
    var best = middle
    var lowest = Double.infinity
    for down in stride(from: -42.0, through: 42, by: 6) {
      for right in stride(from: -48.0, through: 48, by: 6) {
        let (x, y) = (middle.0 + right, middle.1 + down)
        let covered = pixels.filter {
          ($0.0 - x).magnitude < halfWidth && ($0.1 - y + 4).magnitude < 14
        }
        let cost = Double(covered.count) * 60 + right.magnitude + down.magnitude
        if cost < lowest { (best, lowest) = ((x, y), cost) }
      }
    }
    return best
  }

  private func draw(_ point: Point, x: Double, y: Double, _ canvas: inout Canvas) {
    guard let value = point.value, value.isFinite else {
      canvas.circle(x: x, y: y, radius: 3, fill: "#fff", stroke: "#aaa", title: point.tooltip)
      return
    }
    let shade = Fill.shade(
      Self.shadeClass(of: value, bounds: classBounds), of: classBounds.count + 1)
    if let limit, value > limit {
      CountyMap.triangle(x: x, y: y, fill: shade, title: point.tooltip, &canvas)
    } else {
      canvas.circle(x: x, y: y, radius: 7, fill: shade, title: point.tooltip)
    }
  }

  /// A triangle of about the area of a point's circle.
  static func triangle(
    x: Double, y: Double, fill: String, title: String?, _ canvas: inout Canvas
  ) {
    canvas.polygon(
      [(x, y - 9.5), (x + 8.8, y + 6), (x - 8.8, y + 6)], fill: fill, stroke: Fill.ink,
      title: title)
  }

  /// The key of shades and shapes, as a drawing of its own for several maps.
  static func legend(
    bounds: [Double], unit: String, below: String, above: String, label: String
  ) -> Markup {
    var canvas = Canvas(width: 960, height: 50)
    canvas.text(unit, x: 10, y: 16, size: 12.5)
    let edges = [0] + bounds
    let step = LinearScale.decimals(forStep: (bounds.first ?? 0.01) * 100)
    for position in 0...bounds.count {
      let x = 10 + Double(position) * 92
      canvas.rectangle(
        x: x, y: 24, width: 24, height: 14,
        fill: Fill.shade(position, of: bounds.count + 1))
      let low = NumberText.percentDigits(edges[position], decimals: step)
      let text =
        position == bounds.count
        ? "≥ \(low)"
        : "\(low)–\(NumberText.percentDigits(bounds[position], decimals: step))"
      canvas.text(text, x: x + 30, y: 36, size: 12.5)
    }
    canvas.circle(x: 600, y: 30, radius: 7, fill: Fill.shade(1, of: 3))
    canvas.text(below, x: 614, y: 35, size: 12.5)
    triangle(x: 770, y: 31, fill: Fill.shade(1, of: 3), title: nil, &canvas)
    canvas.text(above, x: 785, y: 35, size: 12.5)
    return canvas.markup(label: label)
  }
}
