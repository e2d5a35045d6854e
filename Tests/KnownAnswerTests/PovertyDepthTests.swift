import Households
import NumericalMethods
import Randomness
import TestSupport
import Testing

@testable import Simulation

/// The rolling year and the depth of poverty in closed form, through the passes that compute them.
struct PovertyDepthTests {
  private func bench(count: Int) throws -> Bench {
    try Bench(
      TestScenario.baseline(counties: [11], lastYear: 2025).withOnly(.monitoring)
        .with("lines.return_growth", 0),
      rows: TestPopulation.rows(county: 11, count: count))
  }

  /// One month of income of four persons, without assistance and rigid spending, into the rings.
  private func take(_ bench: Bench, _ month: Int, _ perHead: (Int) -> Float) -> BlockMonth {
    let b = bench.block(month)
    for row in 0..<b.count {
      (b.x.wage[row], b.x.business[row], b.x.other[row]) = (perHead(row) * 4, 0, 0)
      (b.x.aid[row], b.x.rigid[row], b.x.personsInverse[row]) = (0, 0, 0.25)
    }
    IndicatorPass.run(b)
    return b
  }

  /// FGT indices of a lognormal income: P_a = Σ_j C(a, j) (−1)ʲ E[(y/z)ʲ; y < z], partial moments of the
  /// lognormal: P₀ = Φ(d), P₁ = Φ(d) − e^(μ+σ²/2) Φ(d − σ) / z, P₂ with the second moment as well.
  ///
  /// Sources: J. Foster, J. Greer and E. Thorbecke, *Econometrica* 52, 1984; Klugman, Panjer and Willmot,
  /// *Loss Models*, appendix A (lognormal).
  ///
  /// Tolerance: 2,000 households stand at the midpoints of equal strata. The headcount, which jumps at
  /// the line, is right to one household (5e-4); the gap is continuous there, so that its midpoint rule is right to
  /// 1/2000² times its slope; what counts is twelve roundings of income to a quarter yuan, at most 1.5
  /// yuan in 6,000 (2.5e-4).
  @Test(arguments: [(8000.0, 0.3), (9000, 0.5), (7000, 0.6)])
  func `Headcount, gap and severity of a lognormal income are those of Foster, Greer and Thorbecke`(
    median: Double, sigma: Double
  ) throws {
    let count = 2000
    let bench = try bench(count: count)
    let incomes = (0..<count).map { row in
      let z = Distributions.normalQuantile((Double(row) + 0.5) / Double(count))
      return Float(median * Elementary.exp(sigma * z) / 12)
    }
    // December of the third year, two years after the incomes of the start have left the rings.
    var b = bench.block(0)
    for month in 24..<36 { b = take(bench, month) { incomes[$0] } }
    YearEndPass.run(b)
    let line = Double(b.county.pointee.settings.calendar.returnLine)
    let law = LognormalLaw(median: median, sigma: sigma)
    let (p0, p1, p2) = (
      law.moment(0, below: line), law.moment(1, below: line) / line,
      law.moment(2, below: line) / (line * line)
    )
    func found(_ measure: PersonMeasure) -> Double {
      Double(bench.tally.persons[measure.rawValue]) / measure.unitsPerPerson / Double(4 * count)
    }
    #expect(abs(found(.need) - p0) < 1 / Double(count), "\(found(.need)) for \(p0)")
    #expect(abs(found(.gap) - (p0 - p1)) < 2.5e-4, "\(found(.gap)) for \(p0 - p1)")
    let severity = p0 - 2 * p1 + p2
    #expect(abs(found(.severity) - severity) < 2.5e-4, "\(found(.severity)) for \(severity)")
  }

  /// An income that rises by d a month from a: the twelve months up to month m are Σ (a + d (m −
  /// j)) over j < 12, that is 12 a + d (12 m − 66).
  ///
  /// Source: R. L. Graham, D. E. Knuth and O. Patashnik, *Concrete Mathematics*, section 2.1
  /// (arithmetic series).
  ///
  /// Tolerance: none, since whole quarters of a yuan are held exactly.
  @Test func `A steadily rising income has the arithmetic series as its rolling year`() throws {
    let bench = try bench(count: 3)
    for month in 0..<40 {
      let b = take(bench, month) { Float(400 + 100 * $0) + 2.5 * Float(month) }
      guard month >= 11 else { continue }
      for row in 0..<3 {
        let expected = 12 * Float(400 + 100 * row) + 2.5 * Float(12 * month - 66)
        #expect(b.x.own12[row] == expected && b.x.total12[row] == expected, "month \(month)")
      }
    }
  }

  /// What comes once counts in exactly twelve rolling years, so that the sum of an impulse's
  /// rolling years over all months is twelve impulses.
  ///
  /// Source: R. L. Graham, D. E. Knuth and O. Patashnik, *Concrete Mathematics*, section 2.6
  /// (telescoping sums).
  ///
  /// Tolerance: none, as above.
  @Test func `One month's income counts for twelve months and then no more`() throws {
    let bench = try bench(count: 1)
    for month in 0..<12 { _ = take(bench, month) { _ in 0 } }
    var years: [Float] = []
    for month in 12..<40 {
      let b = take(bench, month) { _ in month == 15 ? 1234.25 : 0 }
      years.append(b.x.own12[0])
    }
    #expect(years.count { $0 == 1234.25 } == 12)
    #expect(years.reduce(0, +) == 12 * 1234.25)
  }

  /// Growth of g a year: the index at month number n from January 2022 is (1 + g)^((n − 5.5)/12),
  /// and its logarithms have mean 0 over 2022.
  ///
  /// Source: S. G. Kellison, *The Theory of Interest*, section 1.5 (compound interest).
  ///
  /// Tolerance: 1e-5 relative, for 107 products in single precision, each wrong by at most 6e-8.
  @Test(arguments: [-0.03, 0, 0.06, 0.2])
  func `An index grows by compound interest from the middle of 2022`(growth: Double) throws {
    let scenario = try TestScenario.baseline(lastYear: 2030).with("income.wage_growth", growth)
    let months = try SimulationPlan(scenario).months
    #expect(months.count == 108)
    var logarithms = 0.0
    for (number, month) in months.enumerated() {
      let expected = Elementary.pow(1 + growth, (Double(number) - 5.5) / 12)
      #expect(abs(Double(month.calendar.wageIndex) / expected - 1) < 1e-5, "month \(number)")
      if number < 12 { logarithms += Elementary.log(Double(month.calendar.wageIndex)) }
    }
    #expect(abs(logarithms / 12) < 1e-5)
  }
}
