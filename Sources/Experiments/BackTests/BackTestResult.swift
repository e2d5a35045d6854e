import Estimation
import Households

/// What the model says of a record.
public struct BackTestResult: Sendable {
  /// The record.
  public let record: HistoricalRecord
  /// The value in each possible future of each draw of the parameters; shape `[D × R]`, without the
  /// futures in which the quantity does not exist.
  public let futures: [Double]
  /// Median over futures, in the unit of the quantity; NaN without futures.
  public let median: Double
  /// Limits between which 95 % of the futures lie.
  public let lower95: Double
  /// Upper of the two limits.
  public let upper95: Double

  init(record: HistoricalRecord, futures: [Double]) {
    self.record = record
    self.futures = futures
    let ascending = futures.sorted()
    guard !ascending.isEmpty else {
      (median, lower95, upper95) = (.nan, .nan, .nan)
      return
    }
    median = Quantiles.quantile(0.5, ascending: ascending)
    lower95 = Quantiles.quantile(0.025, ascending: ascending)
    upper95 = Quantiles.quantile(0.975, ascending: ascending)
  }

  /// Whether any value that the source leaves open lies between the limits.
  public var contains: Bool {
    record.range.upperBound >= lower95 && record.range.lowerBound <= upper95
  }

  /// Share of the futures below the recorded value, those at it counted by half: near 0 or 1 the
  /// record is a surprise.
  public var rank: Double {
    guard !futures.isEmpty else { return .nan }
    let below = futures.count { $0 < record.value }
    let equal = futures.count { $0 == record.value }
    return (Double(below) + Double(equal) / 2) / Double(futures.count)
  }
}
