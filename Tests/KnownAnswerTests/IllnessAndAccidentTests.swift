import Households
import NumericalMethods
import Randomness
import TestSupport
import Testing

@testable import Simulation

/// Who falls ill and for how long, and what accidents, deaths and fires take.
struct IllnessAndAccidentTests {
  private func scenario(_ mechanism: Mechanism, _ changes: [(String, Double)]) throws -> Scenario {
    try changes.reduce(
      TestScenario.baseline(counties: [11], lastYear: 2030).withOnly(mechanism)
    ) { $0.with($1.0, $1.1) }
  }

  /// Competing risks: the member admitted is of age class a with chance n_a h_a / Σ n h.
  ///
  /// Source: S. M. Ross, *Introduction to Probability Models*, 10th ed., section 5.2 (the first
  /// of independent exponentials).
  ///
  /// Tolerance: 2e-4, one place of 10,000 at each border of the grid.
  @Test func `The patient is found in proportion to the hazards`() throws {
    let bench = try Bench(
      TestScenario.baseline(counties: [11]), rows: TestPopulation.rows(county: 11, count: 1))
    let hazards = SIMD4<Float>(0.09, 0.09, 0.15, 0.27)
    var found = [Int](repeating: 0, count: 4)
    for place in 0..<10_000 {
      let u = (Double(place) + 0.5) / 10_000
      let member = Member.find(bench.state, row: 0, hazards: hazards, u)
      found[Int(member.code >> 4)] += 1
    }
    for (cases, hazard) in zip(found, [0.09, 0.09, 0.15, 0.27]) {
      #expect(abs(Double(cases) / 10_000 - hazard / 0.6) < 2e-4)
    }
  }

  /// Months of lost work, rounded: P(at least k) = Φ((μ − ln(k − ½)) / σ); disabled with a fixed
  /// chance.
  ///
  /// Source: S. A. Klugman, H. H. Panjer and G. E. Willmot, *Loss Models*, appendix A
  /// (lognormal).
  ///
  /// Tolerance: four binomial standard errors of 10,000 independent illnesses.
  @Test func `Months of lost work have the lognormal's survival function`() throws {
    let rows = TestPopulation.rows(county: 11, count: 2000, workers: 1) {
      $1.members = SIMD8(0, 1, 0, 0, 0, 0, 0, 0)
    }
    let bench = try Bench(scenario(.illness, [("illness.major_share", 1)]), rows: rows)
    var (months, disabled): ([Int], Int) = ([], 0)
    for month in 0..<5 {
      let b = bench.block(month)
      for row in 0..<b.count { b.x.rows[row] = UInt32(row) }
      IllnessEvent.prepare(b, found: b.count)
      for row in 0..<b.count {
        (b.s.sick(0)[row], b.s.disability[row], b.s.followup[row]) = (0, 0, 0)
        IllnessEvent.happen(b, row: row, place: row)
        months.append(Int(b.s.sick(0)[row]))
        disabled += b.s.disability[row] != 0 ? 1 : 0
      }
    }
    for k in [3, 6, 12, 24] {
      let z = (Elementary.log(6) - Elementary.log(Double(k) - 0.5)) / 0.8
      let expected = Distributions.normalProbability(below: z)
      let cases = months.count { $0 >= k }
      #expect(Sample.errors(ofShare: cases, of: months.count, from: expected) < 4, "\(k) months")
    }
    #expect(Sample.errors(ofShare: disabled, of: months.count, from: 0.15) < 4, "\(disabled)")
  }

  /// A chronic patient's hazard is three times the usual: h/12 admissions a month with h = Σ + 2
  /// h_c, of the chronically ill with chance 3 h_c / h.
  ///
  /// Source: S. M. Ross, *Introduction to Probability Models*, 10th ed., section 5.2.
  ///
  /// Tolerance: four binomial standard errors of 80,000 household-months.
  @Test func `Follow-up triples the hazard of the chronically ill and of nobody else`() throws {
    let bench = try Bench(
      scenario(.illness, [("illness.major_share", 0)]),
      rows: TestPopulation.rows(county: 11, count: 2000))
    let patients = bench.state.patient
    var (admitted, chronic) = (0, 0)
    for month in 0..<40 {
      let b = bench.block(month)
      for row in 0..<b.count {
        (b.s.followup[row], b.s.chronic[row]) = (36, 3 << 4)
        patients[row] = 255
        b.s.patientOwnPay[row] = 0
      }
      DrawsPass.run(b)
      EventsPass.run(b)
      for row in 0..<b.count where patients[row] != 255 {
        admitted += 1
        chronic += patients[row] == 3 << 4 ? 1 : 0
      }
    }
    let hazard = 2 * 0.09 + 0.15 + 3 * 0.27
    #expect(Sample.errors(ofShare: admitted, of: 80_000, from: hazard / 12) < 4, "\(admitted)")
    #expect(Sample.errors(ofShare: chronic, of: admitted, from: 3 * 0.27 / hazard) < 4)
  }

  /// Runs the months' events and hands over each month's losses to accidents, yuan a row.
  private func accidents(
    _ changes: [(String, Double)], months: Int, each: (BlockMonth) -> Void
  ) throws {
    let none = [
      "accidents.accident_rate", "accidents.worker_death_rate", "accidents.disability_rate",
      "accidents.fire_rate", "accidents.fire_rate_qiandongnan", "income.consumer_price_growth",
      "illness.medical_inflation",
    ].map { ($0, 0.0) }
    let bench = try Bench(
      scenario(.accidents, none + changes), rows: TestPopulation.rows(county: 11, count: 2000))
    for month in 0..<months {
      let b = bench.block(month)
      b.x.loss(Cause.accidents.rawValue).update(repeating: 0, count: b.count)
      DrawsPass.run(b)
      EventsPass.run(b)
      each(b)
    }
  }

  /// A fire takes U(a, b) less relief r in kind: E[(U − r)₊] = (b − r)² / 2(b − a) for a < r < b,
  /// and a share (r − a)/(b − a) of the fires leaves nothing to repair.
  ///
  /// Source: S. A. Klugman, H. H. Panjer and G. E. Willmot, *Loss Models*, section 8.2.
  ///
  /// Tolerance: four standard errors of the losses, four binomial ones of the number of fires.
  @Test func `Fires leave the uniform loss above the relief in kind`() throws {
    var (losses, households) = (Sample(), 0)
    try accidents(
      [
        ("accidents.fire_rate", 0.6), ("accidents.fire_rate_qiandongnan", 0.6),
        ("accidents.fire_relief", 45_000),
      ], months: 36
    ) { b in
      for row in 0..<b.count {
        let damage = b.x.loss(Cause.accidents.rawValue)[row]
        if damage > 0 { losses.add(Double(damage)) }
        households += 1
      }
    }
    let left = 35_000.0 / 50_000
    #expect(Sample.errors(ofShare: losses.count, of: households, from: 0.05 * left) < 4)
    #expect(losses.errors(from: 35_000 / 2) < 4, "\(losses.mean)")
  }

  /// Bills of accidents: (1 − recovery) × α x / (α − 1) without insurance, four persons a
  /// household at the same rate.
  ///
  /// Source: S. A. Klugman, H. H. Panjer and G. E. Willmot, *Loss Models*, appendix A (Pareto).
  ///
  /// Tolerance: four standard errors of the bills, which have a variance with α = 3; four
  /// binomial ones of their number.
  @Test func `Accidents cost the Pareto mean less what a third party pays`() throws {
    var (bills, households) = (Sample(), 0)
    try accidents(
      [
        ("accidents.accident_rate", 0.15), ("accidents.bill_alpha", 3), ("illness.bill_cap", 1e8),
      ], months: 48
    ) { b in
      for row in 0..<b.count {
        let bill = b.x.loss(Cause.accidents.rawValue)[row]
        if bill > 0 { bills.add(Double(bill)) }
        households += 1
      }
    }
    #expect(Sample.errors(ofShare: bills.count, of: households, from: 4 * 0.15 / 12) < 4)
    #expect(bills.errors(from: 0.6 * 15_000 * 3 / 2) < 4, "\(bills.mean)")
  }

  /// Each of two workers dies with the same chance each month: (1 − q)ᵗ alive, and a funeral
  /// costs the mean of a uniform.
  ///
  /// Source: S. M. Ross, *Introduction to Probability Models*, 10th ed., section 2.2.
  ///
  /// Tolerance: four binomial standard errors of 4,000 workers (the two of a household never die
  /// in one month, which lowers the scatter) and of the costs.
  @Test func `Workers survive geometrically and funerals cost the uniform mean`() throws {
    var (alive, funerals) = ([Int](), Sample())
    try accidents([("accidents.worker_death_rate", 0.24)], months: 36) { b in
      for row in 0..<b.count {
        let cost = b.x.loss(Cause.accidents.rawValue)[row]
        if cost > 0 { funerals.add(Double(cost)) }
      }
      alive.append(
        (0..<b.count).reduce(0) { $0 + 2 - (b.s.disability[$1] >> 3 & 7).nonzeroBitCount })
    }
    for months in [6, 18, 36] {
      let expected = (0..<months).reduce(1.0) { product, _ in product * 0.98 }
      #expect(Sample.errors(ofShare: alive[months - 1], of: 4000, from: expected) < 4, "\(months)")
    }
    #expect(funerals.errors(from: 22_500) < 4, "\(funerals.mean)")
  }
}
