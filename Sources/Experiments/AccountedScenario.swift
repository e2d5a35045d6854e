import Households

/// A scenario with its own account of every value.
public struct AccountedScenario: Sendable {
  /// What is believed.
  public var scenario: Scenario
  /// The same as YAML, each value with the place it came from; written into the run's folder.
  public var yaml: String
  /// What the scenario says without titles, places and paths: two scenarios of the same content are
  /// the same run.
  public var content: String

  /// A scenario and its account.
  public init(scenario: Scenario, yaml: String, content: String) {
    self.scenario = scenario
    self.yaml = yaml
    self.content = content
  }
}
