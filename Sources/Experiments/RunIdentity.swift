import Households
import Provenance

/// What a run is, before it is simulated: two runs of the same identity have the same results.
public struct RunIdentity: Sendable, Hashable {
  /// Version of the program.
  public let version: String
  /// Name of the scenario.
  public let scenario: String
  /// SHA-256 of the resolved scenario.
  public let scenarioDigest: String
  /// SHA-256 of the parameters' values.
  public let parametersDigest: String
  /// SHA-256 of the households.
  public let populationDigest: String
  /// Seed of the keyed draws.
  public let seed: UInt64
  /// Number of replications.
  public let replications: Int
  /// Share of households.
  public let sample: Double

  /// The identity of a run.
  ///
  /// - Parameters:
  ///   - scenario: What is believed.
  ///   - content: What the scenario says, without titles, places and paths.
  ///   - populationDigest: `PopulationDigest` of the simulated households.
  ///   - options: How the run is made; threads and block size are no part of the identity.
  public init(
    scenario: Scenario, content: String, populationDigest: String, options: RunOptions
  ) {
    version = ProgramVersion.current
    self.scenario = scenario.name
    scenarioDigest = Digest.sha256Hex(of: content)
    parametersDigest = ParametersDigest.hexadecimal(of: scenario.parameters)
    self.populationDigest = populationDigest
    seed = options.seed
    replications = options.replications
    sample = options.sample
  }

  /// SHA-256 of everything above but the scenario's name: names the run's folder.
  public var runDigest: String {
    Digest.sha256Hex(
      of: """
        version=\(version)
        scenario=\(scenarioDigest)
        parameters=\(parametersDigest)
        population=\(populationDigest)
        seed=\(seed)
        replications=\(replications)
        sample=\(sample)

        """)
  }
}
