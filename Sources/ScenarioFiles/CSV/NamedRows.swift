import Households

/// A row of a table whose fields are found by the names of the header.
struct NamedRow {
  fileprivate let fields: [String: SourceNode]

  /// A field of the header.
  subscript(name: String) -> SourceNode {
    guard let field = fields[name] else {
      preconditionFailure("the header was checked, so a row has the field \(name)")
    }
    return field
  }
}

/// Reads a comma-separated file with a header into rows with named fields.
struct NamedRows {
  let mistakes: MistakeList

  /// The rows of a file.
  ///
  /// - Parameters:
  ///   - folder: The folder on disk.
  ///   - name: The folder as the user named it, for messages.
  ///   - file: Name of the file.
  ///   - header: Columns that must be there, in any order.
  /// - Returns: Empty if the file cannot be read or lacks a column; then a mistake is noted.
  func read(_ folder: String, _ name: String, _ file: String, _ header: [String]) -> [NamedRow] {
    let shown = "\(name)/\(file)"
    guard let text = TextFile.text(at: "\(folder)/\(file)", name: shown, mistakes: mistakes)
    else { return [] }
    var table = CSVTable(text, file: shown)
    guard let first = table.next() else {
      mistakes.add(.whole(shown), english: "the table is empty.", chinese: "表是空的。")
      return []
    }
    let missing = header.filter { !first.fields.contains($0) }
    guard missing.isEmpty else {
      let list = missing.joined(separator: ", ")
      mistakes.add(
        table.place(first, 0), english: "the header lacks \(list).", chinese: "表头缺少 \(list)。")
      return []
    }
    var rows: [NamedRow] = []
    while let row = table.next() {
      guard row.fields.count == first.fields.count else {
        mistakes.add(
          table.place(row, 0),
          english:
            "the row has \(row.fields.count) fields, but the header has \(first.fields.count).",
          chinese: "此行有 \(row.fields.count) 个字段，表头有 \(first.fields.count) 个。")
        continue
      }
      let nodes = row.fields.indices.map {
        (
          first.fields[$0],
          SourceNode(
            place: table.place(row, $0), content: .text(row.fields[$0], isQuoted: false))
        )
      }
      rows.append(NamedRow(fields: Dictionary(nodes) { first, _ in first }))
    }
    return rows
  }
}
