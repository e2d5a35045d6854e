import Households

/// What narrows a quantity of a record: words such as `product=tea` with spaces between them.
final class RecordSettings {
  private let node: SourceNode
  private let values: ValueReader
  private var left: [String: String] = [:]

  init(_ node: SourceNode, _ values: ValueReader) {
    self.node = node
    self.values = values
    for word in (node.text ?? "").split(separator: " ") {
      let parts = word.split(separator: "=", maxSplits: 1).map(String.init)
      left[parts[0]] = parts.count > 1 ? parts[1] : ""
    }
  }

  /// A product group by its name in files.
  func product(_ key: String) -> Product? {
    let names = Product.allCases.map(\.rawValue).joined(separator: ", ")
    return take(key, example: "tea", expected: "one of \(names)", "\(names) 之一") {
      Product(rawValue: $0)
    }
  }

  /// A number within a range.
  func number(_ key: String, _ valid: ClosedRange<Double>) -> Double? {
    take(
      key, example: "\(valid.upperBound)",
      expected: "a number from \(valid.lowerBound) to \(valid.upperBound)",
      "\(valid.lowerBound) 至 \(valid.upperBound) 的数"
    ) { Double($0).flatMap { valid.contains($0) ? $0 : nil } }
  }

  /// A whole number within a range.
  func count(_ key: String, _ valid: ClosedRange<Int>) -> Int? {
    take(
      key, example: "\(valid.lowerBound)",
      expected: "a whole number from \(valid.lowerBound) to \(valid.upperBound)",
      "\(valid.lowerBound) 至 \(valid.upperBound) 的整数"
    ) { Int($0).flatMap { valid.contains($0) ? $0 : nil } }
  }

  private func take<Value>(
    _ key: String, example: String, expected english: String, _ chinese: String,
    _ read: (String) -> Value?
  ) -> Value? {
    let text = left.removeValue(forKey: key)
    if let value = text.flatMap(read) { return value }
    let found = text ?? "missing"
    values.add(
      node, "settings: \(key) is \(found), but it must be \(english).",
      "settings：\(key) \(text.map { "是 \($0)" } ?? "缺失")，应为 \(chinese)。",
      remedy: BilingualText(
        chinese: "例如 \(key)=\(example)。", english: "Write such as \(key)=\(example)."))
    return nil
  }

  /// Notes words that the quantity does not know.
  func noteUnknown() {
    let words = left.keys.sorted().joined(separator: ", ")
    guard !words.isEmpty else { return }
    values.add(
      node, "settings: this quantity does not know \(words).", "settings：此指标没有 \(words)。",
      remedy: BilingualText(chinese: "请删去。", english: "Leave it out."))
  }
}
