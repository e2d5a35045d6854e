import Estimation
import Experiments
import Households
import ScenarioFiles
import Testing
import TestSupport

@testable import Reporting

/// The report on alerts, from a tiny answer.
struct TunePageTests {
  private static let question = """
    title: {zh: 预警 <b>, en: Alerts <b>}
    baseline: base.yaml
    help_off: {name: off, settings: {finding: {monitoring: {initial_share_found: 0}, identification_errors: {sensitivity: 0, specificity: 1}}}}
    help_on: {name: on, settings: {finding: {monitoring: {initial_share_found: 1}, patrols: {interval_months: 1, finding_chance: 1}, visits: off, identification_errors: off}}}
    designs: [income, twenty_variables]
    years: [2023, 2023]
    capacity: today
    costs: {visit: 100, help: 3000, missed: 8000, source: {zh: 作者, en: Author}}
    groups: [prefecture]
    rate: {measure: stock, year: 2024}
    design: {replications: 4, sample: 0.02, seed: 0}
    """

  @Test func `The report says everything in both languages and no figure is missing`() throws {
    let library = try SmallLibrary()
    let question = try TuneQuestionFile.read(at: library.write("asked.yaml", Self.question))
    let answer = try TuningStudy(
      question, work: question.design, study: Study(sample: 0.02, seed: 0, threads: 2)
    ).answer()
    let identity = QuestionIdentity(
      command: "tune", name: question.name, text: question.text, scenarios: [question.baseline],
      design: question.design)
    let content = TunePage.content(
      answer, identity: identity,
      work: QuestionWork(account: answer.account, seconds: 1, threads: 2),
      repeatCommand: "fangpin tune asked.yaml")
    for language in [Language.chinese, .english] {
      let html = QuestionPage.html(content, language: language)
      #expect(!html.contains("NaN") && !html.contains("nan,") && !html.contains("Alerts <b>"))
      for id in ["designs", "curves", "workload", "value", "costs", "misses", "groups", "effects"] {
        #expect(html.contains("<section id=\"\(id)\">"), "\(id)")
      }
    }
    #expect(content.answers.allSatisfy { $0.chinese != $0.english })
    #expect(content.answers[0].english.hasPrefix("At today's capacity of "))
    #expect(content.answers[1].english.hasPrefix("It misses "))
    #expect(content.warnings.contains { $0.english.contains("only 2 futures") })
    #expect(
      content.warnings.contains { $0.english.hasPrefix("Only 2.0\u{00A0}% of the households") })
    #expect(content.answers.contains { $0.english.contains("not found on 31 December by ") })
    let byName = Dictionary(uniqueKeysWithValues: content.tables.map { ($0.name, $0.text) })
    let cuts = answer.designs.reduce(0) { $0 + $1.cuts.count }
    #expect(try #require(byName["thresholds.csv"]).split(separator: "\n").count == cuts * 11 + 1)
    #expect(try #require(byName["effects.csv"]).split(separator: "\n").count == 7 * 3 + 1)
    #expect(try #require(byName["designs.csv"]).split(separator: "\n").count == 2 * 36 + 1)
  }
}
