import Foundation

/// Numbers that another program wrote: 64-bit floating point, little end first, nothing else.
enum Record {
  /// A record that cannot be used.
  struct Mistake: Error, CustomStringConvertible {
    let description: String
  }

  /// Reads a record.
  ///
  /// - Throws: ``Mistake`` if the file is missing or shorter than `count` numbers.
  static func read(_ path: String, count: Int) throws -> [Double] {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw Mistake(description: "\(path): no such file")
    }
    guard data.count >= 8 * count else {
      throw Mistake(description: "\(path): \(data.count / 8) numbers, needed are \(count)")
    }
    return data.withUnsafeBytes { bytes in
      (0..<count).map { bytes.loadUnaligned(fromByteOffset: 8 * $0, as: Double.self) }
    }
  }
}
