import Households
import Randomness

/// A11 mutual aid 村寨互助会.
struct MutualAidSettings: Sendable {
  init(_ p: ParameterReader) {}
}

enum MutualAidPass {
  static func run(_ b: BlockMonth) {
    guard b.county.pointee.optional.mutualAid > 0 else { return }
  }
}
