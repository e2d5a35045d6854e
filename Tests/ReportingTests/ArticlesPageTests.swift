import Experiments
import Households
import ScenarioFiles
import Testing
import TestSupport

@testable import Reporting

/// The report on articles, from a tiny answer.
struct ArticlesPageTests {
  private static let draft = """
    title: {zh: 草案, en: Draft}
    in_force: 2023-01
    articles:
      - {number: 1, heading: {zh: 目的, en: Purpose}, text: 目的, settings: none}
      - {number: 2, heading: {zh: 报销, en: Guarantee}, text: 报销, settings: {policies: {reimbursement_guarantee: {enabled: true, own_share: 0.05}}}}
      - {number: 3, heading: {zh: 资金 <b>, en: Money | more}, text: 资金, settings: {policies: {social_capital: {level: 300000000}}}}
      - {number: 4, heading: {zh: 漏评, en: Nobody missed}, text: 漏评, settings: {finding: {identification_errors: {miss_sudden: 0}}}}
    """
  private static let question = """
    title: {zh: 逐条, en: Articles}
    baseline: base.yaml
    draft: draft.yaml
    articles: [2, 3]
    rate: {measure: stock, year: 2024}
    smallest_difference: 0.02pp
    design: {replications: 3, sample: 0.02, seed: 0}
    """

  private func content() throws -> (answer: CompletedArticles, content: QuestionContent) {
    let library = try SmallLibrary()
    try library.write("draft.yaml", Self.draft)
    let (question, scenarios) = try ArticlesQuestionFile.read(
      at: library.write("asked.yaml", Self.question))
    let study = Study(sample: 0.02, seed: 0, threads: 2)
    let answer = try ArticlesStudy(question, work: question.design, study: study) {
      try scenarios.scenario(adopting: question.numbers($0))
    }.answer()
    let identity = QuestionIdentity(
      command: "articles", name: question.name, text: question.text,
      scenarios: [question.baseline], design: question.design)
    return (
      answer,
      ArticlesPage.content(
        answer, identity: identity,
        work: QuestionWork(account: answer.account, seconds: 1, threads: 2),
        repeatCommand: "fangpin articles asked.yaml")
    )
  }

  @Test func `The report says everything in both languages and no figure is missing`() throws {
    let (answer, content) = try content()
    for language in [Language.chinese, .english] {
      let html = QuestionPage.html(content, language: language)
      #expect(!html.contains("NaN") && !html.contains(">nan"))
      #expect(!html.contains("资金 <b>"), "text of authors is escaped")
      for id in ["contributions", "workload", "interactions", "places", "articles"] {
        #expect(html.contains("<section id=\"\(id)\">"), "\(id)")
      }
    }
    let english = QuestionPage.html(content, language: .english)
    #expect(english.contains("cannot be expressed in a model of households"))
    #expect(english.contains("not examined"))
    #expect(english.contains("All 4 combinations of articles were simulated"))
    #expect(content.answers.count >= 4 && content.answers.allSatisfy { $0.chinese != $0.english })
    // What is said of the whole is the sum of what is said of its parts.
    let rate = try #require(answer.effect(.rate)).change.mean
    #expect(content.answers[0].english.contains(NumberText.points(rate)))
  }

  @Test func `The memorandum is one table to paste, with total and what is beyond the model`()
    throws
  {
    let (answer, content) = try content()
    #expect(content.documents.map(\.name) == ["memorandum.zh.md", "memorandum.en.md"])
    let chinese = content.documents[0].text.split(separator: "\n").map(String.init)
    let rows = chinese.filter { $0.hasPrefix("|") }
    // Header, rule, two articles, total.
    #expect(rows.count == 5)
    #expect(Set(rows.map { $0.count { $0 == "|" } }) == [10])
    #expect(rows[2].contains("第2条") && rows[2].contains("→ 5") && rows[4].contains("合计"))
    #expect(chinese.contains { $0.contains("第1条 目的。") })
    #expect(chinese.contains { $0.contains("第4条 漏评。") })
    let english = content.documents[1].text
    #expect(english.contains("Money ／ more"), "a bar would end the cell")
    #expect(!english.contains("NaN") && answer.verdict(3) != .lowers)
  }

  @Test func `Tables are tidy`() throws {
    let (answer, content) = try content()
    let byName = Dictionary(uniqueKeysWithValues: content.tables.map { ($0.name, $0.text) })
    let contributions = try #require(byName["contributions.csv"]).split(separator: "\n")
    // Articles × quantities × (province and two prefectures) × measures, and the header.
    #expect(contributions.count == 2 * 4 * 3 * 3 + 1)
    #expect(
      contributions[0]
        == "article,heading,region_code,region_name,quantity,unit,measure,mean,se,lower95,upper95,replications"
    )
    let draft = try #require(byName["draft.csv"]).split(separator: "\n")
    #expect(draft.count == 4 * 3 * 3 + 1)
    let rows: [[Substring]] = contributions.dropFirst().map { $0.split(separator: ",") }
    let own: [[Substring]] = rows.filter { row in
      row[2] == "520000" && row[4] == "rate" && row[6] == "shapley"
    }
    let shares: [Double] = own.compactMap { Double($0[7]) }
    let change = try #require(answer.effect(.rate)).change.mean
    #expect(shares.count == 2 && abs(shares.reduce(0, +) - change) < 1e-12)
    #expect(try #require(byName["articles.csv"]).split(separator: "\n").count == 6)
  }
}
