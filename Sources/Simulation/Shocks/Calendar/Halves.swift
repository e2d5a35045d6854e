import Randomness

/// Uniform numbers whose upper and lower half are in different random words.
///
/// Each word of the upper ones holds two upper halves, so one block of random words tells for eight
/// rare things that they do not happen; `Binomial` makes something happen when its number is high.
enum Halves {
  /// The half of a word at a place: the lower half first, then the upper.
  @inline(__always)
  static func half(_ word: UInt32, _ place: Int) -> UInt32 {
    word &>> UInt32(16 &* (place & 1)) & 0xFFFF
  }

  /// The number with an upper and a lower half.
  @inline(__always)
  static func uniform(_ upper: UInt32, _ lower: UInt32) -> Double {
    (upper &<< 16 | lower).uniform
  }

  /// The number at a place of eight words of upper and of lower halves.
  static func uniform(_ upper: SIMD8<UInt32>, _ lower: SIMD8<UInt32>, _ place: Int) -> Double {
    uniform(half(upper[place >> 1], place), half(lower[place >> 1], place))
  }

  /// Whether something may happen to some of a number of members, by the upper half alone:
  /// (1 − p)ⁿ ≥ 1 − np, and the lower half adds less than one step.
  @inline(__always)
  static func mayHappen(_ upper: UInt32, _ members: Int, _ chance: Double) -> Bool {
    Double(upper &+ 1) * 0x1p-16 + Double(members) * chance > 1
  }

  /// 1 if something may happen to some of a number of members, by the first half of a word.
  @inline(__always)
  static func first(_ word: UInt32, _ members: UInt8, _ chance: Float) -> UInt8 {
    mayHappen(word & 0xFFFF, members, chance)
  }

  /// As `first`, by the second half.
  @inline(__always)
  static func second(_ word: UInt32, _ members: UInt8, _ chance: Float) -> UInt8 {
    mayHappen(word &>> 16, members, chance)
  }

  /// (1 − p)ⁿ ≥ 1 − np, and the lower half adds less than one step; a margin for rounding.
  @inline(__always)
  private static func mayHappen(_ half: UInt32, _ members: UInt8, _ chance: Float) -> UInt8 {
    let number = Float(Int32(truncatingIfNeeded: half)) * 0x1p-16
    return number + Float(members) * chance > 1 - 0x1p-15 ? 1 : 0
  }
}
