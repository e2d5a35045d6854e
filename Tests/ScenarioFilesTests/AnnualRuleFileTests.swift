import Households
import Testing

@testable import ScenarioFiles

struct AnnualRuleFileTests {
  let folder: ScenarioFolder
  init() throws { folder = try ScenarioFolder() }

  static let text = """
    rules:
      - title: {zh: 加强核查, en: More visits}
        when: {quantity: recognised_stock, above: 0.005}
        then: {mechanism: visits, multiply: 1.2, at_most: 2}
      - title: One text
        when: {quantity: days_to_recognition, below: 20 days}
        then: {mechanism: fund, set: 0.9}
        places: province
    """

  @Test func `Rules are read as they are written`() throws {
    let rules = try folder.extending(Self.text).rules
    #expect(
      rules == [
        AnnualRule(
          title: BilingualText(chinese: "加强核查", english: "More visits"),
          quantity: .recognisedStock, isAbove: true, threshold: 0.005, mechanism: .visits,
          effect: .multiply(by: 1.2, within: 0...2), scope: .eachPrefecture),
        AnnualRule(
          title: BilingualText("One text"), quantity: .daysToRecognition, isAbove: false,
          threshold: 20, mechanism: .fund, effect: .set(to: 0.9), scope: .province),
      ])
  }

  @Test func `Rules survive in a resolved scenario and are part of its content`() throws {
    let scenario = try folder.extending(Self.text)
    let again = try folder.scenario(ResolvedScenario.yaml(scenario), name: "resolved.yaml")
    #expect(again.rules == scenario.rules)
    let base = try ScenarioLibrary.scenario(at: folder.path + "/base.yaml")
    #expect(ResolvedScenario.content(scenario) != ResolvedScenario.content(base))
  }

  @Test func `Rules of a file replace those of the extended file`() throws {
    try folder.write("ruled.yaml", "extends: base.yaml\n" + Self.text)
    #expect(try folder.scenario("extends: ruled.yaml\nrules: []\n").rules.isEmpty)
    #expect(
      try folder.scenario("extends: ruled.yaml\ntitle: A\nshocks: {flood: off}\n").rules.count == 2)
  }

  @Test func `A rule may lower again what another one raises`() throws {
    let rules = try folder.extending(
      """
      rules:
        - title: up
          when: {quantity: recognised_flow, above: 0.01}
          then: {mechanism: fund, multiply: 1.5, at_most: 3}
        - title: down
          when: {quantity: recognised_flow, below: 0.01}
          then: {mechanism: fund, multiply: 0.5, at_least: 1}
      """
    ).rules
    #expect(rules[0].effect.applied(to: 2.5) == 3)
    #expect(rules[1].effect.applied(to: 1.5) == 1)
  }
}
