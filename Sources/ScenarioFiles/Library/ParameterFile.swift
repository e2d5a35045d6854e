import Households

/// Reads the declarations of one file in `Scenarios/parameters/`.
struct ParameterFile {
  private static let keys = ["value", "unit", "valid", "prior", "origin", "source", "meaning"]
  private let file: String
  private let mistakes: MistakeList
  private let values: ValueReader

  /// A reader; `file` is the name kept in the declarations, relative to the scenario folder.
  init(file: String, mistakes: MistakeList) {
    self.file = file
    self.mistakes = mistakes
    values = ValueReader(mistakes: mistakes)
  }

  /// The declarations in the order of the file, with the places of their names.
  func parameters(in root: SourceNode) -> [(parameter: Parameter, place: Place)] {
    guard case .map(let entries) = root.content else {
      values.expected(
        root, key: "the file", english: "a map from names to declarations",
        chinese: "由名称到声明的键值")
      return []
    }
    return entries.compactMap { entry in parameter(entry).map { ($0, entry.keyPlace) } }
  }

  private func parameter(_ entry: SourceNode.Entry) -> Parameter? {
    let name = entry.key
    guard name.split(separator: ".").count >= 2 else {
      mistakes.add(
        entry.keyPlace, english: "\(name) has no theme in front, such as income.\(name).",
        chinese: "\(name) 前面缺少主题，例如 income.\(name)。")
      return nil
    }
    guard let map = KeyedNode(entry.value, key: name, keys: Self.keys, mistakes: mistakes) else {
      return nil
    }
    let missing = Self.keys.filter { map[$0] == nil }
    if !missing.isEmpty {
      let list = missing.joined(separator: ", ")
      mistakes.add(
        entry.keyPlace, english: "\(name) lacks \(list).", chinese: "\(name) 缺少 \(list)。")
    }
    guard let unitNode = map["unit"], let unit = values.text(unitNode, key: "\(name).unit"),
      let validNode = map["valid"], let valid = range(validNode, key: "\(name).valid"),
      let valueNode = map["value"],
      let numbers = numbers(valueNode, name: name, unit: unit, valid: valid)
    else { return nil }
    let origin = map["origin"].flatMap { self.origin($0, key: "\(name).origin") }
    let source = map["source"].flatMap { values.text($0, key: "\(name).source") }
    let meaning = map["meaning"].flatMap { values.bilingual($0, key: "\(name).meaning") }
    let prior = map["prior"].flatMap {
      PriorReader(values: values, name: name, valid: valid).prior($0)
    }
    guard let origin, let source, let meaning, let prior else { return nil }
    return Parameter(
      name: name, values: numbers, unit: unit, valid: valid, prior: prior, origin: origin,
      source: source, meaning: meaning, file: file)
  }

  private func numbers(
    _ node: SourceNode, name: String, unit: String, valid: ClosedRange<Double>
  ) -> [Double]? {
    let isShare = UnitKind(declared: unit) == .share && valid.upperBound <= 1
    let rule = ValueReader.NumberRule(valid: valid, unit: unit, isShare: isShare)
    guard case .list(let items) = node.content else {
      return values.number(node, key: name, rule: rule).map { [$0] }
    }
    guard items.count == 12 else {
      values.add(
        node, "\(name) has \(items.count) values, but one value or twelve are expected.",
        "\(name) 有 \(items.count) 个值，应为一个或十二个。")
      return nil
    }
    let numbers = items.enumerated().compactMap {
      values.number($0.element, key: "\(name)[\($0.offset + 1)]", rule: rule)
    }
    return numbers.count == 12 ? numbers : nil
  }

  private func range(_ node: SourceNode, key: String) -> ClosedRange<Double>? {
    guard let bounds = values.numbers(node, key: key, count: 2...2) else { return nil }
    guard bounds[0] < bounds[1] else {
      values.add(
        node, "\(key) must name the lower bound first.", "\(key) 应先写下限，再写上限。")
      return nil
    }
    return bounds[0]...bounds[1]
  }

  private func origin(_ node: SourceNode, key: String) -> Origin? {
    guard let text = values.text(node, key: key) else { return nil }
    if let origin = Origin(rawValue: text) { return origin }
    values.add(
      node, "\(key) is \(text), which is no origin.", "\(key) 是 \(text)，不是已知的来源。",
      remedy: Spelling.remedy(for: text, among: Origin.allCases.map(\.rawValue)))
    return nil
  }
}

extension ValueReader {
  /// A list of finite numbers without a unit.
  func numbers(_ node: SourceNode, key: String, count: ClosedRange<Int>) -> [Double]? {
    let anything = -Double.greatestFiniteMagnitude...Double.greatestFiniteMagnitude
    let rule = NumberRule(valid: anything, unit: "", isShare: false)
    guard case .list(let items) = node.content, count.contains(items.count) else {
      let (english, chinese) =
        count.lowerBound == count.upperBound
        ? ("a list of \(count.lowerBound) numbers", "\(count.lowerBound) 个数的列表")
        : ("a list of numbers", "数的列表")
      expected(node, key: key, english: english, chinese: chinese)
      return nil
    }
    let numbers = items.compactMap { number($0, key: key, rule: rule) }
    return numbers.count == items.count ? numbers : nil
  }
}
