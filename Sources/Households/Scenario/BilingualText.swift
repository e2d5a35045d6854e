/// The two languages in which the program speaks.
public enum Language: String, Sendable, CaseIterable {
  case chinese = "zh"
  case english = "en"
}

/// A text for readers, in Simplified Chinese and English.
public struct BilingualText: Hashable, Sendable {
  /// Simplified Chinese.
  public var chinese: String
  /// English.
  public var english: String

  /// A text in both languages.
  public init(chinese: String, english: String) {
    self.chinese = chinese
    self.english = english
  }

  /// The text in one language.
  public subscript(language: Language) -> String {
    language == .chinese ? chinese : english
  }
}
