import Households
import Randomness

/// M3 big-data platform 大数据平台.
struct PlatformSettings: Sendable {
  init(_ p: ParameterReader) {}
}
