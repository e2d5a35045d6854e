import Households
import Randomness

/// A4 health service 健康随访服务.
struct HealthServiceSettings: Sendable {
  init(_ p: ParameterReader) {}
}
