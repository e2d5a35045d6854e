/// JSON with keys in the order in which they are written, so that equal schemas give equal bytes.
indirect enum JSONText {
  case text(String)
  case number(Double)
  case boolean(Bool)
  case list([JSONText])
  case object([(String, JSONText)])

  /// The text with two spaces of indentation a level.
  func written(indent: String = "") -> String {
    let inner = indent + "  "
    switch self {
    case .text(let text): return Self.quoted(text)
    case .number(let number): return NumberWords.digits(number)
    case .boolean(let value): return "\(value)"
    case .list(let items):
      if items.isEmpty { return "[]" }
      let lines = items.map { inner + $0.written(indent: inner) }
      return "[\n\(lines.joined(separator: ",\n"))\n\(indent)]"
    case .object(let pairs):
      if pairs.isEmpty { return "{}" }
      let lines = pairs.map { inner + Self.quoted($0.0) + ": " + $0.1.written(indent: inner) }
      return "{\n\(lines.joined(separator: ",\n"))\n\(indent)}"
    }
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
