import Households
import Randomness

/// M4 index designs side by side.
struct ShadowIndicesSettings: Sendable {
  init(_ p: ParameterReader) {}
}

enum ShadowIndicesPass {
  static func run(_ b: BlockMonth) {
    guard b.county.pointee.optional.shadowIndices > 0 else { return }
  }
}
