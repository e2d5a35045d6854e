import Households
import Randomness
import TestSupport
import Testing

@testable import Simulation

/// Poverty as a two-state Markov chain, and as an alternating renewal process of runs.
///
/// With entry and exit after one month and no other income, a household with one earner is in return
/// to poverty exactly while that earner is jobless, so that poverty is the chain of job loss s and
/// finding f. Every pass between the draw and the poverty flag is the program's own.
///
/// Source: S. M. Ross, *Introduction to Probability Models*, 10th ed., chapters 4 and 7.
struct PovertyChainTests {
  private static let (loss, finding) = (0.1, 0.3)
  private static let share = loss / (loss + finding)
  private static let memory = 1 - loss - finding

  private func chain(replication: UInt32 = 0) throws -> Bench {
    var scenario = try TestScenario.baseline(counties: [11], lastYear: 2030).withOnly(.jobs)
    for (name, value) in [
      ("jobs.separation", Self.loss), ("jobs.finding", Self.finding), ("jobs.fallback", 0),
      ("jobs.recession_enter", 0), ("jobs.pandemic_enter", 0), ("jobs.destination_volatility", 0),
      ("jobs.season", 1), ("lines.entry_months", 1), ("lines.exit_months", 1),
      ("lines.exit_margin", 1),
    ] {
      scenario = scenario.with(name, value)
    }
    let rows = TestPopulation.rows(
      county: 11, count: 2000, income: { _ in 20_000 }, shares: SIMD4(1, 0, 0, 0), workers: 1)
    return try Bench(scenario, rows: rows, replication: replication)
  }

  /// One month from the draw of jobs to the poverty flag; who is in return to poverty afterwards.
  private func step(_ bench: Bench, _ month: Int) -> [Bool] {
    let b = bench.block(month)
    DrawsPass.run(b)
    JobsPass.run(b)
    IncomePass.wages(b)
    for i in 0..<b.count {
      b.x.persons[i] = 4
      // A year of this month's wage for each of four persons.
      b.x.total12[i] = b.x.wage[i] * 3
    }
    ReturnPass.run(b)
    return (0..<b.count).map { b.s.flags[$0] & StateFlags.returned != 0 }
  }

  /// Stationary share π = s / (s + f).
  ///
  /// Source: S. M. Ross, *Introduction to Probability Models*, 10th ed., section 4.4.
  ///
  /// Tolerance: four standard errors of the households' own shares, since households are
  /// independent and months are not.
  @Test func `Poverty of a two-state chain settles at entry over entry plus exit`() throws {
    let bench = try chain()
    var months = [Double](repeating: 0, count: bench.count)
    for month in 0..<108 {
      for (row, isPoor) in step(bench, month).enumerated() { months[row] += isPoor ? 1 : 0 }
    }
    let sample = Sample(months.map { $0 / 108 })
    #expect(sample.errors(from: Self.share) < 4, "\(sample.mean) for \(Self.share)")
  }

  /// P(poor after t months given not poor) = π (1 − (1 − s − f)ᵗ).
  ///
  /// Source: S. M. Ross, *Introduction to Probability Models*, 10th ed., section 4.2 (powers of a
  /// two-state matrix).
  ///
  /// Tolerance: four binomial standard errors of 6,000 households.
  @Test func `The way to the stationary share is geometric`() throws {
    var poor = [Int](repeating: 0, count: 9)
    for replication in 0..<3 {
      let bench = try chain(replication: UInt32(replication))
      bench.state.jobless(0).update(repeating: 0, count: bench.count)
      for month in 1..<9 { poor[month] += step(bench, month).count { $0 } }
    }
    var power = 1.0
    for month in 1..<9 {
      power *= Self.memory
      let expected = Self.share * (1 - power)
      #expect(Sample.errors(ofShare: poor[month], of: 6000, from: expected) < 4, "month \(month)")
    }
  }

  /// A spell is geometric: P(longer than k) = (1 − f)ᵏ, mean 1 / f.
  ///
  /// Source: S. M. Ross, *Introduction to Probability Models*, 10th ed., section 2.2.
  ///
  /// Tolerance: four standard errors of more than 5,000 independent spells; those that begin
  /// before month 60 have ended by month 108 but for one in 10⁷.
  @Test func `A spell of poverty is geometric with mean one over the exit chance`() throws {
    let bench = try chain()
    var length = [Int?](repeating: nil, count: bench.count)
    var before = step(bench, 0)
    var ended: [Int] = []
    for month in 1..<108 {
      let now = step(bench, month)
      for row in now.indices {
        if now[row], !before[row], month < 60 { length[row] = 0 }
        if now[row] { length[row] = length[row].map { $0 + 1 } }
        if !now[row], let months = length[row] {
          ended.append(months)
          length[row] = nil
        }
      }
      before = now
    }
    let sample = Sample(ended.map(Double.init))
    #expect(ended.count > 5000)
    #expect(sample.errors(from: 1 / Self.finding) < 4, "\(sample.mean)")
    for months in [1, 3, 6] {
      let survival = (0..<months).reduce(1.0) { product, _ in product * (1 - Self.finding) }
      let longer = ended.count { $0 > months }
      #expect(Sample.errors(ofShare: longer, of: ended.count, from: survival) < 4)
    }
  }

  /// P(poor in months t and t + k) = π (π + (1 − π) (1 − s − f)ᵏ), the second moment of the
  /// two-state chain.
  ///
  /// Source: S. M. Ross, *Introduction to Probability Models*, 10th ed., section 4.2.
  ///
  /// Tolerance: four standard errors over households.
  @Test func `Being poor again some months later has the chain's joint probability`() throws {
    let bench = try chain()
    let history = (0..<108).map { step(bench, $0) }
    for (lag, power) in [
      (1, Self.memory), (4, Self.memory * Self.memory * Self.memory * Self.memory),
    ] {
      let sample = Sample(
        (0..<bench.count).map { row in
          let both = (0..<108 - lag).count { history[$0][row] && history[$0 + lag][row] }
          return Double(both) / Double(108 - lag)
        })
      let expected = Self.share * (Self.share + (1 - Self.share) * power)
      #expect(sample.errors(from: expected) < 4, "\(sample.mean) for \(expected)")
    }
  }

  /// The mean wait for a run of k months of chance p is (1 − pᵏ) / (pᵏ (1 − p)), and entries and
  /// exits alternate, so that the long-run share in return to poverty is E[exit] / (E[entry] +
  /// E[exit]).
  ///
  /// Source: W. Feller, *An Introduction to Probability Theory and Its Applications* I, 3rd ed.,
  /// XIII.7 (runs); Ross, section 7.5 (alternating renewal). With p = 0.4 below the line and 0.6
  /// above the exit line the waits are 24.4 and 51.1 months.
  ///
  /// Tolerance: four standard errors over households after 300 months of settling.
  @Test func `Three months to enter and six to leave make an alternating renewal process`() throws {
    let bench = try Bench(
      TestScenario.baseline(counties: [11]).withOnly(.monitoring),
      rows: TestPopulation.rows(county: 11, count: 1000))
    let b = bench.block(30)
    let line = b.county.pointee.settings.calendar.returnLine
    var months = [Double](repeating: 0, count: b.count)
    for month in 0..<700 {
      for i in 0..<b.count {
        let u = bench.key.household(b.p.id[i], month: month, .coping)[0].uniform
        b.x.total12[i] = u < 0.4 ? line * 0.99 : line * 1.101
        b.x.persons[i] = 4
      }
      ReturnPass.run(b)
      guard month >= 300 else { continue }
      for i in 0..<b.count where b.s.flags[i] & StateFlags.returned != 0 { months[i] += 1 }
    }
    func wait(_ run: Int, _ chance: Double) -> Double {
      let power = (0..<run).reduce(1.0) { product, _ in product * chance }
      return (1 - power) / (power * (1 - chance))
    }
    let expected = wait(6, 0.6) / (wait(6, 0.6) + wait(3, 0.4))
    let sample = Sample(months.map { $0 / 400 })
    #expect(sample.errors(from: expected) < 4, "\(sample.mean) for \(expected)")
  }
}
