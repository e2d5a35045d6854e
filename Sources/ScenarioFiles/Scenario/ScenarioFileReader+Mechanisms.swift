import Households

extension ScenarioFileReader {
  /// Reads one of the sections `shocks`, `policies`, `finding`, `behaviour`.
  func readSection(
    _ section: Mechanism.Section, _ node: SourceNode, into file: inout ScenarioFile
  ) {
    let names = Mechanism.allCases.filter { $0.section == section }.map(\.rawValue)
    guard
      let map = KeyedNode(
        node, key: section.rawValue, keys: names, mistakes: mistakes, elsewhere: belongsElsewhere)
    else { return }
    for entry in map.entries {
      guard let mechanism = Mechanism(rawValue: entry.key), mechanism.section == section else {
        continue
      }
      readMechanism(mechanism, entry.value, into: &file)
    }
  }

  private func readMechanism(
    _ mechanism: Mechanism, _ node: SourceNode, into file: inout ScenarioFile
  ) {
    let key = "\(mechanism.section.rawValue).\(mechanism.rawValue)"
    var text = ScenarioFile.MechanismText()
    if let word = node.text {
      if let isEnabled = ValueReader.boolean(word) {
        text.isEnabled = Sourced(value: isEnabled, place: node.place)
        file.mechanisms[mechanism] = text
      } else {
        values.expected(
          node, key: key, english: "on, off or a map of settings", chinese: "on、off 或一组设置",
          remedy: BilingualText(
            chinese: "例如 {enabled: true, scale: 1}", english: "Such as {enabled: true, scale: 1}"))
      }
      return
    }
    let prefix = mechanism.rawValue + "."
    let own = declared.filter { $0.name.hasPrefix(prefix) }
    let keys = Self.mechanismKeys + own.map { String($0.name.dropFirst(prefix.count)) }
    guard let map = KeyedNode(node, key: key, keys: keys, mistakes: mistakes) else { return }
    readSettings(map, key: key, into: &text)
    file.mechanisms[mechanism] = text
    for parameter in own {
      let quantity = String(parameter.name.dropFirst(prefix.count))
      guard let node = map[quantity] else { continue }
      file.parameters[parameter.name] = sourced(
        node, parameterText(node, key: "\(key).\(quantity)", parameter))
    }
  }

  private func readSettings(
    _ map: KeyedNode, key: String, into text: inout ScenarioFile.MechanismText
  ) {
    if let node = map["enabled"] {
      text.isEnabled = sourced(node, values.boolean(node, key: "\(key).enabled"))
    }
    if let node = map["scale"] {
      let rule = ValueReader.NumberRule(
        valid: Self.scales, unit: "times the declared strength", isShare: false, example: 1)
      text.scale = sourced(node, path(node, key: "\(key).scale", rule: rule))
    }
    if let node = map["from"] {
      text.from =
        node.text == "start"
        ? Sourced(value: nil, place: node.place)
        : sourced(node, values.month(node, key: "\(key).from"))
    }
    if let node = map["to"] {
      text.to =
        node.text == "end"
        ? Sourced(value: nil, place: node.place)
        : sourced(node, values.month(node, key: "\(key).to"))
    }
    if let node = map["places"] { text.places = match(node, key: "\(key).places") }
  }

  /// Strengths that a mechanism can be scaled by.
  static let scales = 0.0...10.0

  /// Reads the section `parameters`.
  func readParameters(_ node: SourceNode, into file: inout ScenarioFile) {
    let others = declared.filter { Mechanism(rawValue: $0.theme) == nil }
    guard
      let map = KeyedNode(
        node, key: "parameters", keys: others.map(\.name), mistakes: mistakes,
        elsewhere: { name in
          Mechanism(rawValue: name.split(separator: ".").first.map(String.init) ?? "") == nil
            ? nil : belongsElsewhere(name)
        })
    else { return }
    for entry in map.entries {
      guard let parameter = byName[entry.key], Mechanism(rawValue: parameter.theme) == nil else {
        continue
      }
      file.parameters[parameter.name] = sourced(
        entry.value, parameterText(entry.value, key: "parameters.\(entry.key)", parameter))
    }
  }

  /// A parameter's value: a number, dated steps, or twelve numbers for a seasonal one.
  private func parameterText(
    _ node: SourceNode, key: String, _ parameter: Parameter
  ) -> ScenarioFile.ParameterText? {
    let rule = ValueReader.NumberRule(
      valid: parameter.valid, unit: parameter.unit, isShare: parameter.isShare,
      example: parameter.values.count == 1 ? parameter.values[0] : nil)
    guard case .list(let items) = node.content, items.first?.text != nil else {
      return path(node, key: key, rule: rule).map { .path($0) }
    }
    guard parameter.values.count == 12, items.count == 12 else {
      let isSeasonal = parameter.values.count == 12
      values.add(
        node,
        isSeasonal
          ? "\(key) has \(items.count) values, but twelve are expected (January first)."
          : "\(key) is a list of \(items.count) numbers, but one number or dated steps are expected.",
        isSeasonal
          ? "\(key) 有 \(items.count) 个值，应为十二个（从一月开始）。"
          : "\(key) 是 \(items.count) 个数的列表，应为一个数或分时段的值。",
        remedy: isSeasonal ? nil : Self.stepsExample)
      return nil
    }
    let numbers = items.enumerated().compactMap {
      values.number($0.element, key: "\(key)[\($0.offset + 1)]", rule: rule)
    }
    return numbers.count == 12 ? .twelve(numbers) : nil
  }

  static let stepsExample = BilingualText(
    chinese: "例如 [{from: start, value: 0.3}, {from: 2025-01, value: 0.6}]",
    english: "Such as [{from: start, value: 0.3}, {from: 2025-01, value: 0.6}]")

  /// A number, or a list of steps `{from: …, value: …}` in order of time.
  func path(_ node: SourceNode, key: String, rule: ValueReader.NumberRule) -> DatedPath? {
    switch node.content {
    case .text: return values.number(node, key: key, rule: rule).map { DatedPath(constant: $0) }
    case .map:
      values.expected(
        node, key: key, english: "a number or a list of dated steps", chinese: "一个数或分时段的列表",
        remedy: Self.stepsExample)
      return nil
    case .list(let items): return steps(items, of: node, key: key, rule: rule)
    }
  }

  private func steps(
    _ items: [SourceNode], of node: SourceNode, key: String, rule: ValueReader.NumberRule
  ) -> DatedPath? {
    guard !items.isEmpty else {
      values.add(node, "\(key) is an empty list.", "\(key) 是空列表。", remedy: Self.stepsExample)
      return nil
    }
    var steps: [DatedPath.Step] = []
    for (index, item) in items.enumerated() {
      let name = "\(key)[\(index + 1)]"
      if let step = step(item, name: name, isFirst: index == 0, after: steps.last, rule: rule) {
        steps.append(step)
      }
    }
    return steps.count == items.count ? DatedPath(steps: steps) : nil
  }

  private func step(
    _ item: SourceNode, name: String, isFirst: Bool, after last: DatedPath.Step?,
    rule: ValueReader.NumberRule
  ) -> DatedPath.Step? {
    let keys = ["from", "value"]
    guard let map = KeyedNode(item, key: name, keys: keys, mistakes: mistakes) else { return nil }
    for key in keys where map[key] == nil {
      values.add(item, "\(name) lacks \(key).", "\(name) 缺少 \(key)。", remedy: Self.stepsExample)
    }
    guard let fromNode = map["from"], let valueNode = map["value"] else { return nil }
    let value = values.number(valueNode, key: "\(name).value", rule: rule)
    if isFirst {
      guard fromNode.text == "start" else {
        values.add(
          fromNode,
          "\(name).from is \(fromNode.description.english), but the first step holds from the start.",
          "\(name).from 是 \(fromNode.description.chinese)，第一段应从起始月开始。",
          remedy: BilingualText(chinese: "请写 from: start。", english: "Write from: start."))
        return nil
      }
      return value.map { DatedPath.Step(from: nil, value: $0) }
    }
    guard let month = values.month(fromNode, key: "\(name).from") else { return nil }
    if last?.from == month {
      values.add(
        fromNode, "\(name).from is \(month), but the step before it begins in that month too.",
        "\(name).from 是 \(month)，与前一段的起始月份相同。",
        remedy: BilingualText(chinese: "请只保留其中一段。", english: "Keep one of the two."))
      return nil
    }
    if let before = last?.from, before >= month {
      values.add(
        fromNode, "\(name).from is \(month), but the step before it begins in \(before).",
        "\(name).from 是 \(month)，而前一段从 \(before) 开始。",
        remedy: BilingualText(chinese: "请按时间先后排列。", english: "Put the steps in order of time."))
      return nil
    }
    return value.map { DatedPath.Step(from: month, value: $0) }
  }
}

extension Parameter {
  /// The first part of the name.
  var theme: String { name.split(separator: ".").first.map(String.init) ?? name }
}
