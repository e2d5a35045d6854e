import Households
import Randomness

/// F5 performance assessment 绩效评价.
struct PerformanceAssessmentSettings: Sendable {
  init(_ p: ParameterReader) {}
}
