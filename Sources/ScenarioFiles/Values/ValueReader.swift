import Households

/// Reads single values out of nodes and notes a mistake where a value is not what is asked for.
///
/// `key` is the full dotted name of the value, such as `policies.fund.total`, for messages.
struct ValueReader {
  let mistakes: MistakeList

  /// What a number must be.
  struct NumberRule {
    var valid: ClosedRange<Double>
    var unit: String
    var isShare: Bool
    /// A value that would be right, for the remedy.
    var example: Double?
  }

  /// A number within its range and in its unit.
  func number(_ node: SourceNode, key: String, rule: NumberRule) -> Double? {
    guard let text = node.text, !node.isEmpty else {
      expected(node, key: key, english: "a number", chinese: "一个数")
      return nil
    }
    if NumberText.isNotFinite(text) {
      add(node, "\(key) is \(text), but it must be a finite number.", "\(key) 是 \(text)，应为有限的数。")
      return nil
    }
    guard let number = NumberText(text) else {
      expected(node, key: key, english: "a number", chinese: "一个数")
      return nil
    }
    guard fits(number, node, key: key, rule: rule) else { return nil }
    guard rule.valid.contains(number.value) else {
      outOfRange(number.value, node, key: key, rule: rule)
      return nil
    }
    return number.value
  }

  /// A whole number within a range.
  func integer(_ node: SourceNode, key: String, valid: ClosedRange<Int>) -> Int? {
    if let text = node.text, let value = Int(NumberText.halfWidth(text)) {
      if valid.contains(value) { return value }
      add(
        node, "\(key) is \(value), but it is between \(valid.lowerBound) and \(valid.upperBound).",
        "\(key) 是 \(value)，应在 \(valid.lowerBound) 与 \(valid.upperBound) 之间。")
    } else {
      expected(node, key: key, english: "a whole number", chinese: "一个整数")
    }
    return nil
  }

  /// A month written as `2026-07`.
  func month(_ node: SourceNode, key: String) -> Month? {
    let text = node.text ?? ""
    if let month = MonthText.month(text) { return month }
    var remedy = BilingualText(
      chinese: "请按“年-月”书写，例如 2026-07。", english: "Write year and month, such as 2026-07.")
    if let guess = MonthText.guess(text) {
      remedy = BilingualText(chinese: "请写 \(guess)。", english: "Write \(guess).")
    }
    let (english, chinese) =
      MonthText.isDay(text) ? ("a month, not a day", "月份，而不是日期") : ("a month", "一个月份")
    expected(node, key: key, english: english, chinese: chinese, remedy: remedy)
    return nil
  }

  /// Yes or no.
  func boolean(_ node: SourceNode, key: String) -> Bool? {
    if let value = node.text.flatMap(Self.boolean) { return value }
    expected(node, key: key, english: "true or false", chinese: "true 或 false（开或关）")
    return nil
  }

  /// Yes or no in the words of either language.
  static func boolean(_ text: String) -> Bool? {
    switch text.lowercased() {
    case "true", "yes", "on", "是", "开", "有": true
    case "false", "no", "off", "否", "关", "无": false
    default: nil
    }
  }

  /// A text that is not empty.
  func text(_ node: SourceNode, key: String) -> String? {
    if let text = node.text?.trimmed, !text.isEmpty, !node.isEmpty { return text }
    expected(node, key: key, english: "a text", chinese: "一段文字")
    return nil
  }

  /// A text in both languages: `{zh: …, en: …}`, or one text for both.
  func bilingual(_ node: SourceNode, key: String) -> BilingualText? {
    if node.text != nil { return text(node, key: key).map { BilingualText($0) } }
    guard let map = KeyedNode(node, key: key, keys: ["zh", "en"], mistakes: mistakes) else {
      return nil
    }
    let chinese = map["zh"].flatMap { text($0, key: "\(key).zh") }
    let english = map["en"].flatMap { text($0, key: "\(key).en") }
    for (name, node) in [("zh", map["zh"]), ("en", map["en"])] where node == nil {
      add(map.node, "\(key) has no text for \(name).", "\(key) 缺少 \(name) 的文字。")
    }
    guard let chinese, let english else { return nil }
    return BilingualText(chinese: chinese, english: english)
  }

  /// Notes that something else was expected.
  func expected(
    _ node: SourceNode, key: String, english: String, chinese: String,
    remedy: BilingualText? = nil
  ) {
    let found = node.description
    add(
      node, "\(key) is \(found.english), but it must be \(english).",
      "\(key) 是\(padded(found.chinese))，应为\(chinese)。", remedy: remedy)
  }

  func add(
    _ node: SourceNode, _ english: String, _ chinese: String, remedy: BilingualText? = nil
  ) {
    mistakes.add(node.place, english: english, chinese: chinese, remedy: remedy)
  }

  /// Chinese print sets a space between Chinese and Latin letters.
  private func padded(_ text: String) -> String {
    text.first?.isASCII ?? false ? " \(text)" : text
  }
}
