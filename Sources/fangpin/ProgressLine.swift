import Households
import Synchronization

/// One line on a terminal that says how far a run has come; silent where there is no terminal.
final class ProgressLine: Sendable {
  private struct State {
    var shown = -1.0
    var isFinished = false
  }

  private let householdMonths: Double
  private let language: Language
  private let isVisible: Bool
  private let began = ContinuousClock().now
  private let state = Mutex(State())

  /// A line for a run over a number of household-months.
  init(householdMonths: Int, language: Language, isQuiet: Bool) {
    self.householdMonths = Double(householdMonths)
    self.language = language
    isVisible = !isQuiet && StandardError.isTerminal
  }

  /// Shows the share done, at most five times a second; from any thread.
  func update(_ share: Double) {
    guard isVisible else { return }
    let seconds = began.duration(to: ContinuousClock().now) / .seconds(1)
    state.withLock { state in
      guard !state.isFinished, seconds - state.shown > 0.2 else { return }
      state.shown = seconds
      // Carriage return, text, and "erase to the end of the line".
      StandardError.write("\r" + text(share, seconds: seconds) + "\u{1B}[K")
    }
  }

  /// Removes the line, so that what follows stands alone.
  func finish() {
    guard isVisible else { return }
    state.withLock { state in
      state.isFinished = true
      if state.shown >= 0 { StandardError.write("\r\u{1B}[K") }
    }
  }

  /// Share done, speed and time left, in under 80 columns.
  func text(_ share: Double, seconds: Double) -> String {
    let percent = Int(share * 100)
    let millions = (share * householdMonths / max(seconds, 1e-9) / 1e5).rounded() / 10
    let left = Self.time(share > 0 ? seconds * (1 - share) / share : 0)
    return BilingualText(
      chinese: "已完成 \(percent)%，每秒 \(millions) 百万户·月，剩余 \(left)",
      english: "\(percent) % done, \(millions) million household-months per second, \(left) left")[
        language]
  }

  private static func time(_ seconds: Double) -> String {
    let whole = Int(min(seconds, 1e9).rounded())
    let (hours, minutes, rest) = (whole / 3600, whole / 60 % 60, whole % 60)
    let pair = { (number: Int) in number < 10 ? "0\(number)" : "\(number)" }
    return hours > 0 ? "\(hours):\(pair(minutes)):\(pair(rest))" : "\(minutes):\(pair(rest))"
  }
}
