import Households

/// Reads the list `events` of a scenario file.
struct EventReader {
  static let kinds = ["drought", "flood", "price", "return_of_migrants", "epidemic"]
  let values: ValueReader
  let reader: ScenarioFileReader

  /// The events, each a map with its kind as the only key.
  func events(_ node: SourceNode) -> Sourced<[ScenarioFile.EventText]>? {
    guard case .list(let items) = node.content else {
      values.expected(
        node, key: "events", english: "a list", chinese: "一个列表",
        remedy: BilingualText(
          chinese: "例如 - {drought: {from: 2026-07, to: 2026-10, severity: 0.6}}",
          english: "Such as - {drought: {from: 2026-07, to: 2026-10, severity: 0.6}}"))
      return nil
    }
    let events = items.enumerated().compactMap {
      event($0.element, key: "events[\($0.offset + 1)]")
    }
    return Sourced(value: events, place: node.place)
  }

  private func event(_ node: SourceNode, key: String) -> ScenarioFile.EventText? {
    guard let map = KeyedNode(node, key: key, keys: Self.kinds, mistakes: values.mistakes) else {
      return nil
    }
    guard map.entries.count == 1 else {
      values.add(
        node, "\(key) has \(map.entries.count) kinds, but an event has one.",
        "\(key) 有 \(map.entries.count) 种事件，每项只能有一种。")
      return nil
    }
    let entry = map.entries[0]
    guard Self.kinds.contains(entry.key) else { return nil }
    return event(entry, key: "\(key).\(entry.key)")
  }

  /// Keys of a kind: its own, then those of all events.
  static func keys(of kind: String) -> [String] {
    let own = [
      "drought": ["severity"], "flood": ["footprint"], "price": ["product", "change"],
      "return_of_migrants": ["share"],
      "epidemic": ["admissions", "return_share", "market_closure"],
    ]
    let lasts = needsEnd(kind) || kind == "price"
    let dates = lasts ? ["from", "to"] : ["month", "from", "to"]
    return own[kind, default: []] + dates + ["places", "title"]
  }

  /// Kinds that last and of which the author must say until when.
  private static func needsEnd(_ kind: String) -> Bool { kind == "drought" || kind == "epidemic" }

  private func event(_ entry: SourceNode.Entry, key: String) -> ScenarioFile.EventText? {
    let keys = Self.keys(of: entry.key)
    guard let map = KeyedNode(entry.value, key: key, keys: keys, mistakes: values.mistakes) else {
      return nil
    }
    let kind = kind(entry.key, map, key: key)
    let title = map["title"].flatMap { values.text($0, key: "\(key).title") }
    let counties = map["places"].map { reader.match($0, key: "\(key).places")?.value } ?? .all
    guard let dates = dates(of: entry.key, map, key: key), let kind, let counties else {
      return nil
    }
    return ScenarioFile.EventText(
      kind: kind, from: dates.from, to: dates.to, counties: counties,
      title: title ?? "\(entry.key) \(dates.from)", place: entry.keyPlace)
  }

  private func dates(
    of kind: String, _ map: KeyedNode, key: String
  ) -> (from: Month, to: Month?)? {
    if let month = map["month"] {
      if let from = map["from"] {
        values.add(from, "\(key) has both month and from.", "\(key) 同时写了 month 和 from。")
        return nil
      }
      return values.month(month, key: "\(key).month").map { ($0, $0) }
    }
    guard let fromNode = required("from", map, key: key) else { return nil }
    let from = values.month(fromNode, key: "\(key).from")
    if Self.needsEnd(kind), required("to", map, key: key) == nil { return nil }
    guard let toNode = map["to"] else { return from.map { ($0, kind == "price" ? nil : $0) } }
    let to = values.month(toNode, key: "\(key).to")
    guard let from, let to else { return nil }
    guard from <= to else {
      values.add(
        toNode, "\(key).to is \(to), before its from \(from).",
        "\(key).to 是 \(to)，早于 from \(from)。",
        remedy: BilingualText(
          chinese: "结束月份不能早于开始月份。", english: "The last month cannot come before the first."))
      return nil
    }
    return (from, to)
  }

  private func required(_ name: String, _ map: KeyedNode, key: String) -> SourceNode? {
    if let node = map[name] { return node }
    values.add(map.node, "\(key) lacks \(name).", "\(key) 缺少 \(name)。")
    return nil
  }

  /// Ranges of the sizes of events: shares by nature, changes of price as far as a model can go.
  static let share = ValueReader.NumberRule(valid: 0...1, unit: "share", isShare: true)
  static let admissions = ValueReader.NumberRule(
    valid: 1...20, unit: "multiple of admissions", isShare: false)
  static let change = ValueReader.NumberRule(
    valid: -0.95...3, unit: "share of the price", isShare: false)

  private func kind(_ name: String, _ map: KeyedNode, key: String) -> StressEvent.Kind? {
    func share(_ name: String) -> Double? {
      required(name, map, key: key).flatMap {
        values.number($0, key: "\(key).\(name)", rule: Self.share)
      }
    }
    switch name {
    case "drought": return share("severity").map { .drought(severity: $0) }
    case "flood": return share("footprint").map { .flood(footprint: $0) }
    case "return_of_migrants": return share("share").map { .returnOfMigrants(share: $0) }
    case "epidemic": return epidemic(map, key: key)
    default:
      let product = required("product", map, key: key).flatMap { self.productNamed($0, key: key) }
      let change = required("change", map, key: key).flatMap {
        values.number($0, key: "\(key).change", rule: Self.change)
      }
      guard let product, let change else { return nil }
      return .price(product: product, change: change)
    }
  }

  private func epidemic(_ map: KeyedNode, key: String) -> StressEvent.Kind? {
    func number(_ name: String, _ rule: ValueReader.NumberRule) -> Double? {
      required(name, map, key: key).flatMap {
        values.number($0, key: "\(key).\(name)", rule: rule)
      }
    }
    let admissions = number("admissions", Self.admissions)
    let returning = number("return_share", Self.share)
    let closure = number("market_closure", Self.share)
    guard let admissions, let returning, let closure else { return nil }
    return .epidemic(admissions: admissions, returnShare: returning, marketClosure: closure)
  }

  private func productNamed(_ node: SourceNode, key: String) -> Product? {
    guard let text = values.text(node, key: "\(key).product") else { return nil }
    if let product = Product(rawValue: text) { return product }
    if let index = HouseholdColumns.productNames.firstIndex(of: text) {
      return Product.allCases[index]
    }
    values.add(
      node, "\(key).product is \(text), which is no product.", "\(key).product 是 \(text)，没有这种产品。",
      remedy: Spelling.remedy(for: text, among: Product.allCases.map(\.rawValue)))
    return nil
  }
}
