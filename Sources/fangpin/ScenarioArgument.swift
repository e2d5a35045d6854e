import ArgumentParser
import Experiments
import Households
import ScenarioFiles

extension AccountedScenario {
  /// Reads a scenario file with all that it stands on.
  ///
  /// - Throws: Every mistake of all its files at once.
  static func read(_ path: String) throws -> Self {
    let scenario = try ScenarioLibrary.scenario(at: path)
    return Self(
      scenario: scenario, yaml: ResolvedScenario.yaml(scenario),
      content: ResolvedScenario.content(scenario))
  }
}

extension PreparedRun {
  /// Household-months that the run simulates.
  var householdMonths: Int {
    let split = options.varianceLevels.map { $0[0] * $0[1] * $0[2] } ?? 0
    let futures = options.replications * options.draws + split
    return population.householdCount * scenario.monthCount * futures
  }
}

/// Help of the argument that most commands take.
var scenarioHelp: ArgumentHelp {
  help("情景文件，例如 Scenarios/guizhou.yaml。", "Scenario file, such as Scenarios/guizhou.yaml.")
}
