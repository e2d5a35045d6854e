/// Rows in aligned columns; a Chinese character takes two columns of a terminal.
struct TerminalTable {
  let rows: [[String]]
  /// Whether each column is set flush right.
  let alignedRight: [Bool]

  /// Lines that each end in a line feed.
  var text: String {
    let widths = alignedRight.indices.map { column in
      rows.map { Self.width($0[column]) }.max() ?? 0
    }
    return rows.map { line($0, widths) + "\n" }.joined()
  }

  private func line(_ row: [String], _ widths: [Int]) -> String {
    let cells = row.indices.map { column in
      let space = String(repeating: " ", count: widths[column] - Self.width(row[column]))
      return alignedRight[column] ? space + row[column] : row[column] + space
    }
    let line = cells.joined(separator: "  ")
    return String(line.reversed().drop { $0 == " " }.reversed())
  }

  /// Terminal columns of a text: East Asian wide and full-width characters take two.
  static func width(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { width, scalar in
      let isWide =
        (0x1100...0x115F).contains(scalar.value) || (0x2E80...0xA4CF).contains(scalar.value)
        || (0xAC00...0xD7A3).contains(scalar.value) || (0xF900...0xFAFF).contains(scalar.value)
        || (0xFE30...0xFE6F).contains(scalar.value) || (0xFF00...0xFF60).contains(scalar.value)
        || (0xFFE0...0xFFE6).contains(scalar.value)
      return width + (isWide ? 2 : 1)
    }
  }
}
