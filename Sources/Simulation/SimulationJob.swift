import Dispatch
import Households
import Randomness
import Synchronization

/// The replications of one run, handed out to threads.
final class SimulationJob: Sendable {
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
  private let panels: AlertPanelOrder?
  private let next = Atomic<Int>(0)
  private let yearsDone = Atomic<Int>(0)
  private let results: Mutex<Results>

  init(
    plan: SimulationPlan, population: Population, replications: Int, first: Int, seed: UInt64,
    householdReplications: Int?, progress: (@Sendable (Double) -> Void)?,
    isCancelled: (@Sendable () -> Bool)?, panels: AlertPanelOrder? = nil
  ) {
    self.plan = plan
    self.population = population
    self.replications = replications
    self.first = first
    self.seed = seed
    self.householdReplications = householdReplications
    self.progress = progress
    self.isCancelled = isCancelled
    self.panels = panels
    results = Mutex(
      Results(
        outcomes: Array(repeating: nil, count: replications),
        sample: Array(repeating: 0, count: plan.layout.sampleCount)))
  }

  private var error: SimulationError? { results.withLock { $0.error } }

  /// Simulates all replications, or the counties of each side by side when they are few.
  func run(threads: Int, isProfiled: Bool) throws(SimulationError) -> Outcomes {
    let clock = ContinuousClock()
    let began = clock.now
    let byCounty = replications < threads && !isProfiled
    let workers = byCounty ? 1 : threads
    DispatchQueue.concurrentPerform(iterations: workers) { _ in
      work(countyThreads: byCounty ? threads : 1, isProfiled: isProfiled)
    }
    if let error { throw error }
    let took = began.duration(to: clock.now)
    let seconds = Double(took.components.seconds) + Double(took.components.attoseconds) * 1e-18
    return outcomes(
      seconds: seconds,
      householdMonths: population.householdCount * plan.scenario.monthCount * replications)
  }

  /// Takes replications until none is left.
  private func work(countyThreads: Int, isProfiled: Bool) {
    let profile = isProfiled ? StepProfile() : nil
    let replication = Replication(plan: plan, population: population, profile: profile)
    defer { if let profile { add(profile.seconds) } }
    let panel = panels.map { AlertPanel(plan, population, dates: $0.dates, ids: $0.households) }
    if let panel { replication.write(panel) }
    while true {
      let number = next.wrappingAdd(1, ordering: .relaxed).oldValue
      guard number < replications, error == nil else { return }
      let key = key(first + number)
      panel?.clear()
      do {
        let outcome = try replication.run(
          key: key, number: first + number, countyThreads: countyThreads, afterYear: reportYear)
        results.withLock { results in
          results.outcomes[number] = outcome
          for place in results.sample.indices {
            results.sample[place] &+= replication.sample[place]
          }
        }
        if let panel { panels?.handOver(panel, first + number) }
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

  private func outcomes(seconds: Double, householdMonths: Int) -> Outcomes {
    results.withLock { results in
      Outcomes(
        layout: plan.layout, replications: results.outcomes.compactMap { $0 },
        sample: results.sample, sampleFraction: population.sampleFraction,
        householdMonths: householdMonths, seconds: seconds, profile: results.profile)
    }
  }
}
