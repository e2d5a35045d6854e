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
}
