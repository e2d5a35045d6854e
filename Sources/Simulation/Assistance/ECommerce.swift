import Households
import Randomness

/// H3, A13 e-commerce 电商.
struct ECommerceSettings: Sendable {
  init(_ p: ParameterReader) {}
}

enum ECommercePass {
  static func run(_ b: BlockMonth) {
    guard b.county.pointee.optional.eCommerce > 0 else { return }
  }
}
