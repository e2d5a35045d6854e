/// A scenario as a question names it: a baseline, a package, a stress event, or several of them laid
/// over one another.
public struct QuestionScenario: Sendable {
  /// Short name, the key in tables; unique within its list.
  public let name: String
  /// Title for readers.
  public let title: BilingualText
  /// What is believed.
  public let scenario: Scenario

  /// A named scenario.
  public init(name: String, title: BilingualText, scenario: Scenario) {
    self.name = name
    self.title = title
    self.scenario = scenario
  }
}
