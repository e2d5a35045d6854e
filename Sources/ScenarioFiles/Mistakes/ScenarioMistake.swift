import Households

/// One mistake in a scenario, parameter, geography or household file.
///
/// It says where it is, what was found and what was expected, and mostly what to write.
public struct ScenarioMistake: Sendable, Hashable {
  /// File as the user named it.
  public let file: String
  /// Line from 1; 0 if the mistake belongs to the file as a whole.
  public let line: Int
  /// Column from 1, in characters; 0 if the mistake belongs to the file as a whole.
  public let column: Int
  /// What was found and what was expected.
  public let problem: BilingualText
  /// What to write instead, if that is known.
  public let remedy: BilingualText?

  /// A mistake at a place.
  public init(
    file: String, line: Int, column: Int, problem: BilingualText, remedy: BilingualText? = nil
  ) {
    self.file = file
    self.line = line
    self.column = column
    self.problem = problem
    self.remedy = remedy
  }

  /// The text for readers: place and problem on the first line, the remedy indented on the next.
  public func message(in language: Language) -> String {
    let place = line > 0 ? "\(file):\(line):\(column)" : file
    let label = language == .chinese ? "错误：" : "error: "
    let first = "\(place): \(label)\(problem[language])"
    guard let remedy else { return first }
    return "\(first)\n  \(remedy[language])"
  }
}
