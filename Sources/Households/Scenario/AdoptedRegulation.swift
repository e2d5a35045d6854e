/// The regulation that a scenario has adopted, for readers; its values are among the parameters.
public struct AdoptedRegulation: Sendable, Hashable {
  /// An article that the scenario has adopted.
  public struct Article: Sendable, Hashable {
    /// Number in the draft.
    public let number: Int
    /// Heading, in both languages or in Chinese alone.
    public let heading: BilingualText
    /// The words of the article, in Chinese.
    public let text: String
    /// First month in force.
    public let inForce: Month
    /// Scenario keys that it sets; empty where a household model cannot express it.
    public let keys: [String]

    /// An article.
    public init(
      number: Int, heading: BilingualText, text: String, inForce: Month, keys: [String]
    ) {
      self.number = number
      self.heading = heading
      self.text = text
      self.inForce = inForce
      self.keys = keys
    }
  }

  /// Title of the draft.
  public let title: BilingualText
  /// The draft's file, relative to the scenario folder.
  public let file: String
  /// First month in force.
  public let inForce: Month
  /// The adopted articles in order of number.
  public let articles: [Article]

  /// An adopted regulation.
  public init(title: BilingualText, file: String, inForce: Month, articles: [Article]) {
    self.title = title
    self.file = file
    self.inForce = inForce
    self.articles = articles
  }
}
