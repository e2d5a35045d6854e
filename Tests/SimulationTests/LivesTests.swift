import Households
import Randomness
import TestSupport
import Testing

@testable import Simulation

/// The lives that the record writes down are those that the run counts.
struct LivesTests {
  private let run: FollowedRun

  init() throws { run = try FollowedRun.made.get() }

  private var outcome: ReplicationOutcome { run.outcome }
  private var layout: OutcomeLayout { run.layout }
  private var lives: [HouseholdLife] { run.lives }

  private var months: [(life: HouseholdLife, month: LifeMonth)] {
    lives.flatMap { life in life.months.map { (life, $0) } }
  }

  /// Sum over households, weights included, in a year counted from the first.
  private func sum(
    year: Int, isDecember: Bool = false, _ value: (LifeMonth) -> Double
  ) -> Int64 {
    var sum = 0.0
    for (life, month) in months where month.month.year == 2022 + year {
      if isDecember && month.month.month != 12 { continue }
      sum += value(month) * Double(life.household.weight)
    }
    return Int64(sum.rounded())
  }

  private func counted(_ quantity: FindingQuantity, _ year: Int) -> Int64 {
    (0..<layout.prefectureCount).reduce(0) {
      $0 + outcome.finding[layout.finding(year: year, prefecture: $1, quantity)]
    }
  }
  private func counted(_ quantity: SystemQuantity, _ year: Int) -> Int64 {
    (0..<layout.prefectureCount).reduce(0) {
      $0 + outcome.systems[layout.systems(year: year, prefecture: $1, quantity)]
    }
  }
  private func counted(_ programme: Programme, _ year: Int) -> Int64 {
    (0..<layout.prefectureCount).reduce(0) {
      $0 + outcome.money[layout.money(year: year, prefecture: $1, programme)]
    }
  }
  private func counted(_ measure: PersonMeasure, _ year: Int) -> Int64 {
    layout.counties.indices.reduce(0) {
      $0 + outcome.persons[layout.persons(year: year, county: $1, measure)]
    }
  }

  /// Persons at the end of a month: a death of the month leaves nobody less where one lives alone.
  private func persons(_ month: LifeMonth) -> Double {
    month[.persons] - (month.has(.death) && month[.persons] > 1 ? 1 : 0)
  }

  @Test func `Every household has every month`() {
    #expect(lives.count == 480)
    #expect(lives.allSatisfy { $0.months.map(\.month.ordinal) == Array(2022 * 12..<2025 * 12) })
  }

  @Test func `Every column has something to say`() {
    let silent = LifeColumn.allCases.filter { column in
      months.allSatisfy { $0.month[column] == LifeMonth(month: $0.month.month)[column] }
    }
    // No such women were drawn, and there are visits for all.
    #expect(silent == [.females45To59, .caseLapsed])
  }

  @Test(arguments: 0..<3)
  func `Persons in return to poverty are those of the run`(year: Int) {
    let stock = sum(year: year, isDecember: true) { $0[.returned] * persons($0) }
    #expect(stock == counted(.stock, year))
    #expect(sum(year: year) { $0[.returnEntered] * persons($0) } == counted(.flow, year))
    for cause in Cause.allCases {
      let entries = sum(year: year) {
        $0[.cause] == Double(cause.rawValue) ? persons($0) : 0
      }
      let group = Group.illness.index + cause.rawValue
      let tallied = (0..<layout.prefectureCount).reduce(Int64(0)) {
        $0 + outcome.groups[layout.groups(year: year, prefecture: $1, group: group, .flow)]
      }
      #expect(entries == tallied, "\(cause)")
    }
    #expect((0..<3).contains { counted(.flow, $0) > 0 })
  }

  @Test(arguments: 0..<3)
  func `Alerts, visits and recognitions are those of the run`(year: Int) {
    let columns: [(FindingQuantity, LifeColumn)] = [
      (.alertsFromIndex, .alertFromIndex), (.alertsFromTriggers, .alertFromTriggers),
      (.alertsFromOwnReports, .alertFromOwnReport), (.alertsFromPatrols, .alertFromPatrol),
      (.visits, .visited), (.eliminated, .eliminated),
    ]
    for (quantity, column) in columns {
      #expect(sum(year: year) { $0[column] } == counted(quantity, year), "\(quantity)")
    }
    let kinds: [(FindingQuantity, UInt8)] = [
      (.recognisedUnstable, MonitoredKind.unstable), (.recognisedMarginal, MonitoredKind.marginal),
      (.recognisedSudden, MonitoredKind.sudden),
    ]
    for (quantity, kind) in kinds {
      let recognised = sum(year: year) { $0[.kind] == Double(kind) ? $0[.recognised] : 0 }
      #expect(recognised == counted(quantity, year), "\(quantity)")
    }
    let visits = sum(year: year) { $0[.visited] }
    #expect(visits == sum(year: year) { $0[.visitAccepted] + $0[.visitRejected] })
    #expect(visits > 0)
  }

  @Test(arguments: 0..<3)
  func `Events and amounts of systems are those of the run`(year: Int) {
    let columns: [(SystemQuantity, LifeColumn)] = [
      (.admissions, .admission), (.floodedHouseholds, .flooded),
      (.migrantsReturned, .migrantsReturned), (.failedMeasures, .failedMeasures),
      (.workshopJobs, .grantedJob), (.loansPaidOut, .grantedLoan),
    ]
    for (quantity, column) in columns {
      #expect(sum(year: year) { $0[column] } == counted(quantity, year), "\(quantity)")
    }
    #expect(sum(year: year) { $0[.death] + $0[.disability] } == counted(.workersLost, year))
    #expect(sum(year: year) { $0[.publicPost] > 0 ? 1 : 0 } == counted(.postHouseholds, year))
    let losses: [(SystemQuantity, LifeColumn)] = [
      (.lossIllness, .lossIllness), (.lossDisaster, .lossDisaster), (.lossPrices, .lossPrices),
      (.lossJobs, .lossJobs), (.lossSchooling, .lossSchooling), (.lossAccidents, .lossAccidents),
      (.consumptionRural, .consumption),
    ]
    for (quantity, column) in losses {
      let yuan = sum(year: year) { max(0, $0[column]).rounded(.toNearestOrEven) }
      #expect(yuan == counted(quantity, year), "\(quantity)")
    }
  }

  @Test(arguments: 0..<3)
  func `Who pays bills is what the programmes paid, to the fen`(year: Int) {
    func fen(_ yuan: Double) -> Double { Elementary.nearest(yuan * 100) }
    let columns: [(Programme, [LifeColumn])] = [
      (.basicMedicalInsurance, [.billBasic, .followupBasic]),
      (.seriousIllnessInsurance, [.billSerious]), (.medicalAssistance, [.billAssistance]),
      (.antiPovertyInsuranceClaims, [.billInsurance]),
      (.reimbursementGuarantee, [.billGuarantee]),
      (.medicalOwnPayment, [.billOwn, .followupOwn]), (.educationAid, [.educationAid]),
      (.housingRepair, [.repairGrant]), (.healthService, [.healthService]),
      (.training, [.trainingCourse]), (.landDividends, [.landDividend]),
      (.agriculturalClaims, [.cropClaim]), (.minimumLivingAllowance, [.allowance]),
      (.emergencyStocks, [.emergencyGoods]), (.publicPosts, [.publicPost]),
    ]
    for (programme, parts) in columns {
      let sum = sum(year: year) { month in parts.reduce(0) { $0 + fen(month[$1]) } }
      #expect(sum == counted(programme, year), "\(programme)")
    }
    #expect(counted(.medicalOwnPayment, year) > 0)
  }

  @Test func `Parts add up to their sums`() {
    let sums: [(LifeColumn, [LifeColumn], [LifeColumn])] = [
      (
        .bill,
        [
          .billBasic, .billSerious, .billAssistance, .billInsurance, .billGuarantee,
          .billOwn,
        ], []
      ),
      (.wage, [.wageEarned, .extraWorkIncome, .wageTraining, .wageMutualAid], []),
      (
        .business,
        [
          .businessProduction, .businessECommerce, .businessEpidemic, .businessFlood,
          .businessDiversification, .cropClaim, .priceClaim, .loanReturn,
        ], [.cropPremium, .pricePremium]
      ),
      (.other, [.otherIncome, .pensions, .landDividend], []),
      (
        .aid,
        [.relief, .allowance, .industry, .industryChain, .publicPost, .emergencyGoods], []
      ),
      (
        .cashOut,
        [
          .billOwn, .billAdvanced, .funeral, .followupOwn, .repairCost, .schoolingCost,
          .loanInterest, .reimbursementToDebt,
        ], [.reimbursement, .educationAid]
      ),
    ]
    for (life, month) in months {
      for (sum, plus, minus) in sums {
        let parts = plus.reduce(0) { $0 + month[$1] } - minus.reduce(0) { $0 + month[$1] }
        let size = max(abs(month[sum]), (plus + minus).map { abs(month[$0]) }.max() ?? 0)
        #expect(
          abs(parts - month[sum]) < max(0.02, 2e-6 * size),
          "\(sum) of \(life.household.id) in \(month.month)")
      }
    }
  }

  @Test func `Random words are those of the key`() throws {
    let key = DrawKey(seed: 5, shockYear: 1, householdReplication: 1)
    let life = try #require(lives.last)
    for (place, month) in life.months.enumerated() {
      let words = key.household(life.household.id, month: place, .monthlyEvents)
      #expect(
        [LifeColumn.drawWord0, .drawWord1, .drawWord2, .drawWord3].map { month[$0] }
          == (0..<4).map { Double(words[$0]) })
    }
  }

  @Test func `Nothing changes when somebody looks`() throws {
    let plan = try SimulationPlan(run.scenario)
    let key = DrawKey(seed: 5, shockYear: 1, householdReplication: 1)
    let outcomes = try [false, true].map { isFollowed in
      let future = Replication(plan: plan, population: run.population)
      if isFollowed { future.follow(Set(lives.map(\.household.id))) }
      return try future.run(key: key, number: 1, countyThreads: 1) { _ in false }
    }
    #expect(outcomes[0].persons == outcomes[1].persons)
    #expect(outcomes[0].money == outcomes[1].money)
    #expect(outcomes[0].systems == outcomes[1].systems)
    #expect(outcomes[0].ledger == outcomes[1].ledger)
  }

  @Test func `A household is read back as it was drawn`() {
    for life in lives.prefix(20) {
      let row = life.household
      #expect(row.members == SIMD8(0, 1, 1, 0, 1, 0, 0, 1))
      #expect(abs(row.sourceShares[0] - 0.6) < 1e-6)
      #expect(abs(row.productShares.sum() - 1) < 1e-9)
      #expect(row.savings == 6000 && row.assets == 15000)
    }
  }
}
