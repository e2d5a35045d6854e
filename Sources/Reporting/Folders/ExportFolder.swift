import Experiments
import Households
import Provenance

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The folder of an export: tidy tables and their dictionary, a Frictionless data package.
public enum ExportFolder {
  /// By which an export is known; `datapackage.json` may be anybody's.
  private static let mark = "export.json"

  /// What `export.json` says.
  struct Record: Codable, Equatable {
    var version: String
    var exportDigest: String
    var tableDigests: [String: String]
  }

  /// What is already at a place, to be asked before anything is simulated.
  ///
  /// - Returns: Whether the folder is missing, holds the identical export, or holds anything else.
  public static func existing(at path: String, digest: String) -> ExistingFolder {
    guard FileManager.default.fileExists(atPath: path) else { return .none }
    guard let data = FileManager.default.contents(atPath: path + "/" + mark),
      let record = try? JSONDecoder().decode(Record.self, from: data),
      record.exportDigest == digest
    else { return .different }
    return .identical
  }

  /// Writes an export's folder, all of it or nothing.
  ///
  /// - Parameters:
  ///   - export: What was simulated.
  ///   - decision: The choice among the scenario and its reforms, if there are any.
  ///   - path: The folder.
  ///   - language: Language of titles and descriptions in the dictionary, which has both anyway.
  ///   - replace: Whether a folder of an export that is in the way is written anew.
  ///   - digest: SHA-256 of a text, in hexadecimal.
  /// - Returns: Names of the files with their bytes, in the order in which they were written.
  /// - Throws: ``FolderError``.
  @discardableResult
  public static func write(
    _ export: CompletedExport, decision: PolicyDecision?, to path: String, language: Language,
    replace: Bool, digest: (String) -> String = { Digest.sha256Hex(of: $0) }
  ) throws -> [(name: String, bytes: Int)] {
    let tables = tables(export, decision: decision).map {
      (schema: $0.schema, text: $0.text, digest: digest($0.text))
    }
    let package = DataPackage(export, tables: tables, language: language)
    let record = Record(
      version: export.comparison.baseline.record.version, exportDigest: export.digest,
      tableDigests: Dictionary(
        uniqueKeysWithValues: tables.map { ($0.schema.file, $0.digest) }))
    let files =
      [
        (name: "datapackage.json", text: try RunFolder.json(package)),
        (name: mark, text: try RunFolder.json(record)),
      ] + tables.map { (name: $0.schema.file, text: $0.text) }
    try FolderWriter(path: path, mark: mark, files: files).write(replace: replace)
    return files.map { ($0.name, $0.text.utf8.count) }
  }

  /// Every table that an export has, with what defines it.
  static func tables(
    _ export: CompletedExport, decision: PolicyDecision?
  ) -> [(schema: TableSchema, text: String)] {
    let place = (field: "region", table: "regions", key: "region")
    let policy = (field: "policy", table: "scenarios", key: "scenario")
    let reform = (field: "reform", table: "scenarios", key: "scenario")
    var tables: [(schema: TableSchema, text: String)] = [
      (.scenarios, export.scenariosText), (.regions, export.regionsText),
    ]
    let ofRuns: [(TableSchema, (RunTables, inout CommaSeparatedTable) -> Void)] = [
      (.rates.referring([place]), { $0.fillRates(&$1) }), (.targets, { $0.fillTargets(&$1) }),
      (.money.referring([place]), { $0.fillMoney(&$1) }),
      (.monitoring.referring([place]), { $0.fillMonitoring(&$1) }),
      (.systems.referring([place]), { $0.fillSystems(&$1) }),
    ]
    tables += ofRuns.map { ($0.ofScenarios, export.ofScenarios($0, $1)) }
    if let decision {
      let reforms = export.comparison.reforms.map(\.tables)
      tables += [
        (.differences.referring([place, reform]), ReformTables.differencesText(reforms)),
        (.moneyDifferences.referring([place, reform]), ReformTables.moneyDifferencesText(reforms)),
        (.choices.referring([policy]), decision.choicesText),
        (.costEffectiveness.referring([policy]), decision.costEffectivenessText),
        (.costEffectivenessFutures.referring([policy]), decision.planeText),
      ]
    }
    tables.append((.replications, export.replicationsText))
    if let panel = export.panel {
      let geography = export.comparison.baseline.scenario.geography
      tables += [
        (.households, panel.householdsText(geography)), (.months, panel.monthsText),
        (.panel, panel.panelText),
      ]
    }
    return tables
  }
}
