import Foundation
import Households
import Provenance
import Simulation

/// Futures that have been simulated, kept on disk so that another question, or the same one after it was
/// stopped, need not simulate them again.
///
/// A file's name is the digest of everything that decides its content: the program itself, the scenario, the
/// sample, the seed and the numbers of the futures. So nothing in it can be out of date, and it may be deleted
/// at any time. Files are written beside their place and renamed, and begin with the digest of their bytes; one
/// that is damaged counts as missing.
public struct FutureStore: Sendable {
  /// The folder.
  public let folder: String
  private let program: String

  /// A store in a folder, which need not exist.
  public init(folder: String) {
    self.folder = folder
    program = Self.programDigest
  }

  /// SHA-256 of the running program: another build may simulate differently.
  private static let programDigest: String = {
    let path = "/proc/self/exe"
    guard let data = try? Data(contentsOf: URL(fileURLWithPath: path), options: .alwaysMapped)
    else {
      return ProgramVersion.current
    }
    return data.withUnsafeBytes { Digest.sha256Hex(of: $0) }
  }()

  /// What a file of the store holds.
  struct Key {
    let scenario: String
    let sample: Double
    let seed: UInt64
    let replications: Range<Int>
    var detail: StudyDetail
  }

  private func path(_ key: Key) -> String {
    path(
      """
      scenario=\(key.scenario)
      sample=\(key.sample)
      seed=\(key.seed)
      futures=\(key.replications.lowerBound)..<\(key.replications.upperBound)
      detail=\(key.detail.rawValue)
      """, ending: "futures")
  }

  /// Where something is kept that everything said here decides, beside the program itself.
  func path(_ what: String, ending: String) -> String {
    let name = Digest.sha256Hex(of: "program=\(program)\n" + what)
    return "\(folder)/\(name.prefix(2))/\(name.dropFirst(2)).\(ending)"
  }

  /// Whether futures are there; they may turn out to be damaged.
  func holds(_ key: Key) -> Bool {
    keys(key).contains { FileManager.default.fileExists(atPath: path($0)) }
  }

  /// Where to look: whole futures hold their figures too.
  private func keys(_ key: Key) -> [Key] {
    guard key.detail == .figures else { return [key] }
    var whole = key
    whole.detail = .whole
    return [key, whole]
  }

  /// The futures, or `nil` if they are missing or damaged.
  func futures(_ key: Key, layout: OutcomeLayout) -> StudyFutures? {
    keys(key).lazy.compactMap { read($0, layout: layout)?.reduced(to: key.detail) }.first
  }

  private func read(_ key: Key, layout: OutcomeLayout) -> StudyFutures? {
    content(at: path(key)).flatMap {
      FutureCoding.futures(
        $0, layout: layout, detail: key.detail, first: key.replications.lowerBound,
        count: key.replications.count)
    }
  }

  /// Keeps futures; what the file system refuses is not kept, and costs only time later.
  func keep(_ futures: StudyFutures, as key: Key) {
    write(FutureCoding.bytes(of: futures), to: path(key))
  }

  /// Sums over households that were kept.
  ///
  /// - Parameter what: Everything that decides them, beside the program itself.
  /// - Returns: The bytes, or `nil` if they are missing or damaged.
  func sums(_ what: String) -> [UInt8]? {
    content(at: path(what, ending: "sums")).map { Array($0) }
  }

  /// Whether sums are there; they may turn out to be damaged.
  func holdsSums(_ what: String) -> Bool {
    FileManager.default.fileExists(atPath: path(what, ending: "sums"))
  }

  /// Keeps sums over households, as futures are kept.
  func keep(sums: [UInt8], of what: String) {
    write(sums, to: path(what, ending: "sums"))
  }

  private func content(at path: String) -> ArraySlice<UInt8>? {
    guard let data = FileManager.default.contents(atPath: path), data.count > 64 else {
      return nil
    }
    let bytes = [UInt8](data)
    let digest = String(decoding: bytes.prefix(64), as: UTF8.self)
    let content = bytes.dropFirst(64)
    return digest == Digest.sha256Hex(of: content) ? content : nil
  }

  private func write(_ content: [UInt8], to path: String) {
    let data = Data(Digest.sha256Hex(of: content).utf8) + Data(content)
    replace(path) { try data.write(to: URL(fileURLWithPath: $0)) }
  }

  /// Lets a file be written beside its place and puts it there when it is whole; what the file system refuses
  /// is not kept.
  func replace(_ path: String, _ write: (String) throws -> Void) {
    let folder = (path as NSString).deletingLastPathComponent
    let part = path + ".part-\(ProcessInfo.processInfo.processIdentifier)"
    let manager = FileManager.default
    do {
      try manager.createDirectory(atPath: folder, withIntermediateDirectories: true)
      try write(part)
      if rename(part, path) != 0 { try? manager.removeItem(atPath: part) }
    } catch {
      try? manager.removeItem(atPath: part)
    }
  }
}
