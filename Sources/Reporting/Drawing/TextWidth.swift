/// How much room a text takes in a drawing, by rule of thumb.
///
/// A drawing is written without a browser to measure it, so this must be enough rather than exact.
enum TextWidth {
  /// Pixels of a text on one line: a Chinese character is as wide as it is high.
  static func pixels(of text: String, size: Double) -> Double {
    let columns = DisplayWidth.columns(of: text)
    let characters = text.unicodeScalars.count
    let wide = Double(columns - characters)
    return (wide + (Double(characters) - wide) * 0.56) * size
  }

  /// A text on as few lines as keep within a width; a word that is wider stands alone.
  static func lines(of text: String, within width: Double, size: Double) -> [String] {
    var lines: [String] = []
    var line = ""
    for piece in pieces(of: text) {
      let longer = line + piece
      if line.isEmpty || pixels(of: trimmed(longer), size: size) <= width {
        line = longer
      } else {
        lines.append(trimmed(line))
        line = piece
      }
    }
    return lines + [trimmed(line)]
  }

  /// What may stand on lines of its own: words with the space after them, and single Chinese
  /// characters with the punctuation after them.
  private static func pieces(of text: String) -> [String] {
    var pieces: [String] = []
    var piece = ""
    for character in text {
      let isWide = DisplayWidth.columns(of: String(character)) > 1
      let mayNotBegin = "，。；：、）」』！？％".contains(character)
      if isWide, !mayNotBegin, !piece.isEmpty, piece.last != "（" {
        pieces.append(piece)
        piece = ""
      }
      piece.append(character)
      if character == " " {
        pieces.append(piece)
        piece = ""
      }
    }
    return piece.isEmpty ? pieces : pieces + [piece]
  }

  private static func trimmed(_ text: String) -> String {
    var text = Substring(text)
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
