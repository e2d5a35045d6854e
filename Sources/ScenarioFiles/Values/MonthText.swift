import Households

/// Months and years as written in files.
enum MonthText {
  /// Years that a scenario may name; anything else is a slip of the pen.
  static let years = 1990...2100

  /// The month written as `2026-07`, or `nil`.
  static func month(_ text: String) -> Month? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].count == 4, parts[1].count == 2,
      parts.allSatisfy({ $0.allSatisfy(\.isASCIIDigit) }),
      let year = Int(parts[0]), let month = Int(parts[1]),
      years.contains(year), (1...12).contains(month)
    else { return nil }
    return Month(year: year, month: month)
  }

  /// A month that the author may have meant, for `2026-7`, `2026/07`, `2026年7月`, `2026-07-15`.
  static func guess(_ text: String) -> Month? {
    let numbers = NumberText.halfWidth(text).split { !$0.isASCIIDigit }.compactMap { Int($0) }
    guard numbers.count >= 2, years.contains(numbers[0]), (1...12).contains(numbers[1]) else {
      return nil
    }
    return Month(year: numbers[0], month: numbers[1])
  }

  /// Whether it is a whole day such as `2026-07-15`, which a monthly model cannot use.
  static func isDay(_ text: String) -> Bool {
    text.split(separator: "-").count == 3 && guess(text) != nil
  }
}
