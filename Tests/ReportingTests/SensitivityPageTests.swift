import Experiments
import Households
import ScenarioFiles
import TestSupport
import Testing

@testable import Reporting

/// The report of a sensitivity analysis, from a tiny answer.
struct SensitivityPageTests {
  private static let question = """
    title: {zh: 敏感 <b>, en: Sensitive <b>}
    baseline: base.yaml
    rate: {measure: stock, year: 2024}
    design: {replications: 4, sample: 0.02, seed: 0, futures: 2, blocks: 2, themes: 1, rows: 64, top: 2}
    quick: {rows: 0}
    """

  /// A question in which only a few numbers are uncertain, so that it is short.
  private func content(quick: Bool = false) throws -> (
    answer: SensitivityAnswer, content: QuestionContent
  ) {
    let library = try SmallLibrary()
    let asked = try SensitivityQuestionFile.read(at: library.write("asked.yaml", Self.question))
    var scenario = asked.baseline.scenario
    let open = ["lines.return_2023", "lines.return_growth", "training.", "illness.major_share"]
    scenario.parameters = Parameters(
      declared: scenario.parameters.declared.map { parameter in
        open.contains { parameter.name.hasPrefix($0) }
          ? parameter
          : Parameter(
            name: parameter.name, values: parameter.values, unit: parameter.unit,
            valid: parameter.valid, prior: .fixed, origin: parameter.origin,
            source: parameter.source, meaning: parameter.meaning, file: parameter.file)
      }, overrides: scenario.parameters.overrides)
    let question = SensitivityQuestion(
      name: asked.name, title: asked.title, question: nil, text: asked.text,
      baseline: QuestionScenario(name: "base", title: asked.baseline.title, scenario: scenario),
      rate: asked.rate, posterior: nil, named: [], whole: asked.whole, quick: asked.quick)
    let design = quick ? question.quick : question.whole
    let answer = try Sensitivity.answer(
      question, design, Study(sample: 0.02, seed: 0, threads: 2))
    let identity = QuestionIdentity(
      command: "sensitivity", name: question.name, text: question.text,
      scenarios: [question.baseline], design: design.study)
    return (
      answer,
      SensitivityPage.content(
        answer, identity: identity,
        work: QuestionWork(account: answer.account, seconds: 1, threads: 2),
        repeatCommand: "fangpin sensitivity asked.yaml")
    )
  }

  @Test func `The report says everything in both languages and no figure is missing`() throws {
    let (answer, content) = try content()
    #expect(answer.indices?.rows.first?.pawn != nil)
    for language in [Language.chinese, .english] {
      let html = QuestionPage.html(content, language: language)
      #expect(!html.contains("NaN") && !html.contains(">nan"))
      #expect(!html.contains("敏感 <b>") && !html.contains("Sensitive <b>"), "text is escaped")
      for id in ["indices", "tornado", "screening", "shocks"] {
        #expect(html.contains("<section id=\"\(id)\">"), "\(id)")
      }
    }
    #expect(content.answers.count >= 4 && content.answers.allSatisfy { $0.chinese != $0.english })
    #expect(content.answers[0].english.contains("share of its variance"))
    #expect(content.warnings.contains { $0.english.contains("definition") })
    #expect(
      content.tables.map(\.name) == [
        "screening.csv", "indices.csv", "variance.csv", "tornado.csv", "shocks.csv", "causes.csv",
      ])
    // Two leading numbers and the others together; two ends of each number.
    #expect(content.tables[1].text.split(separator: "\n").count == 4)
    #expect(content.tables[3].text.split(separator: "\n").count == 5)
  }

  @Test func `Without indices the screening answers`() throws {
    let (answer, content) = try content(quick: true)
    #expect(answer.indices == nil)
    #expect(content.answers[0].english.contains("Morris's μ*"))
    let html = QuestionPage.html(content, language: .english)
    #expect(!html.contains("<section id=\"indices\">") && !html.contains("NaN"))
  }
}
