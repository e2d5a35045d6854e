import Households

/// Reads one moment of a calibration file.
struct MomentReader {
  private static let keys =
    ["id", "title", "quantity", "target", "tolerance", "role", "source"]
    + MomentQuantity.Setting.allCases.map(\.rawValue)
  private static let number = -1e12...1e12
  let values: ValueReader
  let scenario: Scenario

  /// The moment, or `nil` with its mistakes noted.
  func moment(_ node: SourceNode, key: String) -> Moment? {
    guard let map = KeyedNode(node, key: key, keys: Self.keys, mistakes: values.mistakes) else {
      return nil
    }
    let needed = ["id", "title", "quantity", "target", "tolerance", "role", "source"]
    let missing = needed.filter { map[$0] == nil }
    if !missing.isEmpty {
      let list = missing.joined(separator: ", ")
      values.add(node, "\(key) lacks \(list).", "\(key) 缺少 \(list)。")
    }
    let id = map["id"].flatMap { values.text($0, key: "\(key).id") }
    let title = map["title"].flatMap { values.bilingual($0, key: "\(key).title") }
    let source = map["source"].flatMap { values.text($0, key: "\(key).source") }
    let target = map["target"].flatMap { plain($0, "\(key).target", Self.number) }
    let tolerance = map["tolerance"].flatMap { plain($0, "\(key).tolerance", 1e-9...1e12) }
    let role = map["role"].flatMap {
      choice($0, "\(key).role", Moment.Role.allCases.map(\.rawValue))
    }.flatMap(Moment.Role.init(rawValue:))
    let quantity = map["quantity"].flatMap {
      choice($0, "\(key).quantity", MomentQuantity.allCases.map(\.rawValue))
    }.flatMap(MomentQuantity.init(rawValue:))
    guard let quantity, areRight(map, quantity, key: key) else { return nil }
    let settings = settings(map, key: key)
    guard let id, let title, let source, let target, let tolerance, let role,
      settings.isComplete(for: quantity)
    else { return nil }
    return Moment(
      id: id, title: title, quantity: quantity, years: settings.years ?? [],
      counties: settings.counties, index: settings.index, county: settings.county,
      product: settings.product, target: target, tolerance: tolerance, role: role, source: source)
  }

  private struct Settings {
    var years: [Int]?
    var counties: Int?
    var index: Double?
    var county: Int?
    var product: Product?

    func isComplete(for quantity: MomentQuantity) -> Bool {
      quantity.settings.allSatisfy { setting in
        switch setting {
        case .years: years != nil
        case .counties: counties != nil
        case .index: index != nil
        case .county: county != nil
        case .product: product != nil
        }
      }
    }
  }

  /// Whether a moment has the settings of its quantity and no others.
  private func areRight(_ map: KeyedNode, _ quantity: MomentQuantity, key: String) -> Bool {
    var isRight = true
    for setting in MomentQuantity.Setting.allCases {
      let (name, isNeeded) = (setting.rawValue, quantity.settings.contains(setting))
      if let node = map[name], !isNeeded {
        values.add(
          node, "\(key).\(name) means nothing for \(quantity.rawValue).",
          "\(key).\(name) 对 \(quantity.rawValue) 没有意义。",
          remedy: BilingualText(chinese: "请删除。", english: "Take it out."))
        isRight = false
      } else if map[name] == nil, isNeeded {
        values.add(
          map.node, "\(key) lacks \(name), which \(quantity.rawValue) needs.",
          "\(key) 缺少 \(name)，\(quantity.rawValue) 需要它。")
        isRight = false
      }
    }
    return isRight
  }

  private func settings(_ map: KeyedNode, key: String) -> Settings {
    Settings(
      years: map["years"].flatMap { years($0, "\(key).years") },
      counties: map["counties"].flatMap {
        values.integer($0, key: "\(key).counties", valid: 1...scenario.geography.counties.count)
      }, index: map["index"].flatMap { plain($0, "\(key).index", -10...10) },
      county: map["county"].flatMap { county($0, "\(key).county") },
      product: map["product"].flatMap {
        choice($0, "\(key).product", Product.allCases.map(\.rawValue))
      }.flatMap(Product.init(rawValue:)))
  }

  /// One year, or a list of them, with results.
  private func years(_ node: SourceNode, _ key: String) -> [Int]? {
    let valid = scenario.resultYears
    if case .list(let items) = node.content, !items.isEmpty {
      let years = items.compactMap { values.integer($0, key: key, valid: valid) }
      return years.count == items.count ? years : nil
    }
    return values.integer(node, key: key, valid: valid).map { [$0] }
  }

  private func county(_ node: SourceNode, _ key: String) -> Int? {
    guard let text = values.text(node, key: key) else { return nil }
    let counties = scenario.geography.counties
    if let place = counties.firstIndex(where: { String($0.code) == text || $0.name == text }) {
      guard scenario.counties.contains(place) else {
        values.add(
          node, "\(key) is \(text), which the scenario does not simulate.",
          "\(key) 是 \(text)，情景不模拟该县。")
        return nil
      }
      return place
    }
    values.add(
      node, "\(key) is \(text), which is no county.", "\(key) 是 \(text)，不是县级单位。",
      remedy: Spelling.remedy(for: text, among: counties.map(\.name)))
    return nil
  }

  private func choice(_ node: SourceNode, _ key: String, _ choices: [String]) -> String? {
    guard let text = values.text(node, key: key) else { return nil }
    if choices.contains(text) { return text }
    values.add(
      node, "\(key) is \(SourceNode.clipped(text)), which is not known.",
      "\(key) 是 \(SourceNode.clipped(text))，无法识别。",
      remedy: Spelling.remedy(for: text, among: choices))
    return nil
  }

  private func plain(_ node: SourceNode, _ key: String, _ valid: ClosedRange<Double>) -> Double? {
    values.number(
      node, key: key,
      rule: ValueReader.NumberRule(valid: valid, unit: "number", isShare: false))
  }
}
