/// A table as comma-separated values (RFC 4180), in UTF-8 with a header row.
///
/// Lines end in a single line feed, as notebooks expect; the RFC's carriage return is left away.
struct CommaSeparatedTable {
  /// The whole text, header first.
  private(set) var text: String
  /// Cells that every row begins with, such as the name of a scenario.
  var leading: [String] = []
  private let columns: Int

  /// A table with only its header.
  init(header: [String]) {
    text = header.map(Self.quoted).joined(separator: ",") + "\n"
    columns = header.count
  }

  /// Adds a row, which must have a cell for each column that the leading ones leave.
  mutating func append(_ cells: [String]) {
    precondition(leading.count + cells.count == columns, "a row has a cell for each column")
    for (place, cell) in (leading.isEmpty ? cells : leading + cells).enumerated() {
      if place > 0 { text += "," }
      text += Self.quoted(cell)
    }
    text += "\n"
  }

  /// A cell in quotation marks where the RFC asks for them.
  static func quoted(_ cell: String) -> String {
    // By bytes: a table has a hundred thousand cells, and characters cost fifty times as much.
    let mustQuote = cell.utf8.contains { byte in
      byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\n")
        || byte == UInt8(ascii: "\r")
    }
    guard mustQuote else { return cell }
    return "\""
      + cell.split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\"\"") + "\""
  }

  /// The shortest digits that give the number back; empty for NaN and for infinities.
  static func number(_ value: Double) -> String {
    value.isFinite ? NumberText.plain(value == 0 ? 0 : value) : ""
  }

  /// As `number`, but an infinite ratio is spelled out as `inf`.
  static func ratio(_ value: Double) -> String {
    value == .infinity ? "inf" : number(value)
  }
}
