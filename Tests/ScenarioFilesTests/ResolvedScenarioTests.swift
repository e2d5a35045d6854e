import Foundation
import Households
import Testing

@testable import ScenarioFiles

struct ResolvedScenarioTests {
  let folder: ScenarioFolder
  init() throws { folder = try ScenarioFolder() }

  static let rich = """
    title: {zh: "引号“”与冒号：", en: "quotes \\" and: colons # signs"}
    summary: Two lines
    population: {counties: [毕节市]}
    shocks:
      drought: {scale: [{from: start, value: 0.1}, {from: 2024-01, value: 1e-7}], to: 2024-12}
      flood: {season: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], places: [威宁]}
    policies:
      fund: {total: 1234.5678901234567, share: [{from: start, value: 0.3}, {from: 2024-07, value: 0.6}]}
    parameters: {lines.growth: -0.01}
    events:
      - {price: {product: tea, change: -0.30, from: 2025-03, title: 'tea: "30 %"'}}
      - {drought: {from: 2024-07, to: 2024-10, severity: 0.6, places: [威宁]}}
    """

  @Test func `A resolved scenario loads again and is equal`() throws {
    let first = try folder.extending(Self.rich)
    let second = try folder.scenario(ResolvedScenario.yaml(first), name: "resolved.yaml")
    #expect(ResolvedScenario.content(first) == ResolvedScenario.content(second))
    #expect(first.title == second.title)
    #expect(first.summary == second.summary)
    #expect(first.events == second.events)
    #expect(first.counties == second.counties)
    #expect(
      first.parameters.overrides.mapValues(\.path) == second.parameters.overrides.mapValues(\.path))
    for mechanism in Mechanism.allCases {
      let (a, b) = (first.setting(of: mechanism), second.setting(of: mechanism))
      #expect(a.isEnabled == b.isEnabled && a.scale == b.scale && a.from == b.from)
      #expect(a.to == b.to && a.counties == b.counties)
    }
  }

  @Test func `Every value of a resolved scenario says where it came from`() throws {
    let text = ResolvedScenario.yaml(try folder.extending(Self.rich))
    #expect(text.contains("  end: 2025  # base.yaml:2\n"))
    #expect(text.contains("    total: 1234.5678901234567  # test.yaml:9\n"))
    #expect(text.contains("  lines.growth: -0.01  # test.yaml:10\n"))
    #expect(text.contains("    season: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]  # test.yaml:7\n"))
    let base = try ScenarioLibrary.scenario(at: folder.path + "/base.yaml")
    #expect(
      ResolvedScenario.yaml(base).contains("    total: 1000  # parameters/numbers.yaml (plan)\n"))
  }

  @Test func `The content knows no titles and no places`() throws {
    let first = try folder.extending("shocks: {drought: off}\n")
    let second = try folder.extending("title: Other\n\n\nshocks: {drought: {enabled: no}}\n")
    #expect(ResolvedScenario.content(first) == ResolvedScenario.content(second))
    #expect(ResolvedScenario.yaml(first) != ResolvedScenario.yaml(second))
  }

  @Test func `The baseline loads again and is equal`() throws {
    let baseline = try ScenarioLibrary.scenario(at: Repository.scenarios + "/guizhou.yaml")
    let file = FileManager.default.temporaryDirectory.appendingPathComponent(
      UUID().uuidString + ".yaml")
    defer { try? FileManager.default.removeItem(at: file) }
    try ResolvedScenario.yaml(baseline).write(to: file, atomically: true, encoding: .utf8)
    let again = try ScenarioLibrary.scenario(at: file.path, folder: Repository.scenarios)
    #expect(ResolvedScenario.content(again) == ResolvedScenario.content(baseline))
    #expect(again.parameters.overrides.count == baseline.parameters.overrides.count)
  }
}
