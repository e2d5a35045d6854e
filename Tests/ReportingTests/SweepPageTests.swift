import Experiments
import Households
import ScenarioFiles
import TestSupport
import Testing

@testable import Reporting

/// The report of a sweep, from tiny answers.
struct SweepPageTests {
  private static let head = """
    title: {zh: 扫描 <b>, en: Sweep <b>}
    baseline: base.yaml
    outcomes: [{measure: stock, year: 2024}, {measure: public_cost, from: 2023, to: 2024}]
    limit: 0.01
    design: {replications: 3, sample: 0.02, seed: 0, points: 4}

    """
  private static let fund = "  - {factor: policies.fund.total, values: [500000000, 2000000000]}\n"
  private static let cover =
    "  - {factor: policies.anti_poverty_insurance.coverage, levels: {from: 0, to: 1, count: 2}}\n"
  private static let drought = "  - {factor: shocks.drought.enabled, values: [0, 1]}\n"

  private func content(_ text: String) throws -> (answer: SweepAnswer, content: QuestionContent) {
    let library = try SmallLibrary()
    let question = try SweepQuestionFile.read(at: library.write("asked.yaml", Self.head + text))
    let study = Study(sample: 0.02, seed: 0, threads: 2)
    let answer = try Sweep.answer(question, question.whole, study)
    let identity = QuestionIdentity(
      command: "sweep", name: question.name, text: question.text,
      scenarios: [question.baseline], design: question.whole.study)
    return (
      answer,
      SweepPage.content(
        answer, identity: identity,
        work: QuestionWork(account: answer.account, seconds: 1, threads: 2),
        repeatCommand: "fangpin sweep asked.yaml")
    )
  }

  private func html(_ content: QuestionContent) -> [String] {
    [Language.chinese, .english].map { QuestionPage.html(content, language: $0) }
  }

  @Test(arguments: [
    ("factors:\n" + fund, 2), ("factors:\n" + fund + cover, 2),
    ("factors:\n" + fund + cover + drought, 4),
    ("points: [[500000000, 0], [900000000, 1]]\nfactors:\n" + fund + cover, 4),
    (
      "points: sobol\nfactors:\n  - {factor: fund.total, range: [500000000, 900000000]}\n"
        + "  - {factor: lines.return_growth, prior: true}\n  - {factor: fund.idle_share, prior: true}\n",
      6
    ),
  ])
  func `Each kind of design has its drawings, in both languages`(text: String, drawings: Int)
    throws
  {
    let (answer, content) = try content(text)
    for page in html(content) {
      #expect(!page.contains("NaN") && !page.contains(">nan"))
      #expect(!page.contains("扫描 <b>") && !page.contains("Sweep <b>"), "text is escaped")
      #expect(page.contains("<section id=\"points\">"))
      let count = page.components(separatedBy: "<svg").count - 1
      #expect(count >= drawings, "\(count)")
    }
    #expect(content.answers.allSatisfy { $0.chinese != $0.english })
    let table = content.tables[0].text.split(separator: "\n")
    #expect(table.count == 1 + 2 * (1 + answer.points.count))
    // The lowest point is said as it is in the table.
    let lowest = answer.row(answer.ranking(0)[0], 0).estimate.mean
    #expect(content.answers[0].english.contains(NumberText.percentDigits(lowest)))
  }

  @Test func `A limit and effects are said with their intervals`() throws {
    let (answer, content) = try content("factors:\n" + Self.fund + Self.cover)
    #expect(answer.effects.count == 6)
    let english = content.answers.map(\.english)
    #expect(english.count == 5)
    #expect(english[1].hasPrefix("The limit of 1.00\u{A0}%"))
    #expect(english[4].contains("more than the sum of both"))
    #expect(english.allSatisfy { $0.contains("[") })
    #expect(content.tables.map(\.name) == ["sweep.csv", "effects.csv"])
  }

  @Test func `Settings are written in the units of readers`() {
    let share = { (value: Double) in SettingText.value(value, unit: "share of wages", .english) }
    #expect(share(0.25) == "25\u{A0}%" && share(1.5) == "1.5")
    #expect(SettingText.value(2e9, unit: "yuan per year", .chinese) == "20\u{A0}亿元")
    #expect(SettingText.value(15_000, unit: "yuan", .chinese) == "1.5\u{A0}万元")
    #expect(SettingText.value(2e9, unit: "yuan per year", .english) == "2,000\u{A0}million yuan")
    #expect(SettingText.value(15_000, unit: "yuan", .english) == "15,000\u{A0}yuan")
    #expect(SettingText.theme("lines", .english) != SettingText.theme("lines", .chinese))
    #expect(SettingText.theme("drought", .english) == "Drought")
  }
}
