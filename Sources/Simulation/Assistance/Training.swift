import Households
import Randomness

/// A2 skills training 技能培训.
struct TrainingSettings: Sendable {
  init(_ p: ParameterReader) {}
}

enum TrainingPass {
  static func run(_ b: BlockMonth) {
    guard b.county.pointee.optional.training > 0 else { return }
  }
}
