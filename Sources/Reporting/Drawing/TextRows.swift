/// Texts above a plot, each over what it names, on as many rows as keep them from overlapping.
enum TextRows {
  /// A text and the middle at which it would best stand.
  struct Text {
    var content: String
    var middle: Double
    /// Pixels within which it must stay.
    var within: ClosedRange<Double>
  }

  private static let size = 12.5

  /// Number of rows.
  static func rows(of texts: [Text]) -> Int { (placed(texts).map(\.row).max() ?? -1) + 1 }

  /// Draws the texts; `above` is the base of the lowest row.
  static func draw(_ texts: [Text], above base: Double, on canvas: inout Canvas) {
    for (text, place) in zip(texts, placed(texts)) {
      canvas.text(
        text.content, x: place.middle, y: base - Double(place.row) * 16, anchor: .middle,
        size: size, halo: true)
    }
  }

  private static func placed(_ texts: [Text]) -> [(middle: Double, row: Int)] {
    var ends: [Double] = []
    var places = [(middle: Double, row: Int)](repeating: (.nan, 0), count: texts.count)
    let order = texts.indices.filter { texts[$0].middle.isFinite }
      .sorted { (texts[$0].middle, $0) < (texts[$1].middle, $1) }
    for index in order {
      let text = texts[index]
      let half = TextWidth.pixels(of: text.content, size: size) / 2
      let middle = max(
        text.within.lowerBound + half, min(text.middle, text.within.upperBound - half))
      let row = ends.firstIndex { $0 < middle - half } ?? ends.count
      if row == ends.count { ends.append(0) }
      ends[row] = middle + half + 8
      places[index] = (middle, row)
    }
    return places
  }
}
