import Households
import NumericalMethods
import Randomness
import TestSupport
import Testing

@testable import Simulation

/// Medical losses under deductibles, ratios, layers and caps.
///
/// Bills and their split are the program's own. Where the mean is over a fine grid of uniform numbers in
/// place of random ones, the tolerance is that of the midpoint rule and of single precision.
///
/// Source: S. A. Klugman, H. H. Panjer and G. E. Willmot, *Loss Models*, chapters 8 and 9.
struct MedicalLossTests {
  private static let steps = 100_000

  /// A stack whose first layer is one deductible and one ratio for every hospital, without a cap.
  private func plain(deductible: Double, ratio: Double) throws -> Scenario {
    var scenario = try TestScenario.baseline(counties: [11], lastYear: 2030)
      .withOnly(.illness, .basicMedicalInsurance)
    for (name, value) in [
      ("compliant_share", 1), ("cap", 1e9), ("deductible_township", deductible),
      ("deductible_county", deductible), ("deductible_city", deductible),
      ("ratio_township", ratio), ("ratio_county", ratio), ("ratio_city", ratio),
    ] {
      scenario = scenario.with("basic_medical_insurance." + name, value)
    }
    for (name, value) in [
      ("bill_cap", 1e9), ("medical_inflation", 0), ("followup_cost", 0), ("followup_hazard", 1),
    ] {
      scenario = scenario.with("illness." + name, value)
    }
    return scenario
  }

  /// Mean over the bills' distribution of a part of the split of one bill.
  private func mean(
    _ scenario: Scenario, isMajor: Bool, _ strength: LayerStrengths,
    _ part: (BillSplit) -> Float
  ) throws -> Double {
    let month = try SimulationPlan(scenario).months[0]
    var sum = 0.0
    for step in 0..<Self.steps {
      let u = (Double(step) + 0.5) / Double(Self.steps)
      var ledger = PatientLedger()
      let split = month.medical.split(
        bill: Float(month.illness.bill(isMajor: isMajor, u)), ledger: &ledger,
        standing: PatientStanding(hasAntiPovertyInsurance: true), strength: strength)
      sum += Double(part(split))
    }
    return sum / Double(Self.steps)
  }

  private static let basicOnly = LayerStrengths(
    basic: 1, serious: 0, assistance: 0, insurance: 0, guarantee: 0)

  /// E[ρ (X − d)₊] = ρ { e^(μ+σ²/2) Φ((μ + σ² − ln d)/σ) − d Φ((μ − ln d)/σ) }.
  ///
  /// Source: S. A. Klugman, H. H. Panjer and G. E. Willmot, *Loss Models*, section 8.2.
  ///
  /// Tolerance: 5e-4 relative: the grid misses the tail beyond its last midpoint, less than 1e-4
  /// of the mean at σ = 0.9 but more of a large deductible's.
  @Test(arguments: [500.0, 2000, 20_000])
  func `Basic insurance of a lognormal bill pays its stop-loss premium`(deductible: Double) throws {
    let scenario = try plain(deductible: deductible, ratio: 0.7)
    let found = try mean(scenario, isMajor: false, Self.basicOnly) { $0.basic }
    let expected = 0.7 * LognormalLaw(median: 4500, sigma: 0.9).excess(over: deductible)
    #expect(abs(found / expected - 1) < 5e-4, "\(found) for \(expected)")
  }

  /// E[ρ (min(X, c) − d)₊] = ρ ∫_d^c (x/t)^α dt = ρ x^α (d^(1−α) − c^(1−α)) / (α − 1) for d ≥ x.
  ///
  /// Source: S. A. Klugman, H. H. Panjer and G. E. Willmot, *Loss Models*, section 8.5 and
  /// appendix A (single-parameter Pareto).
  ///
  /// Tolerance: 5e-4 relative, for the midpoint rule at the kinks and single precision.
  @Test(arguments: [1.6, 2.0, 2.6])
  func `Basic insurance of a capped Pareto bill pays its layer`(alpha: Double) throws {
    let scenario = try plain(deductible: 40_000, ratio: 0.6).with("illness.major_alpha", alpha)
      .with("illness.bill_cap", 500_000)
    let found = try mean(scenario, isMajor: true, Self.basicOnly) { $0.basic }
    func part(_ t: Double) -> Double { t * Elementary.pow(30_000 / t, alpha) / (alpha - 1) }
    let expected = 0.6 * (part(40_000) - part(500_000))
    #expect(abs(found / expected - 1) < 5e-4, "\(found) for \(expected)")
  }

  /// A layer [a, b] costs ∫_a^b S(t) dt with the survival function S, 1 below the least bill x
  /// and x²/t² above; three layers at three ratios.
  ///
  /// Source: S. A. Klugman, H. H. Panjer and G. E. Willmot, *Loss Models*, section 8.5.
  ///
  /// Tolerance: 5e-4 relative, as above.
  @Test func `Serious-illness insurance costs the survival function over its three tiers`() throws {
    let scenario = try plain(deductible: 0, ratio: 0).with("illness.bill_cap", 600_000)
      .with("serious_illness_insurance.cap", 1e9)
    let strength = LayerStrengths(basic: 0, serious: 1, assistance: 0, insurance: 0, guarantee: 0)
    let found = try mean(scenario, isMajor: true, strength) { $0.serious }
    let start = Double(try SimulationPlan(scenario).months[0].medical.seriousDeductible)
    func integral(to t: Double) -> Double {
      let (x, end) = (30_000.0, min(t, 600_000))
      return end <= x ? end : x + x * x * (1 / x - 1 / end)
    }
    func layer(_ a: Double, _ b: Double) -> Double {
      integral(to: start + b) - integral(to: start + a)
    }
    let expected =
      0.6 * layer(0, 50_000) + 0.65 * layer(50_000, 100_000) + 0.7 * layer(100_000, 1e9)
    #expect(abs(found / expected - 1) < 5e-4, "\(found) for \(expected)")
  }

  /// κ E[(X − t)₊] above a trigger, paid up to a cap u: κ { E[(X − t)₊] − E[(X − t − u/κ)₊] }.
  ///
  /// Source: S. A. Klugman, H. H. Panjer and G. E. Willmot, *Loss Models*, section 8.5
  /// (coinsurance, deductible and limit).
  ///
  /// Tolerance: 2e-4 relative, since the cap takes the tail away.
  @Test func `Anti-poverty insurance pays a share of a limited layer`() throws {
    let scenario = try plain(deductible: 0, ratio: 0).with("anti_poverty_insurance.cap", 10_000)
    let strength = LayerStrengths(basic: 0, serious: 0, assistance: 0, insurance: 1, guarantee: 0)
    let found = try mean(scenario, isMajor: false, strength) { $0.insurance }
    let law = LognormalLaw(median: 4500, sigma: 0.9)
    let expected = 0.5 * (law.excess(over: 5000) - law.excess(over: 5000 + 10_000 / 0.5))
    #expect(abs(found / expected - 1) < 2e-4, "\(found) for \(expected)")
  }

  /// What households pay in a year, each household's sum.
  private func ownPayments(_ scenario: Scenario, count: Int = 2000) throws -> [Double] {
    let bench = try Bench(scenario, rows: TestPopulation.rows(county: 11, count: count))
    let own = bench.scratch.loss(Cause.illness.rawValue)
    var years: [Double] = []
    for year in 0..<9 {
      var sums = [Double](repeating: 0, count: count)
      for month in (12 * year)..<(12 * year + 12) {
        let b = bench.block(month)
        own.update(repeating: 0, count: count)
        DrawsPass.run(b)
        EventsPass.run(b)
        for i in 0..<count { sums[i] += Double(own[i]) }
      }
      years += sums
    }
    return years
  }

  /// Admissions a year of a child, one aged 15–44, one 45–59 and one 60 or over.
  private static let hazard = 2 * 0.09 + 0.15 + 0.27

  /// Compound law of a year for Y = min(X, d) + (1 − ρ)(X − d)₊ and at most one admission a
  /// month: E[S] = λ E[Y], Var[S] = λ E[Y²] − λ² E[Y]² / 12, compound Poisson but for the last
  /// term.
  ///
  /// Source: S. A. Klugman, H. H. Panjer and G. E. Willmot, *Loss Models*, section 9.3.
  ///
  /// Tolerance: four standard errors of the closed variance for the mean; four of its own scatter
  /// over 18,000 household-years for the variance, whose fourth moment σ = 0.5 keeps small.
  @Test func `A year of lognormal bills under deductible and ratio is a compound Poisson sum`()
    throws
  {
    let scenario = try plain(deductible: 2000, ratio: 0.7).with("illness.major_share", 0)
      .with("illness.ordinary_sigma", 0.5)
    let years = try ownPayments(scenario)
    let law = LognormalLaw(median: 4500, sigma: 0.5)
    let (d, kept) = (2000.0, 0.3)
    let limited = law.moment(1, below: d) + d * (1 - law.moment(0, below: d))
    let mean = limited + kept * law.excess(over: d)
    let second =
      law.moment(2, below: d) + d * d * (1 - law.moment(0, below: d))
      + 2 * kept * d * law.excess(over: d) + kept * kept * law.squaredExcess(over: d)
    let lambda = Self.hazard
    let variance = lambda * second - lambda * lambda * mean * mean / 12
    let sample = Sample(years)
    let error = (variance / Double(years.count)).squareRoot()
    #expect(abs(sample.mean - lambda * mean) < 4 * error, "\(sample.mean) for \(lambda * mean)")
    let squares = Sample(years.map { ($0 - lambda * mean) * ($0 - lambda * mean) })
    #expect(squares.errors(from: variance) < 4, "\(squares.mean) for \(variance)")
  }

  /// E[S] = λ E[Y] for a Pareto bill with a cap c, where E[Y] is the integral of the survival
  /// function, in full below the deductible and with 1 − ρ up to c.
  ///
  /// Source: S. A. Klugman, H. H. Panjer and G. E. Willmot, *Loss Models*, section 9.3 and
  /// appendix A.
  ///
  /// Tolerance: four standard errors of the values, whose variance α = 2.6 and the cap make
  /// finite.
  @Test func `A year of Pareto bills under deductible, ratio and cap has the compound mean`() throws
  {
    let scenario = try plain(deductible: 40_000, ratio: 0.6).with("illness.major_share", 1)
      .with("illness.major_alpha", 2.6).with("illness.bill_cap", 300_000)
    func tail(_ t: Double) -> Double { t * Elementary.pow(30_000 / t, 2.6) / 1.6 }
    let kept =
      30_000 + tail(30_000) - tail(40_000) + 0.4 * (tail(40_000) - tail(300_000))
    let sample = Sample(try ownPayments(scenario))
    let expected = Self.hazard * kept
    #expect(sample.errors(from: expected) < 4, "\(sample.mean) for \(expected)")
  }

  /// No admission in a year has the chance (1 − λ/12)¹², a month's binomial in place of the
  /// Poisson's e^(−λ).
  ///
  /// Source: S. A. Klugman, H. H. Panjer and G. E. Willmot, *Loss Models*, section 6.4.
  ///
  /// Tolerance: four binomial standard errors of 18,000 household-years.
  @Test func `A year without an admission has the binomial chance of none`() throws {
    let years = try ownPayments(plain(deductible: 0, ratio: 0).with("illness.major_share", 0))
    let chance = (0..<12).reduce(1.0) { product, _ in product * (1 - Self.hazard / 12) }
    let none = years.count { $0 == 0 }
    #expect(Sample.errors(ofShare: none, of: years.count, from: chance) < 4, "\(none)")
  }
}
