/// Texts one below the other at the side of a plot, each as near as can be to what it names.
struct LabelColumn {
  /// A text and the height at which it would best stand.
  struct Label {
    var target: Double
    var lines: [String]
  }

  /// Distance of two lines in pixels.
  static let lineHeight = 15.0

  var labels: [Label]
  /// The lowest pixel that a text may take, if there is room above.
  var bottom: Double

  /// Middles of the texts, in the order of `labels`, so that none lies on another.
  var places: [Double] {
    let order = labels.indices.filter { labels[$0].target.isFinite }
      .sorted { (labels[$0].target, $0) < (labels[$1].target, $1) }
    var middles = [Double](repeating: .nan, count: labels.count)
    var floor = -Double.infinity
    for index in order {
      let half = height(index) / 2
      middles[index] = max(labels[index].target, floor + half)
      floor = middles[index] + half + 2
    }
    // What was pushed below the bottom is pushed back, and what is above it with it.
    var ceiling = bottom
    for index in order.reversed() {
      let half = height(index) / 2
      middles[index] = min(middles[index], ceiling - half)
      ceiling = middles[index] - half - 2
    }
    return middles
  }

  private func height(_ index: Int) -> Double {
    Double(labels[index].lines.count) * Self.lineHeight
  }
}
