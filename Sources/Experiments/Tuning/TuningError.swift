import Households

/// Why alerts cannot be tuned.
public enum TuningError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Thresholds are chosen on some futures and reported on others, and either block needs two.
  case tooFewReplications(Int, needed: Int)
  /// All households have the same score.
  case scoreWithoutVariance(TuneQuestion.Design)
  /// The baseline and a half of the pair have other households.
  case householdsDiffer(String)
  /// There are no households in need among the scored, or nobody else; or too few in a block.
  case noCases
  /// No design has a threshold in its range at which households can be visited.
  case noThreshold

  /// The message for readers.
  public var message: BilingualText {
    switch self {
    case .tooFewReplications(let count, let needed):
      BilingualText(
        chinese: "\(count) 次未来太少：阈值在一部分未来上选定、在另一部分上报告，两部分都至少要 2 次；至少需要 \(needed) 次。",
        english:
          "\(count) futures are too few: thresholds are chosen on some and reported on others, at least 2 each. At least \(needed) would do."
      )
    case .scoreWithoutVariance(let design):
      BilingualText(
        chinese: "指数 \(design.rawValue) 对所有农户打分相同，无法区分；请从 designs 中删除。",
        english:
          "The index \(design.rawValue) gives all households the same score, so no threshold tells them apart. Take it out of designs."
      )
    case .householdsDiffer(let name):
      BilingualText(
        chinese: "情景 \(name) 的农户与基准不同，不能逐户比较；请只改政策和识别。",
        english:
          "\(name) has other households than the baseline, so that they cannot be paired. Change only policies and finding."
      )
    case .noCases:
      BilingualText(
        chinese: "被打分的农户中没有（或全是）困难户，无从选定阈值；请增加抽样比例或未来次数。",
        english:
          "Among the scored households none, or all, are in need, so no threshold can be chosen. Take a larger sample or more futures."
      )
    case .noThreshold:
      BilingualText(
        chinese: "按此走访能力，没有一种指数的阈值落在其有效范围之内；请改 capacity。",
        english: "At this capacity no index has a threshold within its range. Change capacity.")
    }
  }

  /// The message in English.
  public var description: String { message.english }
}
