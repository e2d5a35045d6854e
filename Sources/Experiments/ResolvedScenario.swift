import Households

/// A scenario with its own account of every value.
public struct ResolvedScenario: Sendable {
  /// What is believed.
  public var scenario: Scenario
  /// The same as YAML, each value with the place it came from; written into the run's folder.
  public var yaml: String

  /// A scenario and its account.
  public init(scenario: Scenario, yaml: String) {
    self.scenario = scenario
    self.yaml = yaml
  }
}
