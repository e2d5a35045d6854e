/// Whether the 95 % interval of an expected rate lies on one side of a limit.
public enum Verdict: String, Sendable, Hashable, Codable {
  /// The whole interval is at or below the limit.
  case met
  /// The whole interval is above the limit.
  case missed
  /// The limit lies inside the interval, or there is no interval.
  case undecided

  /// The verdict on an estimate that ought to be at or below a limit.
  public init(_ estimate: Estimate, limit: Double) {
    if estimate.upper95 <= limit {
      self = .met
    } else if estimate.lower95 > limit {
      self = .missed
    } else {
      self = .undecided
    }
  }
}
