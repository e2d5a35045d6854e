import Households
import Simulation

/// One scenario simulated: the way from what is believed to all estimates.
public enum SimulationRun {
  /// Builds the population and tells what the run is.
  ///
  /// - Throws: ``SimulationError/missingParameters(_:)`` for the limits, or `SynthesisError`.
  public static func prepare(
    scenario: Scenario, resolvedYAML: String, options: RunOptions
  ) throws -> PreparedRun {
    _ = try Limits(scenario.parameters)
    let clock = ContinuousClock()
    let began = clock.now
    let population = try PopulationSynthesis.population(
      of: scenario, sampleFraction: options.sample, threads: options.threads,
      householdsPerBlock: options.householdsPerBlock)
    let took = began.duration(to: clock.now)
    return PreparedRun(
      ResolvedScenario(scenario: scenario, yaml: resolvedYAML), options, population,
      populationDigest: PopulationDigest.hexadecimal(of: population, threads: options.threads),
      seconds: took / .seconds(1))
  }

  /// Builds the population, simulates and estimates.
  ///
  /// - Parameters:
  ///   - scenario: What is believed.
  ///   - resolvedYAML: The scenario with each value and its place.
  ///   - options: How the run is made.
  ///   - progress: Called now and then, from any thread, with the share done in [0, 1].
  ///   - isCancelled: Asked now and then, from any thread; `true` stops the run.
  /// - Returns: The run with its tables and record.
  /// - Throws: ``SimulationError``, which is `cancelled` if the caller asked to stop, or
  ///   `SynthesisError`.
  public static func perform(
    scenario: Scenario, resolvedYAML: String, options: RunOptions,
    progress: (@Sendable (Double) -> Void)? = nil, isCancelled: (@Sendable () -> Bool)? = nil
  ) throws -> CompletedRun {
    try prepare(scenario: scenario, resolvedYAML: resolvedYAML, options: options)
      .simulate(progress: progress, isCancelled: isCancelled)
  }
}
