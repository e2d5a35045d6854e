import Households

/// What a table is about and which columns it has: the one place from which its header and its entry in the
/// data dictionary come.
struct TableSchema: Sendable {
  /// A column whose values are those of a column of another table.
  struct Reference: Sendable {
    let field: String
    let table: String
    let key: String
  }

  /// Name of the file without `.csv`.
  let name: String
  let title: BilingualText
  /// What a row is, and what to know before using it.
  let about: BilingualText
  let fields: [TableField]
  /// Columns that together tell rows apart.
  let primaryKey: [String]
  var references: [Reference] = []

  init(
    _ name: String, title: (String, String), about: (String, String), key: [String],
    fields: [TableField], references: [Reference] = []
  ) {
    self.name = name
    self.title = BilingualText(chinese: title.0, english: title.1)
    self.about = BilingualText(chinese: about.0, english: about.1)
    primaryKey = key
    self.fields = fields
    self.references = references
  }

  /// Names of the columns, in order.
  var header: [String] { fields.map(\.name) }
  /// Name of the file.
  var file: String { name + ".csv" }

  /// The table of several scenarios, with the name of the scenario in front.
  var ofScenarios: TableSchema {
    var copy = TableSchema(
      name, title: (title.chinese, title.english), about: (about.chinese, about.english),
      key: ["scenario"] + primaryKey,
      fields: [
        TableField("scenario", .string, "情景名称", "Name of the scenario")
      ] + fields,
      references: references)
    copy.references.append(Reference(field: "scenario", table: "scenarios", key: "scenario"))
    return copy
  }

  /// The same with names of places, and of policies, found in tables of their own.
  func referring(_ fields: [(field: String, table: String, key: String)]) -> TableSchema {
    var copy = self
    copy.references += fields.map { Reference(field: $0.field, table: $0.table, key: $0.key) }
    return copy
  }
}

extension CommaSeparatedTable {
  /// A table with only its header.
  init(_ schema: TableSchema) { self.init(header: schema.header) }

  /// The text of a table that somebody fills.
  static func text(_ schema: TableSchema, _ fill: (inout CommaSeparatedTable) -> Void) -> String {
    var table = CommaSeparatedTable(schema)
    fill(&table)
    return table.text
  }
}
