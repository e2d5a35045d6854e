import Foundation
import Households
import Simulation

/// The simulations of a question: many scenarios that meet the same possible futures.
///
/// Futures are simulated in batches of ``batch``; each batch goes to the store as soon as it is done, so that
/// a question that is stopped loses at most one, and futures that any question has simulated before are read
/// and not simulated. Results depend on neither.
public final class Study {
  /// Futures that are kept together.
  public static let batch = 8

  /// Share of households.
  public let sample: Double
  /// Seed of the futures.
  public let seed: UInt64
  /// Number of threads; results do not depend on it.
  public let threads: Int
  /// Where futures are kept; `nil` for nowhere.
  public let store: FutureStore?
  /// How much is kept of each future.
  public let detail: StudyDetail
  /// What has been done so far.
  public internal(set) var account = StudyAccount()
  /// Called after every batch with the number of futures that it added.
  public var afterBatch: ((Int) -> Void)?
  let isCancelled: (@Sendable () -> Bool)?
  /// Populations of the scenarios met last, the latest first.
  private var populations: [(scenario: Scenario, population: Population)] = []

  /// A study.
  ///
  /// - Parameters:
  ///   - sample: Share of households, in (0, 1].
  ///   - seed: Seed of the futures.
  ///   - threads: Number of threads, at least 1.
  ///   - store: Where futures are kept.
  ///   - detail: How much is kept of each.
  ///   - isCancelled: Asked now and then, from any thread; `true` stops the study.
  public init(
    sample: Double, seed: UInt64, threads: Int, store: FutureStore? = nil,
    detail: StudyDetail = .figures, isCancelled: (@Sendable () -> Bool)? = nil
  ) {
    self.detail = detail
    self.sample = sample
    self.seed = seed
    self.threads = threads
    self.store = store
    self.isCancelled = isCancelled
  }

  /// Figures of a scenario in the futures of a range.
  ///
  /// - Parameters:
  ///   - figures: What is asked for.
  ///   - scenario: What is believed.
  ///   - replications: Numbers of the futures.
  /// - Returns: A table of these futures in order.
  /// - Throws: ``SimulationError``, which is `cancelled` if the caller asked to stop, or `SynthesisError`.
  public func table(
    _ figures: [StudyFigure], of scenario: Scenario, replications: Range<Int>
  ) throws -> FigureTable {
    var table = FigureTable(figures: figures)
    try extend(&table, of: scenario, to: replications)
    return table
  }

  /// Adds futures to a table of a scenario; parameters and errors as for
  /// ``table(_:of:replications:)``.
  public func extend(
    _ table: inout FigureTable, of scenario: Scenario, to replications: Range<Int>
  ) throws {
    try forEachBatch(of: scenario, replications: replications) { table.add($0) }
  }

  /// Everything about the futures of a range, of a study that keeps everything.
  ///
  /// - Parameters:
  ///   - scenario: What is believed.
  ///   - population: Its households; not asked for if all futures are in the store.
  ///   - replications: Numbers of the futures.
  ///   - progress: Called with the share done.
  /// - Returns: The outcomes of all futures in order.
  /// - Throws: As ``table(_:of:replications:)``.
  func outcomes(
    of scenario: Scenario, _ population: @escaping () throws -> Population,
    replications: Range<Int>,
    progress: (@Sendable (Double) -> Void)?
  ) throws -> Outcomes {
    var parts: [StudyFutures] = []
    var done = 0
    try forEachBatch(of: scenario, population, replications: replications, progress: progress) {
      parts.append($0)
      done += $0.replications.count
      progress?(Double(done) / Double(replications.count))
    }
    return Outcomes(
      parts, householdMonths: account.householdMonths, seconds: account.secondsSimulating)
  }

  /// Futures of a scenario batch by batch, in order.
  func forEachBatch(
    of scenario: Scenario, _ population: (() throws -> Population)? = nil,
    replications: Range<Int>, progress: (@Sendable (Double) -> Void)? = nil,
    _ body: (StudyFutures) throws -> Void
  ) throws {
    let digest = ScenarioDigest.hexadecimal(of: scenario)
    let layout = OutcomeLayout(
      geography: scenario.geography, counties: scenario.counties, years: scenario.resultYears)
    var simulator: Simulator?
    for range in Self.batches(replications) {
      let key = key(digest, range)
      let futures: StudyFutures
      if let kept = store?.futures(key, layout: layout) {
        account.reused += range.count
        futures = kept
      } else {
        let ready =
          try simulator
          ?? Simulator(
            scenario: scenario, population: population?() ?? self.population(of: scenario))
        simulator = ready
        let before = Double(range.lowerBound - replications.lowerBound)
        let whole = Double(replications.count)
        futures = try simulate(ready, range) { share in
          progress?((before + share * Double(range.count)) / whole)
        }
        store?.keep(futures, as: key)
      }
      try body(futures)
      afterBatch?(range.count)
    }
  }

  /// How many futures of a range are not in the store.
  public func missing(of scenario: Scenario, replications: Range<Int>) -> Int {
    guard let store else { return replications.count }
    let digest = ScenarioDigest.hexadecimal(of: scenario)
    return Self.batches(replications).reduce(0) { sum, range in
      sum + (store.holds(key(digest, range)) ? 0 : range.count)
    }
  }

  func key(_ scenario: String, _ range: Range<Int>) -> FutureStore.Key {
    FutureStore.Key(
      scenario: scenario, sample: sample, seed: seed, replications: range, detail: detail)
  }

  /// Parts of a range that end at multiples of ``batch``, so that longer ranges share their files.
  static func batches(_ range: Range<Int>) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = range.lowerBound
    while start < range.upperBound {
      let end = min((start / batch + 1) * batch, range.upperBound)
      parts.append(start..<end)
      start = end
    }
    return parts
  }

  private func simulate(
    _ simulator: Simulator, _ range: Range<Int>, progress: @escaping @Sendable (Double) -> Void
  ) throws -> StudyFutures {
    let outcomes = try simulator.run(
      replications: range.count, first: range.lowerBound, seed: seed, threads: threads,
      progress: progress, isCancelled: isCancelled)
    account.simulated += range.count
    account.secondsSimulating += outcomes.seconds
    account.householdMonths += outcomes.householdMonths
    return StudyFutures(outcomes, first: range.lowerBound).reduced(to: detail)
  }

  /// The households of a scenario; built once for scenarios that have the same.
  public func population(of scenario: Scenario) throws -> Population {
    if let place = populations.firstIndex(where: {
      PopulationInputs.agree($0.scenario, scenario)
    }) {
      let known = populations.remove(at: place)
      populations.insert(known, at: 0)
      return known.population
    }
    let began = ContinuousClock().now
    let population = try PopulationSynthesis.population(
      of: scenario, sampleFraction: sample, threads: threads)
    account.secondsBuilding += began.duration(to: ContinuousClock().now) / .seconds(1)
    populations.insert((scenario, population), at: 0)
    // Two are enough for a baseline and a draw that come in turns.
    if populations.count > 2 { populations.removeLast() }
    return population
  }
}

/// What a study has done so far.
public struct StudyAccount: Sendable, Hashable {
  /// Futures simulated, of all scenarios.
  public var simulated = 0
  /// Futures read from the store.
  public var reused = 0
  /// Household-months simulated.
  public var householdMonths = 0
  /// Wall-clock seconds of simulating.
  public var secondsSimulating = 0.0
  /// Wall-clock seconds of building populations.
  public var secondsBuilding = 0.0

  /// Nothing yet.
  public init() {}

  /// Adds what another study has done.
  mutating func add(_ other: StudyAccount) {
    simulated += other.simulated
    reused += other.reused
    householdMonths += other.householdMonths
    secondsSimulating += other.secondsSimulating
    secondsBuilding += other.secondsBuilding
  }

  /// Seconds a simulated future took, its part of the populations included; `nil` before the first.
  public var secondsPerFuture: Double? {
    simulated > 0 ? (secondsSimulating + secondsBuilding) / Double(simulated) : nil
  }
}
