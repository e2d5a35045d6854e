import Households

/// Reads a question about alerts and their thresholds.
public struct TuneQuestionFile {
  private static let keys = [
    "help_off", "help_on", "designs", "years", "horizon", "capacity", "costs", "groups",
    "tuning_share", "rate",
  ]
  private let file: QuestionReader
  private var values: ValueReader { file.values }
  private var map: KeyedNode { file.map }

  /// Reads a question with the scenarios it needs.
  ///
  /// - Parameter path: The question file; it names its scenarios relative to itself.
  /// - Returns: The question.
  /// - Throws: Every mistake at once, in order of place.
  public static func read(at path: String) throws(ScenarioFileErrors) -> TuneQuestion {
    let kind = BilingualText(chinese: "预警阈值问题文件", english: "a question about alerts")
    let file = try QuestionReader(
      path: path, keys: keys,
      required: ["help_off", "help_on", "years", "capacity", "costs", "rate"],
      kind: kind)
    let question = TuneQuestionFile(file: file).question()
    try file.finish()
    guard let question else { fatalError("a question without value and without mistake") }
    return question
  }

  private func question() -> TuneQuestion? {
    let title = map["title"].flatMap { values.bilingual($0, key: "title") }
    let sentence = map["question"].flatMap { values.bilingual($0, key: "question") }
    let base = file.baseline()
    let scenarios = [
      base, halfText("help_off", over: base), halfText("help_on", over: base),
    ].map { text in text.flatMap { file.scenario([$0]) } }
    let designs: [TuneQuestion.Design] = names("designs") ?? TuneQuestion.Design.allCases
    let groupings: [TuneQuestion.Grouping] = names("groups") ?? [.prefecture]
    let horizon = horizon()
    let capacity = capacity()
    let costs = costs()
    let share = map["tuning_share"].flatMap { node in
      values.number(
        node, key: "tuning_share",
        rule: ValueReader.NumberRule(valid: 0.1...0.9, unit: "share", isShare: true))
    }
    let design = file.design()
    guard file.mistakes.isEmpty, let baseline = scenarios[0], let off = scenarios[1],
      let on = scenarios[2]
    else { return nil }
    checkScenarios(baseline, [(off, "help_off"), (on, "help_on")])
    let reported = baseline.scenario.resultYears
    let years = map["years"].flatMap { file.span($0, key: "years", valid: reported) }
    checkEnd(years, reported)
    // The recommended threshold holds from the first of the years on.
    let rated = (years?.lowerBound ?? reported.lowerBound)...reported.upperBound
    let rate = map["rate"].flatMap { file.rate($0, key: "rate", years: rated) }
    guard let title, let years, let capacity, let costs, let rate, let design else { return nil }
    return TuneQuestion(
      name: file.name, title: title, question: sentence, baseline: baseline, helpOff: off,
      helpOn: on, designs: designs, years: years, horizon: horizon, capacity: capacity,
      costs: costs, groupings: groupings, tuningShare: share ?? 0.5, rate: rate,
      design: design.whole, quick: design.quick, text: file.text)
  }

  private func halfText(_ key: String, over base: ScenarioText?) -> ScenarioText? {
    map[key].flatMap { file.scenarioText($0, key: key, over: base) }
  }

  /// Households must be the same in all three scenarios, month by month.
  private func checkScenarios(
    _ baseline: QuestionScenario, _ halves: [(half: QuestionScenario, key: String)]
  ) {
    for (half, key) in halves {
      let (one, other) = (half.scenario, baseline.scenario)
      let isSame =
        one.start == other.start && one.end == other.end && one.resultYears == other.resultYears
        && one.counties == other.counties
      guard !isSame, let node = map[key] else { continue }
      values.add(
        node, "\(key) has other months or counties than the baseline.", "\(key) 的月份或县与基准不同。",
        remedy: BilingualText(
          chinese: "三个情景的 period 和 population.counties 须相同。",
          english: "Write the same period and population.counties in all three scenarios."))
    }
    guard let node = map["baseline"],
      !baseline.scenario.setting(of: .vulnerabilityIndex).isEnabled
        || !baseline.scenario.setting(of: .monitoring).isEnabled
    else { return }
    values.add(
      node, "the baseline has no vulnerability index in force, so nothing can be tuned.",
      "基准情景没有启用防贫脆弱性指数，无阈值可调。",
      remedy: BilingualText(
        chinese: "请启用 finding.monitoring 和 finding.vulnerability_index。",
        english: "Turn on finding.monitoring and finding.vulnerability_index."))
  }

  /// What becomes of households is looked at for a year after their score.
  private func checkEnd(_ years: ClosedRange<Int>?, _ reported: ClosedRange<Int>) {
    guard let years, let node = map["years"], years.upperBound >= reported.upperBound else {
      return
    }
    let last = reported.upperBound - 1
    values.add(
      node, "years ends in \(years.upperBound), and the run ends before the year after it is over.",
      "years 止于 \(years.upperBound)，此后不满一年模拟即结束。",
      remedy: BilingualText(
        chinese: "年份最晚写到 \(last)。", english: "Write \(last) as the last year at most."))
  }

  private func names<Name: RawRepresentable & CaseIterable & Hashable>(
    _ key: String
  ) -> [Name]? where Name.RawValue == String {
    guard let node = map[key] else { return nil }
    let list = Name.allCases.map(\.rawValue)
    guard case .list(let items) = node.content, !items.isEmpty else {
      values.expected(
        node, key: key, english: "a list of \(list.joined(separator: ", "))",
        chinese: "由 \(list.joined(separator: "、")) 组成的列表")
      return []
    }
    var chosen: [Name] = []
    for item in items {
      guard let text = values.text(item, key: key) else { continue }
      guard let name = Name(rawValue: text) else {
        values.add(
          item, "\(text) is none of \(key).", "\(key) 中没有 \(text)。",
          remedy: Spelling.remedy(for: text, among: list))
        continue
      }
      if chosen.contains(name) {
        values.add(item, "\(text) is listed twice.", "\(text) 重复列出。")
      } else {
        chosen.append(name)
      }
    }
    return chosen
  }

  private func horizon() -> Int {
    guard let node = map["horizon"] else { return 6 }
    guard let text = node.text, let months = Int(text), [6, 12].contains(months) else {
      values.expected(
        node, key: "horizon", english: "6 or 12 months", chinese: "6 或 12（个月）")
      return 6
    }
    return months
  }

  private func capacity() -> TuneQuestion.Capacity? {
    guard let node = map["capacity"] else { return nil }
    if node.text == "today" { return .today }
    guard let text = node.text, Double(text) != nil else {
      values.expected(
        node, key: "capacity", english: "today, or visits in half a year",
        chinese: "today，或每半年的走访户数")
      return nil
    }
    return money(node, "capacity", 1...1e9, "visits per half-year").map(
      TuneQuestion.Capacity.visits)
  }

  private func costs() -> TuneQuestion.Costs? {
    guard let node = map["costs"],
      let costs = KeyedNode(
        node, key: "costs", keys: ["visit", "help", "missed", "source"], mistakes: file.mistakes)
    else { return nil }
    let missing = ["visit", "help", "missed", "source"].filter { costs[$0] == nil }
    guard missing.isEmpty else {
      let list = missing.joined(separator: ", ")
      values.add(node, "costs lacks \(list).", "costs 缺少 \(list)。")
      return nil
    }
    let yuan = ["visit", "help", "missed"].map { key in
      costs[key].flatMap { money($0, "costs.\(key)", 0...1e9, "yuan") }
    }
    let source = costs["source"].flatMap { values.bilingual($0, key: "costs.source") }
    guard let visit = yuan[0], let help = yuan[1], let missed = yuan[2], let source else {
      return nil
    }
    guard visit > 0, missed > visit + help else {
      values.add(
        node,
        "a missed household must cost more than its visit and its help together, and a visit more than nothing; otherwise nobody should be visited, or everybody.",
        "漏掉一户的损失须大于走访加帮扶的费用，且走访费用须大于零；否则应当一户也不走访，或者全部走访。")
      return nil
    }
    return TuneQuestion.Costs(visit: visit, help: help, missed: missed, source: source)
  }

  private func money(
    _ node: SourceNode, _ key: String, _ valid: ClosedRange<Double>, _ unit: String
  ) -> Double? {
    values.number(
      node, key: key, rule: ValueReader.NumberRule(valid: valid, unit: unit, isShare: false))
  }
}
