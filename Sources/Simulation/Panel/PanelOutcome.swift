/// What became of a household in the months after a date.
public struct PanelOutcome: Sendable, Hashable {
  /// Months that were simulated.
  public let months: Int
  /// Whether these are all that were asked for; if not, the run ended before.
  public let isComplete: Bool
  /// The first month (1, 2 …) in which the household is in need; 0 if in none.
  ///
  /// The comparison of designs counts a household as in need if this is not 0 within six months or if
  /// it is in need on the date itself.
  public internal(set) var firstNeed = 0
  /// Months with twelve-month income below the return line, assistance included.
  public internal(set) var monthsBelow = 0
  /// Months in return to poverty.
  public internal(set) var monthsReturned = 0
  /// Whether it enters return to poverty, once or more.
  public internal(set) var hasEntered = false
  /// Assistance received, yuan a household: all that counts in income with assistance.
  public internal(set) var aid = 0.0

  init(months: Int, isComplete: Bool) {
    self.months = months
    self.isComplete = isComplete
  }
}
