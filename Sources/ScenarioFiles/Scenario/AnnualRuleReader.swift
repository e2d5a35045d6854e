import Households

/// Reads the list `rules` of a scenario file.
struct AnnualRuleReader {
  static let keys = ["title", "when", "then", "places"]
  static let whenKeys = ["quantity", "above", "below"]
  static let thenKeys = ["mechanism", "multiply", "set", "at_least", "at_most"]
  static let example = BilingualText(
    chinese: "例如 - {title: …, when: {quantity: recognised_stock, above: 0.005}, "
      + "then: {mechanism: visits, multiply: 1.2, at_most: 2}}",
    english: "Such as - {title: …, when: {quantity: recognised_stock, above: 0.005}, "
      + "then: {mechanism: visits, multiply: 1.2, at_most: 2}}")

  let values: ValueReader

  /// The rules in order.
  func rules(_ node: SourceNode) -> Sourced<[ScenarioFile.RuleText]>? {
    guard case .list(let items) = node.content else {
      values.expected(
        node, key: "rules", english: "a list", chinese: "一个列表", remedy: Self.example)
      return nil
    }
    let rules = items.enumerated().compactMap { rule($0.element, key: "rules[\($0.offset + 1)]") }
    return Sourced(value: rules, place: node.place)
  }

  private func rule(_ node: SourceNode, key: String) -> ScenarioFile.RuleText? {
    guard let map = KeyedNode(node, key: key, keys: Self.keys, mistakes: values.mistakes) else {
      return nil
    }
    for name in ["title", "when", "then"] where map[name] == nil {
      values.add(
        node, "\(key) lacks \(name).", "\(key) 缺少 \(name)。", remedy: Self.example)
    }
    let title = map["title"].flatMap { values.bilingual($0, key: "\(key).title") }
    var scope: AnnualRule.Scope? = .eachPrefecture
    if let node = map["places"] { scope = self.scope(node, key: "\(key).places") }
    guard let when = map["when"].flatMap({ condition($0, key: "\(key).when") }),
      let then = map["then"].flatMap({ action($0, key: "\(key).then") }), let title, let scope
    else { return nil }
    return ScenarioFile.RuleText(
      rule: AnnualRule(
        title: title, quantity: when.quantity, isAbove: when.isAbove, threshold: when.threshold,
        mechanism: then.mechanism, effect: then.effect, scope: scope),
      place: node.place, mechanismPlace: then.place)
  }

  private func scope(_ node: SourceNode, key: String) -> AnnualRule.Scope? {
    if let scope = node.text.flatMap(AnnualRule.Scope.init) { return scope }
    let words = AnnualRule.Scope.allCases.map(\.rawValue)
    values.expected(
      node, key: key, english: "each_prefecture or province",
      chinese: "each_prefecture（各市州）或 province（全省）",
      remedy: node.text.flatMap { Spelling.nearest(to: $0, among: words) }.map {
        BilingualText(chinese: "您是不是想写 \($0)？", english: "Did you mean \($0)?")
      })
    return nil
  }

  private struct Condition {
    let quantity: AnnualRule.Quantity
    let isAbove: Bool
    let threshold: Double
  }

  private func condition(_ node: SourceNode, key: String) -> Condition? {
    guard let map = KeyedNode(node, key: key, keys: Self.whenKeys, mistakes: values.mistakes)
    else { return nil }
    guard let quantityNode = required("quantity", map, key: key) else { return nil }
    guard let text = values.text(quantityNode, key: "\(key).quantity") else { return nil }
    guard let quantity = AnnualRule.Quantity(rawValue: text) else {
      values.add(
        quantityNode, "\(key).quantity is \(text), which is no figure that the authorities see.",
        "\(key).quantity 是 \(text)，主管部门没有这项数据。",
        remedy: Spelling.remedy(for: text, among: AnnualRule.Quantity.allCases.map(\.rawValue)))
      return nil
    }
    if let below = map["below"], map["above"] != nil {
      values.add(
        below, "\(key) has both above and below, but a rule looks in one direction.",
        "\(key) 同时写了 above 和 below，一条规则只能看一个方向。",
        remedy: BilingualText(chinese: "请写成两条规则。", english: "Make two rules of it."))
      return nil
    }
    guard let bound = map["above"] ?? map["below"] else {
      values.add(
        node, "\(key) lacks above or below.", "\(key) 缺少 above 或 below。",
        remedy: BilingualText(chinese: "例如 above: 0.005", english: "Such as above: 0.005"))
      return nil
    }
    let isAbove = map["above"] != nil
    return threshold(bound, quantity, key: "\(key).\(isAbove ? "above" : "below")").map {
      Condition(quantity: quantity, isAbove: isAbove, threshold: $0)
    }
  }

  private func threshold(
    _ node: SourceNode, _ quantity: AnnualRule.Quantity, key: String
  ) -> Double? {
    let isShare = quantity != .daysToRecognition
    return values.number(
      node, key: key,
      rule: ValueReader.NumberRule(
        valid: quantity.valid, unit: isShare ? "share" : "days", isShare: isShare))
  }

  private struct Action {
    let mechanism: Mechanism
    let effect: AnnualRule.Effect
    let place: Place
  }

  private func action(_ node: SourceNode, key: String) -> Action? {
    guard let map = KeyedNode(node, key: key, keys: Self.thenKeys, mistakes: values.mistakes)
    else { return nil }
    guard let named = required("mechanism", map, key: key),
      let mechanism = mechanism(named, key: "\(key).mechanism"),
      let effect = AnnualRuleEffectReader(values: values, map: map, key: key).effect()
    else { return nil }
    return Action(mechanism: mechanism, effect: effect, place: named.place)
  }

  private func mechanism(_ node: SourceNode, key: String) -> Mechanism? {
    guard let text = values.text(node, key: key) else { return nil }
    guard let mechanism = Mechanism(rawValue: text) else {
      values.add(
        node, "\(key) is \(text), which is no mechanism.", "\(key) 是 \(text)，没有这种机制。",
        remedy: Spelling.remedy(for: text, among: AnnualRule.movable.map(\.rawValue)))
      return nil
    }
    guard AnnualRule.movable.contains(mechanism) else {
      let section = mechanism.section.rawValue
      values.add(
        node, "\(key) is \(text), which belongs to \(section): no authority sets its strength.",
        "\(key) 是 \(text)，属于 \(section)：它的强度不由主管部门决定。",
        remedy: BilingualText(
          chinese: "请写 policies 或 finding 中的一种机制。",
          english: "Write a mechanism of policies or finding."))
      return nil
    }
    return mechanism
  }

  private func required(_ name: String, _ map: KeyedNode, key: String) -> SourceNode? {
    if let node = map[name] { return node }
    values.add(
      map.node, "\(key) lacks \(name).", "\(key) 缺少 \(name)。", remedy: Self.example)
    return nil
  }
}
