import Households
import Testing

@testable import ScenarioFiles

/// Adopting a regulation: what it sets from when, and what it yields to.
struct RegulationTests {
  let folder: ScenarioFolder

  init() throws {
    folder = try ScenarioFolder()
    try folder.write("regulations/draft.yaml", Self.draft)
  }

  static let draft = """
    title: {zh: 草案, en: Draft}
    in_force: 2023-07
    articles:
      - number: 1
        heading: {zh: 目的}
        text: 为了防止返贫，制定本条例。
        settings: none
      - number: 2
        heading: {zh: 资金, en: Fund}
        text: 每年安排二千元。
        settings: {policies: {fund: {total: 2000, share: 0.4}}, parameters: {lines.growth: 0.05}}
      - number: 3
        heading: {zh: 报销, en: Guarantee}
        text: 实行报销兜底。
        in_force: 2024-01
        settings:
          policies:
            reimbursement_guarantee: on
            emergency_relief: {scale: 1.5}
          finding: {visits: off, staff: on}
    """

  private func path(_ scenario: Scenario, _ name: String) -> DatedPath? {
    scenario.parameters.overrides[name]?.path
  }

  private func steps(_ first: Double, _ second: Double, from month: Month) -> DatedPath {
    DatedPath(steps: [.init(from: nil, value: first), .init(from: month, value: second)])
  }

  static let adopt = "regulation: {adopt: regulations/draft.yaml}\n"
  static let july = Month(year: 2023, month: 7)
  static let january = Month(year: 2024, month: 1)

  @Test func `Values hold from the date in force and before as in the adopting scenario`() throws {
    let scenario = try folder.extending(Self.adopt)
    #expect(path(scenario, "fund.total") == steps(1000, 2000, from: Self.july))
    #expect(path(scenario, "lines.growth") == steps(0.03, 0.05, from: Self.july))
    let relief = scenario.setting(of: .emergencyRelief)
    #expect(relief.isEnabled && relief.scale == steps(1, 1.5, from: Self.january))
    let visits = scenario.setting(of: .visits)
    #expect(visits.isEnabled && visits.to == Month(year: 2023, month: 12))
    let staff = scenario.setting(of: .staff)
    #expect(staff.isEnabled && staff.from == Self.january)
  }

  @Test func `A mechanism switched off below is switched on from the date in force`() throws {
    try folder.write(
      "off.yaml", "extends: base.yaml\npolicies: {reimbursement_guarantee: off}\n")
    let scenario = try folder.scenario("extends: off.yaml\n" + Self.adopt)
    let guarantee = scenario.setting(of: .reimbursementGuarantee)
    #expect(guarantee.isEnabled && guarantee.from == Self.january)
    #expect(guarantee.strength(at: Self.july, county: 0) == 0)
  }

  @Test func `The extended file yields to the regulation and the regulation to own settings`()
    throws
  {
    try folder.write(
      "middle.yaml", "extends: base.yaml\npolicies: {fund: {total: 1500, share: 0.3}}\n")
    let scenario = try folder.scenario(
      "extends: middle.yaml\n" + Self.adopt + "policies: {fund: {share: 0.6}}\n")
    #expect(path(scenario, "fund.total") == steps(1500, 2000, from: Self.july))
    #expect(path(scenario, "fund.share") == DatedPath(constant: 0.6))
    try folder.write("adopter.yaml", "extends: middle.yaml\n" + Self.adopt)
    let child = try folder.scenario("extends: adopter.yaml\npolicies: {fund: {total: 900}}\n")
    #expect(path(child, "fund.total") == DatedPath(constant: 900))
    #expect(path(child, "fund.share") == steps(0.3, 0.4, from: Self.july))
  }

  @Test func `The outermost regulation replaces that of an extended file`() throws {
    try folder.write("adopter.yaml", "extends: base.yaml\n" + Self.adopt)
    let none = try folder.scenario("extends: adopter.yaml\nregulation: off\n")
    #expect(none.parameters.overrides.isEmpty && none.regulation == nil)
    let later = try folder.scenario(
      "extends: adopter.yaml\n"
        + "regulation: {adopt: regulations/draft.yaml, in_force: 2024-07, only: [3]}\n")
    #expect(path(later, "fund.total") == nil)
    // The article's own date moves by as many months as the regulation's.
    #expect(later.setting(of: .staff).from == Month(year: 2025, month: 1))
  }

  @Test func `Articles can be left out`() throws {
    let scenario = try folder.extending(
      "regulation: {adopt: regulations/draft.yaml, without: [2]}\n")
    #expect(scenario.parameters.overrides.isEmpty)
    #expect(scenario.regulation?.articles.map(\.number) == [1, 3])
    #expect(scenario.regulation?.articles[0].keys == [])
  }

  @Test func `A resolved scenario names articles, needs no draft and loads again`() throws {
    let scenario = try folder.extending(Self.adopt)
    let text = ResolvedScenario.yaml(scenario)
    #expect(
      text.contains(
        "    total: [{from: start, value: 1000}, {from: 2023-07, value: 2000}]"
          + "  # regulations/draft.yaml:11, article 2\n"))
    #expect(text.contains("#   article 1 目的, from 2023-07: no settings\n"))
    #expect(text.contains("#   article 3 报销, from 2024-01: "))
    let again = try folder.scenario(text, name: "resolved.yaml")
    #expect(ResolvedScenario.content(again) == ResolvedScenario.content(scenario))
    #expect(again.regulation == nil)
  }

  @Test func `An extended adopter may be dated beyond a shorter run`() throws {
    try folder.write("adopter.yaml", "extends: base.yaml\n" + Self.adopt)
    let short = try folder.scenario("extends: adopter.yaml\nperiod: {end: 2023}\n")
    #expect(short.regulation?.articles.count == 3)
  }

  @Test func `A path is followed by another from a month on`() {
    let path = steps(1, 2, from: Self.january)
    #expect(
      path.followed(by: DatedPath(constant: 3), from: Self.july) == steps(1, 3, from: Self.july))
    let later = steps(5, 6, from: Month(year: 2025, month: 1))
    #expect(
      path.followed(by: later, from: Month(year: 2024, month: 6))
        == DatedPath(steps: [
          .init(from: nil, value: 1), .init(from: Self.january, value: 2),
          .init(from: Month(year: 2024, month: 6), value: 5),
          .init(from: Month(year: 2025, month: 1), value: 6),
        ]))
    #expect(path.followed(by: path, from: Self.july) == path)
  }
}
