import Households
import Testing

@testable import ScenarioFiles

struct RobustQuestionFileTests {
  private static let question = """
    title: {zh: 稳健, en: Robust}
    baseline: base.yaml
    packages:
      - {name: more, settings: {policies: {fund: {total: 2000}}}}
    events: [events.yaml]
    rate: {measure: stock, year: 2025}
    limit: 0.02
    smallest_difference: {rate: 0.02pp, cost: 1000}
    factors: [lines.growth, fund.share]
    design: {replications: 2, sample: 0.01, draws: 4}
    """
  private static let event = """
    extends: base.yaml
    title: {zh: 预警加强, en: More visits}
    finding: {staff: on}
    """

  private func folder(_ text: String) throws -> ScenarioFolder {
    let folder = try ScenarioFolder()
    try folder.write("events.yaml", Self.event)
    try folder.write("asked.yaml", text)
    return folder
  }

  private func messages(_ text: String, in language: Language = .english) throws -> [String] {
    let folder = try folder(text)
    let error = try #require(throws: ScenarioFileErrors.self) {
      _ = try RobustQuestionFile.read(at: folder.path + "/asked.yaml")
    }
    return error.message(in: language).replacingOccurrences(of: folder.path + "/", with: "")
      .split(separator: "\n").map(String.init)
  }

  @Test func `A question is read with every package under every event`() throws {
    let folder = try folder(Self.question)
    let question = try RobustQuestionFile.read(at: folder.path + "/asked.yaml")
    #expect(question.packages.map(\.name) == ["base", "more"])
    #expect(question.events.map(\.name) == ["none", "events"])
    #expect(question.limit == .rate(0.02) && question.smallestRate == 0.0002)
    #expect(question.smallestCost == 1000 && question.budget == nil && question.coverage == 0.5)
    #expect(question.factors.map(\.name) == ["lines.growth", "fund.share"])
    #expect(question.years == 2023...2025)
    let totals = question.scenarios.map { row in
      row.map { $0.parameters.overrides["fund.total"]?.path.steps.first?.value }
    }
    #expect(totals == [[nil, nil], [2000, 2000]])
    let staff = question.scenarios.map { row in row.map { $0.setting(of: .staff).isEnabled } }
    #expect(staff == [[false, true], [false, true]])
  }

  @Test func `A limit may be a quantile`() throws {
    let text = Self.question.replacing("limit: 0.02", with: "limit_quantile: 0.9")
    let folder = try folder(text)
    let question = try RobustQuestionFile.read(at: folder.path + "/asked.yaml")
    #expect(question.limit == .quantile(0.9))
  }

  @Test func `All mistakes come at once, each with its place`() throws {
    let text = """
      title: {zh: 稳健, en: Robust}
      baseline: base.yaml
      packages: [base.yaml]
      events: [none.yaml]
      rate: {measure: stock, year: 2025}
      limit: 0.02
      limit_quantile: 0.75
      budget: -1
      smallest_difference: {rate: 2}
      factors: [lines.growht, flood.season, lines.growth, lines.growth]
      coverage: 0
      posterior: nothing.csv
      design: {replications: 2, sample: 0.01, draws: 2}
      """
    let english = try messages(text)
    let found = english.filter { !$0.hasPrefix("  ") }
    let expected = [
      "a package is called base, as the baseline is.",
      "none.yaml", "limit and limit_quantile both say what a failure is",
      "budget is -1", "smallest_difference.rate is 2", "lines.growht is no declared parameter.",
      "flood.season has no prior", "lines.growth is listed twice.", "coverage is 0",
      "nothing.csv", "draws must be at least 4.",
    ]
    for text in expected { #expect(found.contains { $0.contains(text) }, "\(text)") }
    #expect(found.count == expected.count, "\(found)")
    let chinese = try messages(text, in: .chinese).filter { !$0.hasPrefix("  ") }
    #expect(chinese.count == found.count && chinese.allSatisfy { $0.contains("错误：") })
  }

  @Test(arguments: [
    ("title: x", "the file lacks baseline, design, packages, rate."),
    (question.replacing("limit: 0.02", with: ""), "has neither limit nor limit_quantile."),
    (
      question.replacing("fund.share]", with: "fund.total]"),
      "fund.total is set by more, so it is no uncertainty."
    ),
    (question + "\npackage: 1", "package is not a key of a question about robustness."),
    (question.replacing("year: 2025", with: "year: 2026"), "rate.year is 2026"),
  ])
  func `A broken question is explained`(text: String, expected: String) throws {
    let lines = try messages(text)
    #expect(lines.contains { $0.contains(expected) }, "\(lines)")
  }

  @Test func `The committed question tries packages under events and the calibrated ensemble`()
    throws
  {
    let question = try RobustQuestionFile.read(at: Repository.scenarios + "/questions/robust.yaml")
    #expect(question.packages.count >= 5 && question.events.count >= 4)
    #expect(question.posterior != nil && question.factors.count >= 5)
    #expect(question.quick.draws < question.design.draws)
  }
}
