import Households
import Testing

@testable import ScenarioFiles

struct TuneQuestionFileTests {
  private static let question = """
    title: {zh: 预警, en: Alerts}
    baseline: watched.yaml
    help_off: off.yaml
    help_on: {file: watched.yaml, settings: {policies: {fund: {total: 2000}}}}
    designs: [income, four_looks]
    years: [2023, 2024]
    capacity: today
    costs: {visit: 100, help: 3000, missed: 8000, source: {zh: 作者, en: Author}}
    groups: [prefecture, key_county]
    rate: {measure: stock, year: 2025}
    design: {replications: 8, sample: 0.01}
    quick: {replications: 4}
    """

  private func folder(_ text: String) throws -> ScenarioFolder {
    let folder = try ScenarioFolder()
    try folder.write(
      "watched.yaml", "extends: base.yaml\nfinding: {monitoring: on, vulnerability_index: on}\n")
    try folder.write(
      "quiet.yaml", "extends: base.yaml\nfinding: {vulnerability_index: off}\n")
    try folder.write("off.yaml", "extends: watched.yaml\nfinding: {staff: on}\n")
    try folder.write(
      "short.yaml",
      "title: {zh: 短, en: Short}\nperiod: {start: 2022-01, results_from: 2023, end: 2024}\n")
    try folder.write("asked.yaml", text)
    return folder
  }

  private func messages(_ text: String, in language: Language = .english) throws -> [String] {
    let folder = try folder(text)
    let error = try #require(throws: ScenarioFileErrors.self) {
      _ = try TuneQuestionFile.read(at: folder.path + "/asked.yaml")
    }
    return error.message(in: language).replacingOccurrences(of: folder.path + "/", with: "")
      .split(separator: "\n").map(String.init)
  }

  @Test func `A question is read with its pair and its costs`() throws {
    let folder = try folder(Self.question)
    let question = try TuneQuestionFile.read(at: folder.path + "/asked.yaml")
    #expect(question.designs == [.income, .fourLooks] && question.years == 2023...2024)
    #expect(question.helpOff.name == "off" && question.helpOn.name == "watched")
    #expect(question.horizon == 6 && question.tuningShare == 0.5 && question.capacity == .today)
    #expect(question.costs.ratio == 0.02 && question.groupings == [.prefecture, .keyCounty])
    #expect(question.quick.replications == 4 && question.quick.sample == 0.01)
  }

  @Test func `All indices are compared unless some are named, and capacity may be a number`() throws
  {
    let text = Self.question.replacing("designs: [income, four_looks]", with: "horizon: 12")
      .replacing("capacity: today", with: "capacity: 250000")
    let folder = try folder(text)
    let question = try TuneQuestionFile.read(at: folder.path + "/asked.yaml")
    #expect(question.designs == TuneQuestion.Design.allCases && question.horizon == 12)
    #expect(question.capacity == .visits(250_000))
  }

  @Test func `All mistakes come at once, each with its place`() throws {
    let text = """
      title: {zh: 预警, en: Alerts}
      baseline: watched.yaml
      help_off: none.yaml
      help_on: off.yaml
      designs: [incom, four_looks, four_looks]
      years: [2023, 2024]
      horizon: 7
      capacity: plenty
      costs: {visit: 100, help: 9000, missed: 8000, source: x}
      groups: []
      tuning_share: 1
      rate: {measure: stock, year: 2025}
      design: {replications: 8, sample: 0.01}
      """
    let english = try messages(text)
    let found = english.filter { !$0.hasPrefix("  ") }
    let expected = [
      "none.yaml", "incom is none of designs.", "four_looks is listed twice.", "horizon is 7",
      "capacity is plenty", "a missed household must cost more", "groups is empty",
      "tuning_share is 1",
    ]
    for text in expected.filter({ $0 != "groups is empty" }) {
      #expect(found.contains { $0.contains(text) }, "\(text): \(found)")
    }
    #expect(found.count == expected.count, "\(found)")
    let chinese = try messages(text, in: .chinese).filter { !$0.hasPrefix("  ") }
    #expect(chinese.count == found.count && chinese.allSatisfy { $0.contains("错误：") })
  }

  @Test(arguments: [
    (
      "title: x",
      "the file lacks baseline, design, help_off, help_on, years, capacity, costs, rate."
    ),
    (
      question.replacing("years: [2023, 2024]", with: "years: [2023, 2025]"),
      "years ends in 2025, and the run ends before"
    ),
    (
      question.replacing("help_off: off.yaml", with: "help_off: short.yaml"),
      "help_off has other months or counties than the baseline."
    ),
    (
      question.replacing("baseline: watched.yaml", with: "baseline: quiet.yaml"),
      "the baseline has no vulnerability index in force"
    ),
    (question.replacing("help: 3000, ", with: ""), "costs lacks help."),
    (question.replacing("visit: 100", with: "visit: 0"), "a visit more than nothing"),
    (
      question.replacing("[2023, 2024]", with: "[2024, 2024]")
        .replacing("year: 2025", with: "year: 2023"), "rate.year is 2023"
    ),
    (question + "\nthreshold: 1", "threshold is not a key of a question about alerts."),
  ])
  func `A broken question is explained`(text: String, expected: String) throws {
    let lines = try messages(text)
    #expect(lines.contains { $0.contains(expected) }, "\(lines)")
  }

  @Test func `The committed question compares all indices on the pair of help`() throws {
    let question = try TuneQuestionFile.read(at: Repository.scenarios + "/questions/tune.yaml")
    #expect(question.designs.count == 6 && question.capacity == .today)
    #expect(question.helpOff.name == "help-off" && question.helpOn.name == "help-on")
    #expect(question.quick.replications < question.design.replications)
  }
}
