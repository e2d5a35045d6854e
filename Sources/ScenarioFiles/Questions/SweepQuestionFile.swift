import Households

/// Reads what a sweep is to do.
public enum SweepQuestionFile {
  static let kind = BilingualText(chinese: "扫描问题", english: "a sweep")
  static let mostPoints = 20_000

  /// Reads a question with the scenario it is about.
  ///
  /// - Parameter path: The question file.
  /// - Returns: The question, in which nothing is left to check.
  /// - Throws: Every mistake at once, in order of place.
  public static func read(at path: String) throws(ScenarioFileErrors) -> SweepQuestion {
    let reader = try QuestionReader(
      path: path, keys: ["factors", "points", "outcomes", "limit"],
      required: ["factors", "outcomes"], kind: kind)
    let title = reader.map["title"].flatMap { reader.values.bilingual($0, key: "title") }
    let sentence = reader.map["question"].flatMap { reader.values.bilingual($0, key: "question") }
    let baseline = reader.baseline().flatMap { reader.scenario([$0]) }
    let study = reader.design(own: ["points"])
    let factors = SweepFactorReader(reader: reader)
    let moved = factors.factors()
    let points = factors.points(moved)
    var outcomes: [SweepQuestion.Outcome] = []
    if let baseline { outcomes = reader.outcomes(years: baseline.scenario.resultYears) }
    let limit = reader.map["limit"].flatMap { reader.limit($0, of: outcomes.first) }
    let counts = reader.counts("points", 2...mostPoints)
    if let study, study.whole.draws > 1 || study.quick.draws > 1 {
      reader.values.add(
        reader.map.node,
        "a sweep keeps all numbers that it does not move, so draws has no meaning.",
        "扫描不改动其他数值，draws 没有意义。",
        remedy: BilingualText(
          chinese: "请删除 draws；不确定数值请用 fangpin sensitivity。",
          english: "Leave draws out; for uncertain numbers use fangpin sensitivity."))
    }
    try reader.finish()
    guard let title, let baseline, let study, let points else {
      fatalError("a sweep without value and without mistake")
    }
    return SweepQuestion(
      name: reader.name, title: title, question: sentence, text: reader.text, baseline: baseline,
      factors: moved.map(\.factor), points: points, outcomes: outcomes, limit: limit,
      whole: SweepQuestion.Design(study: study.whole, points: counts?.whole ?? 0),
      quick: SweepQuestion.Design(study: study.quick, points: counts?.quick ?? 0))
  }
}

extension QuestionReader {
  /// What a sweep tells at every point.
  fileprivate func outcomes(years: ClosedRange<Int>) -> [SweepQuestion.Outcome] {
    guard let node = map["outcomes"] else { return [] }
    guard case .list(let items) = node.content, !items.isEmpty else {
      values.expected(
        node, key: "outcomes", english: "a list of outcomes", chinese: "结果指标的列表",
        remedy: BilingualText(
          chinese: "例如 - {measure: stock, year: 2030}",
          english: "Such as - {measure: stock, year: 2030}"))
      return []
    }
    var outcomes: [SweepQuestion.Outcome] = []
    for (number, item) in items.enumerated() {
      guard let outcome = outcome(item, key: "outcomes[\(number + 1)]", years: years) else {
        continue
      }
      if outcomes.contains(outcome) {
        values.add(item, "\(outcome.name) is listed twice.", "\(outcome.name) 重复列出。")
      }
      outcomes.append(outcome)
    }
    return outcomes
  }

  private func outcome(
    _ node: SourceNode, key: String, years: ClosedRange<Int>
  ) -> SweepQuestion.Outcome? {
    guard
      let map = KeyedNode(
        node, key: key, keys: ["measure", "year", "from", "to"], mistakes: mistakes)
    else { return nil }
    let measures = HeadlineRate.Measure.allCases.map(\.rawValue)
    let names = measures + ["public_cost", "visits"]
    guard let name = map["measure"]?.text, names.contains(name) else {
      values.expected(
        map["measure"] ?? node, key: "\(key).measure",
        english: "one of \(names.joined(separator: ", "))",
        chinese: "\(names.joined(separator: "、")) 之一",
        remedy: Spelling.remedy(for: map["measure"]?.text ?? "", among: names))
      return nil
    }
    func year(_ name: String) -> Int? {
      map[name].flatMap { values.integer($0, key: "\(key).\(name)", valid: years) }
    }
    if map["year"] != nil, map["from"] == nil, map["to"] == nil {
      guard let year = year("year") else { return nil }
      if let measure = HeadlineRate.Measure(rawValue: name) {
        return .rate(HeadlineRate(measure: measure, year: year))
      }
      return name == "visits" ? .visits(years: year...year) : .publicCost(years: year...year)
    }
    guard map["year"] == nil, map["from"] != nil, map["to"] != nil else {
      values.add(
        node, "\(key) needs year, or from and to.", "\(key) 需要 year，或 from 和 to。",
        remedy: BilingualText(
          chinese: "一年写 year；多年之和写 from 和 to。",
          english: "Write year for one year, from and to for the sum over years."))
      return nil
    }
    guard let from = year("from"), let to = year("to") else { return nil }
    guard from <= to else {
      values.add(node, "\(key) ends before it begins.", "\(key) 的 to 早于 from。")
      return nil
    }
    if let measure = HeadlineRate.Measure(rawValue: name) {
      return .personYears(measure, years: from...to)
    }
    return name == "visits" ? .visits(years: from...to) : .publicCost(years: from...to)
  }

  /// A limit of the first outcome.
  fileprivate func limit(
    _ node: SourceNode, of outcome: SweepQuestion.Outcome?
  ) -> SweepQuestion.Limit? {
    guard case .rate(let rate)? = outcome else {
      if outcome != nil {
        values.add(
          node, "limit belongs to a rate, but the first outcome is none.",
          "limit 只用于比率，而第一个结果指标不是比率。",
          remedy: BilingualText(
            chinese: "请把比率放在第一个。", english: "Put the rate first in outcomes."))
      }
      return nil
    }
    if let reading = node.text, ["hard", "stretch"].contains(reading) {
      guard rate.year >= 2025 else {
        values.add(
          node, "the plan has no limit before 2025.", "方案在 2025 年以前没有限值。",
          remedy: BilingualText(chinese: "请写数值。", english: "Write a number."))
        return nil
      }
      return .plan(isStretch: reading == "stretch")
    }
    return values.number(
      node, key: "limit",
      rule: ValueReader.NumberRule(valid: 0...1, unit: "share", isShare: true, example: 0.005)
    ).map { .share($0) }
  }
}
