/// Why a sample tells nothing of a return period.
public enum ReturnPeriodError: Error, Hashable, Sendable {
  /// The period has more years than there are replications: the level lies beyond all that happened.
  case beyondSample(period: Double, replications: Int)
  /// A period is longer than a year.
  case tooShort(period: Double)
}
