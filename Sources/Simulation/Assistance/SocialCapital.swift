import Households
import Randomness

/// F3 social capital 社会资本.
struct SocialCapitalSettings: Sendable {
  init(_ p: ParameterReader) {}
}
