import Households
import Randomness
import TestSupport
import Testing

@testable import Simulation

/// What households receive of a programme in a month is what the programme pays, to the fen.
struct ReceiptTests {
  /// A programme and the column of a household in which its money arrives.
  struct Case: Sendable, CustomTestStringConvertible {
    let mechanism: Mechanism
    let programme: Programme
    /// What the same programme takes from households.
    var premium: Programme?
    /// Shocks that bring it about.
    var shocks: [Mechanism] = [.drought, .flood, .accidents, .jobs]
    /// What a household has, yuan: more of it by each yuan received.
    let receipts: @Sendable (BlockMonth, Int) -> Float
    var testDescription: String { "\(programme)" }
  }

  static let cases = [
    Case(mechanism: .minimumLivingAllowance, programme: .minimumLivingAllowance) {
      $0.x.aid[$1]
    },
    Case(mechanism: .publicPosts, programme: .publicPosts) { $0.x.aid[$1] },
    Case(mechanism: .emergencyStocks, programme: .emergencyStocks) { $0.x.aid[$1] },
    Case(mechanism: .educationAid, programme: .educationAid, shocks: [.schooling]) {
      -$0.x.cashOut[$1]
    },
    Case(mechanism: .mutualAid, programme: .mutualAid) { $0.x.wage[$1] },
    Case(mechanism: .landShares, programme: .landDividends) { $0.x.other[$1] },
    Case(
      mechanism: .agriculturalInsurance, programme: .agriculturalClaims,
      premium: .agriculturalPremiumHouseholds
    ) { $0.x.business[$1] },
    Case(
      mechanism: .priceInsurance, programme: .priceClaims, premium: .pricePremiumHouseholds,
      shocks: [.prices]
    ) { $0.x.business[$1] },
  ]

  private static let rows = TestPopulation.rows(
    county: 11, count: 300, income: { 4500 + Double($0 * 7919 % 1000) * 9 }
  ) { number, row in
    row.weight = number % 3 + 1
    row.livelihood = number % 2 == 0 ? .farm : .wage
  }

  /// Only these mechanisms and what finds households, in a world of frequent fires.
  private static func scenario(_ mechanisms: [Mechanism]) throws -> Scenario {
    let all = mechanisms + [.monitoring, .hardTriggers, .patrols]
    var scenario = try TestScenario.baseline(counties: [11], lastYear: 2025)
    for mechanism in Mechanism.allCases {
      var setting = MechanismSetting()
      setting.isEnabled = all.contains(mechanism)
      scenario.mechanisms[mechanism] = setting
    }
    return scenario.with("accidents.fire_rate", 0.05)
      .with("accidents.fire_rate_qiandongnan", 0.05).with("public_posts.additional_posts", 100)
  }

  /// A month of a bench with its posts, goods and relief shared out at the end.
  private static func run(_ bench: Bench, _ month: Int, _ queue: RequestList) -> BlockMonth {
    let b = bench.block(month)
    var credit: Float = 0
    var jobs = CountyJobs(county: 11, share: 1)
    bench.requests.clear()
    jobs.open(b.county, postsHeld: 0, bench.tally)
    bench.requests.payable = bench.fund.payable(b.county) | jobs.payable
    if b.county.pointee.monthOfYear == 1 { bench.quotas.openYear() }
    bench.quotas.open(share: 0.0001, fraction: 1, b.county)
    MonthSteps.run(b, queue: queue, credit: &credit)
    bench.requests.sort()
    for place in 0..<bench.requests.count {
      let request = bench.requests.items[place]
      if CountyJobs.shares(request) { jobs.grant(request, b) } else { bench.fund.grant(request, b) }
    }
    bench.quotas.shareOut { _ in b }
    return b
  }

  private static func fen(_ yuan: Float) -> Int64 { Int64(Elementary.nearest(Double(yuan) * 100)) }

  @Test(arguments: cases)
  func `Receipts are payments, programme by programme and month by month`(test: Case) throws {
    let without = try Bench(Self.scenario(test.shocks), rows: Self.rows)
    let with = try Bench(Self.scenario(test.shocks + [test.mechanism]), rows: Self.rows)
    let queue = RequestList(capacity: 2048)
    func paid() -> Int64 {
      with.tally.money[test.programme.rawValue]
        - (test.premium.map { with.tally.money[$0.rawValue] } ?? 0)
    }
    for month in 0..<48 {
      let before = paid()
      let (less, more) = (Self.run(without, month, queue), Self.run(with, month, queue))
      var received: Int64 = 0
      for row in 0..<with.count {
        received +=
          Self.fen(test.receipts(more, row) - test.receipts(less, row)) * Int64(more.p.weight[row])
      }
      #expect(received == paid() - before, "month \(month)")
    }
    #expect(with.tally.money[test.programme.rawValue] > 0)
  }

  @Test func `Relief that was paid has arrived or is under way`() throws {
    let bench = try Bench(
      Self.scenario([.drought, .flood, .accidents, .jobs, .emergencyRelief, .responseTime]),
      rows: Self.rows)
    let queue = RequestList(capacity: 2048)
    var arrived: Int64 = 0
    for month in 0..<48 {
      let b = Self.run(bench, month, queue)
      var underWay: Int64 = 0
      for row in 0..<b.count {
        arrived += Self.fen(b.x.aid[row]) * Int64(b.p.weight[row])
        underWay += Self.fen(b.s.reliefDue[row]) * Int64(b.p.weight[row])
      }
      #expect(arrived + underWay == bench.tally.money[Programme.emergencyRelief.rawValue])
    }
    #expect(arrived > 0)
  }

  @Test func `A grant for a house takes its yuan off the damage`() throws {
    let scenario = try Self.scenario([.accidents, .housingRepair])
    let bench = try Bench(scenario, rows: Self.rows)
    let queue = RequestList(capacity: 2048)
    var granted: Int64 = 0
    for month in 0..<48 {
      let b = Self.run(bench, month, queue)
      let paid = bench.tally.money[Programme.housingRepair.rawValue]
      let before = (0..<b.count).map { b.s.damage[$0] }
      HousingRepairPass.run(b)
      var received: Int64 = 0
      for row in 0..<b.count {
        received += Self.fen(before[row] - b.s.damage[row]) * Int64(b.p.weight[row])
      }
      #expect(received == bench.tally.money[Programme.housingRepair.rawValue] - paid)
      granted += received
    }
    #expect(granted > 0)
  }
}
