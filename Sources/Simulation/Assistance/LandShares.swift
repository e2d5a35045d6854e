import Households
import Randomness

/// A12 land shares 土地入股.
struct LandSharesSettings: Sendable {
  init(_ p: ParameterReader) {}
}

enum LandSharesPass {
  static func run(_ b: BlockMonth) {
    guard b.county.pointee.optional.landShares > 0 else { return }
  }
}
