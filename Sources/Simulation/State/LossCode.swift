/// Losses in 8 bits on a logarithmic scale: four bits of octave, four of mantissa.
///
/// Yuan from 1 to 61,440 with a relative error of at most 1/32 of the value; smaller is 0, larger is
/// the largest code. Integer operations on the bit pattern of a float, so the loop vectorises.
enum LossCode {
  /// Model equation (0.4).
  @inline(__always)
  static func code(_ yuan: Float) -> UInt8 {
    // Adding half a step rounds to the nearest code instead of truncating.
    let bits = Int32(bitPattern: yuan.bitPattern) &+ (1 &<< 18)
    let code = (bits &>> 19) &- (127 &<< 4) &+ 1
    return UInt8(truncatingIfNeeded: max(0, min(255, code)))
  }

  /// Model equation (0.4).
  @inline(__always)
  static func yuan(_ code: UInt8) -> Float {
    if code == 0 { return 0 }
    return Float(bitPattern: UInt32(Int32(code) &- 1 &+ (127 &<< 4)) &<< 19)
  }
}
