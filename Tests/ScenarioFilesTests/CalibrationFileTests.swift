import Households
import Testing

@testable import ScenarioFiles

struct CalibrationFileTests {
  private static let head = """
    title: {zh: 校准, en: Calibration}
    scenario: base.yaml
    parameters: [lines.growth, fund.share]
    design: {waves: 2, draws: 16, replications: 2, sample: 0.01, seed: 1, weather_years: 10, \
    price_futures: 2, candidates: 1000, cut_off: 3, tolerated: 0}
    """
  private static let moments = """
    moments:
      - {id: flow, title: 流量, quantity: flow, years: 2023, target: 0.01, tolerance: 0.002, role: fit, source: a book}
      - {id: dry, title: 旱, quantity: farm_income_fall, county: 520526, index: -2.5, target: 0.3, tolerance: 0.1, role: held_out, source: a book}
    """

  private func read(_ text: String) throws -> (plan: CalibrationPlan, scenario: Scenario) {
    let folder = try ScenarioFolder()
    try folder.write("plan.yaml", text)
    return try CalibrationFile.read(at: folder.path + "/plan.yaml")
  }

  /// The messages of a file that must be refused, without the folder.
  private func messages(_ text: String, in language: Language = .english) throws -> [String] {
    let folder = try ScenarioFolder()
    try folder.write("plan.yaml", text)
    let error = try #require(throws: ScenarioFileErrors.self) {
      _ = try CalibrationFile.read(at: folder.path + "/plan.yaml")
    }
    return error.message(in: language).replacingOccurrences(of: folder.path + "/", with: "")
      .split(separator: "\n").map(String.init)
  }

  @Test func `A plan is read with its scenario`() throws {
    let (plan, scenario) = try read(Self.head + "\n" + Self.moments)
    #expect(plan.name == "plan" && scenario.name == "base")
    #expect(plan.parameters == ["lines.growth", "fund.share"])
    #expect(plan.moments.map(\.id) == ["flow", "dry"] && plan.fitted == [0])
    #expect(plan.moments[0].years == [2023])
    let county = try #require(plan.moments[1].county)
    #expect(scenario.geography.counties[county].code == 520526 && plan.moments[1].index == -2.5)
    #expect(plan.design.draws == 16 && plan.design.cutOff == 3 && plan.design.sample == 0.01)
  }

  @Test func `The committed plan holds out a third of at least a dozen moments`() throws {
    let (plan, _) = try CalibrationFile.read(
      at: Repository.scenarios + "/calibration/baseline.yaml")
    #expect(plan.moments.count >= 12)
    let held = plan.moments.count { $0.role == .heldOut }
    #expect(abs(Double(held) / Double(plan.moments.count) - 1.0 / 3) < 0.05)
    for name in ["lines.return_2023", "lines.return_growth", "illness.major_share"] {
      #expect(plan.parameters.contains(name))
    }
  }

  @Test func `All mistakes come at once, each with its place`() throws {
    let text = """
      title: {zh: 校准, en: Calibration}
      scenario: base.yaml
      parameters: [lines.grwth, flood.season, lines.growth, lines.growth]
      moments:
        - {id: a, title: x, quantity: flaw, years: 2023, target: 1, tolerance: 1, role: fit, source: s}
        - {id: b, title: x, quantity: flow, target: 1, tolerance: 0, role: fit, source: s}
        - {id: c, title: x, quantity: wage_share, years: 2023, target: 1, tolerance: 1, role: fitt, source: s}
        - {id: d, title: x, quantity: flow, years: 2031, target: 1, tolerance: 1, role: fit, source: s}
        - {id: e, title: x, quantity: farm_income_fall, county: 999999, index: 0, target: 1, tolerance: 1, role: fit}
      design: {waves: 1, draws: 16, replications: 2, sample: 2, seed: 1, weather_years: 10, price_futures: 2, cut_off: 3, tolerated: 0}
      """
    let english = try messages(text)
    let found = english.filter { !$0.hasPrefix("  ") }
    let expected = [
      "plan.yaml:3:14: error: lines.grwth is no declared parameter.",
      "plan.yaml:3:27: error: flood.season has no prior, so there is nothing to fit.",
      "plan.yaml:3:55: error: lines.growth is listed twice.",
      "moments[1].quantity is flaw, which is not known.",
      "moments[2] lacks years, which flow needs.", "moments[2].tolerance is 0",
      "moments[3].years means nothing for wage_share.", "moments[3].role is fitt",
      "moments[4].years is 2031, but it is between 2023 and 2025.",
      "moments[5] lacks source.", "moments[5].county is 999999, which is no county.",
      "design lacks candidates.", "design.waves is 1, but it is between 2 and 20.",
      "design.sample is 2",
    ]
    for text in expected { #expect(found.contains { $0.contains(text) }, "\(text)") }
    #expect(found.count == expected.count, "\(found)")
    #expect(english.contains("  Did you mean lines.growth?"))
    #expect(english.contains("  Did you mean flow?"))
    let chinese = try messages(text, in: .chinese).filter { !$0.hasPrefix("  ") }
    #expect(chinese.count == found.count && chinese.allSatisfy { $0.contains("错误：") })
  }

  @Test(arguments: [
    ("title: x", "the file lacks scenario, parameters, moments, design."),
    (head + "\nmoments: []", "moments is a list, but it must be a list of moments."),
    (
      head + "\n" + moments.replacing("role: fit", with: "role: held_out"),
      "no moment has the role fit."
    ),
    (
      head + "\n" + moments.replacing("id: dry", with: "id: flow"),
      "there are two moments called flow."
    ),
    (head.replacing("base.yaml", with: "none.yaml") + "\n" + moments, "there is no file"),
    (head + "\nmomens: 1\n" + moments, "momens is not a key of a calibration."),
  ])
  func `A broken plan is explained`(text: String, expected: String) throws {
    let lines = try messages(text)
    #expect(lines.contains { $0.contains(expected) }, "\(lines)")
  }

  @Test func `A number that the scenario sets cannot be fitted`() throws {
    let folder = try ScenarioFolder()
    try folder.write("own.yaml", "extends: base.yaml\npolicies: {fund: {share: 0.3}}\n")
    try folder.write(
      "plan.yaml", Self.head.replacing("base.yaml", with: "own.yaml") + "\n" + Self.moments)
    let error = try #require(throws: ScenarioFileErrors.self) {
      _ = try CalibrationFile.read(at: folder.path + "/plan.yaml")
    }
    #expect(error.message(in: .english).contains("fund.share is set by the scenario"))
  }
}

struct PosteriorFileTests {
  private func read(_ text: String) throws -> PosteriorEnsemble {
    let folder = try ScenarioFolder()
    try folder.write("posterior-x.csv", text)
    let declared = try ScenarioLibrary.parameters(folder: folder.path)
    return try PosteriorFile.read(at: folder.path + "/posterior-x.csv", declared: declared)
  }

  @Test func `An ensemble is read and its weights add up to one`() throws {
    let ensemble = try read("weight,lines.growth,fund.share\n1,0.01,0.2\n3,0.05,0.4\n")
    #expect(ensemble.name == "posterior-x")
    #expect(ensemble.parameters == ["lines.growth", "fund.share"])
    #expect(ensemble.members == [[0.01, 0.2], [0.05, 0.4]])
    #expect(ensemble.weights == [0.25, 0.75])
  }

  @Test(arguments: [
    ("", "the file is empty."),
    ("wait,lines.growth\n1,0.01\n", ":1:1: error: the first column is wait"),
    ("weight,lines.grow\n1,0.01\n", ":1:8: error: lines.grow is no declared parameter."),
    ("weight,flood.season\n1,2\n", "flood.season has no prior, so it is never drawn."),
    ("weight,lines.growth,lines.growth\n1,0.01,0.01\n", "lines.growth has two columns."),
    ("weight,lines.growth\n1\n", ":2:1: error: the row has 1 fields, but the header has 2."),
    ("weight,lines.growth\n1,fast\n", ":2:3: error: lines.growth is “fast”"),
    ("weight,lines.growth\n1,0.5\n", "lines.growth is 0.5, but it must be between -0.05 and 0.15."),
    ("weight,lines.growth\n-1,0.01\n", "weight is -1, but it must be not negative."),
    ("weight,lines.growth\n0,0.01\n", "the file has no member with a positive weight."),
    ("weight,lines.growth\n", "the file has no member with a positive weight."),
  ])
  func `A broken ensemble is explained at its place`(text: String, expected: String) throws {
    let error = try #require(throws: ScenarioFileErrors.self) { _ = try read(text) }
    #expect(error.message(in: .english).contains(expected), "\(error.message(in: .english))")
    for mistake in error.mistakes { #expect(mistake.problem.chinese != mistake.problem.english) }
  }
}
