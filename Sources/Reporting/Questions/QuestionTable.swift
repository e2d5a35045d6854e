/// A tidy table of an answer as comma-separated values: one row an estimate.
public struct QuestionTable: Sendable, Hashable {
  /// Its file name, such as `cells.csv`.
  public let name: String
  /// The whole text, header first.
  public let text: String
  /// Rows below the header.
  let rows: Int

  /// A table.
  ///
  /// - Parameters:
  ///   - name: Its file name, ending in `.csv`.
  ///   - columns: Names of the columns; those of figures name their unit.
  ///   - rows: Cells of each row; `CommaSeparatedTable.number` writes figures.
  init(name: String, columns: [String], rows: [[String]]) {
    var table = CommaSeparatedTable(header: columns)
    for row in rows {
      // A row that lacks a cell would put every later figure under the wrong name.
      precondition(row.count == columns.count, "\(name): \(row.count) cells of \(columns.count)")
      table.append(row)
    }
    self.name = name
    text = table.text
    self.rows = rows.count
  }

  /// Columns of an estimate, after those that say of what.
  static func estimateColumns(unit: String) -> [String] {
    ["mean", "se", "lower95", "upper95"].map { "\($0)_\(unit)" } + ["replications"]
  }
}
