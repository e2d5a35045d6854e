import Estimation
import Households

/// One package under one event.
public struct StressCell: Sendable {
  /// Place of the package in the question, the baseline first.
  public let package: Int
  /// Place of the event, no event first.
  public let event: Int
  /// The rate.
  public let rate: Estimate
  /// The rate minus that of the same package without an event; `nil` without an event.
  public let fromNoEvent: PairedDifference?
  /// The rate minus that of the baseline under the same event; `nil` for the baseline.
  public let fromBaseline: PairedDifference?
  /// Public spending in the year of the rate, yuan.
  public let cost: Estimate
  /// Chance that the rate exceeds the limit.
  public let breaking: WilsonInterval
  /// Rates of the year over futures.
  public let curve: ExceedanceCurve
  /// Highest rates of each future over the years of the question.
  public let worstCurve: ExceedanceCurve
  /// Lowest limit that is kept with the probability asked for: the rate once in 1 / (1 − probability) years.
  public let keptLimit: ReturnLevel
  /// Levels of the year at the return periods of the question.
  public let levels: [ReturnLevel]
  /// Levels of the worst year at them.
  public let worstLevels: [ReturnLevel]
  /// Returns on a large scale.
  public let massReturn: MassReturns
}
