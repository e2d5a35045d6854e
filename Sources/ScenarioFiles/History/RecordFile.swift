import Foundation
import Households

/// Reads the figures of the past that back-tests hold the model against.
public enum RecordFile {
  static let header = [
    "name", "scenario", "quantity", "settings", "place", "year", "value", "low", "high",
    "standing", "title_zh", "title_en", "source",
  ]

  /// The records of a file in its order.
  ///
  /// - Parameter path: A CSV file, such as `Scenarios/history/records.csv`.
  /// - Returns: At least one record.
  /// - Throws: Every mistake of the file at once.
  public static func records(at path: String) throws(ScenarioFileErrors) -> [HistoricalRecord] {
    let mistakes = MistakeList()
    let url = URL(fileURLWithPath: path)
    let folder = url.deletingLastPathComponent().path
    let shown = (path as NSString).deletingLastPathComponent
    let rows = NamedRows(mistakes: mistakes).read(
      folder, shown.isEmpty ? "." : shown, url.lastPathComponent, header)
    let reader = RecordRow(values: ValueReader(mistakes: mistakes), folder: folder)
    var names: Set<String> = []
    let records = rows.compactMap { row -> HistoricalRecord? in
      guard let record = reader.record(row) else { return nil }
      if !names.insert(record.name).inserted {
        reader.values.add(
          row["name"], "the name \(record.name) is written twice.", "名称 \(record.name) 重复。")
      }
      return record
    }
    if rows.isEmpty, mistakes.isEmpty {
      mistakes.add(.whole(path), english: "the table has no rows.", chinese: "表中没有数据行。")
    }
    try mistakes.throwIfAny()
    return records
  }
}

/// Reads one row.
private struct RecordRow {
  let values: ValueReader
  let folder: String

  func record(_ row: NamedRow) -> HistoricalRecord? {
    let name = values.text(row["name"], key: "name")
    let scenario = scenario(row["scenario"])
    let quantity = quantity(row)
    let place = values.integer(row["place"], key: "place", valid: 520_000...529_999)
    let year = values.integer(row["year"], key: "year", valid: MonthText.years)
    let value = number(row["value"], "value")
    let low = row["low"].isEmpty ? value : number(row["low"], "low")
    let high = row["high"].isEmpty ? value : number(row["high"], "high")
    let standing = standing(row["standing"])
    let chinese = values.text(row["title_zh"], key: "title_zh")
    let english = values.text(row["title_en"], key: "title_en")
    let source = values.text(row["source"], key: "source")
    guard let name, let scenario, let quantity, let place, let year, let value, let low, let high,
      let standing, let chinese, let english, let source
    else { return nil }
    guard low <= value, value <= high else {
      values.add(
        row["low"], "low, value and high are \(low), \(value) and \(high), but must not fall.",
        "low、value、high 依次为 \(low)、\(value)、\(high)，应不递减。")
      return nil
    }
    return HistoricalRecord(
      name: name, scenario: scenario, quantity: quantity, place: place, year: year, value: value,
      range: low...high, standing: standing,
      title: BilingualText(chinese: chinese, english: english), source: source)
  }

  private func number(_ node: SourceNode, _ key: String) -> Double? {
    values.number(
      node, key: key, rule: .init(valid: -1e12...1e12, unit: "number", isShare: false))
  }

  private func scenario(_ node: SourceNode) -> String? {
    guard let name = values.text(node, key: "scenario") else { return nil }
    guard FileManager.default.fileExists(atPath: "\(folder)/\(name)") else {
      values.add(
        node, "there is no scenario file \(name) beside the records.",
        "记录文件所在的文件夹中没有情景文件 \(name)。",
        remedy: BilingualText(
          chinese: "请写相对于记录文件的路径。", english: "Write its path relative to the file of records."))
      return nil
    }
    return name
  }

  private func standing(_ node: SourceNode) -> HistoricalRecord.Standing? {
    if let standing = HistoricalRecord.Standing(rawValue: node.text ?? "") { return standing }
    let names = HistoricalRecord.Standing.allCases.map(\.rawValue).joined(separator: ", ")
    values.expected(
      node, key: "standing", english: "one of \(names)", chinese: "\(names) 之一")
    return nil
  }

  private func quantity(_ row: NamedRow) -> HistoricalRecord.Quantity? {
    let settings = RecordSettings(row["settings"], values)
    let quantity: HistoricalRecord.Quantity?
    switch row["quantity"].text {
    case "flow": quantity = .flow
    case "recognised": quantity = .recognised
    case "stock": quantity = .stock
    case "price_change": quantity = settings.product("product").map { .priceChange($0) }
    case "wide_drought_years":
      let years = settings.count("years", 1...500)
      let counties = settings.count("counties", 1...200)
      let below = settings.number("below", -5...5)
      quantity =
        if let years, let counties, let below {
          .wideDroughtYears(of: years, counties: counties, below: below)
        } else { nil }
    case "income_falls": quantity = settings.number("by", 0.01...1).map { .incomeFalls(by: $0) }
    case "not_alerted": quantity = settings.number("loss", 1...1e6).map { .notAlerted(loss: $0) }
    default:
      let names =
        "flow, recognised, stock, price_change, wide_drought_years, income_falls, not_alerted"
      values.expected(
        row["quantity"], key: "quantity", english: "one of \(names)", chinese: "\(names) 之一")
      return nil
    }
    settings.noteUnknown()
    return quantity
  }
}
