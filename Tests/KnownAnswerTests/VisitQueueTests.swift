import Households
import Randomness
import TestSupport
import Testing

@testable import Simulation

/// Waiting for a visit: townships whose grid staff can make so many visits a month and no more.
struct VisitQueueTests {
  private let queue = RequestList(capacity: PopulationColumns.capacity)

  private func bench(count: Int, townships: Int, replication: UInt32 = 0) throws -> Bench {
    let scenario = try TestScenario.baseline(counties: [11], lastYear: 2030)
      .withOnly(.monitoring, .visits).with("visits.waiting_limit", 2000)
      .with("monitoring.initial_share_found", 0)
    return try Bench(
      scenario, rows: TestPopulation.rows(county: 11, count: count, townships: townships),
      replication: replication)
  }

  /// One month of visits of households that a perfect visit finds in no need, so that each leaves the
  /// queue and nothing else changes.
  private func visit(
    _ bench: Bench, _ month: Int, townships: Int, capacity: Int, alerted: (BlockMonth, Int) -> Bool
  ) -> BlockMonth {
    let credit = UnsafeMutablePointer<Float>.allocate(capacity: townships)
    defer { credit.deallocate() }
    credit.initialize(repeating: Float(capacity), count: townships)
    let b = bench.block(month)
    let line = b.county.pointee.settings.calendar.monitoringLine
    for row in 0..<b.count {
      (b.x.own12[row], b.s.hardship[row]) = (line + Float(row), 0)
      if b.s.stage[row] == CaseStage.none, alerted(b, row) {
        (b.s.stage[row], b.s.dueDay[row]) = (CaseStage.travelling, UInt16(b.firstDay))
      }
    }
    VisitPass.run(b, queue: queue, credit: credit)
    return b
  }

  private func waiting(_ b: BlockMonth) -> Int {
    (0..<b.count).count { b.s.stage[$0] == CaseStage.waiting }
  }

  /// A backlog of B and a new cases a month before c visits: Lindley's recursion Q ← max(0, Q + a
  /// − c) gives max(0, B − (c − a) t) after t months, empty after ⌈B / (c − a)⌉.
  ///
  /// Source: D. V. Lindley, *Mathematical Proceedings of the Cambridge Philosophical Society* 48,
  /// 1952.
  ///
  /// Tolerance: none, since households are whole.
  @Test(arguments: [(7, 0), (9, 4), (3, 2)])
  func `A backlog is worked off at the visits that new cases leave over`(
    capacity: Int, arrivals: Int
  ) throws {
    let (count, backlog) = (400, 60)
    let bench = try bench(count: count, townships: 1)
    var (before, recorded) = (backlog, 0)
    for month in 0..<80 {
      // The backlog in the first month, then other households in turn.
      let first = backlog + arrivals * month
      let b = visit(bench, month, townships: 1, capacity: capacity) { _, row in
        month == 0 && row < backlog || (first..<first + arrivals).contains(row)
      }
      let expected = max(0, backlog - (capacity - arrivals) * (month + 1))
      #expect(waiting(b) == expected, "month \(month)")
      // Visits are counted from the first result year on.
      if b.county.pointee.isRecorded { recorded += before + arrivals - expected }
      before = expected
    }
    #expect(bench.tally.finding[FindingQuantity.visits.rawValue] == Int64(recorded))
  }

  /// A machine-repair queue in discrete time: of n households those that do not wait are alerted
  /// with chance p, and c are visited, Q ← max(0, Q + Bin(n − Q, p) − c), whose law month by
  /// month is the product of the chain's transition matrices.
  ///
  /// Source: W. Feller, *An Introduction to Probability Theory and Its Applications* I, 3rd ed.,
  /// XV.3 (higher transition probabilities) and XVII.7 (queues and servicing problems).
  ///
  /// Tolerance: four standard errors over 120 independent townships, each with its own mean over
  /// 36 months, which hang together; four binomial ones for the share of queues that are empty in
  /// the last month.
  @Test(arguments: [(3, 0.10), (5, 0.12), (6, 0.10)])
  func `Queues of townships follow the exact Markov chain of cases and visits`(
    capacity: Int, chance: Double
  ) throws {
    let (townships, households, months) = (40, 50, 36)
    var law = [Double](repeating: 0, count: households + 1)
    law[0] = 1
    var (expected, expectedVisits) = (0.0, 0.0)
    for _ in 0..<months {
      var next = [Double](repeating: 0, count: households + 1)
      for (waiting, weight) in law.enumerated() where weight > 0 {
        let arrivals = BinomialLaw(trials: households - waiting, chance: chance).probabilities
        for (more, probability) in arrivals.enumerated() {
          let visits = min(capacity, waiting + more)
          next[waiting + more - visits] += weight * probability
          expectedVisits += weight * probability * Double(visits)
        }
      }
      law = next
      expected += law.enumerated().reduce(0) { $0 + Double($1.offset) * $1.element }
    }
    #expect(abs(law.reduce(0, +) - 1) < 1e-9)
    var (lengths, visits, empty) = (Sample(), Sample(), 0)
    for replication in 0..<3 {
      let bench = try bench(
        count: townships * households, townships: townships, replication: UInt32(replication))
      var (sums, made, last) = (
        [Int](repeating: 0, count: townships), [Int](repeating: 0, count: townships),
        [Int](repeating: 0, count: townships)
      )
      for month in 0..<months {
        var cases = last
        let b = visit(bench, month, townships: townships, capacity: capacity) { b, row in
          let u = b.key.household(b.p.id[row], month: month, .coping)[0].uniform
          if u < chance { cases[Int(b.p.township[row])] += 1 }
          return u < chance
        }
        last = [Int](repeating: 0, count: townships)
        for row in 0..<b.count where b.s.stage[row] == CaseStage.waiting {
          last[Int(b.p.township[row])] += 1
        }
        for township in 0..<townships {
          sums[township] += last[township]
          made[township] += cases[township] - last[township]
        }
      }
      for township in 0..<townships {
        lengths.add(Double(sums[township]))
        visits.add(Double(made[township]))
        empty += last[township] == 0 ? 1 : 0
      }
    }
    #expect(lengths.errors(from: expected) < 4, "\(lengths.mean) for \(expected)")
    #expect(visits.errors(from: expectedVisits) < 4, "\(visits.mean) for \(expectedVisits)")
    #expect(
      Sample.errors(ofShare: empty, of: lengths.count, from: law[0]) < 4, "\(empty) for \(law[0])")
  }
}
