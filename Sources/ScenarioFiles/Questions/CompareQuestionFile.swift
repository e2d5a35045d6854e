import Households

/// Reads the question which of several reforms is the best.
public enum CompareQuestionFile {
  static let kind = BilingualText(chinese: "方案比较问题", english: "a question of compare")
  private static let keys = [
    "packages", "rates", "smallest_difference", "error", "precision", "value_of_person_year",
    "value_of_information", "quick_value_of_information",
  ]

  /// Reads a question with all its scenarios.
  ///
  /// - Parameter path: The question file; it names its scenarios relative to itself.
  /// - Returns: A question in which nothing is left to check, and its text.
  /// - Throws: Every mistake at once, in order of place.
  public static func read(
    at path: String
  ) throws(ScenarioFileErrors) -> (question: CompareQuestion, text: String) {
    let reader = try QuestionReader(
      path: path, keys: keys, required: ["packages", "rates", "smallest_difference"], kind: kind)
    let question = question(reader)
    try reader.finish()
    guard let question else { fatalError("a question without value and without mistake") }
    return (question, reader.text)
  }

  private static func question(_ reader: QuestionReader) -> CompareQuestion? {
    let map = reader.map
    let values = reader.values
    let title = map["title"].flatMap { values.bilingual($0, key: "title") }
    let asked = map["question"].flatMap { values.bilingual($0, key: "question") }
    let baselineText = reader.baseline()
    let baseline = baselineText.flatMap { reader.scenario([$0]) }
    let packages = reader.scenarioTexts("packages", over: baselineText)
      .compactMap { reader.scenario([$0]) }
    let years = baseline?.scenario.resultYears ?? 2023...2030
    let rates = reader.rates("rates", years: years)
    let difference = map["smallest_difference"].flatMap {
      reader.points($0, key: "smallest_difference")
    }
    let precision = map["precision"].flatMap { reader.points($0, key: "precision") }
    let error = map["error"].flatMap {
      values.number(
        $0, key: "error",
        rule: ValueReader.NumberRule(valid: 0.001...0.5, unit: "share", isShare: true))
    }
    let grid = map["value_of_person_year"].map { reader.values($0) } ?? []
    let designs = reader.design()
    let information = reader.draws("value_of_information", required: true)
    let quick = reader.draws("quick_value_of_information", required: true)
    guard let title, let baseline, !packages.isEmpty, !rates.isEmpty, let difference,
      let designs, reader.mistakes.isEmpty
    else { return nil }
    return CompareQuestion(
      name: reader.name, title: title,
      question: asked ?? BilingualText(chinese: "", english: ""), baseline: baseline,
      packages: packages,
      choice: CompareQuestion.Choice(
        rates: rates, smallestDifference: difference, error: error ?? 0.05, values: grid),
      precision: precision, design: designs.whole, quick: designs.quick,
      information: information, quickInformation: quick ?? information)
  }
}

extension QuestionReader {
  /// A difference of shares in percentage points, as a share.
  func points(_ node: SourceNode, key: String) -> Double? {
    if let share = node.text.flatMap(PointsText.share), share > 0, share < 1 { return share }
    values.expected(
      node, key: key, english: "a positive number of percentage points",
      chinese: "以百分点为单位的正数",
      remedy: BilingualText(chinese: "例如 \(key): 0.05pp", english: "Such as \(key): 0.05pp"))
    return nil
  }

  /// A list of rates without repetition.
  func rates(_ key: String, years: ClosedRange<Int>) -> [HeadlineRate] {
    guard let node = map[key] else { return [] }
    guard case .list(let items) = node.content, !items.isEmpty else {
      values.expected(
        node, key: key, english: "a list of rates", chinese: "指标的列表",
        remedy: BilingualText(
          chinese: "例如 - {measure: stock, year: 2030}",
          english: "Such as - {measure: stock, year: 2030}"))
      return []
    }
    var rates: [HeadlineRate] = []
    for (number, item) in items.enumerated() {
      guard let rate = rate(item, key: "\(key)[\(number + 1)]", years: years) else { continue }
      if rates.contains(rate) {
        values.add(item, "\(rate.name) is listed twice.", "\(rate.name) 重复列出。")
      }
      rates.append(rate)
    }
    return rates
  }

  /// Amounts of yuan in ascending order.
  fileprivate func values(_ node: SourceNode) -> [Double] {
    guard case .list(let items) = node.content, !items.isEmpty else {
      values.expected(
        node, key: "value_of_person_year", english: "a list of amounts", chinese: "金额的列表")
      return []
    }
    return items.compactMap { item in
      values.number(
        item, key: "value_of_person_year",
        rule: ValueReader.NumberRule(valid: 0...1e9, unit: "yuan", isShare: false))
    }.sorted()
  }

  /// A design with draws of the parameters.
  fileprivate func draws(_ key: String, required: Bool) -> StudyDesign? {
    guard let node = map[key] else { return nil }
    let start = StudyDesign(replications: 0, sample: 0)
    guard let design = design(node, key: key, over: start, isComplete: false) else { return nil }
    guard design.draws > 1 else {
      values.add(
        node, "\(key) has no draws of the parameters.", "\(key) 没有参数抽样。",
        remedy: BilingualText(chinese: "请写 draws: 64", english: "Write draws: 64"))
      return nil
    }
    return design
  }
}
