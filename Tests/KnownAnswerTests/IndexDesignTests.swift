import Households
import NumericalMethods
import Randomness
import TestSupport
import Testing

@testable import Simulation

/// The designs of the vulnerability index against arithmetic done by hand.
struct IndexDesignTests {
  /// Vulnerability Φ((z − m) / s): mean 50, standard deviation 12 and a line of 40 make 0.202.
  ///
  /// Source: J. Haughton and S. R. Khandker, *Handbook on Poverty and Inequality*, World Bank
  /// 2009, chapter 12. Tolerance 0.0005: the handbook prints three digits.
  @Test func `Expected poverty gives the number of the handbook`() {
    func index(_ threshold: Double) -> ExpectedPovertyIndex {
      var index = ExpectedPovertyIndex(quantile: Distributions.normalQuantile(threshold))
      index.meanIntercept = 50 - 40
      index.varianceIntercept = 12 * 12
      return index
    }
    let score = index(0.5).score(IndicatorValues())
    let vulnerability = Distributions.normalProbability(below: Double(score))
    #expect(abs(vulnerability - 0.202) < 0.0005)
    #expect(index(0.2).alerts(IndicatorValues()))
    #expect(!index(0.21).alerts(IndicatorValues()))
  }

  @Test func `Three-step least squares find the coefficients that made the data`() throws {
    var (rows, logs): ([Double], [Double]) = ([], [])
    let key = DrawKey(seed: 9, shockYear: 0, householdReplication: 0)
    for number in 0..<8000 {
      let words = key.world(.household, number, .household)
      let (u, v) = (words[0].uniform, words[1].uniform)
      let spread = (0.05 + 0.10 * u).squareRoot()
      rows += [1, u, v]
      logs.append(0.5 + 0.8 * u - 0.4 * v + spread * Elementary.normalQuantile(words[2].uniform))
    }
    let fit = try #require(
      ExpectedPovertyFit.fit(
        rows: rows, columns: 3, logIncome: logs, weights: Array(repeating: 1, count: 8000),
        floorShare: 0.01))
    for (found, wanted) in zip(fit.mean, [0.5, 0.8, -0.4]) { #expect(abs(found - wanted) < 0.04) }
    for (found, wanted) in zip(fit.variance, [0.05, 0.10, 0]) {
      #expect(abs(found - wanted) < 0.015)
    }
  }

  @Test func `Every part of an expert index shares its weight among its indicators`() throws {
    let plan = try SimulationPlan(TestScenario.baseline(counties: [11]))
    let index = plan.months[0].indices.threeDimensions
    var ones = IndicatorValues()
    for i in 0..<IndexIndicator.count { ones[i] = 1 }
    #expect(abs(index.score(ones) - 1) < 1e-5)
    #expect(index.weights[IndexIndicator.incomeShortfall.rawValue] == 0.5)
    #expect(index.weights[IndexIndicator.students.rawValue] == 0)
  }

  @Test func `All designs at once score as each does alone, to the bit`() throws {
    let scenario = try TestScenario.baseline(counties: [11], lastYear: 2025)
    let plan = try SimulationPlan(scenario)
    let bench = try Bench(scenario, rows: TestPopulation.rows(county: 11, count: 10))
    let s = plan.months[0].indices
    let b = bench.block(0)
    for number in 0..<50 {
      var values = IndicatorValues()
      for i in 0..<IndexIndicator.count {
        let word = b.key.household(UInt32(number), month: i, .measures)[0]
        values[i] = 6 * word.uniformFloat - 3
      }
      let sums = IndexScores.sums(b.county, values)
      #expect(sums[IndexScores.Lane.fourLooks] == s.fourLooks.score(values))
      #expect(sums[IndexScores.Lane.twelveIndicators] == s.twelveIndicators.score(values))
      #expect(sums[IndexScores.Lane.threeDimensions] == s.threeDimensions.score(values))
    }
  }

  @Test func `Eight logarithms at once are those of one after the other`() {
    for start in stride(from: Float(0.001), to: 50, by: 0.37) {
      let x = SIMD8<Float>((0..<8).map { start * (1 + 0.9 * Float($0)) })
      let all = Single.log(x)
      for lane in 0..<8 { #expect(all[lane] == Single.log(x[lane])) }
    }
  }

  @Test func `A department that shares nothing shows an average household`() throws {
    var scenario = try TestScenario.baseline(counties: [11])
    for name in ["gap_docked", "gap_not_docked", "gap_finance"] {
      scenario = scenario.with("vulnerability_index.\(name)", 1)
    }
    let bench = try Bench(scenario, rows: TestPopulation.rows(county: 11, count: 20))
    let b = bench.block(0)
    bench.scratch.persons.update(repeating: 4, count: bench.count)
    bench.state.damage[3] = 50_000
    let seen = LedgerView.arrived(b, 3).indicators()
    for indicator in IndexIndicator.allCases where indicator.group != .ledger {
      #expect(seen[indicator.rawValue] == 0)
    }
    #expect(seen[IndexIndicator.incomeShortfall.rawValue] != 0)
  }

  @Test func `What arrives late lacks the last three months`() throws {
    let scenario = try TestScenario.baseline(counties: [11]).with("response_time.docked_share", 0)
    let bench = try Bench(scenario, rows: TestPopulation.rows(county: 11, count: 4))
    let b = bench.block(14)
    for slot in 0..<12 { bench.state.incomeRing(slot)[0] = 4 * 1000 }
    // The last three months are 14, 13 and 12: columns 2, 1 and 0.
    for slot in 0..<3 { bench.state.incomeRing(slot)[0] = 0 }
    bench.state.income12[0] = 9 * 4 * 1000
    #expect(LedgerView.arrived(b, 0).ownIncome() == 12_000)
    bench.scratch.own12[0] = 9000
    #expect(LedgerView.ofMonth(b, 0).ownIncome() == 9000)
  }
}
