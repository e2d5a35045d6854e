import Foundation

/// Writes numbers for readers: fixed decimals, no locale, the same text on any machine.
///
/// We write digits ourselves because Foundation's formatter follows the machine's locale and brings
/// its own data files, and a report must be the same bytes everywhere.
enum NumberText {
  /// Shown for a figure that does not exist (NaN).
  static let missing = "—"
  /// Keeps a number and its unit on one line.
  static let space = "\u{00A0}"

  /// A number with a fixed count of decimals and, if wanted, commas between thousands.
  ///
  /// - Returns: `—` for NaN, `∞` or `−∞` for infinities, and never a negative zero.
  static func fixed(_ value: Double, decimals: Int, grouped: Bool = false) -> String {
    if value.isNaN { return missing }
    if value.isInfinite { return value > 0 ? "∞" : "−∞" }
    var unit = 1.0
    for _ in 0..<decimals { unit *= 10 }
    let scaled = (value.magnitude * unit).rounded()
    guard scaled < 9e15 else { return value.description }
    let whole = Int(scaled)
    var integer = String(whole / Int(unit))
    if grouped { integer = thousands(integer) }
    let sign = value < 0 && whole > 0 ? "−" : ""
    guard decimals > 0 else { return sign + integer }
    let fraction = String(whole % Int(unit))
    let zeros = String(repeating: "0", count: decimals - fraction.count)
    return sign + integer + "." + zeros + fraction
  }

  /// Digits with a comma after each three from the right.
  static func thousands(_ digits: String) -> String {
    var text = ""
    for (position, digit) in digits.enumerated() {
      if position > 0 && (digits.count - position) % 3 == 0 { text += "," }
      text.append(digit)
    }
    return text
  }

  /// A whole number with commas between thousands.
  static func whole(_ value: Double) -> String { fixed(value, decimals: 0, grouped: true) }

  /// A number as it was declared: the shortest digits that give it back, without `.0`.
  static func plain(_ value: Double) -> String {
    if value.isNaN { return missing }
    let text = value.description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  /// A number to five significant digits, for reading rather than for computing.
  static func brief(_ value: Double) -> String {
    let digits = String(format: "%.5g", value)
    return digits.contains("e") ? plain(value) : digits
  }

  /// A share as per cent without the sign, such as `0.43` for 0.0043.
  static func percentDigits(_ share: Double, decimals: Int = 2) -> String {
    fixed(share * 100, decimals: decimals)
  }

  /// A share as per cent, such as `0.43 %`.
  static func percent(_ share: Double, decimals: Int = 2) -> String {
    share.isNaN ? missing : percentDigits(share, decimals: decimals) + space + "%"
  }

  /// An interval of shares, such as `[0.40, 0.46] %`.
  static func percentInterval(_ lower: Double, _ upper: Double, decimals: Int = 2) -> String {
    if lower.isNaN || upper.isNaN { return missing }
    return "[" + percentDigits(lower, decimals: decimals) + "," + space
      + percentDigits(upper, decimals: decimals) + "]" + space + "%"
  }

  /// A probability: whole per cents, but one decimal close to 0 and 100 where it matters.
  static func probability(_ share: Double) -> String {
    percent(share, decimals: probabilityDecimals(share))
  }

  /// An interval of probabilities, such as `[82, 91] %`.
  static func probabilityInterval(_ lower: Double, _ upper: Double) -> String {
    let decimals = max(probabilityDecimals(lower), probabilityDecimals(upper))
    return percentInterval(lower, upper, decimals: decimals)
  }

  private static func probabilityDecimals(_ share: Double) -> Int {
    (share > 0 && share < 0.015) || (share > 0.985 && share < 1) ? 1 : 0
  }

  /// A signed difference of rates in percentage points, such as `−0.124`: one decimal more than
  /// the rates, because paired differences are that much more precise.
  static func points(_ share: Double) -> String {
    let text = percentDigits(share, decimals: 3)
    return share > 0 && text != "0.000" ? "+" + text : text
  }
}
