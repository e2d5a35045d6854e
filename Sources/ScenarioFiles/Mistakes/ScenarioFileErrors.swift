import Households

/// Every mistake of a scenario and of the files it stands on, found in one go.
public struct ScenarioFileErrors: Error, Sendable {
  /// The mistakes in order of file, line and column; never empty.
  public let mistakes: [ScenarioMistake]

  /// Errors from mistakes in any order.
  public init(mistakes: [ScenarioMistake]) {
    precondition(!mistakes.isEmpty, "errors without a mistake")
    self.mistakes = mistakes.sorted {
      ($0.file, $0.line, $0.column) < ($1.file, $1.line, $1.column)
    }
  }

  /// All messages, one below the other.
  public func message(in language: Language) -> String {
    mistakes.map { $0.message(in: language) }.joined(separator: "\n")
  }
}
