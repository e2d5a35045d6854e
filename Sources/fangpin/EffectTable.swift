import Estimation
import Experiments
import Foundation
import Households
import Reporting

/// What each system does, one line a system, printed as soon as it is known.
enum EffectTable {
  private static let widths = [4, 26, 26, 26, 24, 26, 6]

  static func header(_ language: Language) -> String {
    line([
      say("编号", "row"), say("末年存量差，百分点", "stock in the last year, points"),
      say("年均新增差，百分点", "flow a year, points"), say("多保住的人年", "person-years kept"),
      say("公共支出增加，百万元", "public cost, million yuan"),
      say("每人年成本，元", "yuan per person-year"), say("作用", "shown"),
    ])
  }

  static func line(_ effect: SystemEffect, _ language: Language) -> String {
    let missing = effect.evidence.filter { !$0.isShown }.map { $0.evidence.text[language] }
    return line([
      effect.system.rawValue, points(effect.stock), points(effect.flow), whole(effect.kept, 1),
      whole(effect.cost, 1e6), ratio(effect.costPerPersonYear),
      effect.isShown ? say("有", "yes") : say("无：", "NO: ") + missing.joined(separator: ", "),
    ])
  }

  private static func line(_ cells: [String]) -> String {
    zip(cells, widths).map { DisplayWidth.padded($0, to: $1, alignedRight: false) }
      .joined(separator: " ") + "\n"
  }

  private static func points(_ difference: Estimate) -> String {
    String(
      format: "%+.3f [%+.3f, %+.3f]", difference.mean * 100, difference.lower95 * 100,
      difference.upper95 * 100)
  }

  private static func whole(_ amount: Estimate, _ unit: Double) -> String {
    String(
      format: "%+.0f [%+.0f, %+.0f]", amount.mean / unit, amount.lower95 / unit,
      amount.upper95 / unit)
  }

  /// No interval where the persons kept are not clearly different from none.
  private static func ratio(_ ratio: RatioEstimate) -> String {
    guard let interval = ratio.interval else { return "-" }
    return String(
      format: "%.0f [%.0f, %.0f]", ratio.ratio, interval.lowerBound, interval.upperBound)
  }
}
