/// A value of an axis that is drawn as a dashed line through the plot, such as a limit.
struct ChartMark {
  var value: Double
  var label: String
}
