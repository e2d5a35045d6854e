import Experiments
import Households

/// Says what a question will take, before the work begins.
enum ForecastText {
  /// A sentence with time, futures to simulate and to reuse, and the width of the interval to expect.
  static func sentence(_ forecast: StudyForecast, _ language: Language) -> String {
    var chinese = "将模拟 \(forecast.missing) 次未来"
    var english = "\(forecast.missing) futures to simulate"
    if forecast.stored > 0 {
      chinese += "（另有 \(forecast.stored) 次已有存档）"
      english += " (\(forecast.stored) more are kept from before)"
    }
    if forecast.missing > 0, forecast.seconds.isFinite {
      chinese += "，约需 \(time(forecast.seconds, .chinese))"
      english += ", about \(time(forecast.seconds, .english))"
    }
    if let width = forecast.halfWidth {
      chinese += "；预计 95 % 区间半宽 ±\(points(width)) 个百分点"
      english += "; 95 % intervals of about ±\(points(width)) points to expect"
    }
    return BilingualText(chinese: chinese + "。", english: english + ".")[language]
  }

  /// A time that a person would say.
  static func time(_ seconds: Double, _ language: Language) -> String {
    let text: (String, String)
    switch seconds {
    case ..<90: text = ("\(Int(seconds.rounded(.up))) 秒", "\(Int(seconds.rounded(.up))) s")
    case ..<5400:
      let minutes = Int((seconds / 60).rounded(.up))
      text = ("\(minutes) 分钟", "\(minutes) min")
    default:
      let tenths = Int((seconds / 360).rounded(.up))
      text = ("\(tenths / 10).\(tenths % 10) 小时", "\(tenths / 10).\(tenths % 10) h")
    }
    return BilingualText(chinese: text.0, english: text.1)[language]
  }

  /// Percentage points with three decimals.
  static func points(_ share: Double) -> String {
    let thousandths = Int((share * 100_000).rounded(.up))
    let digits = String(thousandths % 1000)
    return "\(thousandths / 1000)." + String(repeating: "0", count: 3 - digits.count) + digits
  }
}
