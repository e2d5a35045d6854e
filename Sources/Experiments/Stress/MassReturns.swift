import Estimation
import Households

/// How likely a return to poverty on a large scale is.
public struct MassReturns: Sendable, Hashable {
  /// A county.
  public struct CountyReturn: Sendable, Hashable {
    /// Index of the county in the geography.
    public let county: Int
    /// Stock at the end of the year.
    public let stock: Estimate
    /// Chance that the stock exceeds the share of the question, without what the sample adds.
    public let chance: WilsonInterval
    /// The same as simulated: the fewer households, the higher.
    public let asSimulated: WilsonInterval
    /// Share of the stock's variance over futures that the sample of households adds.
    public let luckShare: Double
  }

  /// Counties in the order of the scenario.
  public let counties: [CountyReturn]
  /// Chance that any county exceeds its share, without what the sample adds.
  public let anyCounty: WilsonInterval
  /// Mean number of counties above it, over futures.
  public let countiesAbove: Estimate
  /// Chance that the province exceeds its share.
  public let province: WilsonInterval
}
