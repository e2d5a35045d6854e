import Households

extension Parameter {
  /// A value of this number with its unit where the language has a short one, such as `28 %`.
  func text(_ value: Double, language: Language) -> String {
    // A duty that is there or not is no share.
    let isSwitch = meaning.english.contains("(0 or 1)")
    if !isSwitch, unit == "share" || unit.hasPrefix("share of") || unit.hasPrefix("chance") {
      return NumberText.brief(value * 100) + NumberText.space + "%"
    }
    let isChinese = language == .chinese
    if unit.hasPrefix("yuan"), value.magnitude >= 1_000_000 {
      return isChinese
        ? NumberText.whole(value / 10_000) + "万元"
        : NumberText.brief(value / 1_000_000) + " million yuan"
    }
    let units = [("yuan", "元"), ("days", "天"), ("months", "个月"), ("persons", "人")]
    guard let known = units.first(where: { unit.hasPrefix($0.0) }) else {
      return NumberText.brief(value)
    }
    return NumberText.brief(value) + (isChinese ? known.1 : " " + known.0)
  }
}
