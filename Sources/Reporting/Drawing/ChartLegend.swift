/// Names of the parts of a chart below it, each beside a sample, on as many rows as they need.
struct ChartLegend {
  var entries: [String]
  /// Pixels that a row may take.
  var width: Double
  /// Pixels of a sample.
  var sampleWidth = 34.0
  /// Pixels left of the first sample.
  var left = 8.0

  private static let rowHeight = 21.0

  /// Pixels that the rows take.
  var height: Double { Double((places.map(\.row).max() ?? -1) + 1) * Self.rowHeight + 4 }

  /// Draws names, and calls `sample` with position, left end and middle height of each sample.
  func draw(
    top: Double, on canvas: inout Canvas, sample: (Int, Double, Double, inout Canvas) -> Void
  ) {
    for (position, place) in places.enumerated() {
      let y = top + (Double(place.row) + 0.5) * Self.rowHeight
      sample(position, place.x, y, &canvas)
      canvas.text(entries[position], x: place.x + sampleWidth + 7, y: y + 4.5, size: 12.5)
    }
  }

  private var places: [(x: Double, row: Int)] {
    var places: [(x: Double, row: Int)] = []
    var (x, row) = (left, 0)
    for entry in entries {
      let room = sampleWidth + 7 + TextWidth.pixels(of: entry, size: 12.5) + 22
      if x + room > left + width + 22, x > left { (x, row) = (left, row + 1) }
      places.append((x, row))
      x += room
    }
    return places
  }
}
