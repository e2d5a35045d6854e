import Dispatch
import Foundation
import Randomness

/// The households of the yardstick in columns, laid out by county.
///
/// Sums of a household are kept instead of those of a head: with `farm × m + migrant + other` the
/// saving of a month before illness (m: price times what drought leaves), a household is poor exactly
/// if its twelve-month sum of savings lies below `persons × (7000 − 12 × 0.7 b)`. Each county is
/// padded to whole vectors with rows of nobody, which stay out of every tally.
struct Households: @unchecked Sendable {
  /// A county's rows are a multiple of this.
  static let padding = 16

  /// A run of rows in one county.
  struct Block {
    let first: Int
    let count: Int
    let county: Int
  }

  let blocks: [Block]
  /// All members of all households.
  let persons: Int
  let id: UnsafeMutablePointer<UInt32>
  /// Yuan a month.
  let farm: UnsafeMutablePointer<Float>
  let migrant: UnsafeMutablePointer<Float>
  let other: UnsafeMutablePointer<Float>
  /// Twelve-month sum of savings below which a household is poor, yuan.
  let line: UnsafeMutablePointer<Float>
  let savings: UnsafeMutablePointer<Float>
  /// Members in the lower half, and 1 in the upper half: what an entry adds to a tally.
  let weight: UnsafeMutablePointer<UInt32>

  /// Lays out households by county.
  ///
  /// - Parameters:
  ///   - facts: What is known of each household, by its number.
  ///   - blockSize: Largest number of rows in a block, a multiple of ``padding``.
  init(_ facts: [HouseholdFacts], blockSize: Int) {
    var sizes = [Int](repeating: 0, count: Definition.counties)
    for fact in facts { sizes[fact.county] += 1 }
    var next: [Int] = []
    var blocks: [Block] = []
    var rows = 0
    for (county, size) in sizes.enumerated() {
      next.append(rows)
      let end = rows + (size + Self.padding - 1) / Self.padding * Self.padding
      for first in stride(from: rows, to: end, by: blockSize) {
        blocks.append(Block(first: first, count: min(blockSize, end - first), county: county))
      }
      rows = end
    }
    self.blocks = blocks
    persons = facts.reduce(0) { $0 + $1.persons }
    id = Self.column(rows)
    farm = Self.column(rows)
    migrant = Self.column(rows)
    other = Self.column(rows)
    line = Self.column(rows)
    savings = Self.column(rows)
    weight = Self.column(rows)
    for (number, fact) in facts.enumerated() {
      let row = next[fact.county]
      next[fact.county] += 1
      place(fact, number: number, row: row)
    }
  }

  private func place(_ fact: HouseholdFacts, number: Int, row: Int) {
    let heads = Double(fact.persons)
    let month = fact.income / 12
    let rest = 1 - Definition.consumptionShare - fact.farmShare - fact.migrantShare
    id[row] = UInt32(number)
    farm[row] = Float(month * fact.farmShare * heads)
    migrant[row] = Float(month * fact.migrantShare * heads)
    other[row] = Float(month * rest * heads)
    let consumption = 12 * Definition.consumptionShare * month
    line[row] = Float(heads * (Definition.povertyLine - consumption))
    savings[row] = Float(fact.savings)
    weight[row] = UInt32(fact.persons) | 1 << 16
  }

  private static func column<T>(_ rows: Int) -> UnsafeMutablePointer<T> {
    let bytes = max(rows, 1) * MemoryLayout<T>.stride
    let base = UnsafeMutableRawPointer.allocate(byteCount: bytes, alignment: 64)
    base.initializeMemory(as: UInt8.self, repeating: 0, count: bytes)
    return base.assumingMemoryBound(to: T.self)
  }
}
