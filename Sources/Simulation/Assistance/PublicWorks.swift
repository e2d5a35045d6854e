import Households
import Randomness

/// A13 public works 水利、冷链、加工、道路.
struct PublicWorksSettings: Sendable {
  init(_ p: ParameterReader) {}
}

enum PublicWorksPass {
  static func run(_ b: BlockMonth) {
    guard b.county.pointee.optional.publicWorks > 0 else { return }
  }
}
