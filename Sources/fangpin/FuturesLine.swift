import Households

/// One line on a terminal that says how many futures of a question are there and how long the rest will take;
/// silent where there is no terminal.
final class FuturesLine {
  private let futures: Int
  private let language: Language
  private let isVisible: Bool
  private let began = ContinuousClock().now
  private var done = 0
  private var isShown = false

  /// A line for a number of futures.
  init(futures: Int, language: Language, isQuiet: Bool) {
    self.futures = futures
    self.language = language
    isVisible = !isQuiet && StandardError.isTerminal
  }

  /// Counts futures that have been added, simulated or read.
  func add(_ count: Int) {
    done += count
    guard isVisible else { return }
    isShown = true
    let seconds = began.duration(to: ContinuousClock().now) / .seconds(1)
    // Carriage return, text, and "erase to the end of the line".
    StandardError.write("\r" + text(seconds: seconds) + "\u{1B}[K")
  }

  /// Removes the line, so that what follows stands alone.
  func finish() {
    if isShown { StandardError.write("\r\u{1B}[K") }
    isShown = false
  }

  /// Futures done and time left, in under 80 columns.
  func text(seconds: Double) -> String {
    let share = Double(done) / Double(max(futures, 1))
    let left = share > 0 ? seconds * max(0, 1 - share) / share : 0
    return BilingualText(
      chinese: "已有 \(done) / \(futures) 次未来，剩余约 \(ForecastText.time(left, .chinese))",
      english: "\(done) of \(futures) futures, about \(ForecastText.time(left, .english)) left")[
        language]
  }
}
