import Households
import Randomness

/// G5 publicity 政策知晓.
struct PublicitySettings: Sendable {
  init(_ p: ParameterReader) {}
}
