import Foundation
import Households
import Testing

@testable import ScenarioFiles

struct ScenarioLibraryTests {
  let folder: ScenarioFolder
  init() throws { folder = try ScenarioFolder() }

  @Test func `A scenario that says little holds the declared numbers everywhere`() throws {
    let scenario = try ScenarioLibrary.scenario(at: folder.path + "/base.yaml")
    #expect(scenario.name == "base")
    #expect(scenario.title == BilingualText(chinese: "基线", english: "Base"))
    #expect(scenario.start == Month(year: 2022, month: 1))
    #expect(scenario.end == Month(year: 2025, month: 12))
    #expect(scenario.firstResultYear == 2023)
    #expect(scenario.counties == [0, 1, 2])
    #expect(scenario.geography.counties.map(\.code) == [520526, 520581, 522301])
    #expect(scenario.parameters.overrides.isEmpty)
    #expect(scenario.parameters.value(of: "fund.total", at: scenario.start) == 1000)
    #expect(scenario.setting(of: .drought).isEnabled)
  }

  @Test(arguments: [
    ("2000", 2000.0), ("2,000 元", 2000), ("2000 yuan", 2000), ("0.2 万元", 2000), ("２０００元", 2000),
    ("2e3", 2000), ("4000/2", 2000), ("\"2,000元\"", 2000), ("2000 yuan per year", 2000),
  ])
  func `A number may carry its unit`(text: String, value: Double) throws {
    let scenario = try folder.extending("policies:\n  fund:\n    total: \(text)\n")
    #expect(scenario.parameters.value(of: "fund.total", at: scenario.start) == value)
    #expect(scenario.parameters.overrides["fund.total"]?.place == "test.yaml:4")
    #expect(scenario.places["policies.fund.total"] == "test.yaml:4")
  }

  @Test func `Dated steps hold from their month on`() throws {
    let scenario = try folder.extending(
      "policies: {fund: {share: [{from: start, value: 0.3}, {from: 2024-07, value: 0.6}]}}\n")
    let parameters = scenario.parameters
    #expect(parameters.value(of: "fund.share", at: Month(year: 2024, month: 6)) == 0.3)
    #expect(parameters.value(of: "fund.share", at: Month(year: 2024, month: 7)) == 0.6)
  }

  @Test func `A mechanism can be switched, scaled, dated and placed`() throws {
    let scenario = try folder.extending(
      """
      shocks:
        drought: {scale: 1.2, from: 2024-01, to: 2024-12, places: [毕节市]}
        flood: off
      policies: {fund: 关}
      """)
    let drought = scenario.setting(of: .drought)
    #expect(drought.strength(at: Month(year: 2024, month: 3), county: 0) == 1.2)
    #expect(drought.strength(at: Month(year: 2024, month: 3), county: 2) == 0)
    #expect(drought.strength(at: Month(year: 2025, month: 1), county: 0) == 0)
    #expect(!scenario.setting(of: .flood).isEnabled)
    #expect(!scenario.setting(of: .fund).isEnabled)
  }

  @Test(arguments: [
    ("威宁", [0]), ("威宁县", [0]), ("威宁彝族回族苗族自治县", [0]), ("520526", [0]), ("黔西", [1]),
    ("黔西市", [1]), ("黔西南", [2]), ("黔西南州", [2]), ("522300", [2]), ("毕节", [0, 1]), ("Bijie", [0, 1]),
    ("formerly_poor", [0, 1]), ("key_counties", [0]), ("脱贫县", [0, 1]), ("[威宁, 兴义]", [0, 2]),
  ])
  func `Places have codes, full names, short names and groups`(text: String, counties: [Int]) throws
  {
    let scenario = try folder.extending("population: {counties: \(text)}\n")
    #expect(scenario.counties == counties)
  }

  @Test func `A file states only what differs, key by key`() throws {
    try folder.write(
      "middle.yaml",
      """
      extends: base.yaml
      shocks: {drought: {scale: 2, from: 2023-01}}
      policies: {fund: {total: 500, share: 0.5}}
      events: [{flood: {month: 2024-06, footprint: 0.1}}]
      """)
    let scenario = try folder.scenario(
      "extends: middle.yaml\nshocks: {drought: {from: start}}\npolicies: {fund: {total: 1000}}\n")
    #expect(scenario.setting(of: .drought).scale == DatedPath(constant: 2))
    #expect(scenario.setting(of: .drought).from == nil)
    #expect(scenario.events.count == 1)
    #expect(scenario.parameters.overrides.keys.sorted() == ["fund.share"])
    #expect(scenario.parameters.overrides["fund.share"]?.place == "middle.yaml:3")
  }

  @Test func `Events have defaults for their last month, their places and their title`() throws {
    let scenario = try folder.extending(
      """
      events:
        - {price: {product: tea, change: -0.30, from: 2025-03}}
        - {return_of_migrants: {share: 0.12, month: 2024-02, places: [兴义市], title: 返乡}}
        - {drought: {from: 2024-07, to: 2024-10, severity: 0.6, places: all}}
      """)
    #expect(
      scenario.events[0]
        == StressEvent(
          kind: .price(product: .tea, change: -0.3), from: Month(year: 2025, month: 3),
          to: Month(year: 2025, month: 12), counties: nil, title: "price 2025-03"))
    #expect(scenario.events[1].counties == [2])
    #expect(scenario.events[1].to == Month(year: 2024, month: 2))
    #expect(scenario.events[1].title == "返乡")
    #expect(scenario.events[2].counties == nil)
  }

  @Test func `Twelve numbers replace a seasonal parameter in every year`() throws {
    let scenario = try folder.extending(
      "shocks: {flood: {season: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]}}\n")
    for year in 2022...2025 {
      for month in 1...12 {
        let value = scenario.parameters.value(
          of: "flood.season", at: Month(year: year, month: month))
        #expect(value == Double(month))
      }
    }
  }

  @Test func `A byte-order mark and Windows line ends are no mistake`() throws {
    let text = "\u{FEFF}title: Test\r\nperiod: {start: 2022-01, results_from: 2023, end: 2025}\r\n"
    #expect(try folder.scenario(text).title.english == "Test")
  }

  @Test func `A file of more than four megabytes is refused before it is parsed`() throws {
    let text = "title: Test\n" + String(repeating: "# filler filler filler\n", count: 200_000)
    #expect(
      try folder.messages(text)
        == "test.yaml: error: the file has 4600012 bytes, but at most 4194304 are read.")
  }

  @Test func `A missing file is one mistake without a line`() throws {
    let error = #expect(throws: ScenarioFileErrors.self) {
      _ = try ScenarioLibrary.scenario(at: "nowhere.yaml", folder: folder.path)
    }
    #expect(
      error?.message(in: .english) == "nowhere.yaml: error: there is no file nowhere.yaml.")
  }

  @Test func `A hundred thousand open brackets do not reach the parser`() throws {
    let text = "title: " + String(repeating: "[", count: 100_000)
    #expect(try folder.messages(text).contains("deeper than 32 levels"))
  }

  @Test func `Brackets, stars and ampersands inside texts are no mistake`() throws {
    let scenario = try folder.extending(
      "title: \"[[ *a &b !c\"\nsummary: 'a * b & c [d] {e}'\nshocks: {drought: off}\n")
    #expect(scenario.title.english == "[[ *a &b !c")
  }

  @Test func `Setting everything to the value it has is no effect`() throws {
    let messages = try folder.messages(
      "extends: base.yaml\ntitle: Other\npolicies: {fund: {total: 1000, scale: 1, places: all}}\n")
    #expect(messages.hasPrefix("test.yaml:1:10: error: the scenario has no effect"))
  }

  @Test func `Mistakes in Chinese name place, finding, expectation and remedy`() throws {
    let text = "extends: base.yaml\npolicies:\n  fund: {share: 30, total: 5 天}\n  fond: off\n"
    #expect(
      try folder.messages(text, in: .chinese) == """
        test.yaml:3:17: 错误：policies.fund.share 是 30，应为 0 与 1 之间的小数。
          百分之 30 请写 0.30。
        test.yaml:3:28: 错误：policies.fund.total 的单位写成了“天”，应为“元/年”。
          声明的值是 1000。
        test.yaml:4:3: 错误：fond 不是 policies 的键。
          您是不是想写 fund？
        """)
  }
}
