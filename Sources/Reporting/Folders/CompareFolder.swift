import Experiments
import Households
import Provenance

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The folder in which a comparison leaves its report and tables, with each run in a subfolder.
///
/// The subfolders are complete folders of runs (`0-<baseline>`, `1-<first reform>` …), so that
/// every tool that reads a run reads them too.
public enum CompareFolder {
  /// Which runs were compared; `compare.json`.
  struct Record: Codable, Equatable {
    var baseline: String
    var reforms: [String]
    var runDigests: [String]
    var tableDigests: [String: String]
  }

  /// Where a comparison is written if its author names no place:
  /// `Outputs/compare-<baseline>-<seed>-<digest>`, the digest being of the digests of the runs,
  /// baseline first.
  public static func defaultPath(
    baseline: String, seed: UInt64, runDigests: [String]
  ) -> String {
    let digest = Digest.sha256Hex(of: runDigests.joined(separator: "\n"))
    return "Outputs/compare-\(baseline)-\(seed)-\(digest.prefix(12))"
  }

  /// The subfolder of a run: 0 is the baseline.
  ///
  /// The number keeps equal names apart.
  public static func subfolder(_ position: Int, of scenario: String) -> String {
    "\(position)-\(scenario)"
  }

  /// What is already at a place, to be asked before anything is simulated.
  public static func existing(at path: String, runDigests: [String]) -> ExistingFolder {
    guard FileManager.default.fileExists(atPath: path) else { return .none }
    guard let data = FileManager.default.contents(atPath: path + "/compare.json"),
      let record = try? JSONDecoder().decode(Record.self, from: data),
      record.runDigests == runDigests
    else { return .different }
    return .identical
  }

  /// Writes a comparison's folder, all of it or nothing; parameters as for ``RunFolder``.
  ///
  /// - Returns: The path of the folder; a folder of the identical comparison is kept as it is.
  /// - Throws: ``FolderError``.
  @discardableResult
  public static func write(
    _ content: ComparisonContent, to path: String? = nil, language: Language, replace: Bool,
    digest: (String) -> String = { Digest.sha256Hex(of: $0) }
  ) throws -> String {
    let records = [content.baseline.record] + content.reforms.map(\.run.record)
    let digests = records.map(\.runDigest)
    let place =
      path
      ?? defaultPath(
        baseline: records[0].scenario, seed: records[0].seed, runDigests: digests)
    if !replace && existing(at: place, runDigests: digests) == .identical { return place }
    let files = try files(content, records: records, language: language, digest: digest)
    try FolderWriter(path: place, mark: "compare.json", files: files).write(replace: replace)
    return place
  }

  private static func files(
    _ content: ComparisonContent, records: [RunRecord], language: Language,
    digest: (String) -> String
  ) throws -> [(name: String, text: String)] {
    let reforms = content.reforms.map(\.tables)
    let data =
      [
        (name: "differences.csv", text: ReformTables.differencesText(reforms)),
        (name: "money-differences.csv", text: ReformTables.moneyDifferencesText(reforms)),
      ] + (content.answer?.tables ?? [])
    let record = Record(
      baseline: records[0].scenario, reforms: records.dropFirst().map(\.scenario),
      runDigests: records.map(\.runDigest),
      tableDigests: Dictionary(uniqueKeysWithValues: data.map { ($0.name, digest($0.text)) }))
    var files =
      [
        (name: "report.html", text: Report.html(content, language: language)),
        (name: "compare.json", text: try RunFolder.json(record)),
      ] + data
    if let question = content.answer?.question {
      files.append((name: "question.yaml", text: question.text))
    }
    let runs = [content.baseline] + content.reforms.map(\.run)
    for (position, run) in runs.enumerated() {
      let folder = subfolder(position, of: run.record.scenario)
      for file in try RunFolder.files(run, language: language, digest: digest) {
        files.append((name: folder + "/" + file.name, text: file.text))
      }
    }
    return files
  }
}
