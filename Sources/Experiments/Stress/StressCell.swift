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

/// How likely a return to poverty on a large scale is.
public struct MassReturns: Sendable, Hashable {
  /// A county.
  public struct CountyReturn: Sendable, Hashable {
    /// Index of the county in the geography.
    public let county: Int
    /// Stock at the end of the year.
    public let stock: Estimate
    /// Chance that the stock exceeds the share of the question, without the luck of the sample.
    public let chance: WilsonInterval
    /// The same as simulated: the fewer households, the higher.
    public let asSimulated: WilsonInterval
    /// Share of the stock's variance over futures that the sample of households adds.
    public let luckShare: Double
  }

  /// Counties in the order of the scenario.
  public let counties: [CountyReturn]
  /// Chance that any county exceeds its share, without the luck of the sample.
  public let anyCounty: WilsonInterval
  /// Mean number of counties above it, over futures.
  public let countiesAbove: Estimate
  /// Chance that the province exceeds its share.
  public let province: WilsonInterval
}
