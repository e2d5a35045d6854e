import Experiments
import Households

/// Results of back-tests as a table for a terminal, a document or a spreadsheet.
public struct BackTestTable {
  private let results: [BackTestResult]
  private let language: Language

  /// A table of results in their order.
  public init(_ results: [BackTestResult], language: Language) {
    self.results = results
    self.language = language
  }

  private func say(_ chinese: String, _ english: String) -> String {
    BilingualText(chinese: chinese, english: english)[language]
  }

  private var header: [String] {
    [
      say("记录", "Record"), say("年份", "Year"), say("实际", "Recorded"),
      say("模型中位数", "Model, median"), say("95 % 的未来", "95 % of futures"),
      say("在内", "Inside"), say("秩", "Rank"), say("效力", "Standing"),
    ]
  }

  /// Rows of texts under a header.
  public var rows: [[String]] {
    [header]
      + results.map { result in
        let record = result.record
        let recorded = range(record.range.lowerBound, record.range.upperBound, record)
        let inside = result.contains ? say("是", "yes") : say("否", "no")
        return [
          record.title[language], String(record.year), recorded, value(result.median, record),
          range(result.lower95, result.upper95, record),
          result.futures.isEmpty ? "-" : inside, NumberText.fixed(result.rank, decimals: 2),
          standing(record.standing),
        ]
      }
  }

  /// A table in Markdown.
  public var markdown: String {
    let rows = rows
    let rule = "|" + String(repeating: "---|", count: rows[0].count)
    let lines = rows.map { "| " + $0.joined(separator: " | ") + " |" }
    return ([lines[0], rule] + lines.dropFirst()).joined(separator: "\n") + "\n"
  }

  /// Comma-separated values in full precision, with names of columns in English.
  public var commaSeparated: String {
    var table = CommaSeparatedTable(header: [
      "name", "year", "place", "recorded", "low", "high", "median", "lower95", "upper95", "inside",
      "rank", "futures", "standing", "source",
    ])
    let number = CommaSeparatedTable.number
    for result in results {
      let record = result.record
      table.append([
        record.name, String(record.year), String(record.place), number(record.value),
        number(record.range.lowerBound), number(record.range.upperBound), number(result.median),
        number(result.lower95), number(result.upper95), result.contains ? "1" : "0",
        number(result.rank), String(result.futures.count), record.standing.rawValue, record.source,
      ])
    }
    return table.text
  }

  private func standing(_ standing: HistoricalRecord.Standing) -> String {
    switch standing {
    case .record: say("独立记录", "record")
    case .claim: say("方案所述", "claim of the plan")
    case .fitted: say("已用于设定参数", "used to set a number")
    }
  }

  private func value(_ value: Double, _ record: HistoricalRecord) -> String {
    range(value, value, record)
  }

  /// One number or two, with the unit once.
  private func range(_ lower: Double, _ upper: Double, _ record: HistoricalRecord) -> String {
    guard lower.isFinite else { return "-" }
    let (digits, unit): ((Double) -> String, String)
    switch record.quantity {
    case .flow, .recognised, .stock:
      (digits, unit) = ({ NumberText.percentDigits($0, decimals: 3) }, "%")
    case .priceChange, .notAlerted:
      (digits, unit) = ({ NumberText.percentDigits($0, decimals: 1) }, "%")
    case .wideDroughtYears:
      (digits, unit) = (NumberText.whole, say("年", upper == 1 ? "year" : "years"))
    case .incomeFalls: (digits, unit) = (NumberText.whole, say("户", "households"))
    }
    let numbers = lower == upper ? digits(lower) : "\(digits(lower)) – \(digits(upper))"
    return "\(numbers) \(unit)"
  }
}
