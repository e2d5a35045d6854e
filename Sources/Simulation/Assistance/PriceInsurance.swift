import Households
import Randomness

/// A14 price insurance 价格保险.
struct PriceInsuranceSettings: Sendable {
  init(_ p: ParameterReader) {}
}

enum PriceInsurancePass {
  static func run(_ b: BlockMonth) {
    guard b.county.pointee.optional.priceInsurance > 0 else { return }
  }
}
