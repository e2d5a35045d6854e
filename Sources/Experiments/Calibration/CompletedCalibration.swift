import Estimation
import Households
import Randomness

/// What a calibration found: points, emulators and the ensemble.
public struct CompletedCalibration: Sendable {
  /// What was asked for.
  public let plan: CalibrationPlan
  /// Title of the scenario.
  public let scenario: BilingualText
  /// Short name of the scenario.
  public let scenarioName: String
  /// Every simulated point, wave by wave.
  public let points: [CalibrationPoint]
  /// Emulators of all moments over all points, in the order of the plan.
  public let emulators: [MomentEmulator]
  /// Share of the variance over the points of the first wave that each parameter alone accounts for,
  /// with the sign of its effect; shape `[moments][parameters]`.
  public let effects: [[Double]]
  /// The accepted points: those of the last wave, with their weights.
  public let posterior: PosteriorEnsemble
  /// Wall-clock seconds.
  public let seconds: Double

  init(
    _ plan: CalibrationPlan, _ scenario: Scenario, _ points: [CalibrationPoint],
    _ space: CalibratedSpace, threads: Int, seconds: Double
  ) {
    self.plan = plan
    self.scenario = scenario.title
    scenarioName = scenario.name
    self.points = points
    self.seconds = seconds
    let coordinates = points.map { space.coordinates($0.values) }
    let first = zip(points, coordinates).filter { $0.0.wave == 0 }.map(\.1)
    let fits = HistoryMatching.inParallel(plan.moments.count, threads: threads) { place in
      let emulator = MomentEmulator(coordinates, points.map { $0.moments[place].value })
      // Some of the first wave are enough to average over.
      return (emulator, emulator.mainEffects(Array(first.prefix(max(64, first.count / 4)))))
    }
    emulators = fits.map(\.0)
    effects = fits.map(\.1)
    posterior = Self.ensemble(plan, points)
  }

  /// The last wave, weighted by what was simulated.
  static func ensemble(
    _ plan: CalibrationPlan, _ points: [CalibrationPoint]
  ) -> PosteriorEnsemble {
    let last = points.filter { $0.wave == plan.design.waves - 1 }
    let sums = last.map { sum(plan, $0) }
    let least = sums.min() ?? 0
    let weights = zip(last, sums).map { point, sum in
      // Relative to the best, so that no weight is lost to rounding.
      Elementary.exp(-0.5 * (sum - least)) / point.inclusion
    }
    return PosteriorEnsemble(
      name: "posterior-\(plan.name)", parameters: plan.parameters, members: last.map(\.values),
      weights: weights)
  }

  /// Σ I² of a simulated point over the fitted moments.
  static func sum(_ plan: CalibrationPlan, _ point: CalibrationPoint) -> Double {
    plan.fitted.reduce(0) { sum, place in
      let distance = implausibility(plan, point, place)
      return sum + distance * distance
    }
  }

  /// Distance of a simulated point from the target of a moment.
  static func implausibility(
    _ plan: CalibrationPlan, _ point: CalibrationPoint, _ place: Int
  ) -> Double {
    let moment = plan.moments[place]
    let distance = point.moments[place].implausibility(
      target: moment.target, tolerance: moment.tolerance)
    return min(distance, 1e6)
  }

  /// Simulated points of a wave.
  public func wave(_ number: Int) -> [CalibrationPoint] { points.filter { $0.wave == number } }

  /// The points that are the members of the ensemble.
  public var members: [CalibrationPoint] { wave(plan.design.waves - 1) }
}
