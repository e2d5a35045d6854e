/// On which side of a limit a figure ought to be.
public enum LimitSide: String, Sendable, Hashable, Codable {
  /// The figure may not exceed the limit.
  case atMost = "at_most"
  /// The figure may not fall below the limit.
  case atLeast = "at_least"

  /// Whether a value is where it ought to be.
  public func holds(_ value: Double, limit: Double) -> Bool {
    self == .atMost ? value <= limit : value >= limit
  }
}

/// Whether the 95 % interval of an expected figure lies on one side of a limit.
public enum Verdict: String, Sendable, Hashable, Codable {
  /// The whole interval is on the right side of the limit.
  case met
  /// The whole interval is on the wrong side of the limit.
  case missed
  /// The limit lies inside the interval, or there is no interval.
  case undecided

  /// The verdict on an estimate that ought to be on a side of a limit.
  public init(_ estimate: Estimate, limit: Double, side: LimitSide = .atMost) {
    let (good, bad) =
      side == .atMost
      ? (estimate.upper95 <= limit, estimate.lower95 > limit)
      : (estimate.lower95 >= limit, estimate.upper95 < limit)
    self = good ? .met : bad ? .missed : .undecided
  }
}
