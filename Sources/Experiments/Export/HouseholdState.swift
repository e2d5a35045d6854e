import Simulation

/// How a household stands on a date and what becomes of it, under one scenario.
public struct HouseholdState: Sendable, Hashable {
  /// Months after the date that are looked at.
  public static let months = 12

  /// Members alive.
  public let persons: UInt8
  /// Twelve-month income per head after rigid spending, without assistance, yuan.
  public let ownIncome: Float
  /// The same with assistance, yuan.
  public let totalIncome: Float
  /// Whether a perfect visit would find it in need.
  public let isInNeed: Bool
  /// Whether it is in return to poverty.
  public let isReturned: Bool
  /// Months after the date that were simulated, at most ``months``.
  public let followed: UInt8
  /// The first of these in which it is in need; 0 if in none.
  public let firstNeed: UInt8
  /// How many of these it is below the return line, assistance included.
  public let monthsBelow: UInt8
  /// How many of these it is in return to poverty.
  public let monthsReturned: UInt8
  /// Whether it enters return to poverty in one of these.
  public let hasEntered: Bool
  /// Assistance received in these, yuan a household.
  public let aid: Double

  init(_ row: AlertPanelRow) {
    let outcome = row.outcome(months: Self.months)
    persons = UInt8(row.persons)
    (ownIncome, totalIncome) = (row.ownIncome, row.totalIncome)
    (isInNeed, isReturned) = (row.isInNeed, row.isReturned)
    followed = UInt8(outcome.months)
    firstNeed = UInt8(outcome.firstNeed)
    monthsBelow = UInt8(outcome.monthsBelow)
    monthsReturned = UInt8(outcome.monthsReturned)
    hasEntered = outcome.hasEntered
    aid = outcome.aid
  }
}
