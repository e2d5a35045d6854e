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
    let draws = ParameterDraws(declared, seed: 1, count: 32)
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
    let first = ParameterDraws(baseline.parameters.declared, seed: 7, count: 8)
    let second = ParameterDraws(reform.parameters.declared, seed: 7, count: 8)
    #expect(first.values(5) == second.values(5))
    #expect(
      ParameterDraws(baseline.parameters.declared, seed: 8, count: 8).values(5) != first.values(5))
    let drawn = second.scenario(reform, draw: 5)
    for (name, path) in reform.parameters.overrides {
      let month = Month(year: 2026, month: 3)
      #expect(drawn.parameters.value(of: name, at: month) == path.path.value(at: month), "\(name)")
    }
    let name = try #require(first.names.first { reform.parameters.overrides[$0] == nil })
    #expect(drawn.parameters.declaration(of: name)?.values == [first.values(5)[0]])
  }

  /// Under independence a correlation over 256 draws has standard deviation 1/√255 = 0.063.
  ///
  /// Six of them
  /// among the 63,000 pairs would be one in two hundred such tables. Unshuffled points have pairs at 0.96.
  @Test func `No two numbers hang together`() throws {
    let declared = try scenario().parameters.declared
    let draws = ParameterDraws(declared, seed: 1, count: 256)
    let values = (0..<256).map(draws.values)
    let ranks = draws.names.indices.map { place in
      AssumptionShares.ranks(values.map { $0[place] })
    }
    var (largest, squares, pairs) = (0.0, 0.0, 0.0)
    for first in ranks.indices {
      for second in 0..<first {
        let correlation = AssumptionShares.correlation(ranks[first], ranks[second])
        largest = max(largest, abs(correlation))
        squares += correlation * correlation
        pairs += 1
      }
    }
    #expect(largest < 6 / 255.0.squareRoot())
    #expect(abs(squares / pairs * 255 - 1) < 0.05)
  }

  @Test func `More draws add to those before`() throws {
    let declared = try scenario().parameters.declared
    let (few, many) = (
      ParameterDraws(declared, seed: 3, count: 5), ParameterDraws(declared, seed: 3, count: 100)
    )
    for draw in 0..<5 { #expect(few.values(draw) == many.values(draw)) }
  }

  /// A figure that is the sum of two of four numbers: half of the variance each, nothing for the others.
  @Test func `Shares of the variance go to the origins that make it`() throws {
    let all = try scenario().parameters.declared
    let uniform = all.filter { if case .uniform = $0.prior { true } else { false } }
    let (weak, firm) = (
      uniform.filter { $0.origin == .assumption }.prefix(2),
      uniform.filter { $0.origin == .literature }.prefix(2)
    )
    let declared = Array(weak) + Array(firm)
    let draws = ParameterDraws(declared, seed: 1, count: 512)
    let order = declared.indices.map { place in
      AssumptionShares.ranks((0..<512).map { draws.values($0)[place] })
    }
    let figure = (0..<512).map { order[0][$0] + order[2][$0] }
    let table = try #require(DrawTable(draws, 512, [2030: figure]))
    let shares = AssumptionShares(table, declared: declared).shares
    #expect(shares.map(\.origin) == [.literature, .assumption])
    for share in shares {
      #expect(share.numbers == 2)
      // Rank correlations r of a sum of two uniforms are 0.69 rather than √½, and shares 0.48; the
      // standard error of r² over 512 draws is 2 r (1 − r²) / √511 = 0.03, and three of them are allowed.
      #expect(abs(share.share - 0.48) < 0.1)
    }
  }

  @Test func `Equal values share their rank`() {
    #expect(AssumptionShares.ranks([5, 1, 5, 0]) == [2.5, 1, 2.5, 0])
    #expect(AssumptionShares.correlation([1, 2, 3], [2, 4, 6]) == 1)
    #expect(AssumptionShares.correlation([1, 2, 3], [4, 4, 4]) == 0)
  }
}
