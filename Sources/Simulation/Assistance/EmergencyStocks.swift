import Households
import Randomness

/// A9 emergency stocks 应急物资.
struct EmergencyStocksSettings: Sendable {
  init(_ p: ParameterReader) {}
}

enum EmergencyStocksPass {
  static func run(_ b: BlockMonth) {
    guard b.county.pointee.optional.emergencyStocks > 0 else { return }
  }
}
