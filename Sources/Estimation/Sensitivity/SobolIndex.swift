/// How much of the variance of an outcome a factor, or a group of factors, accounts for.
///
/// The first-order index is the share that vanishes when the factor alone becomes known; the total index is
/// the share that remains when everything else is known. Their difference is interaction. Estimates may be
/// slightly below 0 or above 1.
public struct SobolIndex: Sendable, Hashable {
  /// An interval wider than this does not tell an index that matters from one that does not.
  public static let widestInterval = 0.1

  /// Number of the group.
  public let group: Int
  /// First-order index by Janon and Monod, with the interval over resampled rows.
  public let first: PercentileInterval
  /// First-order index by Jansen 1999.
  public let firstByJansen: PercentileInterval
  /// First-order index by Saltelli and others 2010.
  public let firstBySaltelli: PercentileInterval
  /// Total index by Jansen 1999.
  public let total: PercentileInterval

  /// Whether the first-order index is too uncertain to be used; also if its interval is unknown.
  public var isFirstWide: Bool { Self.isWide(first) }
  /// Whether the total index is too uncertain to be used; also if its interval is unknown.
  public var isTotalWide: Bool { Self.isWide(total) }
  /// Whether either is too uncertain to be used.
  public var isWide: Bool { isFirstWide || isTotalWide }

  private static func isWide(_ interval: PercentileInterval) -> Bool {
    // NaN is not below anything.
    !(interval.upper95 - interval.lower95 <= widestInterval)
  }
}
