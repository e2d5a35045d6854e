import Dispatch
import Households
import Provenance
import Synchronization

/// The digest of a population: the same for the same households, however they are put into blocks.
///
/// Each county has a SHA-256 over its households in order of township and number, all columns of a
/// household side by side, least significant byte first. The population's digest is the SHA-256 of
/// the text of the counties' digests, one a line, in order of the geography.
public enum PopulationDigest {
  /// The digest, 64 hexadecimal characters.
  ///
  /// - Parameters:
  ///   - population: The households.
  ///   - threads: Number of threads, at least 1; the digest does not depend on it.
  /// - Returns: The same text for the same households.
  public static func hexadecimal(of population: Population, threads: Int) -> String {
    let counties = population.blocksOfCounty.count
    let next = Atomic<Int>(0)
    let digests = Mutex([String](repeating: "", count: counties))
    DispatchQueue.concurrentPerform(iterations: max(threads, 1)) { _ in
      while true {
        let county = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard county < counties else { return }
        let digest = digest(of: population.blocks[population.blocksOfCounty[county]])
        digests.withLock { $0[county] = digest }
      }
    }
    let lines = digests.withLock { $0.map { $0 + "\n" } }
    return Digest.sha256Hex(of: lines.joined())
  }

  private struct Place {
    let township: UInt16
    let id: UInt32
    let block: Int
    let row: Int
  }

  private static func digest(of blocks: ArraySlice<PopulationBlock>) -> String {
    var places: [Place] = []
    places.reserveCapacity(blocks.reduce(0) { $0 + $1.count })
    for block in blocks.indices {
      let columns = blocks[block].columns
      for row in 0..<blocks[block].count {
        places.append(
          Place(township: columns.township[row], id: columns.id[row], block: block, row: row))
      }
    }
    places.sort { ($0.township, $0.id) < ($1.township, $1.id) }
    var stream = DigestStream()
    let size = PopulationColumns.bytesPerHousehold
    let rowsAtOnce = 1024
    withUnsafeTemporaryAllocation(byteCount: size * rowsAtOnce, alignment: 8) { buffer in
      var filled = 0
      for place in places {
        blocks[place.block].columns.copy(
          row: place.row, to: UnsafeMutableRawBufferPointer(rebasing: buffer[(filled * size)...]))
        filled += 1
        if filled == rowsAtOnce {
          stream.update(UnsafeRawBufferPointer(buffer))
          filled = 0
        }
      }
      stream.update(UnsafeRawBufferPointer(rebasing: buffer[..<(filled * size)]))
    }
    return stream.hexadecimal
  }
}

extension PopulationColumns {
  /// Writes all facts of a household side by side: `bytesPerHousehold` bytes.
  fileprivate func copy(row: Int, to bytes: UnsafeMutableRawBufferPointer) {
    var offset = 0
    func put<T: FixedWidthInteger>(_ value: T) {
      bytes.storeBytes(of: value.littleEndian, toByteOffset: offset, as: T.self)
      offset += MemoryLayout<T>.size
    }
    put(id[row])
    for column in [
      permanentIncome, wage, business, transfer, property, savings, assets, debt, admissionHazard,
    ] {
      put(column[row].bitPattern)
    }
    put(township[row])
    put(flags[row])
    for number in 0..<4 { put(trait(number)[row]) }
    for rollout in Rollout.allCases { put(place(in: rollout)[row]) }
    put(persons[row])
    for kind in 0..<8 { put(members(kind)[row]) }
    put(workers[row])
    for stage in 0..<3 { put(students(stage)[row]) }
    put(livelihood[row])
    put(destination[row])
    put(residence[row])
    put(weight[row])
    put(sampleGroup[row])
    for index in 0..<Product.count { put(product(index)[row]) }
    precondition(offset == Self.bytesPerHousehold, "every column belongs to the digest")
  }
}
