import Dispatch
import Households
import Randomness
import Synchronization

/// One possible future: the state of every household, advanced year by year and county by county.
///
/// Memory is allocated once and used for one replication after another.
final class Replication: @unchecked Sendable {
  private let plan: SimulationPlan
  private let population: Population
  private let states: [StateColumns]
  private let counties: [CountyRun]
  private let profile: StepProfile?
  /// Person tallies by hash group of households, of the replication that ran last.
  private(set) var sample: [Int64]

  init(plan: SimulationPlan, population: Population, profile: StepProfile? = nil) {
    self.profile = profile
    self.plan = plan
    self.population = population
    let size = StateColumns.capacity * StateColumns.bytesPerHousehold
    let states = population.blocks.map { _ in
      StateColumns(base: UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 64))
    }
    self.states = states
    counties = plan.layout.counties.map { county in
      CountyRun(
        plan: plan, population: population, states: states, county: county, profile: profile)
    }
    sample = []
  }

  /// Lets a record take examples of what the platform sees and of what comes of it.
  func observe(with record: IndexTrainingRecord) {
    for county in counties { county.training = record }
  }

  /// Begins to write down the lives of some households.
  func follow(_ ids: Set<UInt32>) {
    for county in counties { county.follow(ids) }
  }

  /// Begins to write a panel in every future that is run.
  func write(_ panel: AlertPanel) {
    for county in counties {
      county.write(panel, firstBlock: population.blocksOfCounty[county.index].lowerBound)
    }
  }

  /// The lives written down so far, by county.
  var lives: [HouseholdLife] { counties.flatMap { $0.lives?.lives ?? [] } }

  deinit { for state in states { state.base.deallocate() } }

  /// Runs all months.
  ///
  /// - Parameters:
  ///   - key: Key of the replication's draws.
  ///   - number: Number of the replication, for messages.
  ///   - countyThreads: Threads that share the counties; results do not depend on it.
  ///   - afterYear: Called after each year; `true` stops the run.
  /// - Returns: The tallies of the result years.
  /// - Throws: ``SimulationError/cancelled`` if `afterYear` stops the run, or
  ///   `booksDoNotBalance` if money of a county was lost or made.
  func run(
    key: DrawKey, number: Int, countyThreads: Int, afterYear: (Int) -> Bool
  ) throws(SimulationError) -> ReplicationOutcome {
    profile?.start()
    let environment = Environment(plan, key: key)
    profile?.mark(.county)
    let layout = plan.layout
    var outcome = ReplicationOutcome(
      persons: Array(repeating: 0, count: layout.personCount),
      groups: Array(repeating: 0, count: layout.groupCount),
      money: Array(repeating: 0, count: layout.moneyCount),
      finding: Array(repeating: 0, count: layout.findingCount),
      systems: Array(repeating: 0, count: layout.systemCount),
      ledger: Array(repeating: 0, count: layout.ledgerCount))
    sample = Array(repeating: 0, count: layout.sampleCount)
    var shares = plan.fundShares[0]
    var standards: [Bool?] = []
    var rules = AnnualRules(plan)
    for year in plan.scenario.start.year...plan.scenario.end.year {
      let yearShares = shares
      let transfers = transfers(year: year, shares, standards, environment)
      eachCounty(threads: countyThreads) { county in
        county.advance(
          year: year, key: key, environment: environment, share: yearShares[county.index],
          transfer: transfers[county.index])
      }
      for (position, county) in counties.enumerated() {
        if let fen = county.imbalance {
          throw .booksDoNotBalance(county: county.index, year: year, replication: number, fen: fen)
        }
        if year >= plan.scenario.firstResultYear {
          collect(county, position, year - plan.scenario.firstResultYear, &outcome)
        }
      }
      standards = counties.map { $0.meetsStandard(year: year, key: key) }
      if year < plan.scenario.end.year { shares = nextShares(year + 1) }
      adjust(by: &rules, after: year, &outcome)
      if afterYear(year) { throw .cancelled }
    }
    return outcome
  }

  /// Factor allocation for a year from what the year before showed.
  private func nextShares(_ year: Int) -> [Double] {
    let first = plan.fundShares[year - plan.scenario.start.year]
    var monitored = [Int64](repeating: 0, count: first.count)
    for county in counties { monitored[county.index] = county.monitoredPersons }
    let month = SimulationPlan.firstMonth(of: year, plan.scenario)
    return FactorAllocation.shares(
      monitored: monitored, first: first, plan.scenario, plan.months[month].fund)
  }

  /// Fen that performance assessment moves this year, by county, from last year's results.
  private func transfers(
    year: Int, _ shares: [Double], _ standards: [Bool?], _ environment: Environment
  ) -> [Int64] {
    var result = [Int64](repeating: 0, count: shares.count)
    guard standards.contains(where: { $0 == false }) else { return result }
    let parties = zip(counties, standards).map { county, isMet -> TransferParty? in
      guard let isMet else { return nil }
      var party = county.expectation(year: year, share: shares[county.index], environment)
      party?.isMet = isMet
      return party
    }
    for (county, fen) in zip(counties, PerformanceTransfers.fen(parties)) {
      result[county.index] = fen
    }
    return result
  }

  /// Moves strengths from January on by the annual rules, and counts where they fired.
  private func adjust(
    by rules: inout AnnualRules, after year: Int, _ outcome: inout ReplicationOutcome
  ) {
    let layout = plan.layout
    guard layout.years.contains(year), layout.years.contains(year + 1) else { return }
    let firings = rules.answer(to: counties.map(\.tally))
    for (position, county) in counties.enumerated() {
      county.adjustment = rules.adjustments[layout.prefectures[position]]
    }
    for (prefecture, count) in firings.enumerated() where count > 0 {
      let next = year + 1 - layout.years.lowerBound
      outcome.systems[layout.systems(year: next, prefecture: prefecture, .ruleFirings)] += count
    }
  }

  private func eachCounty(threads: Int, _ body: @Sendable (CountyRun) -> Void) {
    guard threads > 1 else {
      for county in counties { body(county) }
      return
    }
    let next = Atomic<Int>(0)
    let counties = counties
    DispatchQueue.concurrentPerform(iterations: threads) { _ in
      while true {
        let place = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard place < counties.count else { return }
        body(counties[place])
      }
    }
  }

  /// Adds a county's year to the outcome.
  private func collect(
    _ county: CountyRun, _ position: Int, _ year: Int, _ outcome: inout ReplicationOutcome
  ) {
    let layout = plan.layout
    let tally = county.tally
    let prefecture = layout.prefectures[position]
    for measure in PersonMeasure.allCases {
      let place = layout.persons(year: year, county: position, measure)
      outcome.persons[place] += tally.persons[measure.rawValue]
      for group in 0..<Population.sampleGroupCount {
        sample[layout.sample(group: group, year: year, county: position, measure)] +=
          tally.sample[group * CountyTally.personCount + measure.rawValue]
      }
      for group in 0..<Group.count {
        outcome.groups[layout.groups(year: year, prefecture: prefecture, group: group, measure)] +=
          tally.groups[group * CountyTally.personCount + measure.rawValue]
      }
    }
    for programme in Programme.allCases {
      outcome.money[layout.money(year: year, prefecture: prefecture, programme)] +=
        tally.money[programme.rawValue]
    }
    for quantity in FindingQuantity.allCases {
      outcome.finding[layout.finding(year: year, prefecture: prefecture, quantity)] +=
        tally.finding[quantity.rawValue]
    }
    for quantity in SystemQuantity.allCases {
      outcome.systems[layout.systems(year: year, prefecture: prefecture, quantity)] +=
        tally.systems[quantity.rawValue]
    }
    let place = layout.ledgerPlaces == .county ? position : prefecture
    let books = county.books
    for pot in FundPot.allCases {
      for entry in LedgerEntry.allCases {
        outcome.ledger[layout.ledger(year: year, place: place, pot, entry)] += books[pot, entry]
      }
    }
  }

  /// Weighted households that each policy reached.
  func reach() -> [Reach: Int] {
    var counts: [Reach: Int] = [:]
    for (block, state) in zip(population.blocks, states) {
      for row in 0..<block.count {
        for reach in Reach.allCases where state.reached[row] & reach.bit != 0 {
          counts[reach, default: 0] += Int(block.columns.weight[row])
        }
      }
    }
    return counts
  }
}
