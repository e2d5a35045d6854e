/// Whether the 95 % interval of an expected rate lies on one side of a limit.
public enum Verdict: String, Sendable, Hashable, Codable {
  /// The whole interval is at or below the limit.
  case met
  /// The whole interval is above the limit.
  case missed
  /// The limit lies inside the interval.
  case undecided
}
