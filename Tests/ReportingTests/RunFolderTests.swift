import Foundation
import Households
import Testing

@testable import Experiments
@testable import Reporting

/// Folders of results are tested in a temporary folder that goes away afterwards.
final class RunFolderTests {
  private let root: String
  private let digest: @Sendable (String) -> String = { "digest of \($0.utf8.count) bytes" }

  init() throws {
    root = NSTemporaryDirectory() + "fangpin-reporting-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: root, withIntermediateDirectories: true)
  }
  deinit { try? FileManager.default.removeItem(atPath: root) }

  private var run: MadeUpRun { MadeUpRun() }
  private var path: String { root + "/results/run" }

  private func write(_ run: MadeUpRun, replace: Bool = false) throws -> String {
    try RunFolder.write(
      run.content, to: path, language: .chinese, replace: replace, digest: digest)
  }
  private func read(_ name: String) throws -> String {
    try String(contentsOfFile: path + "/" + name, encoding: .utf8)
  }
  private func names(in folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
  }

  @Test func `A run writes its nine files and nothing else`() throws {
    #expect(try write(run) == path)
    #expect(
      try names(in: path) == [
        "assurance.md", "money.csv", "monitoring.csv", "rates.csv", "report.html", "run.json",
        "scenario.yaml",
        "systems.csv", "targets.csv",
      ])
    #expect(try names(in: root + "/results") == ["run"])
    #expect(try read("rates.csv") == run.tables.ratesText)
    #expect(try read("scenario.yaml") == run.content.resolvedYAML)
  }

  @Test func `The record can be read back, with sorted keys and digests of tables`() throws {
    _ = try write(run)
    let text = try read("run.json")
    let record = try JSONDecoder().decode(RunRecord.self, from: Data(text.utf8))
    #expect(record.seed == 1 && record.outcomesDigest == run.record.outcomesDigest)
    #expect(record.tableDigests["money.csv"] == digest(run.tables.moneyText))
    #expect(record.tableDigests.count == 5)
    let keys = text.matches(of: /\n  "(\w+)"/).map { String($0.output.1) }
    #expect(keys == keys.sorted() && keys.count > 15)
  }

  @Test func `The default place names scenario, seed and the start of the digest`() {
    #expect(
      RunFolder.defaultPath(scenario: "guizhou", seed: 7, runDigest: "0123456789abcdef")
        == "Outputs/guizhou-7-0123456789ab")
  }

  @Test func `The identical run is reported and kept`() throws {
    #expect(RunFolder.existing(at: path, runDigest: run.record.runDigest) == .none)
    _ = try write(run)
    try "kept".write(toFile: path + "/report.html", atomically: true, encoding: .utf8)
    #expect(RunFolder.existing(at: path, runDigest: run.record.runDigest) == .identical)
    #expect(try write(run) == path)
    #expect(try read("report.html") == "kept")
    _ = try write(run, replace: true)
    #expect(try read("report.html") != "kept")
  }

  @Test func `Another run in the same place is an error unless replacing is asked for`() throws {
    _ = try write(run)
    let other = MadeUpRun(seed: 2)
    #expect(RunFolder.existing(at: path, runDigest: other.record.runDigest) == .different)
    #expect(throws: FolderError.exists(path: path)) { try self.write(other) }
    #expect(try read("run.json").contains("\"seed\" : 1,"))
    _ = try write(other, replace: true)
    #expect(try read("run.json").contains("\"seed\" : 2,"))
    #expect(try names(in: root + "/results") == ["run"])
  }

  @Test func `A folder that no run wrote is never replaced`() throws {
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    try "mine".write(toFile: path + "/diary.txt", atomically: true, encoding: .utf8)
    #expect(throws: FolderError.notResults(path: path)) { try self.write(run, replace: true) }
    #expect(try read("diary.txt") == "mine")
    #expect(try names(in: root + "/results") == ["run"])
  }

  @Test func `A failure leaves nothing behind`() throws {
    try FileManager.default.createDirectory(
      atPath: root + "/results", withIntermediateDirectories: true)
    // A file cannot be written below another file.
    let writer = FolderWriter(
      path: path, mark: "run.json",
      files: [(name: "rates.csv", text: "x"), (name: "rates.csv/below", text: "y")])
    #expect(throws: FolderError.self) { try writer.write(replace: false) }
    #expect(try names(in: root + "/results") == [])
  }

  @Test func `A place that cannot be written is named in the error`() throws {
    try "a file".write(toFile: root + "/results", atomically: true, encoding: .utf8)
    let error = try #require(throws: FolderError.self) { try self.write(run) }
    guard case .cannotWrite(path, let reason) = error else {
      Issue.record("unexpected \(error)")
      return
    }
    #expect(!reason.isEmpty)
  }

  @Test func `A failure while replacing keeps the folder that was there`() throws {
    _ = try write(run)
    let writer = FolderWriter(
      path: path, mark: "run.json",
      files: [(name: "rates.csv", text: "x"), (name: "rates.csv/below", text: "y")])
    #expect(throws: FolderError.self) { try writer.write(replace: true) }
    #expect(try read("rates.csv") == run.tables.ratesText)
    #expect(try names(in: root + "/results") == ["run"])
  }

  @Test func `A comparison holds its tables and a complete folder for each run`() throws {
    let comparison = run.comparison
    let digests =
      [comparison.baseline.record.runDigest]
      + comparison.reforms.map(\.run.record.runDigest)
    let place = try CompareFolder.write(
      comparison, to: path, language: .english, replace: false, digest: digest)
    #expect(
      try names(in: place) == [
        "0-guizhou", "1-fund-800", "2-response-15", "compare.json", "differences.csv",
        "money-differences.csv", "report.html",
      ])
    #expect(try names(in: place + "/1-fund-800").count == 9)
    #expect(CompareFolder.existing(at: place, runDigests: digests) == .identical)
    #expect(CompareFolder.existing(at: place, runDigests: digests.reversed()) == .different)
  }

  @Test(arguments: Language.allCases)
  func `Messages about folders name the place`(language: Language) {
    let errors: [FolderError] = [
      .exists(path: "a/b"), .notResults(path: "a/b"), .cannotWrite(path: "a/b", reason: "full"),
    ]
    for error in errors { #expect(error.message[language].contains("a/b")) }
  }
}
