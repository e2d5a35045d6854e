import Estimation
import Households

/// Why scores and thresholds say nothing, in words.
enum ThresholdText {
  static func message(_ error: ThresholdError) -> BilingualText {
    switch error {
    case .thresholdOutside(let threshold, let scores):
      BilingualText(
        chinese: "阈值 \(threshold) 不在分数范围 \(scores.lowerBound)—\(scores.upperBound) 之内，无法区分农户。",
        english:
          "The threshold \(threshold) lies outside the scores \(scores.lowerBound) to \(scores.upperBound), so it tells nobody apart."
      )
    case .scoreWithoutVariance:
      BilingualText(
        chinese: "分数没有差异，无从选定阈值。",
        english: "The score does not vary, so there is no threshold to choose.")
    case .noCases:
      BilingualText(
        chinese: "被打分的农户中没有困难户；请增加抽样比例、未来次数或年份。",
        english:
          "None of the scored households is in need. Take a larger sample, more futures or more years."
      )
    case .onlyCases:
      BilingualText(
        chinese: "被打分的农户全是困难户，无从区分。",
        english: "All scored households are in need, so there is nobody to tell them from.")
    case .tooFewReplications(let count):
      BilingualText(
        chinese: "\(count) 次未来不足以给出区间，至少需要 2 次。",
        english: "\(count) futures give no interval; at least 2 are needed.")
    case .undefinedResamples(let bad, let all):
      BilingualText(
        chinese: "\(all) 次重抽中有 \(bad) 次没有困难户，给不出区间；请增加未来次数或抽样比例。",
        english:
          "\(bad) of \(all) resamples have no households in need, so there is no interval. Take more futures or a larger sample."
      )
    }
  }
}
