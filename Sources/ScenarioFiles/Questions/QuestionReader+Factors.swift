import Households

extension QuestionReader {
  /// The factor that a scenario key names: `policies.fund.total`, `policies.fund.scale`,
  /// `policies.fund.enabled`, or the name of a parameter such as `lines.return_2023`.
  func factor(_ node: SourceNode, key: String, from: Month? = nil) -> Factor? {
    guard let text = values.text(node, key: key) else { return nil }
    let known = reader.byName
    var name = text
    if let section = Mechanism.Section.allCases.first(where: { text.hasPrefix($0.rawValue + ".") })
    {
      name = String(text.dropFirst(section.rawValue.count + 1))
    } else if text.hasPrefix("parameters.") {
      name = String(text.dropFirst("parameters.".count))
    }
    if let parameter = known[name] {
      guard parameter.values.count == 1 else {
        values.add(
          node, "\(text) has twelve values, one a month, and cannot be moved as one number.",
          "\(text) 有十二个月份的值，不能作为一个数变动。")
        return nil
      }
      return Factor(
        name: text, target: .parameter(name), from: from, title: parameter.meaning,
        unit: parameter.unit, valid: parameter.valid)
    }
    let parts = name.split(separator: ".").map(String.init)
    if parts.count == 2, let mechanism = Mechanism(rawValue: parts[0]) {
      switch parts[1] {
      case "scale":
        return Factor(
          name: text, target: .scale(mechanism), from: from, title: mechanism.name,
          unit: "multiple of the declared strength", valid: 0...100)
      case "enabled":
        return Factor(
          name: text, target: .enabled(mechanism), from: from, title: mechanism.name,
          unit: "0 or 1", valid: 0...1)
      default: break
      }
    }
    values.add(
      node, "\(text) is no parameter, and no scale or enabled of a mechanism.",
      "\(text) 不是参数，也不是某项机制的 scale 或 enabled。",
      remedy: Spelling.remedy(for: name, among: Array(known.keys).sorted()))
    return nil
  }

  /// A number that a factor may have.
  func value(_ node: SourceNode, of factor: Factor, key: String) -> Double? {
    values.number(
      node, key: key,
      rule: ValueReader.NumberRule(
        valid: factor.valid, unit: factor.unit, isShare: factor.unit == "share"))
  }
}
