/// One block of households in one replication: what is fixed, what changes, and what a pass leaves to
/// the next, one column per quantity.
///
/// All columns lie in one slab with constant distances, so that the compiler knows that none overlaps
/// another and makes vector code of the passes; the slab stays in the first-level cache.
struct BlockColumns: @unchecked Sendable {
  /// Largest number of rows, a multiple of ``Households/padding``.
  static var capacity: Int { 256 }
  /// Bytes from one column to the next.
  ///
  /// A line more than the rows need, so that the columns do not all fall into the same sets of the
  /// cache.
  private static var stride: Int { 4 * capacity + 64 }
  private static var count: Int { 24 }

  let base: UnsafeMutableRawPointer

  /// Columns full of zeros.
  init() {
    base = .allocate(byteCount: Self.count * Self.stride, alignment: 64)
    base.initializeMemory(as: UInt8.self, repeating: 0, count: Self.count * Self.stride)
  }

  @inline(__always)
  private func column<T>(_ number: Int) -> UnsafeMutablePointer<T> {
    (base + number * Self.stride).assumingMemoryBound(to: T.self)
  }

  // Fixed; see `Households`
  var id: UnsafeMutablePointer<UInt32> { column(0) }
  var farm: UnsafeMutablePointer<Float> { column(1) }
  var migrant: UnsafeMutablePointer<Float> { column(2) }
  var other: UnsafeMutablePointer<Float> { column(3) }
  var line: UnsafeMutablePointer<Float> { column(4) }
  var weight: UnsafeMutablePointer<UInt32> { column(5) }

  /// Yuan.
  var savings: UnsafeMutablePointer<Float> { column(6) }
  /// Sum of the last twelve months' savings, yuan.
  var sum: UnsafeMutablePointer<Float> { column(7) }
  /// What illness takes this month and next, yuan; 0 between pairs of months.
  func bill(_ half: Int) -> UnsafeMutablePointer<Float> { column(8 + half) }
  /// Job losses of the last four months, a bit a month.
  var lost: UnsafeMutablePointer<UInt8> { column(10) }
  /// Events of this month and next: illness in bits 0 and 2, job loss in bits 1 and 3.
  var events: UnsafeMutablePointer<UInt8> { column(11) }
  /// Savings of a calendar month, yuan.
  func ring(_ slot: Int) -> UnsafeMutablePointer<Float> { column(12 + slot) }

  /// Frees the columns.
  func deallocate() { base.deallocate() }
}
