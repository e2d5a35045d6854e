import Foundation
import Households

/// Reads what a sensitivity analysis is to do.
public enum SensitivityQuestionFile {
  static let kind = BilingualText(chinese: "敏感性问题", english: "a sensitivity analysis")
  private static let counts: [(name: String, valid: ClosedRange<Int>)] = [
    ("futures", 2...100_000), ("blocks", 2...10_000), ("themes", 0...1000), ("rows", 0...65_536),
    ("top", 1...100),
  ]

  /// Reads a question with the scenario it is about.
  ///
  /// - Parameter path: The question file.
  /// - Returns: The question, in which nothing is left to check.
  /// - Throws: Every mistake at once, in order of place.
  public static func read(at path: String) throws(ScenarioFileErrors) -> SensitivityQuestion {
    let reader = try QuestionReader(
      path: path, keys: ["rate", "posterior", "factors"], required: ["rate"], kind: kind)
    let title = reader.map["title"].flatMap { reader.values.bilingual($0, key: "title") }
    let sentence = reader.map["question"].flatMap { reader.values.bilingual($0, key: "question") }
    let baseline = reader.baseline().flatMap { reader.scenario([$0]) }
    let study = reader.design(own: counts.map(\.name))
    let rate = reader.map["rate"].flatMap { node in
      baseline.flatMap { reader.rate(node, key: "rate", years: $0.scenario.resultYears) }
    }
    let posterior = reader.posterior()
    let named = baseline.map { reader.named($0.scenario) } ?? []
    let designs = reader.sensitivityDesigns(study, counts)
    try reader.finish()
    guard let title, let baseline, let rate, let designs else {
      fatalError("a sensitivity analysis without value and without mistake")
    }
    return SensitivityQuestion(
      name: reader.name, title: title, question: sentence, text: reader.text, baseline: baseline,
      rate: rate, posterior: posterior, named: named, whole: designs.whole, quick: designs.quick)
  }
}

extension QuestionReader {
  fileprivate func sensitivityDesigns(
    _ study: (whole: StudyDesign, quick: StudyDesign)?,
    _ counts: [(name: String, valid: ClosedRange<Int>)]
  ) -> (whole: SensitivityQuestion.Design, quick: SensitivityQuestion.Design)? {
    guard let node = map["design"] else { return nil }
    var found: [String: (whole: Int, quick: Int)] = [:]
    let missing = counts.map(\.name).filter { node.value(of: $0) == nil }
    if case .map = node.content, !missing.isEmpty {
      let list = missing.joined(separator: ", ")
      values.add(node, "design lacks \(list).", "design 缺少 \(list)。")
    }
    for (name, valid) in counts { found[name] = self.counts(name, valid) }
    if let study, study.whole.draws > 1 || study.quick.draws > 1 {
      values.add(
        map.node, "the design moves the uncertain numbers itself, so draws has no meaning.",
        "设计自身会变动不确定的数值，draws 没有意义。",
        remedy: BilingualText(chinese: "请删除 draws。", english: "Leave draws out."))
    }
    func design(
      _ study: StudyDesign, _ of: KeyPath<(whole: Int, quick: Int), Int>
    ) -> SensitivityQuestion.Design? {
      guard let futures = found["futures"], let blocks = found["blocks"],
        let themes = found["themes"], let rows = found["rows"], let top = found["top"]
      else { return nil }
      return SensitivityQuestion.Design(
        study: study, futures: futures[keyPath: of], blocks: blocks[keyPath: of],
        themes: themes[keyPath: of], rows: rows[keyPath: of], top: top[keyPath: of])
    }
    guard let study, let whole = design(study.whole, \.whole),
      let quick = design(study.quick, \.quick)
    else { return nil }
    return (whole, quick)
  }

  /// The ensemble of a calibration, from a path relative to the question file.
  fileprivate func posterior() -> PosteriorEnsemble? {
    guard let node = map["posterior"], let file = values.text(node, key: "posterior") else {
      return nil
    }
    do {
      return try PosteriorFile.read(
        at: ScenarioChain.path(file, relativeTo: path), declared: reader.declared)
    } catch {
      for mistake in error.mistakes {
        mistakes.add(
          Place(file: mistake.file, line: mistake.line, column: mistake.column),
          english: mistake.problem.english, chinese: mistake.problem.chinese,
          remedy: mistake.remedy)
      }
      return nil
    }
  }

  /// Uncertain numbers that get indices whatever the screening says.
  fileprivate func named(_ scenario: Scenario) -> [String] {
    guard let node = map["factors"] else { return [] }
    guard case .list(let items) = node.content, !items.isEmpty else {
      values.expected(
        node, key: "factors", english: "a list of names of parameters", chinese: "参数名称的列表")
      return []
    }
    var names: [String] = []
    for item in items {
      guard let name = values.text(item, key: "factors") else { continue }
      guard let declared = scenario.parameters.declaration(of: name) else {
        values.add(
          item, "\(name) is no declared parameter.", "\(name) 不是已声明的参数。",
          remedy: Spelling.remedy(for: name, among: scenario.parameters.declared.map(\.name)))
        continue
      }
      if names.contains(name) {
        values.add(item, "\(name) is listed twice.", "\(name) 重复列出。")
      } else if declared.prior == .fixed || declared.values.count != 1 {
        values.add(
          item, "\(name) has no prior, so it is not uncertain.", "\(name) 没有先验分布，不是不确定的数值。")
      } else if let own = scenario.parameters.overrides[name] {
        values.add(
          item, "\(name) is set by the scenario (\(own.place)), so it is not uncertain.",
          "\(name) 已由情景设定（\(own.place)），不是不确定的数值。")
      } else {
        names.append(name)
      }
    }
    return names
  }
}
