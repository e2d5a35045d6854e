/// Ways to draw lines that differ in print and without colour: dashes first, then darkness, then hue.
struct LineStyle {
  let colour: String
  let dash: String
  let symbol: ChartSymbol

  /// The style of a series by its position.
  static func series(_ position: Int) -> LineStyle {
    let style = styles[position % styles.count]
    return LineStyle(colour: style.0, dash: style.1, symbol: ChartSymbol.group(position))
  }

  private static let styles = [
    (Fill.ink, "none"), ("#b34700", "9 5"), ("#2e7d5b", "2.5 3.5"), ("#6b3fa0", "11 4 2.5 4"),
    ("#222222", "16 5"), ("#9a6a00", "5 3"),
    ("#8c1d4f", "1.5 2.5"), ("#4f6b7a", "14 3 2 3 2 3"),
  ]
}
