import Foundation
import Households
import NumericalMethods
import Randomness
import TestSupport
import Testing

@testable import Simulation

/// Drought and flood against closed forms.
struct WeatherTests {
  private static func key(_ number: Int, seed: UInt64) -> DrawKey {
    DrawKey(seed: seed, shockYear: UInt32(number), householdReplication: UInt32(number))
  }

  /// corr(Z[s], Z[s+k]) = aᵏ with unit variance in every season, a stationary AR(1).
  ///
  /// Source: G. E. P. Box, G. M. Jenkins and G. C. Reinsel, *Time Series Analysis*, section 3.2.
  ///
  /// Tolerance: four standard errors of products over 4,000 independent futures.
  @Test func `A season of drought remembers the one before as an autoregression does`() throws {
    let field = try SimulationPlan(TestScenario.baseline()).droughtField
    var (now, next, later) = (Sample(), Sample(), Sample())
    for number in 0..<4000 {
      let z = field.draw(seasons: 4, key: Self.key(number, seed: 31))
      now.add(z[3 * 88 + 40] * z[3 * 88 + 40])
      next.add(z[2 * 88 + 40] * z[3 * 88 + 40])
      later.add(z[1 * 88 + 40] * z[3 * 88 + 40])
    }
    #expect(now.errors(from: 1) < 4, "\(now.mean)")
    #expect(next.errors(from: 0.3) < 4, "\(next.mean)")
    #expect(later.errors(from: 0.09) < 4, "\(later.mean)")
  }

  /// P(Z₁ < 0, Z₂ < 0) = ¼ + arcsin(r) / 2π with r = r₀ + (1 − r₀) exp(−d/ℓ): two counties drier
  /// than usual together.
  ///
  /// Source: W. F. Sheppard, *Philosophical Transactions* A 192, 1899.
  ///
  /// Tolerance: four binomial standard errors of 6,000 futures.
  @Test(arguments: [(0, 1), (3, 80), (20, 60)])
  func `Two counties are dry together with Sheppard's orthant probability`(a: Int, b: Int) throws {
    let plan = try SimulationPlan(TestScenario.baseline())
    let counties = plan.scenario.geography.counties
    let correlation =
      0.5 + 0.5 * Elementary.exp(-DroughtField.distance(counties[a], counties[b]) / 300)
    let both = (0..<6000).count { number in
      let z = plan.droughtField.draw(seasons: 1, key: Self.key(number, seed: 32))
      return z[a] < 0 && z[b] < 0
    }
    let expected = 0.25 + asin(correlation) / (2 * Double.pi)
    #expect(Sample.errors(ofShare: both, of: 6000, from: expected) < 4, "\(both)")
  }

  /// E[loss] = mean exposure × Σ over classes of normal probability × loss, whatever the
  /// correlation of the counties.
  ///
  /// Source: S. M. Ross, *Introduction to Probability Models*, 10th ed., section 2.4; normal
  /// probabilities from the GNU Scientific Library.
  ///
  /// Tolerance: four standard errors over 500 futures, since the counties of one future are
  /// correlated.
  @Test func `Expected drought loss of the province is exposure times the loss of the classes`()
    throws
  {
    let plan = try SimulationPlan(TestScenario.baseline())
    let exposures = plan.scenario.geography.counties.map(\.droughtExposure)
    func p(_ z: Double) -> Double { Distributions.normalProbability(below: z) }
    let byClass =
      (p(-0.5) - p(-1)) * 0.03 + (p(-1) - p(-1.5)) * 0.10 + (p(-1.5) - p(-2)) * 0.25 + p(-2) * 0.50
    // Losses are capped at the whole harvest, which no class times exposure reaches.
    #expect((exposures.max() ?? 0) * 0.5 < 1)
    var sample = Sample()
    for number in 0..<500 {
      let environment = Environment(plan, key: Self.key(number, seed: 33))
      sample.add(
        exposures.indices.reduce(0) {
          $0 + Double(environment.drought(plan, month: 20, county: $1).loss)
        } / 88)
    }
    let expected = byClass * exposures.reduce(0, +) / 88
    #expect(sample.errors(from: expected) < 4, "\(sample.mean) for \(expected)")
  }

  /// A household's luck is uniform on 1 ± spread: mean 1, variance spread²/3.
  ///
  /// Source: S. M. Ross, *Introduction to Probability Models*, 10th ed., section 2.3.
  ///
  /// Tolerance: four standard errors of 20,000 values; luck is kept in 127.5ths, whose rounding
  /// is 0.004 at most and none in the mean.
  @Test func `Luck in a drought is uniform around one`() throws {
    let bench = try Bench(
      TestScenario.baseline(counties: [11]), rows: TestPopulation.rows(county: 11, count: 2000))
    var (luck, squares) = (Sample(), Sample())
    for month in 0..<10 {
      let b = bench.block(month)
      WeatherPass.beginSeason(b)
      for row in 0..<b.count {
        let value = Double(b.s.droughtLuck[row]) / 127.5
        #expect((0.496...1.504).contains(value))
        luck.add(value)
        squares.add((value - 1) * (value - 1))
      }
    }
    #expect(luck.errors(from: 1) < 4, "\(luck.mean)")
    #expect(squares.errors(from: 0.25 / 3) < 4, "\(squares.mean)")
  }

  /// Expected share of households flooded in a year: rate × mean footprint, whatever the season's
  /// weights, as a sum of twelve Bernoulli months.
  ///
  /// Source: S. M. Ross, *Introduction to Probability Models*, 10th ed., section 2.4.
  ///
  /// Tolerance: four standard errors over 7,920 county-years, which are independent.
  @Test func `A county is flooded at its yearly rate times the mean footprint`() throws {
    let plan = try SimulationPlan(TestScenario.baseline())
    var (shares, events) = (Sample(), Sample())
    for number in 0..<30 {
      let environment = Environment(plan, key: Self.key(number, seed: 34))
      for county in 0..<88 {
        for year in 0..<3 {
          let months = (12 * year..<12 * year + 12).map {
            Double(environment.flood(plan, month: $0, county: county))
          }
          shares.add(months.reduce(0, +))
          events.add(Double(months.count { $0 > 0 }))
        }
      }
    }
    #expect(events.errors(from: 1.2) < 4, "\(events.mean)")
    #expect(shares.errors(from: 1.2 * 0.0275) < 4, "\(shares.mean)")
  }

  /// A flooded household loses yearly gross output × Beta(a, b), mean a / (a + b) and variance ab
  /// / ((a+b)²(a+b+1)), and one house in twenty is damaged by U(10,000, 60,000).
  ///
  /// Source: S. A. Klugman, H. H. Panjer and G. E. Willmot, *Loss Models*, appendix A (beta).
  ///
  /// Tolerance: four standard errors over 20,000 floods; 5 % of the
  /// variance, about four of its own; the quantile table is right to 0.001.
  @Test func `A flood takes the beta law's mean of a year's output and some houses`() throws {
    var scenario = try TestScenario.baseline(counties: [11], lastYear: 2025).withOnly(.flood)
      .with("income.business_growth", 0).with("income.consumer_price_growth", 0)
    scenario.events = [
      StressEvent(
        kind: .flood(footprint: 1), from: scenario.start, to: scenario.start, counties: [11],
        title: "test")
    ]
    var (lost, damage, houses) = (Sample(), Sample(), 0)
    for replication in 0..<10 {
      let rows = TestPopulation.rows(
        county: 11, count: 2000,
        change: { $1.productShares = SIMD8(0, 1, 0, 0, 0, 0, 0, 0) })
      let bench = try Bench(scenario, rows: rows, replication: UInt32(replication))
      let b = bench.block(0)
      b.x.loss(Cause.disaster.rawValue).update(repeating: 0, count: b.count)
      b.x.business.update(repeating: 0, count: b.count)
      WeatherPass.flood(b)
      for row in 0..<b.count {
        lost.add(-Double(b.x.business[row]) / (Double(b.p.business[row]) * 12 * 2.1))
        if b.s.damage[row] > 0 { damage.add(Double(b.s.damage[row])) }
        houses += b.s.damage[row] > 0 ? 1 : 0
      }
    }
    #expect(lost.errors(from: 1.2 / 7.2) < 4, "\(lost.mean)")
    let variance = 1.2 * 6 / (7.2 * 7.2 * 8.2)
    #expect(abs(lost.variance / variance - 1) < 0.05)
    #expect(Sample.errors(ofShare: houses, of: lost.count, from: 0.05) < 4, "\(houses)")
    #expect(damage.errors(from: 35_000) < 4, "\(damage.mean)")
  }
}
