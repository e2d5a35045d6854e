import Households

extension Origin {
  /// The origin in words, for readers.
  func text(_ language: Language) -> String {
    guard language == .chinese else { return rawValue }
    return switch self {
    case .plan: "方案"
    case .literature: "文献"
    case .derived: "推算"
    case .calibrated: "校准"
    case .recalled: "记忆"
    case .assumption: "假设"
    }
  }
}
