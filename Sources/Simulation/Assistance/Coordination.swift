import Households
import Randomness

/// G2 coordination of departments 部门协同.
struct CoordinationSettings: Sendable {
  init(_ p: ParameterReader) {}
}
