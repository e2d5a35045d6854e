import Foundation
import Households

/// Reads a question about the articles of a draft regulation.
public struct ArticlesQuestionFile {
  private static let keys = [
    "draft", "in_force", "articles", "rate", "years", "smallest_difference", "orders",
    "interactions",
  ]
  private let file: QuestionReader
  private var values: ValueReader { file.values }

  /// Reads a question with the scenarios it needs.
  ///
  /// - Parameter path: The question file; it names its scenario and draft relative to itself.
  /// - Returns: The question, and the scenario of any combination of articles.
  /// - Throws: Every mistake at once, in order of place.
  public static func read(
    at path: String
  ) throws(ScenarioFileErrors) -> (question: ArticlesQuestion, scenarios: ArticleScenarios) {
    let kind = BilingualText(chinese: "逐条分析的问题文件", english: "a question about articles")
    let file = try QuestionReader(
      path: path, keys: keys, required: ["draft", "rate", "smallest_difference"], kind: kind)
    let result = ArticlesQuestionFile(file: file).read()
    try file.finish()
    guard let result else { fatalError("a question without value and without mistake") }
    return result
  }

  private func read() -> (question: ArticlesQuestion, scenarios: ArticleScenarios)? {
    let map = file.map
    // The baseline comes first: no scenario is believed after a mistake.
    let text = file.baseline()
    let baseline = text.flatMap { file.scenario([$0]) }
    let draft = map["draft"].flatMap(draft)
    let title = map["title"].flatMap { values.bilingual($0, key: "title") }
    let sentence = map["question"].flatMap { values.bilingual($0, key: "question") }
    let inForce = map["in_force"].flatMap { node in
      values.month(node, key: "in_force").map { Sourced(value: $0, place: node.place) }
    }
    let smallest = map["smallest_difference"].flatMap {
      file.points($0, key: "smallest_difference")
    }
    let orders = map["orders"].flatMap { values.integer($0, key: "orders", valid: 2...1000) }
    let interacting = map["interactions"].flatMap {
      values.integer($0, key: "interactions", valid: 0...10)
    }
    let design = file.design()
    if let node = map["design"], let design, max(design.whole.draws, design.quick.draws) > 1 {
      values.add(
        node, "the question about articles does not draw parameters: draws must be 1.",
        "逐条分析不抽取参数：draws 只能是 1。",
        remedy: BilingualText(chinese: "请删除 draws。", english: "Take draws out."))
    }
    guard let text, let baseline, let draft else { return nil }
    let years = baseline.scenario.resultYears
    let rate = map["rate"].flatMap { file.rate($0, key: "rate", years: years) }
    let start = (inForce ?? draft.inForce).value
    let from = min(max(start.year, years.lowerBound), years.upperBound)
    let summed =
      map["years"].map { file.span($0, key: "years", valid: years) } ?? from...years.upperBound
    let examined = examined(draft)
    guard let scenarios = scenarios(text, baseline, draft, inForce, examined),
      let title, let rate, let summed, let smallest, let design
    else { return nil }
    let shift = start.ordinal - draft.inForce.value.ordinal
    let articles = draft.articles.map { article in
      ArticlesQuestion.Article(
        number: article.number, heading: article.heading,
        inForce: article.inForce?.value.advanced(by: shift) ?? start,
        keys: article.settings?.written(at: article.settingsPlace).map(\.key) ?? [])
    }
    let question = ArticlesQuestion(
      name: file.name, title: title, question: sentence, baseline: baseline,
      draft: ArticlesQuestion.Draft(
        title: draft.title, file: draft.file, inForce: start, articles: articles),
      examined: examined, rate: rate, years: summed, smallestDifference: smallest,
      orders: orders ?? 8, interacting: interacting ?? 5, design: design.whole, quick: design.quick,
      text: file.text)
    return (question, scenarios)
  }

  private func draft(_ node: SourceNode) -> RegulationDraft? {
    guard let name = values.text(node, key: "draft") else { return nil }
    return RegulationReader(reader: file.reader).draft(at: file.place(of: name), asked: node)
  }

  /// Numbers of the articles that are examined: those named, or all that a household model can express.
  private func examined(_ draft: RegulationDraft) -> [Int] {
    guard let node = file.map["articles"] else {
      let all = draft.articles.filter { $0.settings != nil }.map(\.number).sorted()
      if all.isEmpty, let node = file.map["draft"] {
        values.add(
          node, "no article of \(draft.file) sets anything, so there is nothing to examine.",
          "\(draft.file) 中没有任何条文设定内容，无从分析。")
      }
      return all
    }
    guard case .list(let items) = node.content, !items.isEmpty else {
      values.expected(
        node, key: "articles", english: "a list of article numbers", chinese: "条文序号的列表")
      return []
    }
    var numbers: [Int] = []
    for item in items {
      guard
        let number = values.integer(item, key: "articles", valid: RegulationReader.numbers)
      else { continue }
      guard let article = draft.articles.first(where: { $0.number == number }) else {
        values.add(
          item, "articles names article \(number), but \(draft.file) has no such article.",
          "articles 写了第 \(number) 条，但 \(draft.file) 中没有这一条。")
        continue
      }
      if article.settings == nil {
        values.add(
          item, "article \(number) sets nothing, so it has no contribution.",
          "第 \(number) 条没有设定，谈不上贡献。",
          remedy: BilingualText(chinese: "请从列表中删除。", english: "Take it out of the list."))
      } else if numbers.contains(number) {
        values.add(
          item, "articles names article \(number) twice.", "articles 两次写了第 \(number) 条。")
      } else {
        numbers.append(number)
      }
    }
    return numbers.sorted()
  }

  /// The scenarios of combinations, after the whole, each article alone and the whole without each have been
  /// read; `nil` with mistakes noted.
  private func scenarios(
    _ text: ScenarioText, _ baseline: QuestionScenario, _ draft: RegulationDraft,
    _ inForce: Sourced<Month>?, _ examined: [Int]
  ) -> ArticleScenarios? {
    if baseline.scenario.regulation != nil {
      mistakes.add(
        text.place, english: "the baseline already adopts a regulation.", chinese: "基准情景已采用一部条例。",
        remedy: BilingualText(
          chinese: "请用没有条例的情景作基准。", english: "Compare with a scenario without one."))
    }
    guard let files = file.chain.laid(text.layers, asked: text.place),
      let asked = file.map["draft"]?.place, file.mistakes.isEmpty, !examined.isEmpty
    else { return nil }
    let scenarios = ArticleScenarios(
      chain: file.chain, mistakes: file.mistakes, files: files, draft: draft, inForce: inForce,
      asked: asked, baseline: baseline.scenario)
    _ = scenarios.noted(examined)
    for number in examined where file.mistakes.isEmpty && examined.count > 1 {
      _ = scenarios.noted([number])
      _ = scenarios.noted(examined.filter { $0 != number })
    }
    return file.mistakes.isEmpty ? scenarios : nil
  }

  private var mistakes: MistakeList { file.mistakes }
}
