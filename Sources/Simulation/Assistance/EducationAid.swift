import Households
import Randomness

/// A6 education aid 教育资助、雨露计划.
struct EducationAidSettings: Sendable {
  init(_ p: ParameterReader) {}
}

enum EducationAidPass {
  static func run(_ b: BlockMonth) {
    guard b.county.pointee.optional.educationAid > 0 else { return }
  }
}
