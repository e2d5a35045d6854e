import Estimation
import Experiments
import Households
import ScenarioFiles
import TestSupport
import Testing

@testable import Reporting

/// The report on stress, from a tiny answer.
struct StressPageTests {
  private static let question = """
    title: {zh: 压力, en: Stress}
    baseline: base.yaml
    packages:
      - {name: guarantee, title: {zh: 报销 <b>, en: Guarantee <b>}, settings: {policies: {reimbursement_guarantee: {enabled: true, own_share: 0.05}}}}
    events: [drought.yaml]
    rate: {measure: stock, year: 2024}
    limit: 0.000001
    probability: 0.5
    hold: {factor: policies.fund.total, from: 2024-01, largest: 9000000000, tolerance: 1000000000}
    mass_return: {county: 0.03, province: 0.01}
    return_periods: [2, 8]
    design: {replications: 8, sample: 0.02, seed: 0}
    """
  private static let drought = """
    extends: base.yaml
    title: {zh: 旱灾, en: Drought}
    events: [{drought: {places: [赤水市, 仁怀市, 万山区], from: 2024-07, to: 2024-09, severity: 0.9}}]
    """

  private func content(_ text: String = question) throws -> QuestionContent {
    let library = try SmallLibrary()
    try library.write("drought.yaml", Self.drought)
    let question = try StressQuestionFile.read(at: library.write("asked.yaml", text))
    let answer = try StressStudy(
      question, work: question.design, study: Study(sample: 0.02, seed: 0, threads: 2)
    ).answer()
    let identity = QuestionIdentity(
      command: "stress", name: question.name, text: question.text, scenarios: question.packages,
      design: question.design)
    return StressPage.content(
      answer, identity: identity,
      work: QuestionWork(account: answer.account, seconds: 1, threads: 2),
      repeatCommand: "fangpin stress asked.yaml")
  }

  @Test func `The report says everything in both languages and no figure is missing`() throws {
    let content = try content()
    for language in [Language.chinese, .english] {
      let html = QuestionPage.html(content, language: language)
      #expect(!html.contains("NaN") && !html.contains("nan,") && !html.contains("报销 <b>"))
      #expect(!html.contains("inf") || !html.contains("=\"inf"))
      for id in ["events", "exceedance", "hold", "mass-return"] {
        #expect(html.contains("<section id=\"\(id)\">"), "\(id)")
      }
    }
    #expect(content.answers.count == 6 && content.answers.allSatisfy { $0.chinese != $0.english })
    #expect(content.answers.contains { $0.english.contains("In none of the 4 combinations") })
    #expect(content.warnings.contains { $0.english.contains("return periods of 2, 8 years") })
    let byName = Dictionary(uniqueKeysWithValues: content.tables.map { ($0.name, $0.text) })
    func rows(_ name: String) throws -> Int {
      try #require(byName[name]).split(separator: "\n").count - 1
    }
    // Seven figures a cell, a change from no event in two cells and one from the baseline in two.
    #expect(try rows("cells.csv") == 4 * 7 + 2 + 2)
    #expect(try rows("return-levels.csv") == 4 * 2 * 2 && rows("counties.csv") == 4 * 3)
    #expect(try rows("hold.csv") == 4 && rows("settings.csv") == 4 * 2)
    #expect(try rows("exceedance.csv") > 4 * 2 * 4)
    #expect(try #require(byName["hold.csv"]).contains("largest_fails"))
  }

  @Test func `Where a limit is kept already the report says that nothing more is needed`() throws {
    let content = try content(Self.question.replacing("limit: 0.000001", with: "limit: 0.5"))
    #expect(
      content.answers.contains { $0.english.contains("nothing more is needed") }
        && content.answers.contains { $0.chinese.contains("不需再增加") })
    #expect(!QuestionPage.html(content, language: .english).contains("NaN"))
  }

  @Test func `Without packages, events that matter and a search the report is shorter`() throws {
    let text = Self.question.split(separator: "\n").filter { !$0.hasPrefix("hold:") }
      .joined(separator: "\n")
    let content = try content(text)
    let html = QuestionPage.html(content, language: .chinese)
    #expect(!html.contains("<section id=\"hold\">") && !html.contains("NaN"))
    #expect(content.tables.map(\.name).contains("hold.csv") == false)
  }
}
