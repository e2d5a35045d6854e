import Households
import Randomness

/// A8 loans for production 防贷通.
struct LoansSettings: Sendable {
  init(_ p: ParameterReader) {}
}

enum LoansPass {
  static func run(_ b: BlockMonth) {
    guard b.county.pointee.optional.loans > 0 else { return }
  }
}
