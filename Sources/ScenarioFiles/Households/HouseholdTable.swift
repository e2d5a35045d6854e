import Households

/// Reads a household table row by row.
struct HouseholdTable {
  /// How many mistakes of a table are shown at once.
  static let shownMistakes = 100
  /// Largest table in bytes.
  static let sizeLimit = 1 << 30

  private let places: PlaceNames
  private let geography: Geography
  private let mistakes: MistakeList

  init(geography: Geography, mistakes: MistakeList) {
    self.geography = geography
    self.mistakes = mistakes
    places = PlaceNames(geography)
  }

  /// The households in order of county, township and id, or `nil` with mistakes noted.
  func records(at path: String, asked: Place?) -> [HouseholdRecord]? {
    guard
      let text = TextFile.text(
        at: path, name: path, asked: asked, limit: Self.sizeLimit, mistakes: mistakes)
    else { return nil }
    var table = CSVTable(text, file: path)
    guard let header = table.next() else {
      mistakes.add(
        Place(file: path, line: 1, column: 1), english: "the household table is empty.",
        chinese: "住户表是空的。")
      return nil
    }
    guard let columns = HouseholdHeader(header, table: table, mistakes: mistakes)?.columns else {
      return nil
    }
    let found = MistakeList()
    let rows = rows(of: &table, header: header, columns: columns, mistakes: found)
    guard found.isEmpty else {
      report(found, file: path)
      return nil
    }
    return rows.sorted { ($0.county, $0.township, $0.id) < ($1.county, $1.township, $1.id) }
  }

  private func report(_ found: MistakeList, file: String) {
    for mistake in found.mistakes.prefix(Self.shownMistakes) {
      mistakes.add(
        Place(file: mistake.file, line: mistake.line, column: mistake.column),
        english: mistake.problem.english, chinese: mistake.problem.chinese, remedy: mistake.remedy)
    }
    let more = found.mistakes.count - Self.shownMistakes
    guard more > 0 else { return }
    mistakes.add(
      .whole(file),
      english: "the first \(Self.shownMistakes) mistakes are listed; there are \(more) more.",
      chinese: "以下列出前 \(Self.shownMistakes) 处错误；另有 \(more) 处。")
  }

  private func reportSize(of township: Int, at place: Place, mistakes: MistakeList) {
    let limit = PopulationColumns.capacity
    mistakes.add(
      place, english: "township \(township) has more than \(limit) households.",
      chinese: "乡镇 \(township) 超过 \(limit) 户。",
      remedy: BilingualText(
        chinese: "请分成两个乡镇序号。", english: "Divide it into two township numbers."))
  }

  private func rows(
    of table: inout CSVTable, header: CSVTable.Row, columns: [Int: HouseholdColumns.Column],
    mistakes: MistakeList
  ) -> [HouseholdRecord] {
    var records: [HouseholdRecord] = []
    var lines: [UInt32: Int] = [:]
    var sizes: [SIMD2<Int>: Int] = [:]
    let reader = HouseholdRowReader(
      header: header, file: table.file, columns: columns, geography: geography, places: places,
      mistakes: mistakes)
    while let row = table.next() {
      guard row.fields.count == header.fields.count else {
        mistakes.add(
          table.place(row, 0),
          english:
            "the row has \(row.fields.count) fields, but the header has \(header.fields.count).",
          chinese: "此行有 \(row.fields.count) 个字段，表头有 \(header.fields.count) 个。")
        continue
      }
      guard let record = reader.record(row) else { continue }
      if let first = lines.updateValue(row.line, forKey: record.id) {
        mistakes.add(
          table.place(row, 0), english: "household \(record.id) is already in line \(first).",
          chinese: "户编号 \(record.id) 已在第 \(first) 行出现。")
      }
      sizes[SIMD2(record.county, record.township), default: 0] += 1
      if sizes[SIMD2(record.county, record.township)] == PopulationColumns.capacity + 1 {
        reportSize(of: record.township, at: table.place(row, 0), mistakes: mistakes)
      }
      records.append(record)
    }
    if records.isEmpty, mistakes.isEmpty {
      mistakes.add(
        table.place(header, 0), english: "the table has a header, but no households.",
        chinese: "表中只有表头，没有住户。")
    }
    return records
  }
}
