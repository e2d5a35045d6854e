/// Numbers in words and digits, for messages.
enum NumberWords {
  private static let small = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
    "nineteen",
  ]
  private static let tens = [
    "", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
  ]

  /// `thirty` for 30; digits for what is not a whole number from 0 to 100.
  static func english(_ value: Double) -> String {
    guard value == value.rounded(), value >= 0, value <= 100 else { return digits(value) }
    let number = Int(value)
    if number == 100 { return "a hundred" }
    if number < 20 { return small[number] }
    return tens[number / 10] + (number % 10 == 0 ? "" : "-" + small[number % 10])
  }

  /// The shortest digits that read back as the same number: `0.3`, `5000`, `1e-07`.
  static func digits(_ value: Double) -> String {
    guard value.isFinite, abs(value) < 1e15, value == value.rounded() else { return "\(value)" }
    return "\(Int(value))"
  }

  /// A share with at least two decimals, as one would write it in a file: `0.30`.
  static func share(_ value: Double) -> String {
    let text = digits(value)
    guard let point = text.firstIndex(of: "."), !text.contains("e") else {
      return text.contains("e") ? text : text + ".00"
    }
    return text.distance(from: point, to: text.endIndex) == 2 ? text + "0" : text
  }
}
