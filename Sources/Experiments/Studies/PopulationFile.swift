import Dispatch
import Foundation
import Households
import Provenance
import Synchronization

/// A population as a file: a header in text, then the columns of every block as they stand in memory.
///
/// The header holds its own digest, the population's, what the blocks are, and the digest of each; the columns
/// begin at a page, so that a program reads them where they lie and takes no time to build them.
enum PopulationFile {
  private static let title = "fangpin population 1"
  private static let page = 4096
  private static var blockSize: Int {
    PopulationColumns.capacity * PopulationColumns.bytesPerHousehold
  }

  // MARK: Writing

  /// The header of a population, a whole number of pages.
  static func header(of population: Population, digest: String, threads: Int) -> [UInt8] {
    let blocks = population.blocks
    var lines = [
      title, digest, "\(population.sampleFraction.bitPattern)",
      population.townshipCount.map(String.init).joined(separator: " "),
      blocks.map { "\($0.county):\($0.count)" }.joined(separator: " "),
    ]
    lines += digests(of: blocks.map { UnsafeRawPointer($0.columns.base) }, threads: threads)
    let text = lines.joined(separator: "\n") + "\n"
    let length = String(text.utf8.count)
    var bytes = Array(Digest.sha256Hex(of: text).utf8)
    bytes += Array((length + String(repeating: " ", count: 16 - length.count)).utf8)
    bytes += Array(text.utf8)
    bytes += [UInt8](repeating: 0, count: (page - bytes.count % page) % page)
    return bytes
  }

  /// Writes a population.
  ///
  /// - Throws: What the file system says.
  static func write(
    _ population: Population, digest: String, threads: Int, to path: String
  ) throws {
    guard FileManager.default.createFile(atPath: path, contents: nil) else {
      throw CocoaError(.fileWriteUnknown)
    }
    let file = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
    defer { try? file.close() }
    try file.write(contentsOf: header(of: population, digest: digest, threads: threads))
    for block in population.blocks {
      try file.write(
        contentsOf: Data(
          bytesNoCopy: block.columns.base, count: blockSize, deallocator: .none))
    }
  }

  // MARK: Reading

  /// The population in a file and its digest, or `nil` if anything in the file is not as it was written.
  static func read(at path: String, threads: Int) -> (population: Population, digest: String)? {
    guard let file = MappedFile(path: path), let (lines, start) = header(file.bytes),
      lines.count >= 5, lines[0] == title, let fraction = UInt64(lines[2])
    else { return nil }
    let townships = lines[3].split(separator: " ").compactMap { Int($0) }
    let blocks = lines[4].split(separator: " ").compactMap { text -> (county: Int, count: Int)? in
      let parts = text.split(separator: ":").compactMap { Int($0) }
      return parts.count == 2 ? (parts[0], parts[1]) : nil
    }
    guard let base = file.bytes.baseAddress, lines.count == 5 + blocks.count,
      file.bytes.count == start + blocks.count * blockSize
    else { return nil }
    let places = blocks.indices.map { base + start + $0 * blockSize }
    guard digests(of: places.map { UnsafeRawPointer($0) }, threads: threads) == Array(lines[5...])
    else { return nil }
    let population = Population(
      blocks: zip(blocks, places).map { block, place in
        PopulationBlock(
          county: block.county, count: block.count, columns: PopulationColumns(base: place))
      },
      townshipCount: townships, sampleFraction: Double(bitPattern: fraction), memory: file)
    return (population, lines[1])
  }

  /// The lines of a header that says of itself that it is whole, and where the columns begin.
  private static func header(
    _ bytes: UnsafeMutableRawBufferPointer
  ) -> (lines: [String], start: Int)? {
    guard bytes.count >= page else { return nil }
    let digest = String(decoding: bytes[..<64], as: UTF8.self)
    let number = String(decoding: bytes[64..<80], as: UTF8.self)
    guard let length = Int(number.trimmingCharacters(in: .whitespaces)), length > 0,
      80 + length <= bytes.count
    else { return nil }
    let text = String(decoding: bytes[80..<(80 + length)], as: UTF8.self)
    guard Digest.sha256Hex(of: text) == digest else { return nil }
    let start = (80 + length + page - 1) / page * page
    return (text.split(separator: "\n").map(String.init), start)
  }

  private static func digests(of blocks: [UnsafeRawPointer], threads: Int) -> [String] {
    let next = Atomic<Int>(0)
    let digests = Mutex([String](repeating: "", count: blocks.count))
    let places = blocks.map { UInt(bitPattern: $0) }
    let size = blockSize
    DispatchQueue.concurrentPerform(iterations: max(threads, 1)) { _ in
      while true {
        let block = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard block < places.count else { return }
        let digest = Digest.sha256Hex(
          of: UnsafeRawBufferPointer(
            start: UnsafeRawPointer(bitPattern: places[block]), count: size))
        digests.withLock { $0[block] = digest }
      }
    }
    return digests.withLock { $0 }
  }
}
