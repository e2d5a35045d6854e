import Households

/// Reads a question about packages under deep uncertainty.
public struct RobustQuestionFile {
  private static let keys = [
    "packages", "events", "rate", "years", "limit", "limit_quantile", "budget",
    "smallest_difference", "factors", "coverage", "posterior",
  ]
  private let file: QuestionReader
  private var values: ValueReader { file.values }

  /// Reads a question with the scenarios it needs.
  ///
  /// - Parameter path: The question file; it names its scenarios relative to itself.
  /// - Returns: The question.
  /// - Throws: Every mistake at once, in order of place.
  public static func read(at path: String) throws(ScenarioFileErrors) -> RobustQuestion {
    let kind = BilingualText(chinese: "稳健性问题文件", english: "a question about robustness")
    let file = try QuestionReader(
      path: path, keys: keys, required: ["packages", "rate"], kind: kind)
    let question = RobustQuestionFile(file: file).question()
    try file.finish()
    guard let question else { fatalError("a question without value and without mistake") }
    return question
  }

  private func question() -> RobustQuestion? {
    let map = file.map
    // Scenarios come first: none is believed after a mistake.
    let packages = file.packages(after: file.baseline())
    let events = file.scenarioTexts("events", over: nil)
    let own = packages.compactMap { file.scenario([$0]) }
    let titles = events.compactMap { file.scenario([$0])?.title }
    let years = own.first?.scenario.resultYears ?? 2023...2030
    let title = map["title"].flatMap { values.bilingual($0, key: "title") }
    let sentence = map["question"].flatMap { values.bilingual($0, key: "question") }
    let rate = map["rate"].flatMap { file.rate($0, key: "rate", years: years) }
    let summed = map["years"].map { file.span($0, key: "years", valid: years) } ?? years
    let factors = factors()
    let coverage = map["coverage"].flatMap { share($0, "coverage", 0.05...1) }
    let budget = map["budget"].flatMap { money($0, "budget") }
    let smallest = smallestDifference()
    let limit = limit()
    let posterior = posterior()
    let design = design()
    guard file.mistakes.isEmpty else { return nil }
    guard let scenarios = file.scenarios(packages, under: events), let title, let rate, let summed,
      let limit, let design
    else { return nil }
    checkFactors(factors, packages, scenarios)
    return RobustQuestion(
      name: file.name, title: title, question: sentence, packages: own,
      events: [.none] + zip(events, titles).map { RobustQuestion.Event(name: $0.name, title: $1) },
      scenarios: scenarios, rate: rate, years: summed, limit: limit, budget: budget,
      smallestRate: smallest.rate, smallestCost: smallest.cost, factors: factors,
      coverage: coverage ?? 0.5, posterior: posterior, design: design.whole, quick: design.quick,
      text: file.text)
  }

  private func limit() -> RobustQuestion.FailureLimit? {
    let map = file.map
    let places = [map["limit"], map["limit_quantile"]]
    switch (places[0], places[1]) {
    case (let node?, nil):
      return share(node, "limit", 1e-6...1).map(RobustQuestion.FailureLimit.rate)
    case (nil, let node?):
      return share(node, "limit_quantile", 0.01...0.99).map(RobustQuestion.FailureLimit.quantile)
    case (let node?, _?):
      values.add(
        node, "limit and limit_quantile both say what a failure is; only one of them can hold.",
        "limit 和 limit_quantile 都规定了何为失败，只能写一个。")
    case (nil, nil):
      values.add(
        map.node,
        "the file does not say what a failure is: it has neither limit nor limit_quantile.",
        "文件没有规定何为失败：缺少 limit 或 limit_quantile。",
        remedy: BilingualText(
          chinese: "例如 limit: 0.005，或 limit_quantile: 0.75",
          english: "Such as limit: 0.005, or limit_quantile: 0.75"))
    }
    return nil
  }

  private func smallestDifference() -> (rate: Double, cost: Double) {
    var smallest = (rate: 0.0, cost: 0.0)
    guard let node = file.map["smallest_difference"],
      let map = KeyedNode(
        node, key: "smallest_difference", keys: ["rate", "cost"], mistakes: file.mistakes)
    else { return smallest }
    if let node = map["rate"], let rate = file.points(node, key: "smallest_difference.rate") {
      smallest.rate = rate
    }
    if let node = map["cost"], let cost = money(node, "smallest_difference.cost") {
      smallest.cost = cost
    }
    return smallest
  }

  /// A number that a package decides is the same in all draws.
  private func checkFactors(
    _ factors: [Parameter], _ packages: [ScenarioText], _ scenarios: [[Scenario]]
  ) {
    guard let node = file.map["factors"] else { return }
    for factor in factors {
      let deciding = scenarios.firstIndex { row in
        row.contains { $0.parameters.overrides[factor.name] != nil }
      }
      guard let deciding else { continue }
      let name = packages[deciding].name
      values.add(
        node, "\(factor.name) is set by \(name), so it is no uncertainty.",
        "\(factor.name) 已由 \(name) 设定，不是不确定因素。",
        remedy: BilingualText(chinese: "请从列表中删除。", english: "Take it out of the list."))
    }
  }

  /// Uncertain numbers that are drawn and that no package decides.
  private func factors() -> [Parameter] {
    guard let node = file.map["factors"] else { return [] }
    guard case .list(let items) = node.content, !items.isEmpty else {
      values.expected(
        node, key: "factors", english: "a list of names of parameters", chinese: "参数名称的列表")
      return []
    }
    var factors: [Parameter] = []
    for item in items {
      guard let name = values.text(item, key: "factors") else { continue }
      guard let parameter = file.reader.byName[name] else {
        values.add(
          item, "\(name) is no declared parameter.", "\(name) 不是已声明的参数。",
          remedy: Spelling.remedy(for: name, among: file.reader.declared.map(\.name)))
        continue
      }
      if parameter.prior == .fixed || parameter.values.count != 1 {
        values.add(
          item, "\(name) has no prior, so no draw differs in it.", "\(name) 没有先验分布，各次抽样相同。",
          remedy: BilingualText(chinese: "请从列表中删除。", english: "Take it out of the list."))
      } else if factors.contains(where: { $0.name == name }) {
        values.add(item, "\(name) is listed twice.", "\(name) 重复列出。")
      } else {
        factors.append(parameter)
      }
    }
    return factors
  }

  private func posterior() -> PosteriorEnsemble? {
    guard let node = file.map["posterior"], let name = values.text(node, key: "posterior") else {
      return nil
    }
    do {
      return try PosteriorFile.read(at: file.place(of: name), declared: file.reader.declared)
    } catch {
      file.mistakes.add(error)
      return nil
    }
  }

  private func design() -> (whole: StudyDesign, quick: StudyDesign)? {
    guard let design = file.design() else { return nil }
    if let node = file.map["design"], min(design.whole.draws, design.quick.draws) < 4 {
      values.add(
        node, "states are draws of the parameters, so draws must be at least 4.",
        "状态由参数抽样构成，draws 至少为 4。",
        remedy: BilingualText(chinese: "请写 draws: 32", english: "Write draws: 32"))
    }
    return design
  }

  private func share(_ node: SourceNode, _ key: String, _ valid: ClosedRange<Double>) -> Double? {
    values.number(
      node, key: key, rule: ValueReader.NumberRule(valid: valid, unit: "share", isShare: true))
  }

  private func money(_ node: SourceNode, _ key: String) -> Double? {
    values.number(
      node, key: key,
      rule: ValueReader.NumberRule(valid: 0...1e14, unit: "yuan", isShare: false))
  }
}
