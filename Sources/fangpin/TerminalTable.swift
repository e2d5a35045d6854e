import Reporting

/// Rows in aligned columns; a Chinese character takes two columns of a terminal.
struct TerminalTable {
  let rows: [[String]]
  /// Whether each column is set flush right.
  let alignedRight: [Bool]

  /// Lines that each end in a line feed.
  var text: String {
    let widths = alignedRight.indices.map { column in
      rows.map { DisplayWidth.columns(of: $0[column]) }.max() ?? 0
    }
    return rows.map { line($0, widths) + "\n" }.joined()
  }

  private func line(_ row: [String], _ widths: [Int]) -> String {
    let line = row.indices.map { column in
      DisplayWidth.padded(row[column], to: widths[column], alignedRight: alignedRight[column])
    }.joined(separator: "  ")
    return String(line.reversed().drop { $0 == " " }.reversed())
  }
}
