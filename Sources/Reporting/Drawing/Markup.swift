/// A piece of HTML or SVG.
///
/// Text that is put into it is escaped; only other pieces pass as they are.
///
/// Escaping by type means that no author of a section can forget it: a scenario title such as
/// `a < b` or `<script>` is always shown and never run.
struct Markup: Sendable {
  /// The finished markup.
  private(set) var text: String

  /// Nothing.
  init() { text = "" }

  /// Text for readers, escaped.
  init(escaping plain: String) { text = Markup.escaped(plain) }

  /// Joins pieces one after the other.
  init(_ pieces: [Markup]) { text = pieces.map(\.text).joined() }

  /// Adds a piece at the end.
  static func += (left: inout Markup, right: Markup) { left.text += right.text }

  /// Text with the five characters replaced that mean something in markup.
  static func escaped(_ plain: String) -> String {
    var text = ""
    for character in plain {
      switch character {
      case "&": text += "&amp;"
      case "<": text += "&lt;"
      case ">": text += "&gt;"
      case "\"": text += "&quot;"
      case "'": text += "&#39;"
      default: text.append(character)
      }
    }
    return text
  }
}

extension Markup: ExpressibleByStringInterpolation {
  /// A literal in the source is markup.
  init(stringLiteral value: String) { text = value }
  init(stringInterpolation: StringInterpolation) { text = stringInterpolation.text }

  /// Collects literals as they are and values escaped.
  struct StringInterpolation: StringInterpolationProtocol {
    var text = ""
    init(literalCapacity: Int, interpolationCount: Int) { text.reserveCapacity(literalCapacity) }
    mutating func appendLiteral(_ literal: String) { text += literal }
    mutating func appendInterpolation(_ value: String) { text += Markup.escaped(value) }
    mutating func appendInterpolation(_ value: Int) { text += String(value) }
    mutating func appendInterpolation(_ value: Markup) { text += value.text }
    mutating func appendInterpolation(_ values: [Markup]) {
      for value in values { text += value.text }
    }
    /// A coordinate in pixels, to a tenth.
    mutating func appendInterpolation(_ value: Double) {
      let tenths = Int((value * 10).rounded())
      text += (tenths < 0 ? "-" : "") + String(abs(tenths) / 10)
      if tenths % 10 != 0 { text += "." + String(abs(tenths) % 10) }
    }
  }
}
