#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Writes a folder so that it is either there as a whole or not at all.
///
/// The files go to a hidden folder beside the place, which is renamed when all of them are written;
/// a rename within a file system cannot be seen half done. A crash leaves at most a hidden folder.
struct FolderWriter {
  /// Where the folder is to be.
  let path: String
  /// The file by which a folder of this kind is known, such as `run.json`.
  let mark: String
  /// Text of each file by its path inside the folder, such as `baseline/rates.csv`.
  var files: [(name: String, text: String)]

  /// Writes the folder.
  ///
  /// - Throws: ``FolderError`` if something is in the way or the file system refuses; then nothing
  ///   new is left, and what was there before is unchanged.
  func write(replace: Bool) throws {
    let manager = FileManager.default
    if manager.fileExists(atPath: path) {
      guard replace else { throw FolderError.exists(path: path) }
      guard isReplaceable else { throw FolderError.notResults(path: path) }
    }
    let part = sibling("part")
    do {
      try fill(part)
      try move(part)
    } catch {
      try? manager.removeItem(atPath: part)
      if let known = error as? FolderError { throw known }
      throw FolderError.cannotWrite(path: path, reason: Self.reason(error))
    }
  }

  /// Only folders that a run wrote, or empty ones, may be replaced: `--output ~ --replace` must not
  /// remove a home folder.
  private var isReplaceable: Bool {
    let manager = FileManager.default
    if manager.fileExists(atPath: path + "/" + mark) { return true }
    return (try? manager.contentsOfDirectory(atPath: path))?.isEmpty ?? false
  }

  /// A hidden name beside the folder; the process id keeps two programs apart.
  private func sibling(_ kind: String) -> String {
    var pieces = path.split(separator: "/", omittingEmptySubsequences: true).map(String.init)
    let name = pieces.popLast() ?? "results"
    let parent = (path.hasPrefix("/") ? "/" : "") + pieces.map { $0 + "/" }.joined()
    return parent + "." + name + "." + kind + "-"
      + String(ProcessInfo.processInfo.processIdentifier)
  }

  private func fill(_ folder: String) throws {
    let manager = FileManager.default
    if manager.fileExists(atPath: folder) { try manager.removeItem(atPath: folder) }
    try manager.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for file in files {
      let pieces = file.name.split(separator: "/")
      if pieces.count > 1 {
        try manager.createDirectory(
          atPath: folder + "/" + pieces.dropLast().joined(separator: "/"),
          withIntermediateDirectories: true)
      }
      try Data(file.text.utf8).write(to: URL(filePath: folder + "/" + file.name))
    }
  }

  private func move(_ part: String) throws {
    let manager = FileManager.default
    guard manager.fileExists(atPath: path) else {
      return try manager.moveItem(atPath: part, toPath: path)
    }
    let old = sibling("old")
    try manager.moveItem(atPath: path, toPath: old)
    do {
      try manager.moveItem(atPath: part, toPath: path)
    } catch {
      try manager.moveItem(atPath: old, toPath: path)
      throw error
    }
    try manager.removeItem(atPath: old)
  }

  private static func reason(_ error: any Error) -> String {
    guard let cocoa = error as? CocoaError else { return "\(error)" }
    if let underlying = cocoa.underlying { return "\(underlying)" }
    return "\(cocoa)"
  }
}
