import Households
import Randomness

/// A10 matching of measures 一户一策、智能匹配.
struct MatchingSettings: Sendable {
  init(_ p: ParameterReader) {}
}
