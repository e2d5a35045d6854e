import Households

/// One line on a terminal that says how many points a calibration has simulated; silent where there is no
/// terminal.
final class PointsLine {
  private let points: Int
  private let language: Language
  private let isVisible: Bool
  private let began = ContinuousClock().now
  private var isShown = false

  /// A line for a number of points.
  init(points: Int, language: Language, isQuiet: Bool) {
    self.points = points
    self.language = language
    isVisible = !isQuiet && StandardError.isTerminal
  }

  /// Shows the share done.
  func update(_ share: Double) {
    guard isVisible else { return }
    isShown = true
    let seconds = began.duration(to: ContinuousClock().now) / .seconds(1)
    // Carriage return, text, and "erase to the end of the line".
    StandardError.write("\r" + text(share, seconds: seconds) + "\u{1B}[K")
  }

  /// Removes the line, so that what follows stands alone.
  func finish() {
    if isShown { StandardError.write("\r\u{1B}[K") }
    isShown = false
  }

  /// Points done and time left, in under 80 columns.
  func text(_ share: Double, seconds: Double) -> String {
    let done = Int((share * Double(points)).rounded())
    let left = Int(share > 0 ? seconds * (1 - share) / share : 0)
    let (minutes, rest) = (left / 60, left % 60)
    let time = "\(minutes):" + (rest < 10 ? "0\(rest)" : "\(rest)")
    return BilingualText(
      chinese: "已模拟 \(done) / \(points) 组参数，剩余约 \(time)",
      english: "\(done) of \(points) sets of parameters simulated, about \(time) left")[language]
  }
}
