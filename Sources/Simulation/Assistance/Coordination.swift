import Households
import Randomness

/// G2 coordination of departments 部门协同: consolidated policies fail less often and start in time.
struct CoordinationSettings: Sendable {
  /// Share of execution failures and of late payments that consolidation avoids.
  let avoided: Double

  init(_ p: ParameterReader) {
    let change = p["coordination.consolidated_share"] - p["coordination.consolidated_share_2023"]
    avoided = change * p["coordination.claimed_effect"] * p["coordination.credibility"]
  }
}

enum Coordination {
  /// Factor on the chance of execution failure and of late money; exactly 1 while it is off.
  ///
  /// Model equation (55.1).
  static func factor(_ m: UnsafePointer<CountyMonth>) -> Double {
    max(0, 1 - Double(m.pointee.optional.coordination) * m.pointee.settings.coordination.avoided)
  }

  /// Chance that a measure comes to nothing.
  ///
  /// Model equation (25.2).
  static func executionFailure(_ m: UnsafePointer<CountyMonth>) -> Double {
    guard m.pointee.errorStrength > 0 else { return 0 }
    return m.pointee.settings.errors.executionFailure * factor(m)
  }
}
