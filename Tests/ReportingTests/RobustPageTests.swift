import Estimation
import Experiments
import Households
import ScenarioFiles
import Testing
import TestSupport

@testable import Reporting

/// The report on robustness, from a tiny answer.
struct RobustPageTests {
  private static let question = """
    title: {zh: 稳健, en: Robust}
    baseline: base.yaml
    packages:
      - {name: guarantee, title: {zh: 报销 <b>, en: Guarantee <b>}, settings: {policies: {reimbursement_guarantee: {enabled: true, own_share: 0.05}}}}
    events: [drought.yaml]
    rate: {measure: stock, year: 2024}
    limit_quantile: 0.7
    budget: 1000000
    smallest_difference: {rate: 0.01pp, cost: 10000}
    factors: [lines.return_2023, drought.loss_extreme]
    design: {replications: 2, sample: 0.02, seed: 0, draws: 8}
    """
  private static let drought = """
    extends: base.yaml
    title: {zh: 旱灾, en: Drought}
    events: [{drought: {places: [赤水市, 仁怀市, 万山区], from: 2024-07, to: 2024-09, severity: 0.9}}]
    """

  private func content(_ text: String = question) throws -> QuestionContent {
    let library = try SmallLibrary()
    try library.write("drought.yaml", Self.drought)
    let question = try RobustQuestionFile.read(at: library.write("asked.yaml", text))
    let answer = try RobustStudy(
      question, work: question.design, study: Study(sample: 0.02, seed: 0, threads: 2)
    ).answer()
    let identity = QuestionIdentity(
      command: "robust", name: question.name, text: question.text, scenarios: question.packages,
      design: question.design)
    return RobustPage.content(
      answer, identity: identity,
      work: QuestionWork(account: answer.account, seconds: 1, threads: 2),
      repeatCommand: "fangpin robust asked.yaml")
  }

  @Test func `The report says everything in both languages and no figure is missing`() throws {
    let content = try content()
    for language in [Language.chinese, .english] {
      let html = QuestionPage.html(content, language: language)
      #expect(!html.contains("NaN") && !html.contains(#/\bnan\b/#) && !html.contains("报销 <b>"))
      for id in ["metrics", "regret", "trade-off", "failures"] {
        #expect(html.contains("<section id=\"\(id)\">"), "\(id)")
      }
    }
    #expect(content.answers.count == 5 && content.answers.allSatisfy { $0.chinese != $0.english })
    #expect(content.answers[4].english.hasPrefix("When packages fail: "))
    #expect(content.answers[2].english.contains("it is not the plan's limit"))
    let byName = Dictionary(uniqueKeysWithValues: content.tables.map { ($0.name, $0.text) })
    #expect(try #require(byName["outcomes.csv"]).split(separator: "\n").count == 2 * 16 + 1)
    #expect(try #require(byName["metrics.csv"]).split(separator: "\n").count == 9 * 2 + 1)
  }

  @Test func `Where nothing fails the report says so`() throws {
    let content = try content(
      Self.question.replacing("limit_quantile: 0.7", with: "limit: 0.9"))
    #expect(content.answers[4].english.contains("0 of 32 cases are failures"))
    let html = QuestionPage.html(content, language: .english)
    #expect(html.contains("no conditions found") && !html.contains("NaN"))
  }
}
