import Randomness

/// Decides by a hash of its number whether a household is in a sample, so that samples are nested.
public enum SampleHash {
  /// A uniform number in [0, 1) that belongs to a household, whatever the seed.
  public static func uniform(of id: UInt32) -> Double {
    Double(Philox4x32.block(counter: SIMD4(id, 0, 0, 0x5A4D_504C), key: SIMD2(0, 0))[0])
      * 0x1p-32
  }

  /// Whether a household is in the sample of a share of all households.
  public static func contains(_ id: UInt32, fraction: Double) -> Bool { uniform(of: id) < fraction }

  /// Hash group 0 to 39 of a household, independent of `uniform(of:)`.
  public static func group(of id: UInt32) -> UInt8 {
    let word = Philox4x32.block(counter: SIMD4(id, 0, 0, 0x5A4D_504C), key: SIMD2(0, 0))[1]
    return UInt8(word % UInt32(Population.sampleGroupCount))
  }
}
