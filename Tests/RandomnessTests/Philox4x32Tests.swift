import Randomness
import Testing

/// Known answers of the Random123 distribution, file kat_vectors, philox4x32 with 10 rounds.
struct Philox4x32Tests {
  /// Counter and key of zeros.
  ///
  /// Source: Random123, file `kat_vectors` (J. K. Salmon and others, *SC11*, 2011). No tolerance:
  /// bits.
  @Test func `Zeros give the published words`() {
    #expect(
      Philox4x32.block(counter: SIMD4(0, 0, 0, 0), key: SIMD2(0, 0))
        == SIMD4(0x6627_e8d5, 0xe169_c58d, 0xbc57_ac4c, 0x9b00_dbd8))
  }

  /// Counter and key of ones.
  ///
  /// Source: Random123, file `kat_vectors` (J. K. Salmon and others, *SC11*, 2011). No tolerance:
  /// bits.
  @Test func `Ones give the published words`() {
    let all = UInt32.max
    #expect(
      Philox4x32.block(counter: SIMD4(all, all, all, all), key: SIMD2(all, all))
        == SIMD4(0x408f_276d, 0x41c8_3b0e, 0xa20b_c7c6, 0x6d54_51fd))
  }

  /// Counter and key of the digits of π.
  ///
  /// Source: Random123, file `kat_vectors` (J. K. Salmon and others, *SC11*, 2011). No tolerance:
  /// bits.
  @Test func `The digits of pi give the published words`() {
    #expect(
      Philox4x32.block(
        counter: SIMD4(0x243f_6a88, 0x85a3_08d3, 0x1319_8a2e, 0x0370_7344),
        key: SIMD2(0xa409_3822, 0x299f_31d0))
        == SIMD4(0xd16c_fe09, 0x94fd_cceb, 0x5001_e420, 0x2412_6ea1))
  }

  /// Counters and keys with all kinds of bits, upper halves of the counter full of other things.
  ///
  /// No tolerance: bits.
  @Test func `Words in wide lanes are the same words`() {
    for number in 0..<1_000 as Range<UInt32> {
      let x = Philox4x32.block(counter: SIMD4(number, 1, 2, 3), key: SIMD2(4, 5))
      let key = SIMD2(number &* 0x9E37_79B9, x[3])
      let narrow = Philox4x32.block(counter: x, key: key)
      let more = UInt64(x[2]) &<< 32
      let wide = Philox4x32.wideBlock(
        counter: (
          UInt64(x[0]) | more, UInt64(x[1]) | more, UInt64(x[2]) | more, UInt64(x[3]) | more
        ),
        key: key)
      let words = [wide.0, wide.1, wide.2, wide.3].map { UInt32(truncatingIfNeeded: $0) }
      #expect(words == (0..<4).map { narrow[$0] })
    }
  }
}
