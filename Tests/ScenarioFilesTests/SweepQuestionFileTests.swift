import Households
import Testing

@testable import ScenarioFiles

struct SweepQuestionFileTests {
  private static let head = """
    title: {zh: 扫描, en: Sweep}
    baseline: base.yaml
    outcomes: [{measure: stock, year: 2025}, {measure: public_cost, from: 2024, to: 2025}]
    design: {replications: 16, sample: 0.01, seed: 0}
    quick: {replications: 4}
    """
  private static let grid = """
    factors:
      - {factor: policies.fund.total, title: {zh: 钱, en: Money}, values: [2000, 1000]}
      - {factor: fund.share, levels: {from: 0, to: 1, count: 3}, from: 2024-01}
      - {factor: shocks.drought.enabled, values: [0, 1]}
    """

  private func read(_ text: String) throws -> SweepQuestion {
    let folder = try ScenarioFolder()
    try folder.write("own.yaml", text)
    return try SweepQuestionFile.read(at: folder.path + "/own.yaml")
  }

  private func messages(_ text: String, in language: Language = .english) throws -> [String] {
    let error = try #require(throws: ScenarioFileErrors.self) { _ = try read(text) }
    return error.message(in: language).split(separator: "\n").map(String.init)
  }

  @Test func `A grid is read with its scenario, levels in order`() throws {
    let question = try read(Self.head + "\nlimit: 0.004\n" + Self.grid)
    #expect(question.name == "own" && question.baseline.name == "base")
    #expect(
      question.factors.map(\.name) == [
        "policies.fund.total", "fund.share", "shocks.drought.enabled",
      ])
    #expect(question.factors[0].title == BilingualText(chinese: "钱", english: "Money"))
    #expect(question.factors[1].from == Month(year: 2024, month: 1))
    #expect(question.points == .grid([[1000, 2000], [0, 0.5, 1], [0, 1]]))
    #expect(question.outcomes.map(\.name) == ["stock_2025", "public_cost_2024_2025"])
    #expect(question.limit == .share(0.004))
    #expect(question.whole.study.replications == 16 && question.quick.study.replications == 4)
    #expect(question.quick.study.sample == 0.01 && question.whole.points == 0)
    #expect(question.text.hasPrefix("title"))
  }

  @Test func `A random design has ranges or priors and a number of points`() throws {
    let text =
      Self.head.replacing("sample: 0.01", with: "sample: 0.01, points: 64")
      .replacing("{replications: 4}", with: "{points: 8}") + """

        points: sobol
        limit: stretch
        factors:
          - {factor: fund.total, range: [500, 900]}
          - {factor: lines.growth, prior: true}
        """
    let question = try read(text)
    #expect(question.points == .sobol([.range(500...900), .prior(.uniform(0, 0.06))]))
    #expect(question.whole.points == 64 && question.quick.points == 8)
    #expect(question.limit == .plan(isStretch: true))
    let list = try read(
      Self.head + "\npoints: [[500, 0.1], [900, 0.2]]\n"
        + "factors: [{factor: fund.total}, {factor: fund.share}]")
    #expect(list.points == .list([[500, 0.1], [900, 0.2]]))
  }

  @Test func `The committed question is a grid with a limit`() throws {
    let question = try SweepQuestionFile.read(at: Repository.scenarios + "/questions/sweep.yaml")
    guard case .grid(let levels) = question.points else {
      Issue.record("no grid")
      return
    }
    #expect(levels.count >= 2 && question.limit != nil)
  }

  @Test func `All mistakes come at once, each with its place`() throws {
    let text = """
      title: {zh: 扫描, en: Sweep}
      baseline: base.yaml
      factors:
        - {factor: fund.totl, values: [1, 2]}
        - {factor: fund.total, values: [1, 2], range: [1, 2]}
        - {factor: fund.total, values: [1]}
        - {factor: fund.total, values: [1, -2]}
        - {factor: fund.total, values: [1, 1]}
        - {factor: fund.share, levels: {from: 1, to: 0, count: 3}}
        - {factor: fund.share, levels: {from: 0, to: 1}}
        - {factor: fund.share, range: [0.5, 0.5]}
        - {factor: flood.season, values: [1, 2]}
        - {factor: policies.fund.scale, prior: true}
        - {values: [1, 2]}
      outcomes:
        - {measure: stok, year: 2025}
        - {measure: stock, year: 2031}
        - {measure: public_cost, from: 2025, to: 2024}
        - {measure: public_cost, from: 2024}
        - {measure: need, year: 2024}
        - {measure: need, year: 2024}
      limit: 2
      design: {replications: 1, sample: 2}
      """
    let english = try messages(text)
    let found = english.filter { !$0.hasPrefix("  ") }
    let expected = [
      "fund.totl is no parameter", "factors[2] has values, range, but one is enough.",
      "factors[3].values is a list, but it must be a list of two or more values.",
      "factors[4].values[2] is -2", "factors[5].values has this value twice.",
      "factors[6].levels ends before it begins.", "factors[7].levels lacks count.",
      "factors[8].range ends before it begins.", "flood.season has twelve values",
      "policies.fund.scale has no prior.", "factors[11] lacks factor.",
      "outcomes[1].measure is stok", "outcomes[2].year is 2031",
      "outcomes[3] ends before it begins.", "outcomes[4] needs year, or from and to.",
      "need_2024 is listed twice.", "limit is 2", "design.replications is 1", "design.sample is 2",
    ]
    for text in expected { #expect(found.contains { $0.contains(text) }, "\(text)") }
    #expect(found.count == expected.count, "\(found)")
    #expect(english.contains { $0.contains("Did you mean fund.total?") })
    let chinese = try messages(text, in: .chinese).filter { !$0.hasPrefix("  ") }
    #expect(chinese.count == found.count && chinese.allSatisfy { $0.contains("错误：") })
  }

  @Test(arguments: [
    ("title: x", "the file lacks baseline, design, factors, outcomes."),
    (head + "\nfactors: []", "factors is a list, but it must be a list of factors."),
    (head + "\nfactors: [{factor: fund.total}]", "fund.total has neither values nor levels"),
    (
      head + "\npoints: sobol\nfactors: [{factor: fund.total, values: [1, 2]}]",
      "fund.total has neither range nor prior"
    ),
    (
      head + "\npoints: latin_hypercube\nfactors: [{factor: fund.total, range: [1, 2]}]",
      "design lacks points"
    ),
    (head + "\npoints: sobl\n" + grid, "points is sobl, but it must be grid"),
    (
      head + "\npoints: [[1]]\nfactors: [{factor: fund.total}, {factor: fund.share}]",
      "points[1] is a list, but it must be a list of 2 values"
    ),
    (
      head.replacing("seed: 0", with: "draws: 8") + "\n" + grid,
      "draws has no meaning"
    ),
    (
      head.replacing("{measure: stock, year: 2025}, ", with: "") + "\nlimit: hard\n" + grid,
      "limit belongs to a rate"
    ),
    (
      head.replacing("year: 2025", with: "year: 2024") + "\nlimit: hard\n" + grid,
      "the plan has no limit before 2025."
    ),
    (
      head + "\nfactors:\n  - {factor: fund.total, levels: {from: 1, to: 100, count: 100}}\n"
        + "  - {factor: fund.share, levels: {from: 0, to: 1, count: 100}}\n"
        + "  - {factor: lines.growth, levels: {from: 0, to: 0.1, count: 100}}\n",
      "the grid has 1000000 points, at most 20000."
    ),
    (
      head + "\n" + grid + "\n  - {factor: fund.share, values: [0, 1]}",
      "fund.share is listed twice."
    ),
    (head + "\nfaktors: 1\n" + grid, "faktors is not a key of a sweep."),
  ])
  func `A broken question is explained`(text: String, expected: String) throws {
    let lines = try messages(text)
    #expect(lines.contains { $0.contains(expected) }, "\(lines)")
  }
}
