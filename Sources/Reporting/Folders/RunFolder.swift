import Experiments
import Households
import Provenance

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The folder in which a run leaves its report and tables.
public enum RunFolder {
  /// Where a run is written if its author names no place: `Outputs/<scenario>-<seed>-<digest>`,
  /// with the first twelve digits of the run's digest.
  public static func defaultPath(scenario: String, seed: UInt64, runDigest: String) -> String {
    "Outputs/\(scenario)-\(seed)-\(runDigest.prefix(12))"
  }

  /// What is already at a place, to be asked before anything is simulated.
  ///
  /// - Parameters:
  ///   - path: The folder.
  ///   - runDigest: Digest of the run that is about to be made.
  /// - Returns: Whether the folder is missing, holds the identical run, or holds anything else.
  public static func existing(at path: String, runDigest: String) -> ExistingFolder {
    guard FileManager.default.fileExists(atPath: path) else { return .none }
    guard let data = FileManager.default.contents(atPath: path + "/run.json"),
      let record = try? JSONDecoder().decode(RunRecord.self, from: data),
      record.runDigest == runDigest
    else { return .different }
    return .identical
  }

  /// Writes a run's folder, all of it or nothing.
  ///
  /// - Parameters:
  ///   - content: The run.
  ///   - path: The folder; `nil` for the default place.
  ///   - language: Language of the report; the tables have one form.
  ///   - replace: Whether a folder of results that is in the way is written anew.
  ///   - digest: SHA-256 of a text, in hexadecimal, for `tableDigests` of `run.json`.
  /// - Returns: The path of the folder. A folder of the identical run is kept as it is, unless
  ///   `replace` asks to write it anew (in another language, for example).
  /// - Throws: ``FolderError``.
  @discardableResult
  public static func write(
    _ content: ReportContent, to path: String? = nil, language: Language, replace: Bool,
    digest: (String) -> String = { Digest.sha256Hex(of: $0) }
  ) throws -> String {
    let record = content.record
    let place =
      path
      ?? defaultPath(scenario: record.scenario, seed: record.seed, runDigest: record.runDigest)
    if !replace && existing(at: place, runDigest: record.runDigest) == .identical {
      return place
    }
    let files = try files(content, language: language, digest: digest)
    try FolderWriter(path: place, mark: "run.json", files: files).write(replace: replace)
    return place
  }

  /// Text of each file of a run's folder, by name.
  static func files(
    _ content: ReportContent, language: Language, digest: (String) -> String
  ) throws -> [(name: String, text: String)] {
    let tables = content.tables
    var data = [
      (name: "rates.csv", text: tables.ratesText), (name: "targets.csv", text: tables.targetsText),
      (name: "money.csv", text: tables.moneyText),
      (name: "monitoring.csv", text: tables.monitoringText),
      (name: "systems.csv", text: tables.systemsText),
    ]
    if !tables.uncertainty.isEmpty {
      data.append((name: "uncertainty.csv", text: tables.uncertaintyText))
    }
    if !content.variance.isEmpty {
      data.append((name: "variance.csv", text: VarianceRow.text(content.variance)))
    }
    if let draws = content.draws { data.append((name: "draws.csv", text: draws.text)) }
    if let ledger = content.ledger { data.append((name: "ledger.csv", text: ledger.text)) }
    var record = content.record
    for table in data { record.tableDigests[table.name] = digest(table.text) }
    return [
      (name: "report.html", text: Report.html(content, language: language)),
      (name: "scenario.yaml", text: content.resolvedYAML),
      (name: "assurance.md", text: AssuranceLog.text(content)),
      (name: "run.json", text: try json(record)),
    ] + data
  }

  /// A record as JSON with sorted keys, so that two files can be compared line by line.
  static func json(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self) + "\n"
  }
}
