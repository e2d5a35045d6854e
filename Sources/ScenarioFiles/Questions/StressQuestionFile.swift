import Households

/// Reads a question about packages under events.
public struct StressQuestionFile {
  private static let keys = [
    "packages", "events", "rate", "years", "limit", "probability", "hold", "mass_return",
    "return_periods",
  ]
  private let file: QuestionReader
  private var values: ValueReader { file.values }

  /// Reads a question with the scenarios it needs.
  ///
  /// - Parameter path: The question file; it names its scenarios relative to itself.
  /// - Returns: The question.
  /// - Throws: Every mistake at once, in order of place.
  public static func read(at path: String) throws(ScenarioFileErrors) -> StressQuestion {
    let kind = BilingualText(chinese: "压力测试问题文件", english: "a question about stress")
    let file = try QuestionReader(
      path: path, keys: keys,
      required: [
        "packages", "events", "rate", "limit", "probability", "mass_return", "return_periods",
      ], kind: kind)
    let question = StressQuestionFile(file: file).question()
    try file.finish()
    guard let question else { fatalError("a question without value and without mistake") }
    return question
  }

  private func question() -> StressQuestion? {
    let map = file.map
    // The baseline comes first, for its years: no scenario is believed after a mistake.
    let first = file.baseline()
    let base = first.flatMap { file.scenario([$0]) }
    let packages = file.packages(after: first)
    let events = file.scenarioTexts("events", over: nil)
    let own = [base].compactMap(\.self) + packages.dropFirst().compactMap { file.scenario([$0]) }
    let titles = events.compactMap { file.scenario([$0])?.title }
    let title = map["title"].flatMap { values.bilingual($0, key: "title") }
    let sentence = map["question"].flatMap { values.bilingual($0, key: "question") }
    let limit = map["limit"].flatMap(limit)
    let probability = map["probability"].flatMap { share($0, "probability", 0.01...0.999) }
    let massReturn = map["mass_return"].flatMap(massReturn)
    let periods = map["return_periods"].map(returnPeriods) ?? []
    let design = design()
    let found = map["hold"].map {
      StressHoldReader(
        file: file, packages: packages.map(\.name), events: ["none"] + events.map(\.name)
      ).hold($0)
    }
    let years = base?.scenario.resultYears ?? 1...9999
    let rate = map["rate"].flatMap { file.rate($0, key: "rate", years: years) }
    let worst = map["years"].map { file.span($0, key: "years", valid: years) } ?? years
    guard file.mistakes.isEmpty, let scenarios = file.scenarios(packages, under: events),
      let title, let rate, let worst, let limit, let probability, let massReturn, let design
    else { return nil }
    let hold = found ?? nil
    if let hold, let node = map["hold"] { check(hold, node, rate: rate, scenarios: scenarios) }
    return StressQuestion(
      name: file.name, title: title, question: sentence, packages: own,
      events: [.none] + zip(events, titles).map { RobustQuestion.Event(name: $0.name, title: $1) },
      scenarios: scenarios, rate: rate, years: worst, limit: limit, probability: probability,
      hold: hold, massReturn: massReturn, returnPeriods: periods, design: design.whole,
      quick: design.quick, text: file.text)
  }

  /// A setting that acts after the year in question, or that a scenario already exceeds, answers nothing.
  private func check(
    _ hold: StressQuestion.Hold, _ node: SourceNode, rate: HeadlineRate,
    scenarios: [[Scenario]]
  ) {
    if let from = hold.factor.from, from > Month(year: rate.year, month: 12) {
      values.add(
        node, "hold.from is \(from), after the end of \(rate.year), which it is to hold.",
        "hold.from 为 \(from)，晚于所要守住的 \(rate.year) 年。")
    }
    let cells = hold.packages.flatMap { package in hold.events.map { scenarios[package][$0] } }
    for scenario in cells {
      let present = hold.factor.value(in: scenario)
      guard !(present < hold.largest) else { continue }
      values.add(
        node,
        "hold.largest is not above the \(NumberWords.digits(present)) \(hold.factor.unit) that "
          + "\(scenario.name) has already.",
        "hold.largest 不高于 \(scenario.name) 已有的 \(NumberWords.digits(present))。",
        remedy: BilingualText(
          chinese: "请写更大的数。", english: "Write a larger amount."))
      return
    }
  }

  // MARK: Numbers

  private func share(_ node: SourceNode, _ key: String, _ valid: ClosedRange<Double>) -> Double? {
    values.number(
      node, key: key, rule: ValueReader.NumberRule(valid: valid, unit: "share", isShare: true))
  }

  private func limit(_ node: SourceNode) -> StressQuestion.Limit? {
    switch node.text {
    case "hard": .hard
    case "stretch": .stretch
    default: share(node, "limit", 1e-6...1).map(StressQuestion.Limit.rate)
    }
  }

  private func massReturn(_ node: SourceNode) -> StressQuestion.MassReturn? {
    let keys = ["county", "province"]
    guard let map = KeyedNode(node, key: "mass_return", keys: keys, mistakes: file.mistakes) else {
      return nil
    }
    let shares = keys.compactMap { key -> Double? in
      guard let node = map[key] else {
        values.add(map.node, "mass_return has no \(key).", "mass_return 缺少 \(key)。")
        return nil
      }
      return share(node, "mass_return.\(key)", 1e-6...1)
    }
    guard shares.count == keys.count else { return nil }
    return StressQuestion.MassReturn(county: shares[0], province: shares[1])
  }

  private func returnPeriods(_ node: SourceNode) -> [Double] {
    guard case .list(let items) = node.content, !items.isEmpty else {
      values.expected(
        node, key: "return_periods", english: "a list of years", chinese: "年数的列表",
        remedy: BilingualText(
          chinese: "例如 return_periods: [5, 10, 20]",
          english: "Such as return_periods: [5, 10, 20]"))
      return []
    }
    var periods: [Int] = []
    for item in items {
      guard let period = values.integer(item, key: "return_periods", valid: 2...100_000) else {
        continue
      }
      if periods.contains(period) {
        values.add(
          item, "return_periods has \(period) twice.", "return_periods 中 \(period) 重复列出。")
      }
      periods.append(period)
    }
    return periods.sorted().map(Double.init)
  }

  private func design() -> (whole: StudyDesign, quick: StudyDesign)? {
    guard let design = file.design() else { return nil }
    if max(design.whole.draws, design.quick.draws) > 1, let node = file.map["design"] {
      values.add(
        node, "a question about stress is answered for the declared numbers, without draws.",
        "压力测试按声明的参数值回答，不抽样参数。",
        remedy: BilingualText(
          chinese: "请删除 draws；参数不确定时请用 fangpin robust。",
          english: "Take draws out; fangpin robust answers for uncertain numbers."))
    }
    return design
  }
}
