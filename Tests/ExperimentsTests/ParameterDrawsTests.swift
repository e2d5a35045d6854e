import Experiments
import Foundation
import Households
import ScenarioFiles
import Testing

@testable import Experiments

struct ParameterDrawsTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path

  private func scenario(_ name: String = "guizhou.yaml") throws -> Scenario {
    try ScenarioLibrary.scenario(at: Self.folder + "/Scenarios/" + name)
  }

  /// Closed forms: the median of each law, and both ends of the triangular one.
  @Test func `Quantiles of priors are those of their laws`() throws {
    #expect(Prior.fixed.quantile(0.3) == nil)
    #expect(Prior.uniform(2, 6).quantile(0.25) == 3)
    #expect(Prior.normal(5, 2).quantile(0.5) == 5)
    #expect(abs(try #require(Prior.lognormal(3, 0.5).quantile(0.5)) - 3) < 1e-12)
    // Beta(1, 1) is uniform; Beta(2, 1) has distribution function x².
    #expect(abs(try #require(Prior.beta(1, 1).quantile(0.3)) - 0.3) < 1e-9)
    #expect(abs(try #require(Prior.beta(2, 1).quantile(0.25)) - 0.5) < 1e-9)
    #expect(Prior.choices([1, 2, 3]).quantile(0.34) == 2)
    #expect(Prior.choices([1, 2, 3]).quantile(0.999_999) == 3)
    // Triangular on 0, 1, 4: F(1) = 1/4; F(x) = 1 − (4 − x)² / 12 above.
    #expect(abs(try #require(Prior.triangular(0, 1, 4).quantile(0.25)) - 1) < 1e-12)
    #expect(abs(try #require(Prior.triangular(0, 1, 4).quantile(2.0 / 3)) - 2) < 1e-12)
  }

  @Test func `Every uncertain number is drawn within its valid range, once in each stratum`() throws
  {
    let declared = try scenario().parameters.declared
    let draws = ParameterDraws(declared, seed: 1)
    #expect(draws.names.count > 300)
    let values = (0..<32).map(draws.values)
    for (place, name) in draws.names.enumerated() {
      let parameter = try #require(declared.first { $0.name == name })
      for draw in 0..<32 { #expect(parameter.valid.contains(values[draw][place]), "\(name)") }
      if case .uniform(let low, let high) = parameter.prior, high > low,
        parameter.valid.contains(low), parameter.valid.contains(high)
      {
        let strata = Set(values.map { min(31, Int(($0[place] - low) / (high - low) * 32)) })
        #expect(strata.count >= 31, "\(name): rounding may move a value over an edge")
      }
    }
  }

  @Test func `Scenarios that are compared meet the same draws, and decisions stay`() throws {
    let baseline = try scenario()
    let reform = try scenario("packages/targets-2025.yaml")
    let first = ParameterDraws(baseline.parameters.declared, seed: 7)
    let second = ParameterDraws(reform.parameters.declared, seed: 7)
    #expect(first.values(5) == second.values(5))
    #expect(ParameterDraws(baseline.parameters.declared, seed: 8).values(5) != first.values(5))
    let drawn = second.scenario(reform, draw: 5)
    for (name, path) in reform.parameters.overrides {
      let month = Month(year: 2026, month: 3)
      #expect(drawn.parameters.value(of: name, at: month) == path.path.value(at: month), "\(name)")
    }
    let name = try #require(first.names.first { reform.parameters.overrides[$0] == nil })
    #expect(drawn.parameters.declaration(of: name)?.values == [first.values(5)[0]])
  }
}
