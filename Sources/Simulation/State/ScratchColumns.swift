/// Quantities of the current month that no later month needs, for one block.
struct ScratchColumns: @unchecked Sendable {
  static var capacity: Int { 2048 }
  private static var wides: Int { 40 }
  static var byteCount: Int { wides * 4 * capacity + 2 * capacity }
  let base: UnsafeMutableRawPointer

  @inline(__always)
  private func wide<T>(_ column: Int) -> UnsafeMutablePointer<T> {
    (base + column * 4 * Self.capacity).assumingMemoryBound(to: T.self)
  }

  /// The month's four random words of each household: three workers' jobs, and rare events.
  func word(_ number: Int) -> UnsafeMutablePointer<UInt32> { wide(number) }
  /// Wage, net business and other income, yuan.
  var wage: UnsafeMutablePointer<Float> { wide(4) }
  var business: UnsafeMutablePointer<Float> { wide(5) }
  var other: UnsafeMutablePointer<Float> { wide(6) }
  /// Assistance received this month, yuan.
  var aid: UnsafeMutablePointer<Float> { wide(7) }
  /// Money that leaves or enters with bills and reimbursements, yuan.
  var cashOut: UnsafeMutablePointer<Float> { wide(8) }
  /// Rigid spending that counts in the indicator, yuan.
  var rigid: UnsafeMutablePointer<Float> { wide(9) }
  /// Expected income of the month, yuan.
  var expected: UnsafeMutablePointer<Float> { wide(10) }
  /// Consumption wanted, yuan.
  var consumption: UnsafeMutablePointer<Float> { wide(11) }
  /// What is left after everything (negative: what coping must find), yuan.
  var left: UnsafeMutablePointer<Float> { wide(12) }
  /// Twelve-month income per head after rigid spending, without and with assistance, yuan.
  var own12: UnsafeMutablePointer<Float> { wide(13) }
  var total12: UnsafeMutablePointer<Float> { wide(14) }
  /// Losses of the month by channel, yuan.
  func loss(_ channel: Int) -> UnsafeMutablePointer<Float> { wide(15 + channel) }
  /// Rows collected by a mask.
  var rows: UnsafeMutablePointer<UInt32> { wide(22) }
  /// Members alive.
  var persons: UnsafeMutablePointer<Float> { wide(23) }
  var personsInverse: UnsafeMutablePointer<Float> { wide(24) }
  /// Productive assets relative to the start, to the power of the elasticity, times technology.
  var productivity: UnsafeMutablePointer<Float> { wide(25) }
  /// Parts of the month's business income that `BusinessMonthPass` takes apart: output without loss,
  /// lost to drought, the county's weather alone, lost to prices.
  func businessPart(_ part: Int) -> UnsafeMutablePointer<Float> { wide(26 + part) }
  /// Crop lost to this month's flood: yuan, and share of the year's output; where
  /// `BusinessMonthPass` runs.
  var floodLoss: UnsafeMutablePointer<Float> { wide(30) }
  var floodShare: UnsafeMutablePointer<Float> { wide(31) }
  /// The month's gain of a running industry package, yuan; 0 for none.
  var packageGain: UnsafeMutablePointer<Float> { wide(32) }
  /// Number, four random words and hospital bill (yuan) of a row that was collected, by its place in
  /// `rows`.
  var collectedId: UnsafeMutablePointer<UInt32> { wide(33) }
  func collectedWord(_ number: Int) -> UnsafeMutablePointer<UInt32> { wide(34 + number) }
  var collectedBill: UnsafeMutablePointer<Float> { wide(38) }
  /// Able adults of each row, while the self-development index is computed.
  var ableAdults: UnsafeMutablePointer<Float> { wide(39) }
  func collectedWords(_ place: Int) -> SIMD4<UInt32> {
    SIMD4(
      collectedWord(0)[place], collectedWord(1)[place], collectedWord(2)[place],
      collectedWord(3)[place])
  }
  /// One byte a household: not 0 for rows that a scalar step must look at.
  var mask: UnsafeMutablePointer<UInt8> {
    (base + Self.wides * 4 * Self.capacity).assumingMemoryBound(to: UInt8.self)
  }

  /// Collects the rows whose mask is set, in ascending order, and returns how many there are.
  @inline(__always)
  func collect(_ count: Int) -> Int {
    let (words, rows) = (UnsafeRawPointer(mask), rows)
    var found = 0
    var row = 0
    // Eight rows at a time, because nearly all masks are empty. The column is padded with 0 to a
    // multiple of 8, and a place written in vain is written again or never read.
    while row < count {
      let word = words.load(fromByteOffset: row, as: UInt64.self)
      if word != 0 {
        let set = Self.setBytes(word)
        for byte in 0..<8 {
          rows[found] = UInt32(truncatingIfNeeded: row &+ byte)
          found &+= Int(truncatingIfNeeded: set &>> UInt64(8 &* byte &+ 7) & 1)
        }
      }
      row &+= 8
    }
    return found
  }

  /// The highest bit of each byte that is not 0.
  @inline(__always)
  private static func setBytes(_ word: UInt64) -> UInt64 {
    let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
    return ((word & low) &+ low | word) & ~low
  }
}
