import Households
import Simulation

/// A run whose population is built and whose identity is known, but that is not simulated yet.
///
/// Building is a matter of seconds and simulating one of minutes, so a caller can look for an
/// existing folder of the same identity in between.
public struct PreparedRun: Sendable {
  /// What is believed.
  public let scenario: Scenario
  /// The scenario with each value and its place.
  public let resolvedYAML: String
  /// How the run is made.
  public let options: RunOptions
  /// The households.
  public let population: Population
  /// What the run is.
  public let identity: RunIdentity
  /// Wall-clock seconds of building the population, or of finding it in the store, and its digest.
  public let secondsBuildingPopulation: Double
  private let content: String

  init(
    _ resolved: AccountedScenario, _ options: RunOptions, _ population: Population,
    populationDigest: String, seconds: Double
  ) {
    scenario = resolved.scenario
    resolvedYAML = resolved.yaml
    content = resolved.content
    self.options = options
    self.population = population
    identity = RunIdentity(
      scenario: resolved.scenario, content: resolved.content,
      populationDigest: populationDigest, options: options)
    secondsBuildingPopulation = seconds
  }

  /// The same run with another number of futures.
  func with(replications: Int) -> PreparedRun {
    var options = options
    options.replications = replications
    return PreparedRun(
      AccountedScenario(scenario: scenario, yaml: resolvedYAML, content: content), options,
      population, populationDigest: identity.populationDigest, seconds: secondsBuildingPopulation)
  }

  /// Simulates and estimates.
  ///
  /// - Parameters:
  ///   - store: Where futures are kept, so that a run that was stopped goes on where it was and no future
  ///     is simulated twice; `nil` for nowhere.
  ///   - progress: Called now and then, from any thread, with the share done in [0, 1].
  ///   - isCancelled: Asked now and then, from any thread; `true` stops the run.
  /// - Returns: The run with its tables and record.
  /// - Throws: ``SimulationError``, which is `cancelled` if the caller asked to stop, or
  ///   `SynthesisError` for the households of a draw.
  public func simulate(
    store: FutureStore? = nil, progress: (@Sendable (Double) -> Void)? = nil,
    isCancelled: (@Sendable () -> Bool)? = nil
  ) throws -> CompletedRun {
    let own = Double(options.draws * options.replications)
    let split = options.varianceLevels.map { Double($0[0] * $0[1] * $0[2]) } ?? 0
    let part = own / (own + split)
    let outcomes = try outcomes(
      store: store, progress: Self.progress(progress, from: 0, to: part),
      isCancelled: isCancelled)
    let tables = try RunTables(outcomes: outcomes, scenario: scenario)
    return CompletedRun(
      scenario: scenario, outcomes: outcomes, tables: tables, record: record(of: outcomes),
      resolvedYAML: resolvedYAML,
      variance: try variance(
        progress: Self.progress(progress, from: part, to: 1), isCancelled: isCancelled),
      posterior: options.posterior)
  }

  /// The part of a longer progress that lies between two shares of it.
  private static func progress(
    _ whole: (@Sendable (Double) -> Void)?, from first: Double, to last: Double
  ) -> (@Sendable (Double) -> Void)? {
    guard let whole else { return nil }
    return { whole(first + (last - first) * $0) }
  }

  /// Simulates without estimating; parameters and errors as for ``simulate(progress:isCancelled:)``.
  func outcomes(
    store: FutureStore? = nil, progress: (@Sendable (Double) -> Void)? = nil,
    isCancelled: (@Sendable () -> Bool)? = nil
  ) throws -> Outcomes {
    if options.draws > 1 {
      return try outcomesByDraw(store: store, progress: progress, isCancelled: isCancelled)
    }
    return try outcomes(
      of: scenario, { population }, store: store, progress: progress, isCancelled: isCancelled)
  }

  private func outcomes(
    of scenario: Scenario, _ population: @escaping () throws -> Population, store: FutureStore?,
    progress: (@Sendable (Double) -> Void)?, isCancelled: (@Sendable () -> Bool)?
  ) throws -> Outcomes {
    if let store, !options.isProfiled, options.ledger == .prefecture {
      let study = Study(
        sample: options.sample, seed: options.seed, threads: options.threads, store: store,
        detail: .whole, isCancelled: isCancelled)
      return try study.outcomes(
        of: scenario, population, replications: 0..<options.replications, progress: progress)
    }
    return try Simulator(
      scenario: scenario, population: population(), ledger: options.ledger
    ).run(
      replications: options.replications, seed: options.seed, threads: options.threads,
      isProfiled: options.isProfiled, progress: progress, isCancelled: isCancelled)
  }

  /// Lets each draw of the parameters, with households drawn under it, meet the same futures.
  private func outcomesByDraw(
    store: FutureStore?, progress: (@Sendable (Double) -> Void)?,
    isCancelled: (@Sendable () -> Bool)?
  ) throws -> Outcomes {
    let draws = ParameterDraws(
      scenario.parameters.declared, seed: options.seed, count: options.draws,
      posterior: options.posterior)
    var all: [Outcomes] = []
    for draw in 0..<options.draws {
      let drawn = draws.scenario(scenario, draw: draw)
      let count = Double(options.draws)
      let own = Self.progress(
        progress, from: Double(draw) / count, to: Double(draw + 1) / count)
      all.append(
        try outcomes(
          of: drawn, { try population(under: drawn) }, store: store, progress: own,
          isCancelled: isCancelled))
    }
    return Outcomes(draws: all)
  }

  /// The split of variance that the options ask for; each cell is simulated.
  private func variance(
    progress: (@Sendable (Double) -> Void)?, isCancelled: (@Sendable () -> Bool)?
  ) throws -> [VarianceRow] {
    guard let levels = options.varianceLevels else { return [] }
    let draws = ParameterDraws(
      scenario.parameters.declared, seed: options.seed, count: levels[0],
      posterior: options.posterior)
    let outcomes = try (0..<levels[0]).map { draw in
      let drawn = draws.scenario(scenario, draw: draw)
      let households = try population(under: drawn)
      let count = Double(levels[0])
      let own = Self.progress(
        progress, from: Double(draw) / count, to: Double(draw + 1) / count)
      return try Simulator(scenario: drawn, population: households).run(
        replications: levels[1] * levels[2], seed: options.seed, threads: options.threads,
        householdReplications: levels[2], progress: own, isCancelled: isCancelled)
    }
    return VarianceRow.rows(Outcomes(draws: outcomes), scenario, levels: levels)
  }

  /// Households drawn under other parameters.
  private func population(under drawn: Scenario) throws -> Population {
    try PopulationSynthesis.population(
      of: drawn, sampleFraction: options.sample, threads: options.threads,
      householdsPerBlock: options.householdsPerBlock)
  }

  private func record(of outcomes: Outcomes) -> RunRecord {
    let seconds = outcomes.seconds
    return RunRecord(
      version: identity.version, scenario: identity.scenario,
      scenarioDigest: identity.scenarioDigest, parametersDigest: identity.parametersDigest,
      populationDigest: identity.populationDigest, runDigest: identity.runDigest,
      seed: identity.seed, replications: identity.replications, draws: identity.draws,
      sample: identity.sample,
      threads: options.threads, households: population.householdCount,
      householdMonths: outcomes.householdMonths,
      secondsBuildingPopulation: secondsBuildingPopulation, secondsSimulating: seconds,
      householdMonthsPerSecond: seconds > 0 ? Double(outcomes.householdMonths) / seconds : 0,
      peakMemoryBytes: PeakMemory.bytes,
      fixedBytesPerHousehold: Simulator.bytesPerHousehold.fixed,
      stateBytesPerHousehold: Simulator.bytesPerHousehold.state,
      outcomesDigest: OutcomesDigest.hexadecimal(of: outcomes), tableDigests: [:],
      posterior: options.posterior?.name, posteriorDigest: identity.posteriorDigest)
  }
}
