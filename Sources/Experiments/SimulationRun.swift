import Households
import Simulation

/// One scenario simulated: the way from what is believed to all estimates.
public enum SimulationRun {
  /// Builds the population, or finds it in the store, and tells what the run is.
  ///
  /// - Throws: ``SimulationError/missingParameters(_:)`` for the limits, or `SynthesisError`.
  public static func prepare(
    _ accounted: AccountedScenario, options: RunOptions, store: FutureStore? = nil
  ) throws -> PreparedRun {
    _ = try Limits(accounted.scenario.parameters)
    let clock = ContinuousClock()
    let began = clock.now
    let households =
      try store?.population(of: accounted.scenario, options)
      ?? PopulationInputs.built(of: accounted.scenario, options)
    let took = began.duration(to: clock.now)
    return PreparedRun(
      accounted, options, households.population, populationDigest: households.digest,
      seconds: took / .seconds(1))
  }

  /// Builds the population, simulates and estimates.
  ///
  /// - Parameters:
  ///   - accounted: What is believed, with the account of every value.
  ///   - options: How the run is made.
  ///   - progress: Called now and then, from any thread, with the share done in [0, 1].
  ///   - isCancelled: Asked now and then, from any thread; `true` stops the run.
  /// - Returns: The run with its tables and record.
  /// - Throws: ``SimulationError``, which is `cancelled` if the caller asked to stop, or
  ///   `SynthesisError`.
  public static func perform(
    _ accounted: AccountedScenario, options: RunOptions,
    progress: (@Sendable (Double) -> Void)? = nil, isCancelled: (@Sendable () -> Bool)? = nil
  ) throws -> CompletedRun {
    try prepare(accounted, options: options)
      .simulate(progress: progress, isCancelled: isCancelled)
  }
}
