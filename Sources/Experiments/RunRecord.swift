import Households

/// What `run.json` says of a run: enough to repeat it and to know that two runs are the same.
public struct RunRecord: Sendable, Codable {
  /// Version of the program.
  public var version: String
  /// Name of the scenario.
  public var scenario: String
  /// SHA-256 of the resolved scenario; like all digests in hexadecimal.
  public var scenarioDigest: String
  /// SHA-256 of the parameters' values.
  public var parametersDigest: String
  /// SHA-256 of the households.
  public var populationDigest: String
  /// SHA-256 of the three above with version, seed, sample and replications: names the run's
  /// folder.
  public var runDigest: String
  /// Seed of the keyed draws.
  public var seed: UInt64
  /// Number of possible futures.
  public var replications: Int
  /// Number of draws of the parameters, each with that many futures; absent for the declared values
  /// alone.
  public var draws: Int?
  /// Share of households that was simulated, in (0, 1].
  public var sample: Double
  /// Number of threads; results do not depend on it.
  public var threads: Int
  /// Simulated households.
  public var households: Int
  /// Simulated households × months × replications.
  public var householdMonths: Int
  /// Wall-clock seconds of building the population, its digest not included.
  public var secondsBuildingPopulation: Double
  /// Wall-clock seconds of the simulation alone.
  public var secondsSimulating: Double
  /// Speed of the simulation, all threads together.
  public var householdMonthsPerSecond: Double
  /// Largest memory of the process so far; 0 where the system does not tell.
  public var peakMemoryBytes: Int
  /// Fixed facts of a household in memory.
  public var fixedBytesPerHousehold: Int
  /// State of a household in one replication in memory.
  public var stateBytesPerHousehold: Int
  /// SHA-256 over a fixed list of integer tallies: persons by state, year and county; entries by
  /// cause; money by programme.
  public var outcomesDigest: String
  /// SHA-256 of each further table, by file name.
  public var tableDigests: [String: String]
  /// Name of the ensemble of a calibration from which parameters were drawn; absent without one.
  public var posterior: String?
  /// SHA-256 of that ensemble.
  public var posteriorDigest: String?

  /// A record with all its fields.
  public init(
    version: String, scenario: String, scenarioDigest: String, parametersDigest: String,
    populationDigest: String, runDigest: String, seed: UInt64, replications: Int, draws: Int = 1,
    sample: Double,
    threads: Int, households: Int, householdMonths: Int, secondsBuildingPopulation: Double,
    secondsSimulating: Double, householdMonthsPerSecond: Double, peakMemoryBytes: Int,
    fixedBytesPerHousehold: Int, stateBytesPerHousehold: Int, outcomesDigest: String,
    tableDigests: [String: String], posterior: String? = nil, posteriorDigest: String? = nil
  ) {
    self.posterior = posterior
    self.posteriorDigest = posteriorDigest
    self.version = version
    self.scenario = scenario
    self.scenarioDigest = scenarioDigest
    self.parametersDigest = parametersDigest
    self.populationDigest = populationDigest
    self.runDigest = runDigest
    self.seed = seed
    self.replications = replications
    self.draws = draws > 1 ? draws : nil
    self.sample = sample
    self.threads = threads
    self.households = households
    self.householdMonths = householdMonths
    self.secondsBuildingPopulation = secondsBuildingPopulation
    self.secondsSimulating = secondsSimulating
    self.householdMonthsPerSecond = householdMonthsPerSecond
    self.peakMemoryBytes = peakMemoryBytes
    self.fixedBytesPerHousehold = fixedBytesPerHousehold
    self.stateBytesPerHousehold = stateBytesPerHousehold
    self.outcomesDigest = outcomesDigest
    self.tableDigests = tableDigests
  }
}
