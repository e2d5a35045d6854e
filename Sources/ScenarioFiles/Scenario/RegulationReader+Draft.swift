import Households

extension RegulationReader {
  /// The draft of a regulation in a file of its own, or `nil` with mistakes noted.
  func draft(at path: String, asked: SourceNode) -> RegulationDraft? {
    guard
      let text = TextFile.text(at: path, name: path, asked: asked.place, mistakes: mistakes),
      let root = YAMLDocument.root(of: text, file: path, mistakes: mistakes)
    else { return nil }
    if case .map = root.content, root.value(of: "articles") == nil {
      values.add(
        asked, "\(path) is no draft of a regulation: it has no articles.",
        "\(path) 不是条例草案：没有 articles。")
      return nil
    }
    guard
      let map = KeyedNode(
        root, key: "", keys: Self.draftKeys, mistakes: mistakes,
        file: BilingualText(chinese: "条例草案", english: "a draft of a regulation"),
        elsewhere: belongsToAnArticle)
    else { return nil }
    for key in Self.draftKeys where map[key] == nil {
      let place = Place(file: path, line: 1, column: 1)
      mistakes.add(
        place, english: "the regulation has no \(key).", chinese: "条例草案缺少 \(key)。",
        remedy: key == "in_force"
          ? BilingualText(chinese: "请写 in_force: 2025-07", english: "Write in_force: 2025-07")
          : BilingualText(
            chinese: "请写 title: {zh: …, en: …}", english: "Write title: {zh: …, en: …}"))
    }
    let title = map["title"].flatMap { values.bilingual($0, key: "title") }
    let date = map["in_force"].flatMap { node in
      reader.sourced(node, values.month(node, key: "in_force"))
    }
    guard let title, let date, let list = map["articles"], let articles = articles(list) else {
      return nil
    }
    return RegulationDraft(file: path, title: title, inForce: date, articles: articles)
  }

  private func belongsToAnArticle(_ key: String) -> BilingualText? {
    guard key == "parameters" || Mechanism.Section(rawValue: key) != nil else { return nil }
    return BilingualText(
      chinese: "请写在某一条的 settings 之下。", english: "Write it under settings of an article.")
  }

  private func articles(_ node: SourceNode) -> [RegulationDraft.Article]? {
    guard case .list(let items) = node.content, !items.isEmpty else {
      values.expected(
        node, key: "articles", english: "a list of articles", chinese: "条文的列表",
        remedy: BilingualText(
          chinese: "例如 - {number: 1, heading: …, text: …, settings: none}",
          english: "Such as - {number: 1, heading: …, text: …, settings: none}"))
      return nil
    }
    var articles: [RegulationDraft.Article] = []
    for (index, item) in items.enumerated() {
      guard let article = article(item, key: "articles[\(index + 1)]") else { continue }
      if let first = articles.first(where: { $0.number == article.number }) {
        mistakes.add(
          article.place,
          english: "article \(article.number) is already written in line \(first.place.line).",
          chinese: "第 \(article.number) 条已写在第 \(first.place.line) 行。",
          remedy: BilingualText(
            chinese: "请给每一条不同的序号。", english: "Give each article its own number."))
      }
      articles.append(article)
    }
    checkOverlap(articles)
    return articles.count == items.count ? articles : nil
  }

  private func article(_ node: SourceNode, key: String) -> RegulationDraft.Article? {
    guard let map = KeyedNode(node, key: key, keys: Self.articleKeys, mistakes: mistakes) else {
      return nil
    }
    let number = map["number"].flatMap {
      values.integer($0, key: "\(key).number", valid: Self.numbers)
    }
    let name = number.map { "article \($0)" } ?? key
    for required in ["number", "heading", "text", "settings"] where map[required] == nil {
      values.add(
        node, "\(name) has no \(required).", "\(number.map { "第 \($0) 条" } ?? key) 缺少 \(required)。",
        remedy: required == "settings"
          ? BilingualText(
            chinese: "住户模型无法表达的条文请写 settings: none。",
            english: "Write settings: none if a model of households cannot express it.") : nil)
    }
    let heading = map["heading"].flatMap { self.heading($0, key: "\(key).heading") }
    let text = map["text"].flatMap { values.text($0, key: "\(key).text") }
    let date = map["in_force"].flatMap { node in
      reader.sourced(node, values.month(node, key: "\(key).in_force"))
    }
    guard let number, let heading, let text, let place = map["number"]?.place,
      let settings = map["settings"]
    else { return nil }
    return RegulationDraft.Article(
      number: number, heading: heading, text: text, inForce: date,
      settings: self.settings(settings, key: "\(key).settings"), place: place,
      settingsPlace: settings.place)
  }

  /// A heading in both languages, or in Chinese alone.
  private func heading(_ node: SourceNode, key: String) -> BilingualText? {
    if let chinese = node.value(of: "zh"), node.value(of: "en") == nil {
      _ = KeyedNode(node, key: key, keys: ["zh", "en"], mistakes: mistakes)
      return values.text(chinese, key: "\(key).zh").map { BilingualText($0) }
    }
    return values.bilingual(node, key: key)
  }

  private func settings(_ node: SourceNode, key: String) -> ScenarioFile? {
    if let word = node.text?.lowercased(), word == "none" || word == "无" { return nil }
    guard let file = reader.settings(node, key: key) else { return nil }
    checkDates(file)
    return file
  }

  /// The date in force is the article's own; months of a mechanism would contradict it.
  private func checkDates(_ file: ScenarioFile) {
    for mechanism in Mechanism.allCases {
      guard let text = file.mechanisms[mechanism] else { continue }
      for (key, place) in [("from", text.from?.place), ("to", text.to?.place)] {
        guard let place else { continue }
        mistakes.add(
          place,
          english: "an article cannot set \(key) of \(mechanism.rawValue): its date in force says "
            + "from when it holds.",
          chinese: "条文不能设定 \(mechanism.rawValue) 的 \(key)：施行日期决定何时生效。",
          remedy: BilingualText(
            chinese: "请写该条的 in_force，或 enabled: false。",
            english: "Write in_force of the article, or enabled: false."))
      }
    }
  }

  /// Two articles must not set one number.
  private func checkOverlap(_ articles: [RegulationDraft.Article]) {
    var first: [String: (number: Int, line: Int)] = [:]
    for article in articles {
      for (key, place) in article.settings?.written(at: article.settingsPlace) ?? [] {
        guard let other = first[key] else {
          first[key] = (article.number, place.line)
          continue
        }
        mistakes.add(
          place,
          english: "article \(article.number) sets \(key), which article \(other.number) already "
            + "sets in line \(other.line).",
          chinese: "第 \(article.number) 条设定的 \(key) 已由第 \(other.number) 条"
            + "（第 \(other.line) 行）设定。")
      }
    }
  }
}

extension ScenarioFile {
  /// The scenario keys it writes in its sections, with their places, in order of place.
  func written(at start: Place) -> [(key: String, place: Place)] {
    var keys: [(key: String, place: Place)] = parameters.map { name, typed in
      let theme = name.split(separator: ".").first.map(String.init) ?? name
      let section = Mechanism(rawValue: theme)?.section.rawValue ?? "parameters"
      return ("\(section).\(name)", typed.place)
    }
    for (mechanism, text) in mechanisms {
      let key = "\(mechanism.section.rawValue).\(mechanism.rawValue)"
      if let place = text.isEnabled?.place { keys.append(("\(key).enabled", place)) }
      if let place = text.scale?.place { keys.append(("\(key).scale", place)) }
      if let place = text.places?.place { keys.append(("\(key).places", place)) }
      let isBare = !parameters.keys.contains { $0.hasPrefix(mechanism.rawValue + ".") }
      if text.isEnabled == nil, text.scale == nil, text.places == nil, isBare {
        keys.append((key, start))
      }
    }
    return keys.sorted { ($0.place.line, $0.place.column) < ($1.place.line, $1.place.column) }
  }
}
