import Households
import Randomness

extension BlockMonth {
  /// Collects the rows whose place in a roll-out lies in `from ..< to`, and returns how many there are.
  @inline(__always)
  func collect(_ rollout: Rollout, from: UInt32, to: UInt32) -> Int {
    let (places, mask) = (p.place(in: rollout), x.mask)
    let width = to > from ? to - from : 0
    for i in 0..<count { mask[i] = UInt32(places[i]) &- from < width ? 1 : 0 }
    return x.collect(count)
  }

  /// Counts money of a programme, rounded to fen, and returns what the household gets or gives of it,
  /// so that both sides agree.
  @inline(__always)
  func settle(_ yuan: Float, _ programme: Programme, row: Int) -> Float {
    let fen = Elementary.nearest(Double(yuan) * 100)
    tally.money[programme.rawValue] &+= Int64(fen) &* Int64(p.weight[row])
    tell(programme, row: row, Float(fen / 100))
    return Float(fen / 100)
  }
}
