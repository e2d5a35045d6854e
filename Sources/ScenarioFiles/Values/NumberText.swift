/// A number as an author wrote it, with the unit behind it, if there is one.
struct NumberText: Sendable, Equatable {
  /// The number, with 万 and 亿 multiplied out.
  let value: Double
  /// What stands behind the number, such as `元`; empty if nothing does.
  let unit: String

  /// Reads `5000`, `5,000 元`, `-0.3`, `1e-4`, `1/60`, `3 万元`, `３０％`; `nil` for other texts.
  init?(_ text: String) {
    var rest = Substring(Self.halfWidth(text))
    guard let first = Self.takeNumber(&rest) else { return nil }
    var value = first
    if rest.first == "/" {
      var denominator = rest.dropFirst()
      if let divisor = Self.takeNumber(&denominator), divisor != 0 {
        value = first / divisor
        rest = denominator
      }
    }
    var unit = String(rest).trimmed
    for (word, factor) in [("万", 1e4), ("亿", 1e8)] where unit.hasPrefix(word) {
      value *= factor
      unit.removeFirst()
    }
    self.value = value
    self.unit = unit.trimmed
  }

  /// Whether the text is a spelling of "not a number" or infinity.
  static func isNotFinite(_ text: String) -> Bool {
    let word = text.trimmed.lowercased().drop { "+-.".contains($0) }
    return ["nan", "inf", "infinity"].contains(word)
  }

  /// Full-width digits and signs as ASCII.
  static func halfWidth(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { (0xFF01...0xFF5E).contains($0.value) }) else {
      return text.trimmed
    }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let isWide = (0xFF01...0xFF5E).contains(scalar.value)
      result.append(isWide ? Unicode.Scalar(UInt8(scalar.value - 0xFEE0)) : scalar)
    }
    return String(result).trimmed
  }

  /// Takes sign, digits with thousands commas, decimals and exponent from the front of a text.
  private static func takeNumber(_ rest: inout Substring) -> Double? {
    var number = ""
    var text = rest
    if let sign = text.first, "+-−".contains(sign) {
      if sign != "+" { number = "-" }
      text.removeFirst()
    }
    let whole = takeDigits(&text, allowingCommas: true)
    number += whole
    var decimals = ""
    if text.first == "." {
      text.removeFirst()
      decimals = takeDigits(&text, allowingCommas: false)
      number += "." + (decimals.isEmpty ? "0" : decimals)
    }
    guard !whole.isEmpty || !decimals.isEmpty else { return nil }
    if whole.isEmpty { number = number.replacingPoint }
    if let exponent = takeExponent(&text) { number += exponent }
    rest = text
    return Double(number)
  }

  private static func takeDigits(_ text: inout Substring, allowingCommas: Bool) -> String {
    var digits = ""
    while let character = text.first {
      if character.isASCIIDigit {
        digits.append(character)
      } else if allowingCommas, character == ",", !digits.isEmpty, hasGroup(text.dropFirst()) {
        // A comma between groups of three digits only separates thousands.
      } else {
        break
      }
      text.removeFirst()
    }
    return digits
  }

  private static func hasGroup(_ text: Substring) -> Bool {
    let group = text.prefix(3)
    return group.count == 3 && group.allSatisfy(\.isASCIIDigit)
      && !(text.dropFirst(3).first?.isASCIIDigit ?? false)
  }

  private static func takeExponent(_ text: inout Substring) -> String? {
    guard let letter = text.first, letter == "e" || letter == "E" else { return nil }
    var rest = text.dropFirst()
    var exponent = "e"
    if let sign = rest.first, "+-".contains(sign) {
      exponent.append(sign)
      rest.removeFirst()
    }
    let digits = rest.prefix(while: \.isASCIIDigit)
    guard !digits.isEmpty else { return nil }
    text = rest.dropFirst(digits.count)
    return exponent + digits
  }
}

extension Character {
  /// Whether it is one of 0 to 9.
  var isASCIIDigit: Bool { "0" <= self && self <= "9" && isASCII }
}

extension String {
  /// The text without white space around it.
  var trimmed: String {
    guard let first = first, let last = last, first.isWhitespace || last.isWhitespace else {
      return self
    }
    let front = drop(while: \.isWhitespace)
    return String(front.reversed().drop(while: \.isWhitespace).reversed())
  }

  /// `.5` written as `0.5`.
  fileprivate var replacingPoint: String {
    hasPrefix("-") ? "-0" + dropFirst() : "0" + self
  }
}
