import Dispatch
import Households
import Randomness
import Synchronization

/// Simulates a population under a scenario, replication by replication.
///
/// Replications run in parallel and share nothing but the population; when there are fewer
/// replications than threads, the counties of a year run in parallel instead. Either way the
/// tallies are the same bytes.
public struct Simulator: Sendable {
  private let plan: SimulationPlan
  private let population: Population

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
    let clock = ContinuousClock()
    let began = clock.now
    let job = SimulationJob(
      plan: plan, population: population, replications: replications, first: first, seed: seed,
      householdReplications: householdReplications, progress: progress, isCancelled: isCancelled)
    let byCounty = replications < threads && !isProfiled
    let workers = byCounty ? 1 : threads
    DispatchQueue.concurrentPerform(iterations: workers) { _ in
      job.work(countyThreads: byCounty ? threads : 1, isProfiled: isProfiled)
    }
    if let error = job.error { throw error }
    let took = began.duration(to: clock.now)
    let seconds = Double(took.components.seconds) + Double(took.components.attoseconds) * 1e-18
    return job.outcomes(
      seconds: seconds,
      householdMonths: population.householdCount * plan.scenario.monthCount * replications)
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

/// The replications of one run, handed out to threads.
private final class SimulationJob: Sendable {
  private struct Results {
    var outcomes: [ReplicationOutcome?]
    var sample: [Int64]
    var error: SimulationError?
    var profile: [Double] = []
  }

  private let plan: SimulationPlan
  private let population: Population
  private let replications: Int
  private let first: Int
  private let seed: UInt64
  private let householdReplications: Int?
  private let progress: (@Sendable (Double) -> Void)?
  private let isCancelled: (@Sendable () -> Bool)?
  private let next = Atomic<Int>(0)
  private let yearsDone = Atomic<Int>(0)
  private let results: Mutex<Results>

  init(
    plan: SimulationPlan, population: Population, replications: Int, first: Int, seed: UInt64,
    householdReplications: Int?, progress: (@Sendable (Double) -> Void)?,
    isCancelled: (@Sendable () -> Bool)?
  ) {
    self.plan = plan
    self.population = population
    self.replications = replications
    self.first = first
    self.seed = seed
    self.householdReplications = householdReplications
    self.progress = progress
    self.isCancelled = isCancelled
    results = Mutex(
      Results(
        outcomes: Array(repeating: nil, count: replications),
        sample: Array(repeating: 0, count: plan.layout.sampleCount)))
  }

  var error: SimulationError? { results.withLock { $0.error } }

  /// Takes replications until none is left.
  func work(countyThreads: Int, isProfiled: Bool) {
    let profile = isProfiled ? StepProfile() : nil
    let replication = Replication(plan: plan, population: population, profile: profile)
    defer { if let profile { add(profile.seconds) } }
    while true {
      let number = next.wrappingAdd(1, ordering: .relaxed).oldValue
      guard number < replications, error == nil else { return }
      let key = key(first + number)
      do {
        let outcome = try replication.run(
          key: key, number: first + number, countyThreads: countyThreads, afterYear: reportYear)
        results.withLock { results in
          results.outcomes[number] = outcome
          for place in results.sample.indices {
            results.sample[place] &+= replication.sample[place]
          }
        }
      } catch {
        results.withLock { $0.error = error }
        return
      }
    }
  }

  private func key(_ number: Int) -> DrawKey {
    guard let count = householdReplications else {
      return DrawKey(seed: seed, shockYear: UInt32(number), householdReplication: UInt32(number))
    }
    return DrawKey(
      seed: seed, shockYear: UInt32(number / count), householdReplication: UInt32(number % count))
  }

  private func add(_ seconds: [Double]) {
    results.withLock { results in
      results.profile =
        results.profile.isEmpty ? seconds : zip(results.profile, seconds).map { $0 + $1 }
    }
  }

  /// Counts a simulated year; true if the run shall stop.
  private func reportYear(_ year: Int) -> Bool {
    let done = yearsDone.wrappingAdd(1, ordering: .relaxed).newValue
    let total = replications * (plan.scenario.end.year - plan.scenario.start.year + 1)
    progress?(Double(done) / Double(max(total, 1)))
    return isCancelled?() ?? false
  }

  func outcomes(seconds: Double, householdMonths: Int) -> Outcomes {
    results.withLock { results in
      Outcomes(
        layout: plan.layout, replications: results.outcomes.compactMap { $0 },
        sample: results.sample, sampleFraction: population.sampleFraction,
        householdMonths: householdMonths, seconds: seconds, profile: results.profile)
    }
  }
}
