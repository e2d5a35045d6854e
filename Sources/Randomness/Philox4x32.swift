/// The counter-based generator Philox4x32-10.
///
/// A block of four 32-bit words is a pure function of a 128-bit counter and a 64-bit key; there is
/// no state, so draws can be made in any order and on any number of threads.
///
/// Source: J. K. Salmon, M. A. Moraes, R. O. Dror and D. E. Shaw, "Parallel random numbers: as easy
/// as 1, 2, 3", SC 2011; test vectors of the Random123 distribution.
public enum Philox4x32 {
  /// Four random words for a counter and a key.
  @inlinable @inline(__always)
  public static func block(counter: SIMD4<UInt32>, key: SIMD2<UInt32>) -> SIMD4<UInt32> {
    var x0 = counter[0]
    var x1 = counter[1]
    var x2 = counter[2]
    var x3 = counter[3]
    var k0 = key[0]
    var k1 = key[1]
    for _ in 0..<10 {
      let p0 = UInt64(truncatingIfNeeded: x0) &* 0xD251_1F53
      let p1 = UInt64(truncatingIfNeeded: x2) &* 0xCD9E_8D57
      x0 = UInt32(truncatingIfNeeded: p1 &>> 32) ^ x1 ^ k0
      x1 = UInt32(truncatingIfNeeded: p1)
      x2 = UInt32(truncatingIfNeeded: p0 &>> 32) ^ x3 ^ k1
      x3 = UInt32(truncatingIfNeeded: p0)
      k0 = k0 &+ 0x9E37_79B9
      k1 = k1 &+ 0xBB67_AE85
    }
    return SIMD4(x0, x1, x2, x3)
  }

  /// The same four words in the lower halves of 64-bit numbers; the upper halves mean nothing.
  ///
  /// For loops over many counters: a vector multiplication of 32-bit numbers takes them from the
  /// lower halves of 64-bit lanes and leaves the product there, so nothing is widened or narrowed
  /// between rounds.
  ///
  /// - Parameters:
  ///   - counter: Four words, each in the lower half of its number.
  ///   - key: Key of the generator.
  /// - Returns: Four words, each in the lower half of its number.
  @inlinable @inline(__always)
  public static func wideBlock(
    counter: (UInt64, UInt64, UInt64, UInt64), key: SIMD2<UInt32>
  ) -> (UInt64, UInt64, UInt64, UInt64) {
    let low: UInt64 = 0xFFFF_FFFF
    var (x0, x1, x2, x3) = counter
    // The other half of the key in the upper halves keeps the compiler from knowing that they are
    // empty: knowing it, it masks each operand of the exclusive or instead of the factor.
    var k0 = UInt64(key[0]) | UInt64(key[1]) &<< 32
    var k1 = UInt64(key[1]) | UInt64(key[0]) &<< 32
    for _ in 0..<10 {
      let p0 = (x0 & low) &* 0xD251_1F53
      let p1 = (x2 & low) &* 0xCD9E_8D57
      x0 = (p1 &>> 32 ^ x1) ^ k0
      x1 = p1
      x2 = (p0 &>> 32 ^ x3) ^ k1
      x3 = p0
      k0 = k0 &+ 0x9E37_79B9
      k1 = k1 &+ 0xBB67_AE85
    }
    return (x0, x1, x2, x3)
  }
}
