import Experiments
import Households
import Provenance

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The folder in which the answer to a question is left: report, tables, the question, and a record.
public enum QuestionFolder {
  private static let mark = "question.json"

  /// Where an answer is written if its author names no place: `Outputs/<command>-<name>-<digest>`,
  /// with the first twelve digits of the question's digest.
  public static func defaultPath(for identity: QuestionIdentity) -> String {
    "Outputs/\(identity.command)-\(identity.name)-\(identity.digest.prefix(12))"
  }

  /// What is already at a place, to be asked before anything is simulated; `nil` for the default
  /// place of the question.
  ///
  /// - Returns: Whether the folder is missing, holds the answer to the identical question, or holds
  ///   anything else.
  public static func existing(
    for identity: QuestionIdentity, at path: String? = nil
  ) -> ExistingFolder {
    let place = path ?? defaultPath(for: identity)
    guard FileManager.default.fileExists(atPath: place) else { return .none }
    guard let data = FileManager.default.contents(atPath: place + "/" + mark),
      let record = try? JSONDecoder().decode(QuestionRecord.self, from: data),
      record.questionDigest == identity.digest
    else { return .different }
    return .identical
  }

  /// Writes an answer's folder, all of it or nothing.
  ///
  /// - Parameters:
  ///   - content: The answer.
  ///   - path: The folder; `nil` for the default place.
  ///   - language: Language of the report; the tables have one form.
  ///   - replace: Whether a folder of an answer that is in the way is written anew.
  ///   - digest: SHA-256 of a text, in hexadecimal.
  /// - Returns: The path of the folder. A folder of the identical question is kept as it is, unless
  ///   `replace` asks to write it anew (in another language, for example).
  /// - Throws: ``FolderError``.
  @discardableResult
  public static func write(
    _ content: QuestionContent, to path: String? = nil, language: Language, replace: Bool,
    digest: (String) -> String = { Digest.sha256Hex(of: $0) }
  ) throws -> String {
    let place = path ?? defaultPath(for: content.identity)
    if !replace && existing(for: content.identity, at: place) == .identical { return place }
    let record = QuestionRecord(content, digest: digest)
    let files =
      [
        (name: "report.html", text: QuestionPage.html(content, language: language)),
        (name: "question.yaml", text: content.questionText),
        (name: mark, text: try RunFolder.json(record)),
      ] + content.tables.map { (name: $0.name, text: $0.text) }
      + content.documents.map { (name: $0.name, text: $0.text) }
    try FolderWriter(path: place, mark: mark, files: files).write(replace: replace)
    return place
  }
}
