import Households
import Randomness

/// The month's one block of chance for each household: three workers' jobs, and rare events; what
/// jobs leave of their words decides whether assistance ends.
enum DrawsPass {
  static func run(_ b: BlockMonth) {
    fill(b, b.p.id, b.count, .monthlyEvents) { b.x.word($0) }
  }

  /// Four words for each of the rows that were collected, by place in their list: a loop draws them
  /// several times faster than each row alone.
  static func draw(_ b: BlockMonth, found: Int, _ purpose: Purpose) {
    let (rows, id, ids) = (b.x.rows, b.p.id, b.x.collectedId)
    for place in 0..<found { ids[place] = id[Int(rows[place])] }
    fill(b, ids, found, purpose) { b.x.collectedWord($0) }
  }

  @inline(__always)
  private static func fill(
    _ b: BlockMonth, _ id: UnsafeMutablePointer<UInt32>, _ count: Int, _ purpose: Purpose,
    _ column: (Int) -> UnsafeMutablePointer<UInt32>
  ) {
    let (w0, w1, w2, w3) = (column(0), column(1), column(2), column(3))
    let (key, month) = (b.key, b.month)
    for i in 0..<count {
      let words = key.wideHousehold(id[i], month: month, purpose)
      w0[i] = UInt32(truncatingIfNeeded: words.0)
      w1[i] = UInt32(truncatingIfNeeded: words.1)
      w2[i] = UInt32(truncatingIfNeeded: words.2)
      w3[i] = UInt32(truncatingIfNeeded: words.3)
    }
  }
}
