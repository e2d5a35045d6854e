import Households
import Simulation

/// Every system of the plan alone: its example against the baseline, on the same households and draws.
public struct SystemTrial: Sendable {
  private let baseline: PreparedRun
  private let outcomes: Outcomes

  /// Simulates the baseline.
  ///
  /// - Throws: ``SimulationError``, which is `cancelled` if the caller asked to stop, or
  ///   `SynthesisError`.
  public init(
    baseline: AccountedScenario, options: RunOptions, isCancelled: (@Sendable () -> Bool)? = nil
  ) throws {
    self.baseline = try SimulationRun.prepare(baseline, options: options)
    outcomes = try self.baseline.outcomes(isCancelled: isCancelled)
  }

  /// Simulates the example of one system and holds it against the baseline.
  ///
  /// - Throws: ``ComparisonError`` if the two cannot be paired, ``SimulationError`` or
  ///   `SynthesisError`.
  public func effect(
    of system: PlanSystem, example: AccountedScenario, isCancelled: (@Sendable () -> Bool)? = nil
  ) throws -> SystemEffect {
    try Comparison.check(baseline.scenario, example.scenario)
    let options = baseline.options
    let prepared =
      PopulationInputs.agree(baseline.scenario, example.scenario)
      ? PreparedRun(
        example, options, baseline.population,
        populationDigest: baseline.identity.populationDigest, seconds: 0)
      : try SimulationRun.prepare(example, options: options)
    let changed = try prepared.outcomes(isCancelled: isCancelled)
    return SystemEffect(system, baseline: outcomes, example: changed)
  }
}
