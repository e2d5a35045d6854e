/// A calendar month, such as July 2026.
public struct Month: Comparable, Hashable, Sendable, CustomStringConvertible {
  /// Months since January of the year 0.
  public let ordinal: Int

  /// The month with a calendar year and a month number from 1 to 12.
  public init(year: Int, month: Int) { ordinal = year * 12 + month - 1 }

  /// The month a number of months after January of the year 0.
  public init(ordinal: Int) { self.ordinal = ordinal }

  /// Calendar year.
  public var year: Int { ordinal / 12 }
  /// Month of the year, 1 to 12.
  public var month: Int { ordinal % 12 + 1 }

  /// Written as in scenario files: `2026-07`.
  public var description: String { "\(year)-\(month < 10 ? "0" : "")\(month)" }

  /// Earlier months are smaller.
  public static func < (a: Month, b: Month) -> Bool { a.ordinal < b.ordinal }

  /// The month a number of months later.
  public func advanced(by months: Int) -> Month { Month(ordinal: ordinal + months) }
}
