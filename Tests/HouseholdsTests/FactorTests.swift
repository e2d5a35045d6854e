import Households
import ScenarioFiles
import Testing
import TestSupport

/// Numbers that questions move.
struct FactorTests {
  private func factor(_ target: Factor.Target, from: Month? = nil) -> Factor {
    Factor(
      name: "x", target: target, from: from, title: BilingualText(chinese: "x", english: "x"),
      unit: "share", valid: 0...1)
  }

  @Test func `What is believed is believed otherwise, and what is decided is decided otherwise`()
    throws
  {
    let scenario = try TestScenario.baseline()
    let belief = try #require(
      scenario.parameters.declared.first {
        $0.prior != .fixed && scenario.parameters.overrides[$0.name] == nil && $0.values.count == 1
      })
    let believed = factor(.parameter(belief.name)).applied(belief.valid.lowerBound, to: scenario)
    #expect(believed.parameters.declaration(of: belief.name)?.values == [belief.valid.lowerBound])
    #expect(believed.parameters.overrides[belief.name] == nil)
    let decision = try #require(
      scenario.parameters.declared.first { $0.prior == .fixed && $0.values.count == 1 })
    let decided = factor(.parameter(decision.name)).applied(decision.valid.upperBound, to: scenario)
    #expect(decided.parameters.declaration(of: decision.name)?.values == decision.values)
    #expect(
      decided.parameters.value(of: decision.name, at: scenario.end) == decision.valid.upperBound)
  }

  @Test func `A value from a month on leaves the months before as they were`() throws {
    let scenario = try TestScenario.baseline()
    let month = Month(year: 2024, month: 3)
    let total = factor(.parameter("fund.total"), from: month)
    let before = total.value(in: scenario)
    let changed = total.applied(before * 2, to: scenario)
    let value = { (month: Month) in changed.parameters.value(of: "fund.total", at: month) }
    #expect(value(month.advanced(by: -1)) == before)
    #expect(value(month) == before * 2 && value(scenario.end) == before * 2)
    #expect(total.value(in: changed) == before * 2)
  }

  @Test func `Mechanisms are scaled and switched`() throws {
    let scenario = try TestScenario.baseline()
    let scaled = factor(.scale(.drought)).applied(0.25, to: scenario)
    #expect(scaled.setting(of: .drought).strength(at: scenario.start, county: 0) == 0.25)
    let off = factor(.enabled(.drought)).applied(0, to: scenario)
    #expect(off.setting(of: .drought).strength(at: scenario.start, county: 0) == 0)
    #expect(factor(.enabled(.drought)).value(in: off) == 0)
  }
}
