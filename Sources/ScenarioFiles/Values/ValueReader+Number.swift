import Households

extension ValueReader {
  /// Whether the unit behind a number fits; a number without a unit always does.
  func fits(_ number: NumberText, _ node: SourceNode, key: String, rule: NumberRule) -> Bool {
    guard !number.unit.isEmpty, number.unit.lowercased() != rule.unit.lowercased() else {
      return true
    }
    if let divisor = UnitKind.percentDivisor(number.unit) {
      let share = NumberWords.share(number.value / divisor)
      let written = NumberWords.digits(number.value) + " " + number.unit
      add(
        node, "\(key) is \(written), but it is \(described(rule, .english)).",
        "\(key) 是 \(written)，应为\(described(rule, .chinese))。",
        remedy: rule.valid.contains(number.value / divisor)
          ? BilingualText(chinese: "请写 \(share)。", english: "Write \(share).") : example(rule))
      return false
    }
    let kind = UnitKind(typed: number.unit)
    if kind != nil, kind == UnitKind(declared: rule.unit) { return true }
    add(
      node, "\(key) is in \(number.unit), but its unit is \(rule.unit).",
      "\(key) 的单位写成了“\(number.unit)”，应为“\(UnitText.text(rule.unit, .chinese))”。",
      remedy: example(rule))
    return false
  }

  /// Notes a number outside its range, with the remedy for per cent where that is likely.
  func outOfRange(_ value: Double, _ node: SourceNode, key: String, rule: NumberRule) {
    let written = node.text ?? ""
    add(
      node, "\(key) is \(written), but it is \(described(rule, .english)).",
      "\(key) 是 \(written)，应为\(described(rule, .chinese))。",
      remedy: percentRemedy(value, rule) ?? example(rule))
  }

  private func percentRemedy(_ value: Double, _ rule: NumberRule) -> BilingualText? {
    let bound = abs(value < 0 ? rule.valid.lowerBound : rule.valid.upperBound)
    guard abs(value) > 1, abs(value) <= 100, bound <= 1,
      rule.valid.contains(value / 100)
    else { return nil }
    let share = NumberWords.share(value / 100)
    let words = NumberWords.english(value)
    return BilingualText(
      chinese: "百分之 \(NumberWords.digits(value)) 请写 \(share)。",
      english: "For \(words) per cent, write \(share).")
  }

  private func example(_ rule: NumberRule) -> BilingualText? {
    guard let value = rule.example.map(NumberWords.digits) else { return nil }
    return BilingualText(chinese: "声明的值是 \(value)。", english: "The declared value is \(value).")
  }

  /// `a share between 0 and 1`, or `between 3 and 5.5 persons`.
  private func described(_ rule: NumberRule, _ language: Language) -> String {
    let low = NumberWords.digits(rule.valid.lowerBound)
    let high = NumberWords.digits(rule.valid.upperBound)
    let unit = UnitText.text(rule.unit, language)
    if rule.isShare {
      return language == .english
        ? "a share between \(low) and \(high)" : " \(low) 与 \(high) 之间的小数"
    }
    return language == .english
      ? "a number between \(low) and \(high) (\(unit))" : " \(low) 与 \(high) 之间的数（\(unit)）"
  }
}
