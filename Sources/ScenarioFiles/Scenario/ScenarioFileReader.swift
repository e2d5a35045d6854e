import Households

/// Turns the nodes of a scenario file into a `ScenarioFile` and notes every mistake in it.
struct ScenarioFileReader {
  /// Keys of a scenario file, in the order of the documentation.
  static let topKeys =
    ["title", "summary", "extends", "period", "population", "regulation"]
    + Mechanism.Section.allCases.map(\.rawValue) + ["parameters", "events", "rules"]
  /// Keys that every mechanism has, besides its own numbers.
  static let mechanismKeys = ["enabled", "scale", "from", "to", "places"]

  let declared: [Parameter]
  let geography: Geography
  let places: PlaceNames
  let mistakes: MistakeList
  let values: ValueReader
  let byName: [String: Parameter]

  init(declared: [Parameter], geography: Geography, mistakes: MistakeList) {
    self.declared = declared
    self.geography = geography
    self.mistakes = mistakes
    places = PlaceNames(geography)
    values = ValueReader(mistakes: mistakes)
    byName = Dictionary(uniqueKeysWithValues: declared.map { ($0.name, $0) })
  }

  /// The file that a root node writes.
  func file(_ root: SourceNode, name: String) -> ScenarioFile {
    var file = ScenarioFile(name: name)
    guard
      let map = KeyedNode(
        root, key: "", keys: Self.topKeys, mistakes: mistakes, elsewhere: belongsElsewhere)
    else { return file }
    if let node = map["title"] { file.title = sourced(node, values.bilingual(node, key: "title")) }
    if let node = map["summary"] {
      file.summary = sourced(node, values.bilingual(node, key: "summary"))
    }
    if let node = map["extends"] { file.extends = sourced(node, values.text(node, key: "extends")) }
    if let node = map["period"] { readPeriod(node, into: &file) }
    if let node = map["population"] { file.population = population(node) }
    for section in Mechanism.Section.allCases {
      if let node = map[section.rawValue] { readSection(section, node, into: &file) }
    }
    if let node = map["parameters"] { readParameters(node, into: &file) }
    if let node = map["events"] {
      file.events = EventReader(values: values, reader: self).events(node)
    }
    if let node = map["rules"] {
      file.rules = AnnualRuleReader(values: values).rules(node)
    }
    if let node = map["regulation"] {
      file.regulation = RegulationReader(reader: self).regulation(node)
    }
    return file
  }

  /// Settings of mechanisms and parameters alone, as articles and questions write them.
  func settings(_ node: SourceNode, key: String) -> ScenarioFile? {
    let sections = Mechanism.Section.allCases
    let keys = sections.map(\.rawValue) + ["parameters"]
    guard
      let map = KeyedNode(
        node, key: key, keys: keys, mistakes: mistakes, elsewhere: belongsElsewhere)
    else { return nil }
    if map.entries.isEmpty {
      values.expected(
        node, key: key, english: "none or a map of settings", chinese: "none 或一组设置")
    }
    var file = ScenarioFile(name: node.place.file)
    for section in sections {
      if let node = map[section.rawValue] { readSection(section, node, into: &file) }
    }
    if let node = map["parameters"] { readParameters(node, into: &file) }
    return file
  }

  func sourced<Value: Sendable>(_ node: SourceNode, _ value: Value?) -> Sourced<Value>? {
    value.map { Sourced(value: $0, place: node.place) }
  }

  /// Where a key belongs that is not known at its place.
  func belongsElsewhere(_ key: String) -> BilingualText? {
    if let mechanism = Mechanism(rawValue: key) {
      let section = mechanism.section.rawValue
      return BilingualText(chinese: "请写在 \(section) 之下。", english: "Write it under \(section).")
    }
    guard byName[key] != nil else { return nil }
    let theme = key.split(separator: ".").first.map(String.init) ?? key
    guard let mechanism = Mechanism(rawValue: theme) else {
      return BilingualText(chinese: "请写在 parameters 之下。", english: "Write it under parameters.")
    }
    let quantity = key.dropFirst(theme.count + 1)
    let path = "\(mechanism.section.rawValue): {\(theme): {\(quantity): …}}"
    return BilingualText(chinese: "请写作 \(path)。", english: "Write \(path).")
  }

  private func readPeriod(_ node: SourceNode, into file: inout ScenarioFile) {
    let keys = ["start", "results_from", "end"]
    guard let map = KeyedNode(node, key: "period", keys: keys, mistakes: mistakes) else { return }
    if let node = map["start"] {
      file.start = sourced(node, values.month(node, key: "period.start"))
    }
    if let node = map["results_from"] {
      file.resultsFrom = sourced(
        node, values.integer(node, key: "period.results_from", valid: MonthText.years))
    }
    if let node = map["end"] { file.end = sourced(node, lastMonth(node)) }
  }

  /// The end of the period: a year, or its December.
  private func lastMonth(_ node: SourceNode) -> Month? {
    if let month = node.text.flatMap(MonthText.month) {
      if month.month == 12 { return month }
      values.add(
        node, "period.end is \(month), but a run ends with a whole year.",
        "period.end 是 \(month)，应为整年。",
        remedy: BilingualText(chinese: "请写 \(month.year)。", english: "Write \(month.year)."))
      return nil
    }
    return values.integer(node, key: "period.end", valid: MonthText.years)
      .map { Month(year: $0, month: 12) }
  }

  private func population(_ node: SourceNode) -> Sourced<ScenarioFile.PopulationText>? {
    let keys = ["counties", "file"]
    guard let map = KeyedNode(node, key: "population", keys: keys, mistakes: mistakes) else {
      return nil
    }
    if map["counties"] != nil, let file = map["file"] {
      values.add(
        file, "population has both counties and file, but only one of them can hold.",
        "population 同时写了 counties 和 file，只能写一个。",
        remedy: BilingualText(
          chinese: "使用住户表时，县由表中的行决定。",
          english: "With a household table the rows decide which counties are simulated."))
      return nil
    }
    if let file = map["file"] {
      return sourced(
        file, values.text(file, key: "population.file").map { .file($0) })
    }
    if let counties = map["counties"] {
      return match(counties, key: "population.counties")
        .map { Sourced(value: .counties($0.value), place: $0.place) }
    }
    if map.entries.isEmpty {
      values.add(node, "population says nothing.", "population 没有内容。")
    }
    return nil
  }

  /// The counties that a list of places, or one place, names.
  func match(_ node: SourceNode, key: String) -> Sourced<PlaceNames.Match>? {
    let items: [SourceNode]
    if case .list(let list) = node.content { items = list } else { items = [node] }
    guard !items.isEmpty else {
      values.add(
        node, "\(key) is an empty list, which means nowhere.", "\(key) 是空列表，即没有任何地方。",
        remedy: BilingualText(
          chinese: "全省请写 all；要停用请写 enabled: false。",
          english: "Write all for the whole province, or enabled: false to switch it off."))
      return nil
    }
    var counties: Set<Int> = []
    var isAll = false
    var isComplete = true
    for item in items {
      guard let text = values.text(item, key: key) else {
        isComplete = false
        continue
      }
      switch places.match(text) {
      case .all: isAll = true
      case .counties(let found): counties.formUnion(found)
      case nil:
        isComplete = false
        values.add(
          item, "\(key): \(text) is not a place in the geography.", "\(key)：\(text) 不在地理表中。",
          remedy: places.remedy(for: text))
      }
    }
    guard isComplete else { return nil }
    return Sourced(value: isAll ? .all : .counties(counties), place: node.place)
  }
}
