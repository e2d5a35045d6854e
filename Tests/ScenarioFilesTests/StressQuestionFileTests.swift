import Households
import Testing

@testable import ScenarioFiles

struct StressQuestionFileTests {
  private static let question = """
    title: {zh: 压力, en: Stress}
    baseline: base.yaml
    packages:
      - {name: more, settings: {policies: {fund: {total: 2000}}}}
    events: [visits.yaml]
    rate: {measure: stock, year: 2025}
    years: [2024, 2025]
    limit: hard
    probability: 0.9
    hold: {factor: policies.fund.total, from: 2025-01, largest: 9000, tolerance: 100, settings: [5000, 3000], events: [none, visits]}
    mass_return: {county: 0.03, province: 0.01}
    return_periods: [20, 10]
    design: {replications: 200, sample: 0.01}
    """
  private static let event = """
    extends: base.yaml
    title: {zh: 预警加强, en: More visits}
    finding: {staff: on}
    """

  private func folder(_ text: String) throws -> ScenarioFolder {
    let folder = try ScenarioFolder()
    try folder.write("visits.yaml", Self.event)
    try folder.write("asked.yaml", text)
    return folder
  }

  private func read(_ text: String) throws -> StressQuestion {
    let folder = try folder(text)
    return try StressQuestionFile.read(at: folder.path + "/asked.yaml")
  }

  private func messages(_ text: String, in language: Language = .english) throws -> [String] {
    let folder = try folder(text)
    let error = try #require(throws: ScenarioFileErrors.self) {
      _ = try StressQuestionFile.read(at: folder.path + "/asked.yaml")
    }
    return error.message(in: language).replacingOccurrences(of: folder.path + "/", with: "")
      .split(separator: "\n").map(String.init)
  }

  @Test func `A question is read with every package under every event`() throws {
    let question = try read(Self.question)
    #expect(question.packages.map(\.name) == ["base", "more"])
    #expect(question.events.map(\.name) == ["none", "visits"])
    #expect(question.rate == HeadlineRate(measure: .stock, year: 2025))
    #expect(question.years == 2024...2025 && question.limit == .hard && question.probability == 0.9)
    #expect(question.massReturn == StressQuestion.MassReturn(county: 0.03, province: 0.01))
    #expect(question.returnPeriods == [10, 20])
    let hold = try #require(question.hold)
    #expect(
      hold.factor.name == "policies.fund.total" && hold.factor.from == Month(year: 2025, month: 1))
    #expect(hold.largest == 9000 && hold.tolerance == 100 && hold.settings == [3000, 5000])
    #expect(hold.packages == [0, 1] && hold.events == [0, 1])
    let totals = question.scenarios.map { row in
      row.map { $0.parameters.overrides["fund.total"]?.path.steps.first?.value }
    }
    #expect(totals == [[nil, nil], [2000, 2000]])
    let staff = question.scenarios.map { row in row.map { $0.setting(of: .staff).isEnabled } }
    #expect(staff == [[false, true], [false, true]])
  }

  @Test func `What is left out is every year, no search, and a limit may be a share`() throws {
    let text = Self.question.split(separator: "\n").filter {
      !$0.hasPrefix("years:") && !$0.hasPrefix("hold:")
    }.joined(separator: "\n").replacing("limit: hard", with: "limit: 0.02")
    let question = try read(text)
    #expect(question.hold == nil && question.years == 2023...2025 && question.limit == .rate(0.02))
    let stretch = try read(Self.question.replacing("limit: hard", with: "limit: stretch"))
    #expect(stretch.limit == .stretch)
  }

  @Test func `All mistakes come at once, each with its place`() throws {
    let text = """
      title: {zh: 压力, en: Stress}
      baseline: base.yaml
      packages: [base.yaml]
      events: [none.yaml]
      rate: {measure: stock, year: 2031}
      years: [2025, 2024]
      limit: harsh
      probability: 1
      hold: {factor: policies.fund.total, from: 2025-13, largest: 900000, tolerance: 0, settings: [1], packages: [moer], events: []}
      mass_return: {county: 3}
      return_periods: [1, 10, 10]
      design: {replications: 200, sample: 0.01, draws: 8}
      """
    let found = try messages(text).filter { !$0.hasPrefix("  ") }
    let expected = [
      "a package is called base, as the baseline is.", "none.yaml", "rate.year is 2031",
      "years ends in 2024, before it begins in 2025.", "limit is", "probability is 1",
      "hold.from is", "hold.largest is 900000", "hold.tolerance is 0",
      "hold.packages: moer is not in the question.", "hold.events", "mass_return.county is 3",
      "mass_return has no province.", "return_periods is 1", "return_periods has 10 twice.",
      "is answered for the declared numbers, without draws.",
    ]
    for text in expected { #expect(found.contains { $0.contains(text) }, "\(text)") }
    #expect(found.count == expected.count, "\(found)")
    let chinese = try messages(text, in: .chinese).filter { !$0.hasPrefix("  ") }
    #expect(chinese.count == found.count && chinese.allSatisfy { $0.contains("错误：") })
  }

  @Test(arguments: [
    (
      "title: x",
      "the file lacks baseline, design, packages, events, rate, limit, probability, mass_return, return_periods."
    ),
    (question.replacing("largest: 9000", with: "largest: 2000"), "hold.settings has a value twice"),
    (
      question.replacing("largest: 9000", with: "largest: 2000").replacing(
        "settings: [5000, 3000], ", with: ""),
      "hold.largest is not above the 2000 yuan per year that"
    ),
    (
      question.replacing("year: 2025}", with: "year: 2024}"),
      "hold.from is 2025-01, after the end of 2024, which it is to hold."
    ),
    (question.replacing("tolerance: 100, ", with: ""), "hold lacks tolerance."),
    (question.replacing("[none, visits]", with: "[none, none]"), "hold.events has none twice."),
    (question.replacing("[20, 10]", with: "10"), "return_periods"),
    (question + "\nreturn: 1", "return is not a key of a question about stress."),
  ])
  func `A broken question is explained`(text: String, expected: String) throws {
    let lines = try messages(text)
    #expect(lines.contains { $0.contains(expected) }, "\(lines)")
  }

  @Test func `The committed question tries the stages of 2025 under six events`() throws {
    let question = try StressQuestionFile.read(at: Repository.scenarios + "/questions/stress.yaml")
    #expect(question.packages.count == 3 && question.events.count == 7)
    #expect(question.hold != nil && question.limit == .hard)
    #expect(question.returnPeriods.allSatisfy { $0 <= Double(question.quick.replications) })
  }
}
