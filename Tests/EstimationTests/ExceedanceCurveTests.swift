import NumericalMethods
import Testing
import ToyModels

@testable import Estimation

/// Levels of return periods by hand, against scipy 1.17.1 (`cases/thresholds.py`), and by their coverage.
struct ExceedanceCurveTests {
  /// 90 years without losses and ten with 1 to 10.
  private let curve = ExceedanceCurve((1...10).map(Double.init) + [Double](repeating: 0, count: 90))

  @Test func `Years without losses take part`() {
    #expect(curve.probability(reaching: 0) == 1)
    #expect(curve.probability(reaching: 0.5) == 0.1)
    #expect(curve.probability(reaching: 10) == 0.01)
    #expect(curve.probability(reaching: 10.5) == 0)
    #expect(curve.points.count == 11)
    #expect(curve.points[0].level == 10 && curve.points[0].probability == 0.01)
    #expect(curve.points[10].level == 0 && curve.points[10].probability == 1)
  }

  /// (R − 1)(1 − 1/T) = 94.05 for T = 20: between the 95th and 96th value, 5 and 6.
  ///
  /// The worst 5 of 100 are 6 to 10; of the worst 2.5 the third worst counts one half.
  @Test func `Level and tail mean are those by hand`() throws {
    let twenty = try curve.level(period: 20)
    #expect(isNear(twenty.level, 5.05, 1e-9))
    #expect(isNear(twenty.tailMean, 8, 1e-12))
    #expect(isNear(try curve.level(period: 40).tailMean, (10 + 9 + 4) / 2.5, 1e-12))
    #expect(isNear(try curve.level(period: 100).tailMean, 10, 1e-12))
    // Half of all years: ten with losses and forty without.
    #expect(isNear(try curve.level(period: 2).tailMean, 55.0 / 50, 1e-12))
  }

  /// With q = 5 the values 5 + 20 max(x − 5, 0) are 25, 45, 65, 85, 105 and 95 times 5.
  @Test func `The error of the tail mean is that of a mean over replications`() throws {
    let twenty = try curve.level(period: 20)
    let values = [Double](repeating: 5, count: 95) + [25, 45, 65, 85, 105]
    let expected = Estimator(replications: 100).estimate(values)
    #expect(isNear(twenty.tailMeanError, expected.standardError, 1e-12))
    #expect(isNear(twenty.tailMeanLower95, expected.lower95, 1e-12))
    #expect(isNear(twenty.tailMeanUpper95, expected.upper95, 1e-12))
  }

  @Test func `A period beyond the sample is refused and one beyond a tenth of it marked`() throws {
    #expect(throws: ReturnPeriodError.beyondSample(period: 101, replications: 100)) {
      try curve.level(period: 101)
    }
    #expect(throws: ReturnPeriodError.tooShort(period: 1)) { try curve.level(period: 1) }
    #expect(throws: ReturnPeriodError.self) { try curve.level(period: .nan) }
    #expect(try curve.level(period: 10).isRough == false)
    #expect(try curve.level(period: 11).isRough)
    #expect(try curve.level(period: 100).isRough)
  }

  struct Ranks: Sendable {
    let replications: Int
    let probability: Double
    let lower: Int?
    let upper: Int?
    let coverage: Double
  }

  /// Tolerance 1e-9: two libraries' incomplete beta functions.
  @Test(arguments: [
    Ranks(replications: 100, probability: 0.5, lower: 40, upper: 61, coverage: 0.9647997997822952),
    Ranks(
      replications: 1000, probability: 0.99, lower: 983, upper: 997, coverage: 0.976094763497977),
    Ranks(
      replications: 400, probability: 0.95, lower: 371, upper: 389, coverage: 0.9619203585164181),
    Ranks(replications: 50, probability: 0.9, lower: 41, upper: 50, coverage: 0.9703082890880885),
    Ranks(
      replications: 200, probability: 0.99, lower: 195, upper: nil, coverage: 0.9839770930908224),
  ])
  func `Ranks of the interval are those of the binomial distribution`(expected: Ranks) {
    let found = ExceedanceCurve.ranks(
      replications: expected.replications, probability: expected.probability)
    #expect(found.lower == expected.lower && found.upper == expected.upper)
    #expect(isNear(found.coverage, expected.coverage, 1e-9))
  }

  @Test func `Binomial chances are those of scipy`() {
    func chance(_ k: Int, _ n: Int, _ p: Double) -> Double {
      Distributions.binomialProbability(atMost: k, trials: n, probability: p)
    }
    #expect(isNear(chance(12, 40, 0.3), 0.5771809245034385, 1e-12))
    #expect(isNear(chance(985, 1000, 0.99), 0.0824123195160892, 1e-12))
    #expect(chance(-1, 4, 0.5) == 0 && chance(4, 4, 0.5) == 1)
    #expect(isNear(chance(0, 2, 0.5), 0.25, 1e-15))
  }

  @Test func `The interval takes values of the sample at the ranks`() throws {
    let values = (1...400).map(Double.init)
    let level = try ExceedanceCurve(values.reversed()).level(period: 20)
    #expect(level.lower95 == 371 && level.upper95 == 389)
    let open = try ExceedanceCurve((1...200).map(Double.init)).level(period: 100)
    #expect(open.lower95 == 195 && open.upper95 == nil)
  }

  /// 2,000 samples of 200 years, uniform, whose level at T = 20 is 0.95.
  ///
  /// The chance of the interval is
  /// computed exactly; tolerance three standard errors of a share in 2,000.
  @Test func `The interval holds the level as often as it says`() throws {
    var numbers = RandomNumbers(seed: 11)
    var held = 0
    var promised = 0.0
    for _ in 0..<2000 {
      let curve = ExceedanceCurve((0..<200).map { _ in numbers.uniform() })
      let level = try curve.level(period: 20)
      promised = level.coverage
      let upper = level.upper95 ?? .infinity
      if (level.lower95 ?? 0) <= 0.95 && 0.95 < upper { held += 1 }
    }
    #expect(promised >= 0.95)
    let error = (promised * (1 - promised) / 2000).squareRoot()
    #expect(isNear(Double(held) / 2000, promised, 3 * error), "\(held) of 2,000, \(promised)")
  }

  /// 1,000 samples of 200 years of a Pareto distribution with exponent 4, whose worst 1/T have the mean
  /// 4/3 · T^¼.
  ///
  /// Only ten years of 200 tell of the worst twentieth, so the interval holds its mean less often than in 95
  /// of 100 samples; that it does so in about 92 is what the documentation warns of.
  @Test func `The interval of the tail mean is somewhat short with ten bad years`() throws {
    var numbers = RandomNumbers(seed: 12)
    let truth = 4.0 / 3 * 20.0.squareRoot().squareRoot()
    var (held, tooLow) = (0, 0)
    for _ in 0..<1000 {
      let values = (0..<200).map { _ in 1 / numbers.uniform().squareRoot().squareRoot() }
      let level = try ExceedanceCurve(values).level(period: 20)
      if level.tailMeanLower95 <= truth && truth <= level.tailMeanUpper95 { held += 1 }
      if level.tailMeanUpper95 < truth { tooLow += 1 }
    }
    #expect((890...950).contains(held), "\(held) of 1,000")
    #expect(tooLow > (1000 - held) / 2, "\(tooLow) of \(1000 - held)")
  }
}
