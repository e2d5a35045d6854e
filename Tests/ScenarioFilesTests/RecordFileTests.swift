import Foundation
import Households
import Testing

@testable import ScenarioFiles

/// Files of records of the past.
struct RecordFileTests {
  let folder: ScenarioFolder
  init() throws {
    folder = try ScenarioFolder()
    try folder.write("past.yaml", "")
  }

  private func records(_ rows: String...) throws -> [HistoricalRecord] {
    let text = ([RecordFile.header.joined(separator: ",")] + rows).joined(separator: "\n")
    try folder.write("records.csv", text + "\n")
    return try RecordFile.records(at: folder.path + "/records.csv")
  }

  private func messages(_ rows: String...) -> [String] {
    do {
      let text = ([RecordFile.header.joined(separator: ",")] + rows).joined(separator: "\n")
      try folder.write("records.csv", text + "\n")
      _ = try RecordFile.records(at: folder.path + "/records.csv")
      return []
    } catch let error as ScenarioFileErrors {
      return error.mistakes.map(\.problem.english)
    } catch { return ["\(error)"] }
  }

  @Test func `A row becomes a record`() throws {
    let records = try records(
      "a,past.yaml,flow,,520000,2016,0.011,0.01,0.02,record,中,English,\"who, when\"",
      "b,past.yaml,price_change,product=tea,520526,2023,-0.3,,,claim,中,English,the plan",
      "c,past.yaml,wide_drought_years,years=63 counties=74 below=-1.25,520000,2022,3,,,fitted,中,E,x"
    )
    #expect(records.map(\.name) == ["a", "b", "c"])
    #expect(records[0].range == 0.01...0.02 && records[0].source == "who, when")
    #expect(records[1].range == -0.3 ... -0.3 && records[1].quantity == .priceChange(.tea))
    #expect(records[2].quantity == .wideDroughtYears(of: 63, counties: 74, below: -1.25))
    #expect(records.map(\.standing) == [.record, .claim, .fitted])
  }

  @Test func `Each mistake is told once, with what was expected`() {
    let told = messages(
      "a,none.yaml,flow,,520000,2016,0.011,,,record,中,English,x",
      "a,past.yaml,flows,,520000,2016,0.011,,,record,中,English,x",
      "b,past.yaml,price_change,product=coffee,520000,2016,much,,,rumour,中,English,x",
      "c,past.yaml,stock,product=tea,520000,2016,0.01,0.02,0.03,record,中,English,")
    for part in [
      "there is no scenario file none.yaml beside the records.",
      "quantity is flows, but it must be one of flow, recognised, stock,",
      "settings: product is coffee, but it must be one of grain,",
      "value is much, but it must be a number.",
      "standing is rumour, but it must be one of record, claim, fitted.",
      "settings: this quantity does not know product.",
      "source is empty, but it must be a text.",
    ] { #expect(told.contains { $0.contains(part) }, "\(part) is not in \(told)") }
    #expect(told.count == 7)
  }

  @Test func `A range that does not hold the value, a name twice and an empty table are mistakes`()
  {
    let row = "a,past.yaml,flow,,520000,2016,0.011,,,record,中,English,x"
    #expect(messages(row, row) == ["the name a is written twice."])
    #expect(messages().first?.contains("no rows") == true)
    #expect(
      messages("a,past.yaml,flow,,520000,2016,0.011,0.02,0.03,record,中,English,x")
        == ["low, value and high are 0.02, 0.011 and 0.03, but must not fall."])
  }

  @Test func `The records of the repository are read`() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let path = root.appendingPathComponent("Scenarios/history/records.csv").path
    #expect(try RecordFile.records(at: path).count >= 8)
  }
}
