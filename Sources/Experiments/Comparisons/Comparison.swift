import Households
import Simulation

/// A baseline and reforms simulated with the same households and the same draws.
public enum Comparison {
  /// Builds the populations, or finds them in the store, and tells what the runs are; the baseline is the first.
  ///
  /// - Throws: ``ComparisonError`` if runs cannot be paired, ``SimulationError`` or
  ///   `SynthesisError`.
  public static func prepare(
    baseline: AccountedScenario, reforms: [AccountedScenario], options: RunOptions,
    store: FutureStore? = nil
  ) throws -> PreparedComparison {
    for reform in reforms { try check(baseline.scenario, reform.scenario) }
    var runs = [
      try SimulationRun.prepare(baseline, options: options, store: store)
    ]
    for reform in reforms {
      let twin = runs.first { PopulationInputs.agree($0.scenario, reform.scenario) }
      if let twin {
        _ = try Limits(reform.scenario.parameters)
        runs.append(
          PreparedRun(
            reform, options, twin.population,
            populationDigest: twin.identity.populationDigest,
            seconds: twin.secondsBuildingPopulation))
      } else {
        runs.append(
          try SimulationRun.prepare(reform, options: options, store: store))
      }
    }
    return PreparedComparison(runs: runs)
  }

  /// Builds the populations, simulates and estimates all runs and their paired differences.
  ///
  /// - Parameters:
  ///   - baseline: The scenario that reforms are compared with.
  ///   - reforms: The reforms; same counties and period as the baseline.
  ///   - options: How all runs are made.
  ///   - progress: Called now and then, from any thread, with the share done of all runs.
  ///   - isCancelled: Asked now and then, from any thread; `true` stops the comparison.
  /// - Returns: All runs, and the differences of each reform from the baseline.
  /// - Throws: ``ComparisonError`` if runs cannot be paired, ``SimulationError``, which is
  ///   `cancelled` if the caller asked to stop, or `SynthesisError`.
  public static func perform(
    baseline: AccountedScenario, reforms: [AccountedScenario], options: RunOptions,
    progress: (@Sendable (Double) -> Void)? = nil, isCancelled: (@Sendable () -> Bool)? = nil
  ) throws -> CompletedComparison {
    try prepare(baseline: baseline, reforms: reforms, options: options)
      .simulate(progress: progress, isCancelled: isCancelled)
  }

  static func check(_ baseline: Scenario, _ reform: Scenario) throws(ComparisonError) {
    guard baseline.start == reform.start, baseline.resultYears == reform.resultYears else {
      throw .periodsDiffer(baseline: baseline.name, reform: reform.name)
    }
    guard baseline.counties == reform.counties,
      baseline.geography.counties.map(\.code) == reform.geography.counties.map(\.code)
    else { throw .countiesDiffer(baseline: baseline.name, reform: reform.name) }
  }
}
