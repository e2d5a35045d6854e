import Households

/// Reads the key `regulation` of a scenario file, and the draft that it names.
struct RegulationReader {
  static let keys = ["adopt", "without", "only", "in_force"]
  static let draftKeys = ["title", "in_force", "articles"]
  static let articleKeys = ["number", "heading", "text", "in_force", "settings"]
  /// Numbers that articles may have.
  static let numbers = 1...999

  let reader: ScenarioFileReader
  var values: ValueReader { reader.values }
  var mistakes: MistakeList { reader.mistakes }

  /// What a scenario adopts: a draft, or `off` for none.
  func regulation(_ node: SourceNode) -> Sourced<ScenarioFile.RegulationText>? {
    if let word = node.text, ValueReader.boolean(word) == false {
      return Sourced(value: .none, place: node.place)
    }
    if let word = node.text {
      let remedy = word.hasSuffix(".yaml") ? "regulation: {adopt: \(word)}" : nil
      values.expected(
        node, key: "regulation", english: "off or a map", chinese: "off 或一组键值",
        remedy: remedy.map {
          BilingualText(chinese: "请写 \($0)", english: "Write \($0)")
        } ?? Self.example)
      return nil
    }
    guard let map = KeyedNode(node, key: "regulation", keys: Self.keys, mistakes: mistakes) else {
      return nil
    }
    guard let adopt = map["adopt"] else {
      values.add(
        node, "regulation lacks adopt.", "regulation 缺少 adopt。", remedy: Self.example)
      return nil
    }
    let choice = choice(map)
    guard let path = values.text(adopt, key: "regulation.adopt"),
      let draft = draft(at: ScenarioChain.path(path, relativeTo: node.place.file), asked: adopt)
    else { return nil }
    check(choice, draft)
    return Sourced(value: .adopted(draft, choice), place: adopt.place)
  }

  static let example = BilingualText(
    chinese: "例如 regulation: {adopt: regulations/draft-2025.yaml, without: [12]}",
    english: "Such as regulation: {adopt: regulations/draft-2025.yaml, without: [12]}")

  private func choice(_ map: KeyedNode) -> RegulationChoice {
    var choice = RegulationChoice()
    if let node = map["without"] {
      choice.without = articleNumbers(node, key: "regulation.without")
    }
    if let node = map["only"] {
      choice.only = articleNumbers(node, key: "regulation.only")
      if map["without"] != nil {
        values.add(
          node, "regulation has both without and only, but only one of them can hold.",
          "regulation 同时写了 without 和 only，只能写一个。")
      }
    }
    if let node = map["in_force"] {
      choice.inForce = reader.sourced(node, values.month(node, key: "regulation.in_force"))
    }
    return choice
  }

  private func articleNumbers(_ node: SourceNode, key: String) -> [Sourced<Int>] {
    guard case .list(let items) = node.content else {
      let number = node.text.map { " [\($0)]" } ?? ""
      values.expected(
        node, key: key, english: "a list of article numbers", chinese: "条文序号的列表",
        remedy: node.text?.allSatisfy(\.isASCIIDigit) ?? false
          ? BilingualText(chinese: "请写\(number)。", english: "Write\(number).") : nil)
      return []
    }
    var numbers: [Sourced<Int>] = []
    for item in items {
      guard let number = values.integer(item, key: key, valid: Self.numbers) else { continue }
      if numbers.contains(where: { $0.value == number }) {
        values.add(
          item, "\(key) names article \(number) twice.", "\(key) 两次写了第 \(number) 条。")
      }
      numbers.append(Sourced(value: number, place: item.place))
    }
    return numbers
  }

  /// Every number must be in the draft, and something must be left of it.
  private func check(_ choice: RegulationChoice, _ draft: RegulationDraft) {
    let known = draft.articles.map(\.number)
    for (key, numbers) in [("without", choice.without), ("only", choice.only ?? [])] {
      for number in numbers where !known.contains(number.value) {
        let list = Self.ranges(known)
        mistakes.add(
          number.place,
          english: "regulation.\(key) names article \(number.value), but \(draft.file) has no such "
            + "article.",
          chinese: "regulation.\(key) 写了第 \(number.value) 条，但 \(draft.file) 中没有这一条。",
          remedy: BilingualText(chinese: "草案有第 \(list) 条。", english: "It has articles \(list)."))
      }
    }
    if let first = choice.without.first, !known.contains(where: choice.adopts) {
      mistakes.add(
        first.place, english: "regulation.without leaves no article of \(draft.file).",
        chinese: "regulation.without 去掉了 \(draft.file) 的全部条文。",
        remedy: BilingualText(
          chinese: "不采用草案请写 regulation: off。",
          english: "Write regulation: off to adopt nothing."))
    }
  }

  /// `1–4, 6` for 1, 2, 3, 4, 6.
  static func ranges(_ numbers: [Int]) -> String {
    var ranges: [ClosedRange<Int>] = []
    for number in numbers.sorted() {
      if let last = ranges.last, last.upperBound + 1 == number {
        ranges[ranges.count - 1] = last.lowerBound...number
      } else {
        ranges.append(number...number)
      }
    }
    return ranges.map {
      $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)–\($0.upperBound)"
    }.joined(separator: ", ")
  }
}
