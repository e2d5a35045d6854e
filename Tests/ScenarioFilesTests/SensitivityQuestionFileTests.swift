import Households
import Testing

@testable import ScenarioFiles

struct SensitivityQuestionFileTests {
  private static let head = """
    title: {zh: 敏感性, en: Sensitivity}
    baseline: base.yaml
    rate: {measure: stock, year: 2025}
    design: {replications: 16, sample: 0.01, futures: 4, blocks: 6, themes: 0, rows: 32, top: 2}
    quick: {replications: 8, rows: 0, themes: 1}
    """

  private func read(_ text: String) throws -> SensitivityQuestion {
    let folder = try ScenarioFolder()
    try folder.write("own.yaml", text)
    try folder.write("posterior.csv", "weight,lines.growth\n1,0.01\n3,0.05\n")
    try folder.write("bad.csv", "weight,lines.grwth\n1,0.01\n")
    return try SensitivityQuestionFile.read(at: folder.path + "/own.yaml")
  }

  private func messages(_ text: String, in language: Language = .english) throws -> [String] {
    let error = try #require(throws: ScenarioFileErrors.self) { _ = try read(text) }
    return error.message(in: language).split(separator: "\n").map(String.init)
  }

  @Test func `A question is read with its scenario and its ensemble`() throws {
    let question = try read(Self.head + "\nposterior: posterior.csv\nfactors: [fund.share]")
    #expect(question.rate.name == "stock_2025" && question.named == ["fund.share"])
    #expect(question.posterior?.weights == [0.25, 0.75])
    #expect(question.whole.rows == 32 && question.whole.futures == 4 && question.whole.blocks == 6)
    #expect(question.quick.rows == 0 && question.quick.themes == 1 && question.quick.top == 2)
    #expect(question.quick.study.replications == 8 && question.whole.study.seed == 1)
  }

  @Test func `The committed question asks all numbers about the stock of 2030`() throws {
    let question = try SensitivityQuestionFile.read(
      at: Repository.scenarios + "/questions/sensitivity.yaml")
    #expect(question.rate.name == "stock_2030")
    #expect(question.whole.themes == 0 && question.whole.rows > 0)
  }

  @Test func `All mistakes come at once, each with its place`() throws {
    let text = """
      title: {zh: 敏感性, en: Sensitivity}
      baseline: base.yaml
      rate: {measure: stocks, year: 2025}
      posterior: bad.csv
      factors: [fund.shre, flood.season, fund.share, fund.share]
      design: {replications: 16, sample: 0.01, futures: 1, blocks: 1, themes: -1, rows: 32}
      quick: {top: 0}
      """
    let english = try messages(text)
    let found = english.filter { !$0.hasPrefix("  ") }
    let expected = [
      "rate.measure is stocks", "lines.grwth is no declared parameter.",
      "fund.shre is no declared parameter.", "flood.season has no prior",
      "fund.share is listed twice.", "design lacks top.", "design.futures is 1",
      "design.blocks is 1", "design.themes is -1", "quick.top is 0",
    ]
    for text in expected { #expect(found.contains { $0.contains(text) }, "\(text)") }
    #expect(found.count == expected.count, "\(found)")
    let chinese = try messages(text, in: .chinese).filter { !$0.hasPrefix("  ") }
    #expect(chinese.count == found.count && chinese.allSatisfy { $0.contains("错误：") })
  }

  @Test(arguments: [
    ("title: x", "the file lacks baseline, design, rate."),
    (head.replacing("2025}", with: "2031}"), "rate.year is 2031"),
    (head.replacing("top: 2", with: "top: 2, draws: 4"), "draws has no meaning"),
    (head + "\nposterior: none.csv", "there is no file"),
    (head + "\nfactors: []", "factors is a list, but it must be a list of names"),
    (head + "\nfactor: []", "factor is not a key of a sensitivity analysis."),
    (
      head.replacing(
        "base.yaml",
        with: "{name: own, file: base.yaml, settings: {policies: {fund: {share: 0.3}}}}")
        + "\nfactors: [fund.share]", "fund.share is set by the scenario"
    ),
  ])
  func `A broken question is explained`(text: String, expected: String) throws {
    let lines = try messages(text)
    #expect(lines.contains { $0.contains(expected) }, "\(lines)")
  }
}
