import Households

/// Reads the search for a setting.
struct StressHoldReader {
  let file: QuestionReader
  let packages: [String]
  let events: [String]
  private var values: ValueReader { file.values }

  func hold(_ node: SourceNode) -> StressQuestion.Hold? {
    let keys = ["factor", "from", "largest", "tolerance", "settings", "packages", "events"]
    guard let map = KeyedNode(node, key: "hold", keys: keys, mistakes: file.mistakes) else {
      return nil
    }
    let missing = ["factor", "largest", "tolerance"].filter { map[$0] == nil }
    if !missing.isEmpty {
      let list = missing.joined(separator: ", ")
      values.add(node, "hold lacks \(list).", "hold 缺少 \(list)。")
    }
    let from = map["from"].flatMap { values.month($0, key: "hold.from") }
    let ownPackages = map["packages"].map { chosen($0, "hold.packages", packages) }
    let ownEvents = map["events"].map { chosen($0, "hold.events", events) }
    guard let factor = map["factor"].flatMap({ file.factor($0, key: "hold.factor", from: from) })
    else { return nil }
    let largest = map["largest"].flatMap { file.value($0, of: factor, key: "hold.largest") }
    let tolerance = map["tolerance"].flatMap { self.tolerance($0, of: factor) }
    guard let largest, let tolerance else { return nil }
    return StressQuestion.Hold(
      factor: factor, largest: largest, tolerance: tolerance,
      settings: settings(map["settings"], of: factor, largest: largest),
      packages: ownPackages ?? Array(packages.indices), events: ownEvents ?? Array(events.indices))
  }

  private func tolerance(_ node: SourceNode, of factor: Factor) -> Double? {
    let width = factor.valid.upperBound - factor.valid.lowerBound
    // A search with a million steps halves twenty times; finer ones only cost simulations.
    return values.number(
      node, key: "hold.tolerance",
      rule: ValueReader.NumberRule(
        valid: width / 1e6...width, unit: factor.unit, isShare: factor.unit == "share"))
  }

  private func settings(
    _ node: SourceNode?, of factor: Factor, largest: Double
  ) -> [Double] {
    guard let node else { return [] }
    guard case .list(let items) = node.content, !items.isEmpty else {
      values.expected(
        node, key: "hold.settings", english: "a list of settings", chinese: "数值的列表")
      return []
    }
    var found: [Double] = []
    for item in items {
      guard let value = file.value(item, of: factor, key: "hold.settings") else { continue }
      if value > largest || found.contains(value) {
        values.add(
          item, "hold.settings has a value twice, or above hold.largest.",
          "hold.settings 中有重复的值，或高于 hold.largest 的值。")
      }
      found.append(value)
    }
    return found.sorted()
  }

  /// Places of names in a list.
  private func chosen(_ node: SourceNode, _ key: String, _ names: [String]) -> [Int] {
    guard case .list(let items) = node.content, !items.isEmpty else {
      values.expected(node, key: key, english: "a list of names", chinese: "名称的列表")
      return []
    }
    var places: [Int] = []
    for item in items {
      guard let name = values.text(item, key: key) else { continue }
      guard let place = names.firstIndex(of: name) else {
        values.add(
          item, "\(key): \(name) is not in the question.", "\(key)：问题中没有 \(name)。",
          remedy: Spelling.remedy(for: name, among: names))
        continue
      }
      if places.contains(place) {
        values.add(item, "\(key) has \(name) twice.", "\(key) 中 \(name) 重复列出。")
      }
      places.append(place)
    }
    return places.sorted()
  }
}
