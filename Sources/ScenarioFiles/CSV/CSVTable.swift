import Foundation
import Households

/// A comma-separated table (RFC 4180) read row by row, with places for messages.
struct CSVTable {
  /// One row: its fields and where each of them begins.
  struct Row {
    let line: Int
    let fields: [String]
    let columns: [Int]
  }

  let file: String
  private let bytes: [UInt8]
  private var position = 0
  private var line = 1
  private var column = 1

  /// A table over a text in UTF-8 with `\n` line ends.
  init(_ text: String, file: String) {
    self.file = file
    bytes = Array(text.utf8)
  }

  /// The place of a field of a row.
  func place(_ row: Row, _ field: Int) -> Place {
    Place(file: file, line: row.line, column: field < row.columns.count ? row.columns[field] : 1)
  }

  /// The next row that is not blank, or `nil` at the end.
  mutating func next() -> Row? {
    while position < bytes.count {
      let row = readRow()
      if row.fields.count > 1 || !row.fields[0].isEmpty { return row }
    }
    return nil
  }

  private mutating func readRow() -> Row {
    let start = line
    var fields: [String] = []
    var columns: [Int] = []
    while true {
      columns.append(column)
      fields.append(readField().trimmed)
      guard position < bytes.count else { break }
      let separator = bytes[position]
      advance()
      if separator == UInt8(ascii: "\n") { break }
    }
    return Row(line: start, fields: fields, columns: columns)
  }

  private mutating func readField() -> String {
    guard position < bytes.count else { return "" }
    guard bytes[position] == UInt8(ascii: "\"") else {
      let start = position
      while position < bytes.count, !isSeparator(bytes[position]) { advance() }
      return String(decoding: bytes[start..<position], as: UTF8.self)
    }
    return readQuotedField()
  }

  private mutating func readQuotedField() -> String {
    let quote = UInt8(ascii: "\"")
    var content: [UInt8] = []
    advance()
    while position < bytes.count {
      if bytes[position] == quote {
        advance()
        guard position < bytes.count, bytes[position] == quote else { break }
      }
      content.append(bytes[position])
      advance()
    }
    while position < bytes.count, !isSeparator(bytes[position]) { advance() }
    return String(decoding: content, as: UTF8.self)
  }

  private func isSeparator(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\n")
  }

  /// Moves on by a byte; continuation bytes of UTF-8 are no column of their own.
  private mutating func advance() {
    if bytes[position] == UInt8(ascii: "\n") {
      (line, column) = (line + 1, 1)
    } else if bytes[position] & 0xC0 != 0x80 {
      column += 1
    }
    position += 1
  }
}
