import Households
import Testing

@testable import ScenarioFiles

struct CompareQuestionFileTests {
  private static let question = """
    title: {zh: 比较, en: Comparison}
    question: {zh: 哪个最好？, en: Which is the best?}
    baseline: base.yaml
    packages:
      - {name: more, title: {zh: 更多资金, en: More money}, settings: {policies: {fund: {total: 2000}}}}
      - {name: staffed, with: staff.yaml}
    rates: [{measure: stock, year: 2025}, {measure: need, year: 2024}]
    smallest_difference: 0.05pp
    precision: 0.02 个百分点
    value_of_person_year: [40000, 10000]
    value_of_information: {draws: 8, replications: 2, sample: 0.01}
    design: {replications: 8, sample: 0.02, seed: 0}
    quick: {replications: 4}
    """
  private static let staff = """
    extends: base.yaml
    title: {zh: 更多人手, en: More staff}
    finding: {staff: on}
    """

  private func folder(_ text: String) throws -> ScenarioFolder {
    let folder = try ScenarioFolder()
    try folder.write("staff.yaml", Self.staff)
    try folder.write("asked.yaml", text)
    return folder
  }

  private func messages(_ text: String, in language: Language = .english) throws -> [String] {
    let folder = try folder(text)
    let error = try #require(throws: ScenarioFileErrors.self) {
      _ = try CompareQuestionFile.read(at: folder.path + "/asked.yaml")
    }
    return error.message(in: language).replacingOccurrences(of: folder.path + "/", with: "")
      .split(separator: "\n").map(String.init)
  }

  @Test func `A question is read with all its scenarios`() throws {
    let folder = try folder(Self.question)
    let (question, text) = try CompareQuestionFile.read(at: folder.path + "/asked.yaml")
    #expect(text == Self.question || text == Self.question + "\n")
    #expect(question.name == "asked" && question.packages.map(\.name) == ["more", "staffed"])
    #expect(question.packages[0].title.english == "More money")
    #expect(question.packages[0].scenario.parameters.overrides["fund.total"] != nil)
    #expect(question.packages[1].scenario.setting(of: .staff).isEnabled)
    #expect(!question.baseline.scenario.setting(of: .staff).isEnabled)
    #expect(question.choice.rates.map(\.name) == ["stock_2025", "need_2024"])
    #expect((question.choice.smallestDifference - 0.0005).magnitude < 1e-15)
    let precision = try #require(question.precision)
    #expect((precision - 0.0002).magnitude < 1e-15)
    #expect(question.choice.values == [10000, 40000] && question.choice.error == 0.05)
    #expect(question.design == StudyDesign(replications: 8, sample: 0.02, seed: 0))
    #expect(question.quick == StudyDesign(replications: 4, sample: 0.02, seed: 0))
    #expect(question.information?.draws == 8 && question.quickInformation == question.information)
  }

  @Test func `All mistakes come at once, each with its place`() throws {
    let text = """
      title: {zh: 比较, en: Comparison}
      baseline: base.yaml
      packages:
        - {name: more, settings: {policies: {fund: {total: 2000}}}}
        - {name: more, settings: {policies: {fund: {total: 3000}}}}
        - {name: nothing}
        - none.yaml
      rates: [{measure: stok, year: 2025}, {measure: stock, year: 2045}, {measure: stock}]
      smallest_difference: 0.05
      precision: -1pp
      value_of_information: {replications: 2, sample: 0.01}
      design: {replications: 1, sample: 0.02}
      """
    let english = try messages(text)
    let found = english.filter { !$0.hasPrefix("  ") }
    let expected = [
      "two of packages are called more.", "packages[3] changes nothing of the baseline.",
      "none.yaml", "rates[1].measure is stok", "rates[2].year is 2045", "rates[3] has no year.",
      "smallest_difference is 0.05, but it must be a positive number of percentage points.",
      "precision is -1pp", "value_of_information has no draws", "design.replications is 1",
    ]
    for text in expected { #expect(found.contains { $0.contains(text) }, "\(text): \(found)") }
    #expect(found.count == expected.count, "\(found)")
    let chinese = try messages(text, in: .chinese).filter { !$0.hasPrefix("  ") }
    #expect(chinese.count == found.count && chinese.allSatisfy { $0.contains("错误：") })
  }

  @Test func `A package under a stress event has the events of both`() throws {
    let folder = try ScenarioFolder()
    let event = """
      extends: base.yaml
      title: {zh: 旱, en: Drought}
      events: [{drought: {title: 旱, places: all, from: 2024-07, to: 2024-08, severity: 0.5}}]
      """
    try folder.write("drought.yaml", event)
    try folder.write(
      "again.yaml",
      event.replacing("2024-07", with: "2025-07").replacing("2024-08", with: "2025-08"))
    try folder.write(
      "asked.yaml",
      Self.question.replacing("with: staff.yaml", with: "with: [drought.yaml, again.yaml]"))
    let (question, _) = try CompareQuestionFile.read(at: folder.path + "/asked.yaml")
    #expect(question.packages[1].scenario.events.map(\.from.year) == [2024, 2025])
  }

  @Test func `The committed question compares the plan's stages`() throws {
    let (question, _) = try CompareQuestionFile.read(
      at: Repository.scenarios + "/questions/compare.yaml")
    #expect(question.packages.count == 9 && question.choice.rates.count == 2)
    #expect(question.information != nil)
  }
}
