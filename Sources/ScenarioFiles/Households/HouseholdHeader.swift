import Households

/// The header of a household table: which field is which column.
struct HouseholdHeader {
  /// Columns by position in the row.
  let columns: [Int: HouseholdColumns.Column]

  /// Recognises the columns; `nil` with mistakes noted if some are unknown, missing or personal.
  init?(_ row: CSVTable.Row, table: CSVTable, mistakes: MistakeList) {
    var columns: [Int: HouseholdColumns.Column] = [:]
    var isUsable = true
    for (index, header) in row.fields.enumerated() {
      let place = table.place(row, index)
      let name = Self.withoutUnit(header)
      if PersonalColumns.contains(name) {
        Self.refusePersonal(name, at: place, mistakes: mistakes)
        isUsable = false
      } else if let column = Self.column(name) {
        if columns.values.contains(where: { $0.english == column.english }) {
          mistakes.add(
            place, english: "the column \(name) is written twice.", chinese: "\(name) 列重复。")
          isUsable = false
        }
        columns[index] = column
      } else {
        Self.reportUnknown(name, at: place, mistakes: mistakes)
        isUsable = false
      }
    }
    let present = Set(columns.values.map(\.english))
    let missing = HouseholdColumns.all.filter { $0.isRequired && !present.contains($0.english) }
    if !missing.isEmpty {
      mistakes.add(
        Place(
          file: table.file, line: row.line,
          column: (row.columns.last ?? 1) + (row.fields.last?.unicodeScalars.count ?? 0)),
        english: "the header lacks \(missing.map(\.english).joined(separator: ", ")).",
        chinese: "表头缺少 \(missing.map(\.chinese).joined(separator: "、"))。")
      isUsable = false
    }
    guard isUsable else { return nil }
    self.columns = columns
  }

  private static func column(_ name: String) -> HouseholdColumns.Column? {
    HouseholdColumns.all.first { $0.english == name.lowercased() || $0.chinese == name }
  }

  /// 人均纯收入 for 人均纯收入（元）.
  static func withoutUnit(_ header: String) -> String {
    let name = header.prefix { $0 != "（" && $0 != "(" }
    return name.isEmpty ? header : String(name).trimmed
  }

  private static func refusePersonal(_ name: String, at place: Place, mistakes: MistakeList) {
    mistakes.add(
      place, english: "the column \(name) can identify a person, so the table is refused.",
      chinese: "“\(name)”列可以识别个人，因此拒绝读取此表。",
      remedy: BilingualText(
        chinese: "模型不需要它；为保护隐私，请删除此列后再试。",
        english: "The model does not need it; delete the column to protect the people in the table."
      ))
  }

  private static func reportUnknown(_ name: String, at place: Place, mistakes: MistakeList) {
    let names = HouseholdColumns.all.flatMap { [$0.english, $0.chinese] }
    let shown = name.isEmpty ? ("an empty name", "空名称") : (name, name)
    mistakes.add(
      place, english: "\(shown.0) is not a column of a household table.",
      chinese: "\(shown.1) 不是住户表的列。",
      remedy: Spelling.remedy(for: name, among: names)
        ?? BilingualText(
          chinese: "请删除此列；可用的列见 Docs/scenario.zh-CN.md。",
          english: "Delete it; Docs/scenario.md lists the columns."))
  }
}
