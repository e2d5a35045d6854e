import Foundation
import Testing

/// The built program, as a user types it.
enum Program {
  /// What a command left behind.
  struct Result: Sendable {
    let status: Int32
    let output: String
    let errors: String
  }

  static let repository = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// The executable beside the test bundle.
  static let executable: URL = {
    let bundle = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    return URL(filePath: bundle ?? CommandLine.arguments[0]).deletingLastPathComponent()
      .appending(path: "fangpin")
  }()

  /// A command that is not started yet; it runs in the repository, in an English locale.
  static func process(_ arguments: [String], locale: String = "en_US.UTF-8") -> Process {
    let process = Process()
    process.executableURL = executable
    process.arguments = arguments
    process.currentDirectoryURL = repository
    var environment = ProcessInfo.processInfo.environment
    environment["LC_ALL"] = locale
    process.environment = environment
    return process
  }

  /// Runs a command to its end.
  ///
  /// Files take the output, because a pipe that nobody reads fills up.
  static func run(_ arguments: String..., locale: String = "en_US.UTF-8") throws -> Result {
    try run(arguments, locale: locale)
  }

  /// The same for a list of arguments.
  static func run(_ arguments: [String], locale: String = "en_US.UTF-8") throws -> Result {
    let folder = try TemporaryFolder()
    let process = process(arguments, locale: locale)
    let (output, errors) = (folder.url.appending(path: "out"), folder.url.appending(path: "err"))
    for file in [output, errors] { try Data().write(to: file) }
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
    try process.run()
    process.waitUntilExit()
    return Result(
      status: process.terminationStatus,
      output: try String(contentsOf: output, encoding: .utf8),
      errors: try String(contentsOf: errors, encoding: .utf8))
  }
}

/// A folder that goes away with the test.
///
/// It lies in the repository, where scenario files find their
/// parameters, under a name that git ignores.
final class TemporaryFolder: Sendable {
  let url: URL

  init() throws {
    url = Program.repository.appending(path: ".build-tests/\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  /// Path of a file in it.
  func path(_ name: String) -> String { url.appending(path: name).path }

  /// Writes a file and gives its path.
  func write(_ name: String, _ text: String) throws -> String {
    try Data(text.utf8).write(to: URL(filePath: path(name)))
    return path(name)
  }

  /// Names of everything in it, hidden ones too.
  var contents: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? []).sorted()
  }

  /// Text of a file in it.
  func text(_ name: String) throws -> String {
    try String(contentsOfFile: path(name), encoding: .utf8)
  }
}
