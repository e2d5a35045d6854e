import Households
import Randomness

/// G3 cross-region agreements 跨区域协作.
struct AgreementsSettings: Sendable {
  init(_ p: ParameterReader) {}
}
