import Foundation
import Testing

/// The files of this repository, as the tests see them.
enum Repository {
  /// A text file and its path inside the repository.
  struct File: Sendable {
    let path: String
    let text: String

    var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }

    /// The module a source file belongs to.
    var module: String { path.split(separator: "/").dropFirst().first.map(String.init) ?? "" }

    /// Modules that the file imports.
    var imports: [String] {
      lines.compactMap { line in
        let words = line.split(separator: " ").map(String.init)
        guard let place = words.firstIndex(of: "import"), place + 1 < words.count,
          words[..<place].allSatisfy({ $0.hasPrefix("@") || Self.accessLevels.contains($0) })
        else { return nil }
        let kinds: Set = ["struct", "class", "enum", "protocol", "func", "var", "let", "typealias"]
        let rest = words[(place + 1)...].drop { kinds.contains($0) }
        return rest.first.map { String($0.prefix { $0 != "." }) }
      }
    }

    /// The lines without comments, each with its number.
    var code: [(number: Int, text: Substring)] {
      lines.enumerated().map { number, line in
        let end = line.range(of: "//")?.lowerBound ?? line.endIndex
        return (number + 1, line[..<end])
      }
    }

    private static let accessLevels: Set = [
      "public", "package", "internal", "private", "fileprivate",
    ]
  }

  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// All Swift files below a folder.
  static func swiftFiles(in folder: String) throws -> [File] {
    try files().filter { $0.hasPrefix(folder + "/") && $0.hasSuffix(".swift") }.map(file)
  }

  /// All text files that belong to the repository, generated and ignored ones left out.
  static func textFiles() throws -> [File] {
    try files().compactMap { path in
      guard let data = FileManager.default.contents(atPath: root.path + "/" + path),
        let text = String(data: data, encoding: .utf8)
      else { return nil }
      return File(path: path, text: text)
    }
  }

  private static func file(_ path: String) throws -> File {
    File(path: path, text: try String(contentsOf: root.appending(path: path), encoding: .utf8))
  }

  /// Paths of all files, in order; hidden files count, folders of builds and results do not.
  private static func files() throws -> [String] {
    let names = try #require(FileManager.default.enumerator(atPath: root.path))
    var paths: [String] = []
    while let path = names.nextObject() as? String {
      let top = path.prefix { $0 != "/" }
      let isIgnored =
        top == ".git" || top.hasPrefix(".build") || path == "Package.resolved"
        || path.hasSuffix(".tar.gz") || path.hasPrefix("Outputs/") && path != "Outputs/README.md"
      if isIgnored {
        names.skipDescendants()
        continue
      }
      var isFolder: ObjCBool = false
      let isThere = FileManager.default.fileExists(
        atPath: root.path + "/" + path, isDirectory: &isFolder)
      if isThere, !isFolder.boolValue { paths.append(path) }
    }
    return paths.sorted()
  }
}
