import Households
import Randomness

/// A1 longer industry chains 产业链延伸.
struct IndustryChainSettings: Sendable {
  init(_ p: ParameterReader) {}
}

enum IndustryChainPass {
  static func run(_ b: BlockMonth) {
    guard b.county.pointee.optional.industryChain > 0 else { return }
  }
}
