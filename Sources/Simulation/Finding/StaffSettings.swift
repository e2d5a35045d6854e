import Households
import Randomness

/// M2, G6 grid staff and officers 网格与人才.
struct StaffSettings: Sendable {
  init(_ p: ParameterReader) {}
}
