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
  /// Number of replications, of each draw.
  public let replications: Int
  /// Levels of the split of the variance.
  public let varianceLevels: SIMD3<Int>?
  /// Number of draws of the parameters.
  public let draws: Int
  /// Share of households.
  public let sample: Double
  /// SHA-256 of the ensemble of a calibration from which parameters are drawn.
  public let posteriorDigest: String?

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
    draws = options.draws
    varianceLevels = options.varianceLevels
    sample = options.sample
    posteriorDigest = options.posterior.map(Self.digest)
  }

  /// SHA-256 of names, weights and values of an ensemble's members.
  public static func digest(_ posterior: PosteriorEnsemble) -> String {
    let rows = zip(posterior.weights, posterior.members).map { weight, member in
      ([weight] + member).map { "\($0)" }.joined(separator: ",")
    }
    let names = posterior.parameters.joined(separator: ",")
    return Digest.sha256Hex(of: ([names] + rows).joined(separator: "\n"))
  }

  private var posteriorText: String { posteriorDigest.map { "posterior=\($0)\n" } ?? "" }

  private var varianceText: String {
    varianceLevels.map { "variance=\($0[0])x\($0[1])x\($0[2])\n" } ?? ""
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
        \(draws > 1 ? "draws=\(draws)\n" : "")\(varianceText)\(posteriorText)
        """)
  }
}
