import Households

/// Checks whether rules can act in the scenario that writes them.
struct AnnualRuleValidation {
  let mistakes: MistakeList
  /// The outermost file; what an extended file writes may well not act in a smaller run of it.
  let name: String
  let resultYears: ClosedRange<Int>?
  let mechanisms: [Mechanism: MechanismSetting]

  /// The rules as the model takes them.
  func rules(_ texts: [ScenarioFile.RuleText]) -> [AnnualRule] {
    for text in texts where text.place.file == name {
      checkMechanism(text)
      checkBounds(text, others: texts.filter { $0.place != text.place }.map(\.rule))
      if let years = resultYears, years.count < 2 { reportSingleYear(years.lowerBound, text) }
    }
    return texts.map(\.rule)
  }

  private func checkMechanism(_ text: ScenarioFile.RuleText) {
    let mechanism = text.rule.mechanism
    let isOn = mechanisms[mechanism]?.isEnabled ?? mechanism.isOnByDefault
    guard !isOn else { return }
    mistakes.add(
      text.mechanismPlace,
      english: "\(mechanism.rawValue) is off in this scenario, so the rule has no effect.",
      chinese: "此情景中 \(mechanism.rawValue) 已停用，这条规则没有效果。",
      remedy: BilingualText(
        chinese: "请写 \(mechanism.section.rawValue): {\(mechanism.rawValue): on}。",
        english: "Write \(mechanism.section.rawValue): {\(mechanism.rawValue): on}."))
  }

  /// The strength begins at 1: bounds leave room in the rule's direction, or another rule makes it.
  private func checkBounds(_ text: ScenarioFile.RuleText, others: [AnnualRule]) {
    let mechanism = text.rule.mechanism
    guard case .multiply(let step, let bounds) = text.rule.effect,
      step > 1 ? bounds.upperBound <= 1 : bounds.lowerBound >= 1,
      bounds.contains(1), !others.contains(where: { $0.mechanism == mechanism })
    else { return }
    let isRise = step > 1
    mistakes.add(
      text.mechanismPlace,
      english:
        "the rule can never \(isRise ? "raise" : "lower") \(mechanism.rawValue): its strength "
        + "begins at 1, and \(isRise ? "at_most" : "at_least") is 1.",
      chinese: "这条规则永远不能\(isRise ? "提高" : "降低") \(mechanism.rawValue)：强度从 1 开始，"
        + "而 \(isRise ? "at_most" : "at_least") 是 1。",
      remedy: BilingualText(
        chinese: isRise ? "请写大于 1 的 at_most。" : "请写小于 1 的 at_least。",
        english: isRise ? "Write at_most above 1." : "Write at_least below 1."))
  }

  private func reportSingleYear(_ year: Int, _ text: ScenarioFile.RuleText) {
    mistakes.add(
      text.place,
      english: "a rule answers to the year before, but the only year with results is \(year).",
      chinese: "规则依据上一年的数据，但只有 \(year) 一年有结果。",
      remedy: BilingualText(
        chinese: "请延长 period.end。", english: "Let period.end be later."))
  }
}
