import Households

/// Why a calibration has no result.
public enum CalibrationError: Error, Sendable, Hashable {
  /// After a wave no candidate is within the cut-off for all moments but those tolerated.
  case nothingPlausible(wave: Int, worst: [String])
  /// No simulated point has a figure for this moment.
  case notMeasured(moment: String)

  /// The message for readers.
  public var message: BilingualText {
    switch self {
    case .nothingPlausible(let wave, let worst):
      let list = worst.joined(separator: ", ")
      return BilingualText(
        chinese: "第 \(wave) 轮之后没有任何一组参数落在截断值之内；最难满足的矩：\(list)。"
          + "请检查目标和容差，或放宽 design.cut_off、增加 design.tolerated。",
        english: "After wave \(wave) no set of parameters is within the cut-off; hardest to meet: "
          + "\(list). Look at targets and tolerances, or raise design.cut_off or design.tolerated.")
    case .notMeasured(let moment):
      return BilingualText(
        chinese: "模拟中没有任何一点能计算矩 \(moment)。请检查其年份、县或样本份额。",
        english: "No simulated point has a figure for the moment \(moment). Look at its years, its "
          + "county or the share of households.")
    }
  }
}
