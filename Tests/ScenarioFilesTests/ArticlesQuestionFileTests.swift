import Households
import Testing

@testable import ScenarioFiles

struct ArticlesQuestionFileTests {
  private static let question = """
    title: {zh: 逐条, en: Articles}
    baseline: base.yaml
    draft: regulations/draft.yaml
    rate: {measure: stock, year: 2025}
    smallest_difference: 0.02pp
    design: {replications: 8, sample: 0.01}
    """

  private func folder(_ text: String) throws -> ScenarioFolder {
    let folder = try ScenarioFolder()
    try folder.write("regulations/draft.yaml", RegulationTests.draft)
    try folder.write("asked.yaml", text)
    return folder
  }

  private func messages(_ text: String, in language: Language = .english) throws -> [String] {
    let folder = try folder(text)
    let error = try #require(throws: ScenarioFileErrors.self) {
      _ = try ArticlesQuestionFile.read(at: folder.path + "/asked.yaml")
    }
    return error.message(in: language).replacingOccurrences(of: folder.path + "/", with: "")
      .split(separator: "\n").map(String.init)
  }

  @Test func `A question is read with all articles and their dates`() throws {
    let folder = try folder(Self.question + "\nquick: {replications: 2}\n")
    let (question, _) = try ArticlesQuestionFile.read(at: folder.path + "/asked.yaml")
    #expect(question.name == "asked" && question.examined == [2, 3])
    #expect(question.draft.articles.map(\.isExpressible) == [false, true, true])
    #expect(question.article(3)?.inForce == RegulationTests.january)
    #expect(question.years == 2023...2025 && question.smallestDifference == 0.0002)
    #expect(question.design.replications == 8 && question.quick.replications == 2)
    #expect(question.quick.sample == 0.01)
    #expect(question.numbers(0b10) == [3] && question.numbers(0) == [])
  }

  @Test func `A combination is the scenario that adopts only these articles`() throws {
    let folder = try folder(Self.question)
    let (question, scenarios) = try ArticlesQuestionFile.read(at: folder.path + "/asked.yaml")
    for combination: UInt64 in 1...3 {
      let numbers = question.numbers(combination)
      let adopted = try scenarios.scenario(adopting: numbers)
      let written = try folder.scenario(
        "extends: base.yaml\nregulation: {adopt: regulations/draft.yaml, only: \(numbers)}\n")
      #expect(ResolvedScenario.content(adopted) == ResolvedScenario.content(written))
    }
    let none = try scenarios.scenario(adopting: [])
    #expect(
      ResolvedScenario.content(none) == ResolvedScenario.content(question.baseline.scenario))
  }

  @Test func `Another date in force moves every article`() throws {
    let folder = try folder(Self.question + "\nin_force: 2023-10\narticles: [3]\n")
    let (question, scenarios) = try ArticlesQuestionFile.read(at: folder.path + "/asked.yaml")
    let april = Month(year: 2024, month: 4)
    #expect(question.examined == [3] && question.article(3)?.inForce == april)
    let scenario = try scenarios.scenario(adopting: [3])
    #expect(scenario.setting(of: .staff).from == april)
  }

  @Test func `All mistakes come at once, each with its place`() throws {
    let text = """
      title: {zh: 逐条}
      baseline: base.yaml
      draft: regulations/draft.yaml
      rate: {measure: stok, year: 2025}
      years: [2025, 2024]
      articles: [1, 2, 2, 9]
      orders: 1
      interactions: 11
      smallest_difference: 0.02
      design: {replications: 1, sample: 0.01, draws: 4}
      """
    let english = try messages(text)
    let found = english.filter { !$0.hasPrefix("  ") }
    let expected = [
      "asked.yaml:1:8: error: title has no text for en.",
      "rate.measure is stok, but it must be one of stock, flow, recognised, need.",
      "years ends in 2024, before it begins in 2025.",
      "article 1 sets nothing, so it has no contribution.", "articles names article 2 twice.",
      "articles names article 9, but",
      "orders is 1, but it is between 2 and 1000.",
      "interactions is 11, but it is between 0 and 10.",
      "smallest_difference is 0.02, but it must be a positive number of percentage points.",
      "design.replications is 1",
    ]
    for text in expected { #expect(found.contains { $0.contains(text) }, "\(text)") }
    #expect(found.count == expected.count, "\(found)")
    let chinese = try messages(text, in: .chinese).filter { !$0.hasPrefix("  ") }
    #expect(chinese.count == found.count && chinese.allSatisfy { $0.contains("错误：") })
  }

  @Test(arguments: [
    ("title: x", "the file lacks baseline, design, draft, rate, smallest_difference."),
    (question + "\narticle: [2]", "article is not a key of a question about articles."),
    (question.replacing("draft.yaml", with: "none.yaml"), "there is no file"),
    (
      question.replacing("sample: 0.01", with: "sample: 0.01, draws: 4"),
      "does not draw parameters: draws must be 1."
    ),
    (question + "\narticles: all", "articles is all, but it must be a list of article numbers."),
    (
      question.replacing("draft: regulations/draft.yaml", with: "draft: base.yaml"),
      "is no draft of a regulation: it has no articles."
    ),
  ])
  func `A broken question is explained`(text: String, expected: String) throws {
    let lines = try messages(text)
    #expect(lines.contains { $0.contains(expected) }, "\(lines)")
  }

  @Test func `A baseline with a regulation, or a draft without effect, is refused`() throws {
    let folder = try folder(Self.question.replacing("base.yaml", with: "own.yaml"))
    try folder.write("own.yaml", "extends: base.yaml\n" + RegulationTests.adopt)
    #expect(throws: ScenarioFileErrors.self) {
      _ = try ArticlesQuestionFile.read(at: folder.path + "/asked.yaml")
    }
    try folder.write(
      "regulations/draft.yaml",
      RegulationTests.draft.replacing("{total: 2000, share: 0.4}", with: "{total: 1000}")
        .replacing(", parameters: {lines.growth: 0.05}", with: ""))
    try folder.write("asked.yaml", Self.question)
    let error = try #require(throws: ScenarioFileErrors.self) {
      _ = try ArticlesQuestionFile.read(at: folder.path + "/asked.yaml")
    }
    #expect(error.message(in: .english).contains("article 2 has no effect"))
  }

  @Test func `The committed question examines the fifteen articles that set something`() throws {
    let (question, _) = try ArticlesQuestionFile.read(
      at: Repository.scenarios + "/questions/articles.yaml")
    #expect(question.examined == Array(4...18))
    #expect(question.design.replications > question.quick.replications)
  }
}
