/// A text for readers that is left beside the report of an answer.
public struct QuestionDocument: Sendable, Hashable {
  /// Its file name, such as `memorandum.zh.md`.
  public let name: String
  /// The whole text.
  public let text: String

  /// A document.
  public init(name: String, text: String) {
    self.name = name
    self.text = text
  }
}
