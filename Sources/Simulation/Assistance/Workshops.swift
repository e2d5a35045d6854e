import Households
import Randomness

/// A2 workshops 帮扶车间.
struct WorkshopsSettings: Sendable {
  init(_ p: ParameterReader) {}
}

enum WorkshopsPass {
  static func run(_ b: BlockMonth) {
    guard b.county.pointee.optional.workshops > 0 else { return }
  }
}
