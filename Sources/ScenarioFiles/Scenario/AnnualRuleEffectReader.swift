import Households

/// Reads what a rule does to the strength of its mechanism: `multiply` within bounds, or `set`.
struct AnnualRuleEffectReader {
  let values: ValueReader
  let map: KeyedNode
  let key: String

  /// Strengths a rule can reach, as multiples of what the scenario writes.
  static let factors = ValueReader.NumberRule(
    valid: ScenarioFileReader.scales, unit: "times the declared strength", isShare: false)

  /// The effect, or `nil` with mistakes noted.
  func effect() -> AnnualRule.Effect? {
    if let set = map["set"] { return self.set(set) }
    guard let multiply = map["multiply"] else {
      values.add(
        map.node, "\(key) lacks multiply or set.", "\(key) 缺少 multiply 或 set。",
        remedy: BilingualText(
          chinese: "例如 {mechanism: visits, multiply: 1.2, at_most: 2}",
          english: "Such as {mechanism: visits, multiply: 1.2, at_most: 2}"))
      return nil
    }
    return self.multiply(multiply)
  }

  private func set(_ node: SourceNode) -> AnnualRule.Effect? {
    if let multiply = map["multiply"] {
      values.add(
        multiply, "\(key) has both multiply and set, but only one of them can hold.",
        "\(key) 同时写了 multiply 和 set，只能写一个。")
      return nil
    }
    if let bound = map["at_least"] ?? map["at_most"] {
      values.add(
        bound, "\(key) sets the strength to one value, which needs no bounds.",
        "\(key) 把强度设为一个值，不需要上下限。",
        remedy: BilingualText(
          chinese: "请删除 at_least 和 at_most。", english: "Delete at_least and at_most."))
      return nil
    }
    return values.number(node, key: "\(key).set", rule: Self.factors).map { .set(to: $0) }
  }

  private func multiply(_ node: SourceNode) -> AnnualRule.Effect? {
    let step = values.number(node, key: "\(key).multiply", rule: Self.factors)
    let low = bound("at_least") ?? 0
    let high = bound("at_most") ?? ScenarioFileReader.scales.upperBound
    guard let step, let low, let high else { return nil }
    if step == 1 {
      values.add(
        node, "\(key).multiply is 1, which has no effect.", "\(key).multiply 是 1，没有效果。",
        remedy: BilingualText(
          chinese: "加强请写大于 1 的数，减弱请写小于 1 的数。",
          english: "Write more than 1 to strengthen, or less than 1 to weaken."))
      return nil
    }
    guard low <= high else {
      values.add(
        map["at_most"] ?? node,
        "\(key).at_most is \(NumberWords.digits(high)), below its at_least "
          + "\(NumberWords.digits(low)).",
        "\(key).at_most 是 \(NumberWords.digits(high))，小于 at_least \(NumberWords.digits(low))。")
      return nil
    }
    return .multiply(by: step, within: low...high)
  }

  /// A bound; `nil` inside for one that is written wrongly.
  private func bound(_ name: String) -> Double?? {
    map[name].map { values.number($0, key: "\(key).\(name)", rule: Self.factors) }
  }
}
