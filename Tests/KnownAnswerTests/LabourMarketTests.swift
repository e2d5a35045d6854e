import Households
import Randomness
import TestSupport
import Testing

@testable import Simulation

/// The labour market's regimes, destinations and spells against closed forms.
struct LabourMarketTests {
  private static let enter = (recession: 0.10, pandemic: 0.05)
  private static let leave = (recession: 0.30, pandemic: 0.20)

  private func settings(_ changes: [(String, Double)], months: Int) throws -> [MonthSettings] {
    let scenario = try changes.reduce(TestScenario.baseline()) { $0.with($1.0, $1.1) }
    return Array(repeating: try SimulationPlan(scenario).months[0], count: months)
  }

  private func markets(_ replications: Int, months: Int) throws -> [[LabourMarket]] {
    let settings = try settings(
      [
        ("jobs.recession_enter", Self.enter.recession),
        ("jobs.recession_leave", Self.leave.recession),
        ("jobs.pandemic_enter", Self.enter.pandemic), ("jobs.pandemic_leave", Self.leave.pandemic),
      ], months: months)
    return (0..<replications).map {
      LabourMarketPaths.draw(
        settings, key: DrawKey(seed: 21, shockYear: UInt32($0), householdReplication: 0))
    }
  }

  /// Balance of a chain that always returns to normal: π_i = (e_i / l_i) / (1 + Σ e_j / l_j).
  ///
  /// Source: S. M. Ross, *Introduction to Probability Models*, 10th ed., section 4.4.
  ///
  /// Tolerance: four standard errors over 60 independent paths of 500 months; the first 20 are
  /// left out, when the start in normal times is forgotten to a hundredth.
  @Test func `Recessions and pandemics last the share of time that balances entry and exit`() throws
  {
    let paths = try markets(60, months: 520)
    let weights = (
      Self.enter.recession / Self.leave.recession, Self.enter.pandemic / Self.leave.pandemic
    )
    let sum = 1 + weights.0 + weights.1
    let pandemic = Sample(paths.map { path in Double(path[20...].count { $0.isPandemic }) / 500 })
    let recession = Sample(
      paths.map { path in Double(path[20...].count { $0.isRecession && !$0.isPandemic }) / 500 })
    #expect(pandemic.errors(from: weights.1 / sum) < 4, "\(pandemic.mean)")
    #expect(recession.errors(from: weights.0 / sum) < 4, "\(recession.mean)")
  }

  /// A regime lasts 1 / l months in the mean, and workers are sent home once a pandemic.
  ///
  /// Source: S. M. Ross, *Introduction to Probability Models*, 10th ed., section 2.2 (geometric).
  ///
  /// Tolerance: four standard errors over more than 1,000 spells, which are independent; none for
  /// the number of returns.
  @Test func `A recession lasts one over its chance to end`() throws {
    var lengths = Sample()
    for path in try markets(40, months: 500) {
      var length = 0
      for market in path {
        let isIn = market.isRecession && !market.isPandemic
        if !isIn, length > 0 { lengths.add(Double(length)) }
        length = isIn ? length + 1 : 0
      }
      let begins = path.indices.count {
        path[$0].isPandemic && ($0 == 0 || !path[$0 - 1].isPandemic)
      }
      #expect(path.count { $0.returnShare > 0 } == begins)
    }
    #expect(lengths.count > 1000)
    #expect(lengths.errors(from: 1 / Self.leave.recession) < 4, "\(lengths.mean)")
  }

  /// E[exp(σ Z − σ²/2)] = 1, variance exp(σ²) − 1.
  ///
  /// Source: S. A. Klugman, H. H. Panjer and G. E. Willmot, *Loss Models*, appendix A (lognormal
  /// moments).
  ///
  /// Tolerance: four standard errors over 16,000 independent values.
  @Test func `Destinations move separation without moving its mean`() throws {
    let path = LabourMarketPaths.draw(
      try settings([("jobs.destination_volatility", 0.5)], months: 4000),
      key: DrawKey(seed: 22, shockYear: 0, householdReplication: 0))
    let values = path.flatMap { market in (0..<4).map { Double(market.destination[$0]) } }
    let sample = Sample(values)
    #expect(sample.errors(from: 1) < 4, "\(sample.mean)")
    let variance = Elementary.exp(0.25) - 1
    let squares = Sample(values.map { ($0 - 1) * ($0 - 1) })
    #expect(squares.errors(from: variance) < 4, "\(squares.mean) for \(variance)")
  }

  /// Months without a job so far of those who have none: P(k) = f (1 − f)^(k−1), the stationary
  /// age of a geometric spell.
  ///
  /// Source: S. M. Ross, *Introduction to Probability Models*, 10th ed., section 7.5, with months
  /// for time.
  ///
  /// Tolerance: four binomial standard errors of the jobless of one month, who are independent.
  @Test func `The jobless have been so for a geometric number of months`() throws {
    let scenario = try TestScenario.baseline(counties: [11], lastYear: 2030).withOnly(.jobs)
      .with("jobs.recession_enter", 0).with("jobs.pandemic_enter", 0)
      .with("jobs.destination_volatility", 0).with("jobs.separation", 0.2)
      .with("jobs.finding", 0.25)
    let bench = try Bench(scenario, rows: TestPopulation.rows(county: 11, count: 2000, workers: 3))
    for month in 0..<60 {
      let b = bench.block(month)
      DrawsPass.run(b)
      JobsPass.run(b)
    }
    let months = (0..<3).flatMap { worker in
      (0..<bench.count).map { Int(bench.state.jobless(worker)[$0]) }.filter { $0 > 0 }
    }
    #expect(months.count > 2000)
    var probability = 0.25
    for k in 1...6 {
      let cases = months.count { $0 == k }
      #expect(Sample.errors(ofShare: cases, of: months.count, from: probability) < 4, "\(k)")
      probability *= 0.75
    }
  }

  /// Everybody away comes home with the same chance, a binomial share, and nobody local does.
  ///
  /// Source: W. Feller, *An Introduction to Probability Theory and Its Applications* I, 3rd ed.,
  /// VI.2.
  ///
  /// Tolerance: four binomial standard errors of 3,000 workers.
  @Test func `A share of those away comes home and nobody who never left`() throws {
    let bench = try Bench(
      TestScenario.baseline(counties: [11]).withOnly(.monitoring),
      rows: TestPopulation.rows(county: 11, count: 2000))
    let b = bench.block(3)
    JobsPass.returnMigrants(b, share: 0.3)
    var (home, away) = (0, 0)
    for row in 0..<b.count {
      for worker in 0..<2 {
        let isHome = b.s.jobless(worker)[row] > 0
        if b.p.destination[row] == WorkDestination.local.rawValue {
          #expect(!isHome)
        } else {
          away += 1
          home += isHome ? 1 : 0
        }
      }
    }
    #expect(away == 3000)
    #expect(Sample.errors(ofShare: home, of: away, from: 0.3) < 4, "\(home)")
  }
}
