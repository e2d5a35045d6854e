import Households
import Randomness

/// A1 participation in specialty industries 特色产业参与.
struct IndustryParticipationSettings: Sendable {
  init(_ p: ParameterReader) {}
}

enum IndustryParticipationPass {
  static func run(_ b: BlockMonth) {
    guard b.county.pointee.optional.industryParticipation > 0 else { return }
  }
}
