import Experiments
import Foundation
import Households
import ScenarioFiles
import Simulation
import Testing

/// Small runs of committed scenarios against stored digests.
///
/// A change here is a change of the model: it needs a reason in the commit. To store new digests run
/// `FANGPIN_FREEZE=1 swift test --filter FrozenRunTests`, which rewrites `frozen.json` and fails, so
/// that a refresh is never mistaken for a pass.
struct FrozenRunTests {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
  static let repository = folder.deletingLastPathComponent().deletingLastPathComponent().path
  static let scenarios = [
    "guizhou.yaml", "no-policy.yaml", "packages/targets-2025.yaml", "stress/drought-2022.yaml",
    "stress/return-of-migrants.yaml", "stress/tea-price.yaml",
  ]

  private static func digest(of scenario: Scenario) throws -> String {
    let population = try PopulationSynthesis.population(
      of: scenario, sampleFraction: 0.001, threads: 2)
    return OutcomesDigest.hexadecimal(
      of: try Simulator(scenario: scenario, population: population)
        .run(replications: 2, seed: 1, threads: 2))
  }

  /// Mechanisms that the plan adds are no part of the model while they are off: this digest is that of
  /// the program before any of them was written, with what came of repairs of the core (late
  /// reimbursements; follow-up bills of the uninsured, months of hardship, running allowances, dead
  /// earners).
  @Test func `With every added mechanism off the model is the one before them`() throws {
    var scenario = try ScenarioLibrary.scenario(at: Self.repository + "/Scenarios/guizhou.yaml")
    for mechanism in Mechanism.allCases where !mechanism.isOnByDefault {
      scenario.mechanisms[mechanism] = MechanismSetting(isEnabled: false)
    }
    let digest = try Self.digest(of: scenario)
    #expect(digest == "c48677913ab60b9a8b5674378685fa620c0609b09400759ed73aa2816c82f6ae")
  }

  @Test func `Frozen runs give the digests they gave before`() throws {
    let file = Self.folder.appendingPathComponent("frozen.json")
    var digests: [String: String] = [:]
    for name in Self.scenarios {
      let scenario = try ScenarioLibrary.scenario(at: Self.repository + "/Scenarios/" + name)
      digests[name] = try Self.digest(of: scenario)
    }
    if ProcessInfo.processInfo.environment["FANGPIN_FREEZE"] != nil {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
      try encoder.encode(digests).write(to: file)
      Issue.record(
        "stored new digests; look at the difference and run again without FANGPIN_FREEZE")
    }
    let frozen = try JSONDecoder().decode([String: String].self, from: Data(contentsOf: file))
    for name in Self.scenarios { #expect(digests[name] == frozen[name], "\(name)") }
    #expect(Set(digests.values).count == Self.scenarios.count)
  }
}
