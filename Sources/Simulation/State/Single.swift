/// Elementary functions in single precision for the monthly passes: plain arithmetic that gives the
/// same bits on every machine and vectorises.
enum Single {
  /// The nearest integer (ties to even) of a number between −4,194,304 and 4,194,303.
  ///
  /// `Int32(x)` checks its range and so keeps a loop from vectorising; adding 1.5 × 2²³ leaves the
  /// integer in the low bits of the mantissa.
  ///
  /// Model equation (0.1).
  @inline(__always)
  static func nearest(_ x: Float) -> Int32 {
    Int32(bitPattern: (x + 12_582_912).bitPattern) &- 0x4B40_0000
  }

  /// e to the power x for |x| < 80; relative error below 3e-7.
  @inline(__always)
  static func exp(_ x: Float) -> Float {
    let shifted = x * 1.44269504 + 12_582_912  // 1.5 × 2²³ rounds to an integer
    let n = shifted - 12_582_912
    let r = (x - n * 0.693359375) + n * 2.12194440e-4
    var sum: Float = 1.0 / 720
    sum = sum * r + 1.0 / 120
    sum = sum * r + 1.0 / 24
    sum = sum * r + 1.0 / 6
    sum = sum * r + 0.5
    sum = sum * r + 1
    sum = sum * r + 1
    let exponent = Int32(bitPattern: shifted.bitPattern) &- 0x4B40_0000
    return sum * Float(bitPattern: UInt32(bitPattern: (exponent &+ 127) &<< 23))
  }

  /// Natural logarithm of a positive normal number; absolute error below 3e-7 near 1.
  @inline(__always)
  static func log(_ x: Float) -> Float {
    // Reduces to m in [2/3, 4/3) by moving the boundary between octaves.
    let offset = Int32(bitPattern: x.bitPattern) &- 0x3F2A_AAAB
    let exponent = offset &>> 23
    let m = Float(
      bitPattern: UInt32(bitPattern: Int32(bitPattern: x.bitPattern) &- (exponent &<< 23)))
    let s = (m - 1) / (m + 1)
    let z = s * s
    var sum: Float = 2.0 / 9
    sum = sum * z + 2.0 / 7
    sum = sum * z + 2.0 / 5
    sum = sum * z + 2.0 / 3
    sum = sum * z + 2
    return s * sum + Float(exponent) * 0.6931472
  }

  /// The same of eight numbers at once, to the same bits.
  @inline(__always)
  static func log(_ x: SIMD8<Float>) -> SIMD8<Float> {
    let bits = unsafeBitCast(x, to: SIMD8<Int32>.self)
    let exponent = (bits &- 0x3F2A_AAAB) &>> 23
    let m = unsafeBitCast(bits &- (exponent &<< 23), to: SIMD8<Float>.self)
    let s = (m - 1) / (m + 1)
    let z = s * s
    var sum = SIMD8<Float>(repeating: 2.0 / 9)
    sum = sum * z + 2.0 / 7
    sum = sum * z + 2.0 / 5
    sum = sum * z + 2.0 / 3
    sum = sum * z + 2
    return s * sum + SIMD8<Float>(exponent) * 0.6931472
  }
}
