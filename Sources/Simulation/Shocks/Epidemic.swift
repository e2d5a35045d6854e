import Households
import Randomness

/// H6 epidemic 公共卫生事件: more admissions and closed markets while it lasts.
struct EpidemicSettings: Sendable {
  init(_ p: ParameterReader) {}
}

enum EpidemicPass {
  static func run(_ b: BlockMonth) {
    guard b.county.pointee.optional.epidemic > 0 else { return }
  }
}
