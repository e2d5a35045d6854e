import Households

/// What `run.json` says of a run: enough to repeat it and to know that two runs are the same.
public struct RunRecord: Sendable, Codable {
  public var version: String
  public var scenario: String
  /// SHA-256 of the resolved scenario, of the parameters and of the population, in hexadecimal.
  public var scenarioDigest: String
  public var parametersDigest: String
  public var populationDigest: String
  /// SHA-256 of the three above with version, seed, sample and replications: names the run's folder.
  public var runDigest: String
  public var seed: UInt64
  public var replications: Int
  public var sample: Double
  public var threads: Int
  public var households: Int
  public var householdMonths: Int
  public var secondsBuildingPopulation: Double
  public var secondsSimulating: Double
  public var householdMonthsPerSecond: Double
  public var peakMemoryBytes: Int
  public var fixedBytesPerHousehold: Int
  public var stateBytesPerHousehold: Int
  /// SHA-256 over a fixed list of integer tallies: persons by state, year and county; entries by
  /// cause; money by programme.
  public var outcomesDigest: String
  /// SHA-256 of each further table, by file name.
  public var tableDigests: [String: String]

  /// A record with all its fields.
  public init(
    version: String, scenario: String, scenarioDigest: String, parametersDigest: String,
    populationDigest: String, runDigest: String, seed: UInt64, replications: Int, sample: Double,
    threads: Int, households: Int, householdMonths: Int, secondsBuildingPopulation: Double,
    secondsSimulating: Double, householdMonthsPerSecond: Double, peakMemoryBytes: Int,
    fixedBytesPerHousehold: Int, stateBytesPerHousehold: Int, outcomesDigest: String,
    tableDigests: [String: String]
  ) {
    self.version = version
    self.scenario = scenario
    self.scenarioDigest = scenarioDigest
    self.parametersDigest = parametersDigest
    self.populationDigest = populationDigest
    self.runDigest = runDigest
    self.seed = seed
    self.replications = replications
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
