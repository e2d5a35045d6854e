import Households
import Randomness
import TestSupport
import Testing

@testable import Simulation

/// M6: when money arrives after a sign, against the rule.
///
/// The rule: a sign on day 30 u of month t and a total delay of d days put the money into month
/// t + max(1, ⌊u + d/30⌋), since no money comes in the month of the sign. Its mean is max(d, 30)
/// days. The chain of day counters decides money at the end of the month of recognition, so with d₁
/// days to recognition and p days from there to the money its mean is d₁ + max(p, 30): the same
/// wherever p ≥ 30, as in the baseline. `Docs/response-time.md` has the table.
struct ResponseTimeTests {
  /// Months from the sign to the money of each household, and its uniform day.
  private func months(decision: Double, payment: Double, late: Double = 0) throws -> [(
    u: Double, months: Int
  )] {
    var scenario = try TestScenario.baseline().withOnly(
      .monitoring, .ownReports, .responseTime, .emergencyRelief)
    for (name, value) in [
      ("own_reports.aware_share", 1), ("own_reports.monthly_chance", 1),
      ("response_time.visit_days", 0), ("response_time.decision_days", decision),
      ("response_time.payment_days", payment), ("response_time.late_chance", late),
      ("monitoring.initial_share_found", 0),
    ] {
      scenario = scenario.with(name, value)
    }
    let bench = try Bench(
      scenario, rows: TestPopulation.rows(county: 11, count: 2000, income: { _ in 3000 }))
    let queue = RequestList(capacity: PopulationColumns.capacity)
    let credit = UnsafeMutablePointer<Float>.allocate(capacity: 100)
    defer { credit.deallocate() }
    var arrival = [Int?](repeating: nil, count: bench.count)
    for month in 0..<10 {
      let b = bench.block(month)
      for row in 0..<b.count {
        (b.x.aid[row], b.x.persons[row]) = (0, 4)
        (b.x.own12[row], b.x.total12[row]) = (3000, 3000)
      }
      DeliveryPass.run(b)
      for row in 0..<b.count where arrival[row] == nil && b.x.aid[row] > 0 { arrival[row] = month }
      AlertPass.run(b)
      VisitPass.run(b, queue: queue, credit: credit)
      bench.requests.clear()
      RecognitionPass.run(b)
      for place in 0..<bench.requests.count { bench.fund.grant(bench.requests.items[place], b) }
    }
    return (0..<bench.count).compactMap { row in
      guard let arrival = arrival[row] else { return nil }
      let words = bench.key.household(
        bench.population.blocks[0].columns.id[row], month: 0, .finding)
      return (words[3].uniform, arrival)
    }
  }

  /// A sign on day 30 u of its month and a total delay of d ≥ 30 days: the money comes after ⌊u +
  /// d/30⌋ months, whose mean over a uniform u is d/30.
  ///
  /// Source: E⌊u + x⌋ = x for uniform u; Graham, Knuth and Patashnik, *Concrete Mathematics*,
  /// section 3.4. Tolerance: none for each household's month; four standard errors of at most 15
  /// days / √2000 for the mean.
  @Test(arguments: [
    (0.0, 30.0), (15, 30), (30, 30), (60, 30), (30, 60), (90, 30), (15, 105),
  ])
  func `From thirty days on the mean delay is the sum of the delays`(
    decision: Double, payment: Double
  ) throws {
    let total = decision + payment
    let cases = try months(decision: decision, payment: payment)
    #expect(cases.count == 2000)
    for (u, months) in cases {
      #expect(months == max(1, Int((u + total / 30).rounded(.down))))
    }
    let mean = 30 * cases.reduce(0.0) { $0 + Double($1.months) } / Double(cases.count)
    // Months differ by one at most, so a standard error is at most 15 days / √2000.
    #expect(abs(mean - total) < 4 * 15 / 2000.0.squareRoot())
  }

  /// No money in the month of the sign: a delay of d < 30 days acts as one of 30.
  @Test(arguments: [(3.0, 27.0), (5, 25), (7, 23), (15, 15)])
  func `Below thirty days money comes the month after the sign`(delay: Double, bias: Double) throws
  {
    let cases = try months(decision: 0, payment: delay)
    #expect(cases.allSatisfy { $0.months == 1 })
    let mean = 30 * cases.reduce(0.0) { $0 + Double($1.months) } / Double(cases.count)
    #expect(mean - delay == bias)
  }

  /// Recognition in a later month moves the money on: d₁ + max(p, 30).
  @Test(arguments: [(3.0, 0.0), (4, 3), (7, 15), (15, 15), (45, 5)])
  func `A short payment after a decision acts as one of thirty days`(
    decision: Double, payment: Double
  ) throws {
    let cases = try months(decision: decision, payment: payment)
    let mean = 30 * cases.reduce(0.0) { $0 + Double($1.months) } / Double(cases.count)
    #expect(abs(mean - decision - 30) < 4 * 15 / 2000.0.squareRoot())
  }
}
