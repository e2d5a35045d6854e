import Households
import Randomness

/// A14 agricultural insurance 农业保险.
struct AgriculturalInsuranceSettings: Sendable {
  init(_ p: ParameterReader) {}
}

enum AgriculturalInsurancePass {
  static func run(_ b: BlockMonth) {
    guard b.county.pointee.optional.agriculturalInsurance > 0 else { return }
  }
}
