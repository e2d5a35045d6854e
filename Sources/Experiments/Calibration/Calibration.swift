import Households
import Simulation

/// Fits the parameters of a plan to its moments.
public enum Calibration {
  /// Simulates all waves and gathers the ensemble.
  ///
  /// Parameters that are not fitted keep their declared values. The scenario is simulated up to the last
  /// year that a moment names. Results depend on the plan and the scenario only, not on the threads.
  ///
  /// - Parameters:
  ///   - plan: What is fitted to what.
  ///   - scenario: The plan's scenario.
  ///   - threads: Number of threads, at least 1.
  ///   - progress: Called with the share of points simulated.
  ///   - isCancelled: Asked now and then, from any thread; `true` stops.
  /// - Returns: The calibration.
  /// - Throws: ``CalibrationError``, ``SimulationError`` (`cancelled` if the caller asked to stop) or
  ///   `SynthesisError`.
  public static func perform(
    _ plan: CalibrationPlan, _ scenario: Scenario, threads: Int,
    progress: ((Double) -> Void)? = nil, isCancelled: (@Sendable () -> Bool)? = nil
  ) throws -> CompletedCalibration {
    let clock = ContinuousClock()
    let began = clock.now
    let space = CalibratedSpace(plan.parameters, scenario.parameters)
    let short = shortened(scenario, plan)
    let measurement = MomentMeasurement(plan: plan, threads: threads)
    let matching = HistoryMatching(plan: plan, space: space, threads: threads)
    let points = try matching.points(
      measure: { values in
        if isCancelled?() ?? false { throw SimulationError.cancelled }
        return try measurement.values(space.scenario(short, values), isCancelled: isCancelled)
      }, progress: progress)
    return CompletedCalibration(
      plan, scenario, points, space, threads: threads,
      seconds: began.duration(to: clock.now) / .seconds(1))
  }

  /// The scenario without the years after the last that a moment names.
  private static func shortened(_ scenario: Scenario, _ plan: CalibrationPlan) -> Scenario {
    var copy = scenario
    let last = plan.moments.flatMap(\.years).max() ?? scenario.firstResultYear
    copy.end = Month(year: last, month: 12)
    return copy
  }
}
