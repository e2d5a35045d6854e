import Estimation
import Households

/// One moment before and after the calibration: a row of `moments.csv`.
public struct MomentRow: Sendable {
  /// The moment.
  public let moment: Moment
  /// Mean and 2.5 and 97.5 % quantiles under the priors.
  public let prior: SIMD3<Double>
  /// The same under the ensemble.
  public let posterior: SIMD3<Double>
  /// Standard error that few futures add to the figure of a point, mean over the members.
  public let simulationError: Double

  /// Distance of the ensemble's mean from the target, in tolerances.
  public var distance: Double { (posterior[0] - moment.target) / moment.tolerance }
  /// Whether the mean is within one tolerance of the target.
  public var isWithin: Bool { abs(distance) <= 1 }
}

extension CompletedCalibration {
  /// One row a moment, in the order of the plan.
  public var momentRows: [MomentRow] {
    plan.moments.indices.map { place in
      MomentRow(
        moment: plan.moments[place], prior: Self.summary(wave(0), place, nil),
        posterior: Self.summary(members, place, posterior.weights),
        simulationError: Moments(members.map { $0.moments[place].variance }).mean.squareRoot())
    }
  }

  private static func summary(
    _ points: [CalibrationPoint], _ place: Int, _ weights: [Double]?
  ) -> SIMD3<Double> {
    let known = points.indices.filter {
      points[$0].moments[place].value.isFinite && (weights?[$0] ?? 1) > 0
    }
    guard !known.isEmpty else { return SIMD3(repeating: .nan) }
    let sample = WeightedSample(
      known.map { points[$0].moments[place].value },
      weights: weights.map { all in known.map { all[$0] } })
    return SIMD3(sample.mean, sample.quantile(0.025), sample.quantile(0.975))
  }
}
