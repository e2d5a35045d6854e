import Households
import Simulation

/// The lives of some households under a scenario, in one possible future.
public struct ScenarioLives: Sendable {
  /// What is believed.
  public let scenario: Scenario
  /// Number of the possible future, from 0.
  public let replication: Int
  /// One life a household, in the order in which they were chosen.
  public let lives: [HouseholdLife]

  /// Lives under a scenario.
  public init(scenario: Scenario, replication: Int, lives: [HouseholdLife]) {
    self.scenario = scenario
    self.replication = replication
    self.lives = lives
  }

  /// Writes down the lives of the same households under several scenarios, each exactly as in a run
  /// of the same sample and seed.
  ///
  /// - Parameters:
  ///   - choice: Whose lives.
  ///   - scenarios: What is believed; the households are chosen among those of the first.
  ///   - replication: Number of the possible future, from 0.
  ///   - options: Sample, seed and threads; the number of replications does not matter.
  ///   - isCancelled: Asked now and then, from any thread; `true` stops.
  /// - Returns: One entry a scenario.
  /// - Throws: ``HouseholdChoiceError``, ``ComparisonError`` if scenarios cannot be paired,
  ///   ``SimulationError`` or `SynthesisError`.
  public static func of(
    _ choice: HouseholdChoice, under scenarios: [Scenario], replication: Int, options: RunOptions,
    isCancelled: (@Sendable () -> Bool)? = nil
  ) throws -> [ScenarioLives] {
    for other in scenarios.dropFirst() { try Comparison.check(scenarios[0], other) }
    var results: [ScenarioLives] = []
    var built: (scenario: Scenario, population: Population)?
    var numbers: [UInt32]?
    for scenario in scenarios {
      let population: Population
      if let built, PopulationInputs.agree(built.scenario, scenario) {
        population = built.population
      } else {
        population = try PopulationSynthesis.population(
          of: scenario, sampleFraction: options.sample, threads: options.threads,
          householdsPerBlock: options.householdsPerBlock)
        built = (scenario, population)
      }
      // The same households under every scenario; another population may lack some of them.
      let asked = numbers.map { HouseholdChoice.numbers($0) } ?? choice
      let chosen = try asked.numbers(in: population)
      numbers = chosen
      let lives = try Simulator(scenario: scenario, population: population, ledger: options.ledger)
        .lives(
          of: Set(chosen), replication: replication, seed: options.seed, threads: options.threads,
          isCancelled: isCancelled)
      results.append(
        ScenarioLives(
          scenario: scenario, replication: replication, lives: ordered(lives, as: chosen)))
    }
    return results
  }

  private static func ordered(_ lives: [HouseholdLife], as ids: [UInt32]) -> [HouseholdLife] {
    let byNumber = Dictionary(uniqueKeysWithValues: lives.map { ($0.household.id, $0) })
    return ids.compactMap { byNumber[$0] }
  }
}
