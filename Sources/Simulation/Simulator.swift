import Households
import Randomness

/// Simulates a population under a scenario, replication by replication.
///
/// Replications run in parallel and share nothing but the population; when there are fewer
/// replications than threads, the counties of a year run in parallel instead. Either way the
/// tallies are the same bytes.
public struct Simulator: Sendable {
  let plan: SimulationPlan
  let population: Population

  /// Fixed and changing bytes per household.
  public static var bytesPerHousehold: (fixed: Int, state: Int) {
    (PopulationColumns.bytesPerHousehold, StateColumns.bytesPerHousehold)
  }

  /// Compiles a scenario for a population.
  ///
  /// - Parameters:
  ///   - scenario: What is believed.
  ///   - population: The households.
  ///   - ledger: Places whose books are kept.
  /// - Throws: ``SimulationError/missingParameters(_:)`` with every name that no file declares.
  public init(
    scenario: Scenario, population: Population, ledger: LedgerPlaces = .prefecture
  ) throws(SimulationError) {
    var plan = try SimulationPlan(scenario, ledger: ledger)
    try FittedIndices.train(&plan, population)
    self.plan = plan
    self.population = population
  }

  /// A simulator of a plan that is compiled already.
  init(plan: SimulationPlan, population: Population) {
    self.plan = plan
    self.population = population
  }

  /// Simulates the months of the scenario in several possible futures.
  ///
  /// - Parameters:
  ///   - replications: Number of possible futures, at least 1.
  ///   - first: Number of the first of them: futures 8 to 15 are those of any longer run.
  ///   - seed: Seed of the keyed draws.
  ///   - threads: Number of threads, at least 1; results do not depend on it.
  ///   - householdReplications: `nil` if each future has its own shocks and its own luck of households;
  ///     *H* if each shock-year meets the luck of the same *H* household replications, so that future
  ///     number *n* is shock-year *n* / *H* with household replication *n* mod *H*.
  ///   - isProfiled: Whether the time of each step is measured; then counties of a year run one after
  ///     another.
  ///   - progress: Called now and then, from any thread, with the share done in [0, 1].
  ///   - isCancelled: Asked after every simulated year; `true` stops the run.
  /// - Returns: The tallies of every possible future.
  /// - Throws: ``SimulationError/cancelled``.
  public func run(
    replications: Int, first: Int = 0, seed: UInt64, threads: Int,
    householdReplications: Int? = nil, isProfiled: Bool = false,
    progress: (@Sendable (Double) -> Void)? = nil, isCancelled: (@Sendable () -> Bool)? = nil
  ) throws(SimulationError) -> Outcomes {
    try SimulationJob(
      plan: plan, population: population, replications: replications, first: first, seed: seed,
      householdReplications: householdReplications, progress: progress, isCancelled: isCancelled
    ).run(threads: threads, isProfiled: isProfiled)
  }

  /// The lives of some households in one possible future: exactly those of a run with the same seed.
  ///
  /// All counties are simulated, because the money of one depends on what the others showed the year
  /// before.
  ///
  /// - Parameters:
  ///   - households: Numbers of households; those that are not in the population are left out.
  ///   - replication: Number of the possible future, from 0, as in a run.
  ///   - seed: Seed of the keyed draws.
  ///   - threads: Number of threads, at least 1; results do not depend on it.
  ///   - isCancelled: Asked after every simulated year; `true` stops.
  /// - Returns: One life a household, in the order of the population.
  /// - Throws: ``SimulationError/cancelled``.
  public func lives(
    of households: Set<UInt32>, replication: Int, seed: UInt64, threads: Int,
    isCancelled: (@Sendable () -> Bool)? = nil
  ) throws(SimulationError) -> [HouseholdLife] {
    let future = Replication(plan: plan, population: population)
    future.follow(households)
    let key = DrawKey(
      seed: seed, shockYear: UInt32(replication), householdReplication: UInt32(replication))
    _ = try future.run(key: key, number: replication, countyThreads: threads) { _ in
      isCancelled?() ?? false
    }
    return future.lives
  }

  /// Weighted households that each policy reaches at least once in one possible future.
  public func reach(seed: UInt64, threads: Int) throws(SimulationError) -> [Reach: Int] {
    let replication = Replication(plan: plan, population: population)
    let key = DrawKey(seed: seed, shockYear: 0, householdReplication: 0)
    _ = try replication.run(key: key, number: 0, countyThreads: threads) { _ in false }
    return replication.reach()
  }
}
