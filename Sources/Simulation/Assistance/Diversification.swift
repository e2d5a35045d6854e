import Households
import Randomness

/// A15 diversified income 产业融合.
struct DiversificationSettings: Sendable {
  init(_ p: ParameterReader) {}
}

enum DiversificationPass {
  static func run(_ b: BlockMonth) {
    guard b.county.pointee.optional.diversification > 0 else { return }
  }
}
