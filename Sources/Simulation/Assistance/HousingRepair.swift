import Households
import Randomness

/// A7 housing repair 危房改造.
struct HousingRepairSettings: Sendable {
  init(_ p: ParameterReader) {}
}

enum HousingRepairPass {
  static func run(_ b: BlockMonth) {
    guard b.county.pointee.optional.housingRepair > 0 else { return }
  }
}
