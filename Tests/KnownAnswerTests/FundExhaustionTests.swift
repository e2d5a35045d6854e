import Households
import Randomness
import TestSupport
import Testing

@testable import Simulation

/// The month in which a county's pot for emergency relief runs dry.
struct FundExhaustionTests {
  /// Fen of relief for four persons: three months of 600 yuan each.
  private static let relief: Int64 = 3 * 600 * 4 * 100

  private func bench(count: Int) throws -> Bench {
    var scenario = try TestScenario.baseline(counties: [11], lastYear: 2030)
      .withOnly(.monitoring, .fund, .emergencyRelief, .illness)
    let changes: [(String, Double)] = [
      ("fund.idle_share", 0), ("fund.leakage_share", 0), ("fund.emergency_share", 1),
      ("monitoring.initial_share_found", 0), ("illness.major_share", 0),
      ("illness.followup_hazard", 1), ("illness.followup_cost", 0),
    ]
    for (name, value) in changes { scenario = scenario.with(name, value) }
    return try Bench(scenario, rows: TestPopulation.rows(county: 11, count: count))
  }

  /// A fund at the beginning of a year with so many yuan.
  private func open(_ b: BlockMonth, yuan: Double) -> CountyFund {
    let fund = CountyFund(tally: b.tally, fraction: 1)
    fund.begin()
    fund.openYear()
    let total = b.county.pointee.settings.fund.total
    fund.advance(month: b.month, share: yuan / total, b.county)
    return fund
  }

  /// Asks for relief for some rows and shares the month's money out; rows that got it.
  private func grant(_ b: BlockMonth, _ rows: some Sequence<Int>, from fund: CountyFund) -> Int {
    b.requests.clear()
    for row in rows {
      (b.s.wanted[row], b.s.pending[row], b.x.persons[row]) = (Measures.relief, 0, 4)
      RequestPass.ask(b, row)
    }
    b.requests.sort()
    var granted = 0
    for place in 0..<b.requests.count {
      let row = Int(b.requests.items[place].row)
      fund.grant(b.requests.items[place], b)
      granted += b.s.pending[row] & Measures.relief != 0 ? 1 : 0
      (b.s.wanted[row], b.s.pending[row]) = (0, 0)
    }
    return granted
  }

  /// A pot of P and k requests of c a month: N = ⌊P / c⌋ are granted, min(N, k t) by month t, the
  /// first is refused in month ⌊N / k⌋ + 1, and the rest P − N c stays for the next year.
  ///
  /// Source: R. L. Graham, D. E. Knuth and O. Patashnik, *Concrete Mathematics*, section 3.4
  /// (division with remainder).
  ///
  /// Tolerance: none, since fen and households are whole.
  @Test(arguments: [7, 12, 40, 250])
  func `A steady demand drains the pot in the month that division gives`(demand: Int) throws {
    let bench = try bench(count: 250)
    let yuan = 1_000_000.0
    let first = Int64(yuan * 100) / Self.relief
    let fund = open(bench.block(0), yuan: yuan)
    let share = yuan / bench.current.pointee.settings.fund.total
    var granted: Int64 = 0
    for month in 0..<12 {
      let b = bench.block(month)
      if month > 0 { fund.advance(month: month, share: share, b.county) }
      let served = grant(b, 0..<demand, from: fund)
      granted += Int64(served)
      #expect(granted == min(first, Int64(demand * (month + 1))), "month \(month)")
      #expect((served < demand) == (month >= Int(first) / demand), "month \(month)")
    }
    #expect(bench.tally.money[Programme.emergencyRelief.rawValue] == granted * Self.relief)
    fund.closeYear()
    #expect(fund.imbalance == nil)
    let left = bench.tally.money[Programme.fundCarriedOut.rawValue]
    #expect(left == Int64(yuan * 100) - granted * Self.relief)
    // What is left is carried into the next year.
    fund.openYear()
    let january = bench.block(12)
    fund.advance(month: 12, share: share, january.county)
    let more = grant(january, 0..<250, from: fund)
    #expect(Int64(more) == min(250, (left + Int64(yuan * 100)) / Self.relief))
  }

  /// Each of n households is admitted with chance p a month and asks for relief, and the pot pays
  /// N: it has refused somebody by month t with chance P(Bin(n t, p) > N), a negative binomial
  /// waiting time.
  ///
  /// Source: W. Feller, *An Introduction to Probability Theory and Its Applications* I, 3rd ed.,
  /// VI.8 (waiting times and the negative binomial distribution).
  ///
  /// Tolerance: four binomial standard errors of 360 independent pots, 40 groups of 50 households
  /// in each of nine years.
  @Test func `Admissions drain the pot in a negative binomial number of months`() throws {
    let (groups, households, paid) = (40, 50, 12)
    let bench = try bench(count: groups * households)
    let chance = (2 * 0.09 + 0.15 + 0.27) / 12
    var dry = [Int](repeating: 0, count: 12)
    for year in 0..<9 {
      let january = bench.block(12 * year)
      let yuan = Double(Int64(paid) * Self.relief) / 100 + 1
      let funds = (0..<groups).map { _ in open(january, yuan: yuan) }
      var refused = [Bool](repeating: false, count: groups)
      for month in 0..<12 {
        let b = bench.block(12 * year + month)
        for row in 0..<b.count {
          b.s.patient[row] = 255
          b.s.followup[row] = 0
        }
        DrawsPass.run(b)
        EventsPass.run(b)
        for group in 0..<groups {
          let ill = (group * households..<(group + 1) * households)
            .filter { b.s.patient[$0] != 255 }
          if grant(b, ill, from: funds[group]) < ill.count { refused[group] = true }
          dry[month] += refused[group] ? 1 : 0
        }
      }
    }
    for month in 2...7 {
      let expected =
        1 - BinomialLaw(trials: households * (month + 1), chance: chance).below(paid + 1)
      #expect((0.01...0.99).contains(expected))
      #expect(
        Sample.errors(ofShare: dry[month], of: 9 * groups, from: expected) < 4,
        "\(dry[month]) for \(expected)")
    }
  }
}
