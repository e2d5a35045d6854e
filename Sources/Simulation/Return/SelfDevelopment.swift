import Households
import Randomness

/// M8 self-development index 自我发展能力指数.
struct SelfDevelopmentSettings: Sendable {
  init(_ p: ParameterReader) {}
}

enum SelfDevelopmentPass {
  static func run(_ b: BlockMonth) {
    guard b.county.pointee.optional.selfDevelopment > 0 else { return }
  }
}
