import Households
import Randomness

/// H9 policy change and late money 政策调整、资金拨付延迟.
struct PolicyChangeSettings: Sendable {
  init(_ p: ParameterReader) {}
}

enum PolicyChangePass {
  static func run(_ b: BlockMonth) {
    guard b.county.pointee.optional.policyChange > 0 else { return }
  }
}
