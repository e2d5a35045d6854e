import Households
import Randomness

/// One county in one possible future: its pots, its visits and its tallies of the current year.
///
/// The unit of parallel work is a county for a year; counties meet only in the yearly fund shares.
final class CountyRun: @unchecked Sendable {
  let index: Int
  let tally = CountyTally()
  private let plan: SimulationPlan
  private let blocks: [PopulationBlock]
  private let states: [StateColumns]
  private let scratch: ScratchColumns
  private let requests: RequestList
  private let queue = RequestList(capacity: PopulationColumns.capacity)
  private let credit: UnsafeMutablePointer<Float>
  private let townships: Int
  private let fraction: Double
  private let current: UnsafeMutablePointer<CountyMonth>
  private let fund: CountyFund
  private let staff: TownshipStaff
  private let noise: NoiseCodes
  private let quotas: CountyQuotas
  private var jobs: CountyJobs
  private var contracts = FarmContracts()
  /// Factors by which the scenario's annual rules have moved the strengths of mechanisms here.
  var adjustment = StrengthAdjustment.none

  private let profile: StepProfile?
  /// Takes examples for the fitted indices; `nil` in every future of a run.
  var training: IndexTrainingRecord?
  /// Writes down the lives of some households; `nil` in every future of a run.
  private(set) var lives: LifeRecord?
  /// Writes down what the platform could see and what became of it; `nil` in every future of a run.
  private var panel: AlertPanelRecord?

  init(
    plan: SimulationPlan, population: Population, states: [StateColumns], county: Int,
    profile: StepProfile?
  ) {
    self.profile = profile
    self.plan = plan
    index = county
    let range = population.blocksOfCounty[county]
    blocks = Array(population.blocks[range])
    self.states = Array(states[range])
    scratch = ScratchColumns(
      base: .allocate(byteCount: ScratchColumns.byteCount, alignment: 64))
    // Four requests a household at most: relief, industry, a public post, a job in a workshop.
    requests = RequestList(capacity: 4 * blocks.reduce(0) { $0 + $1.count })
    townships = population.townshipCount[county]
    credit = .allocate(capacity: max(townships, 1))
    fraction = population.sampleFraction
    current = .allocate(capacity: 1)
    fund = CountyFund(tally: tally, fraction: fraction)
    quotas = CountyQuotas(capacity: blocks.reduce(0) { $0 + $1.count })
    staff = TownshipStaff(county: county, townships: townships)
    noise = NoiseCodes(county: county, townships: townships)
    jobs = CountyJobs(county: county, share: plan.ruralShare[county] * fraction)
  }

  deinit {
    tally.deallocate()
    scratch.base.deallocate()
    credit.deallocate()
    current.deallocate()
  }

  /// Persons of open monitored households at the last year end, for the factor allocation.
  private(set) var monitoredPersons: Int64 = 0
  /// Fen by which the pots did not balance in the year that ran last; `nil` if they did.
  var imbalance: Int64? { fund.imbalance }
  /// Books of the pots in the year that ran last.
  var books: CountyBooks { fund.books }

  /// Months of a year, counted from the start.
  private func months(of year: Int) -> ClosedRange<Int> {
    let scenario = plan.scenario
    return SimulationPlan.firstMonth(of: year, scenario)...min(scenario.end.ordinal, year * 12 + 11)
      - scenario.start.ordinal
  }

  /// Runs the months of a year, with the county's share of the province's fund and the fen that
  /// performance assessment takes (below 0) or gives.
  func advance(
    year: Int, key: DrawKey, environment: Environment, share: Double, transfer: Int64
  ) {
    tally.clear()
    let months = months(of: year)
    if months.lowerBound == 0 { begin(key, environment) }
    fund.openYear()
    fund.transfer = transfer
    quotas.openYear()
    for month in months {
      current.initialize(
        to: CountyMonth.assembled(
          plan, environment, month: month, county: index, adjustment: adjustment))
      let county = UnsafePointer(current)
      contracts.advance(county)
      current.pointee.farmContracts = contracts
      staff.advance(month: month, key: key, county)
      staff.account(tally, share: plan.ruralShare[index], fraction: fraction, county)
      fund.advance(month: month, share: share, county)
      PublicWorks.count(plan, month: month, county: index, fraction: fraction, tally)
      addVisits()
      quotas.open(share: plan.ruralShare[index], fraction: fraction, county)
      requests.clear()
      jobs.open(county, postsHeld: postsHeld(county), tally)
      requests.payable = fund.payable(county) | jobs.payable
      profile?.mark(.county)
      for block in blocks.indices {
        let b = blockMonth(block, month, key)
        fund.insure(b)
        MonthSteps.run(b, queue: queue, credit: credit)
      }
      fund.finishInsuring(county)
      shareOut(month, key)
      quotas.shareOut { blockMonth($0, month, key) }
      closeLives(month, key)
      current.deinitialize(count: 1)
      profile?.mark(.county)
    }
    fund.closeYear()
    countMonitored()
  }

  /// What the fund will bring this county in a year, and how strongly performance is assessed then;
  /// `nil` if the fund is not in force or nothing is assessed.
  func expectation(year: Int, share: Double, _ environment: Environment) -> TransferParty? {
    for month in months(of: year) {
      let strength = plan.strengths(.fund, month: month, county: index) * Float(adjustment[.fund])
      guard strength > 0 else { continue }
      let assessed =
        plan.strengths(.performanceAssessment, month: month, county: index)
        * Float(adjustment[.performanceAssessment])
      guard assessed > 0 else { return nil }
      let s = plan.months[month]
      let arrival = FundArrival(
        s.fund, strength: strength, share: share, fraction: fraction,
        rest: CountyFund.restOfYear(plan.scenario.start.advanced(by: month).month),
        isRecession: environment.markets[month].isRecession)
      return TransferParty(
        allocation: arrival.received, available: arrival.available,
        penalty: FundArrival.fen(s.performanceAssessment.penalty * Double(assessed) * fraction))
    }
    return nil
  }

  /// Whether the county met the standard in the year that ran last; `nil` if nothing was measured.
  func meetsStandard(year: Int, key: DrawKey) -> Bool? {
    let month = months(of: year).upperBound
    func isInForce(_ mechanism: Mechanism) -> Bool {
      plan.strengths(mechanism, month: month, county: index) > 0 && adjustment[mechanism] > 0
    }
    guard year >= plan.scenario.firstResultYear, isInForce(.performanceAssessment)
    else { return nil }
    let s = plan.months[month]
    let hasErrors = isInForce(.identificationErrors)
    let record = PerformanceRecord(
      tally, books, limit: plan.months[month].performanceAssessment,
      missSeen: hasErrors ? s.errors.sensitivity : 1, county: index, month: month, key: key)
    return record.score.map { $0 >= s.performanceAssessment.standard }
  }

  private func blockMonth(_ block: Int, _ month: Int, _ key: DrawKey) -> BlockMonth {
    BlockMonth(
      p: blocks[block].columns, s: states[block], x: scratch, count: blocks[block].count,
      month: month, key: key, county: UnsafePointer(current), tally: tally, requests: requests,
      block: block, staff: staff, fund: fund, noise: noise, quotas: quotas, profile: profile,
      training: training,
      lives: lives.flatMap { $0.follows(block: block) ? Unmanaged.passUnretained($0) : nil },
      panel: panel.flatMap { $0.follows(block: block) ? Unmanaged.passUnretained($0) : nil })
  }

  /// Begins to write down the lives of some households, as far as they live here.
  func follow(_ ids: Set<UInt32>) {
    lives = LifeRecord(start: plan.scenario.start, blocks: blocks, ids: ids)
  }

  /// Begins to write the county's part of a panel.
  func write(_ panel: AlertPanel, firstBlock: Int) {
    self.panel = AlertPanelRecord(panel: panel, firstBlock: firstBlock)
  }

  private func closeLives(_ month: Int, _ key: DrawKey) {
    guard let lives else { return }
    for block in blocks.indices where lives.follows(block: block) {
      lives.close(blockMonth(block, month, key))
    }
  }

  /// Clears everything a previous replication left.
  private func begin(_ key: DrawKey, _ environment: Environment) {
    fund.begin()
    staff.begin()
    quotas.begin()
    jobs.begin()
    contracts = FarmContracts()
    adjustment = .none
    for township in 0..<townships { credit[township] = 0 }
    current.initialize(to: CountyMonth.assembled(plan, environment, month: 0, county: index))
    for block in blocks.indices { InitialState.prepare(blockMonth(block, 0, key)) }
    current.deinitialize(count: 1)
  }

  /// Gives each township its visits of the month; what is not used in a month is lost.
  ///
  /// Model equation (24.1).
  private func addVisits() {
    let province = current.pointee.settings.finding.provinceVisits
    let strength = Double(current.pointee.visitStrength) * staff.visitFactor(current)
    let monthly = Float(
      province * plan.ruralShare[index] / Double(max(townships, 1)) * fraction * strength)
    for township in 0..<townships {
      credit[township] = min(credit[township] + monthly, max(monthly, 1))
    }
  }

  /// Grants the month's requests in order of gap until a pot is empty; it takes effect next month.
  private func shareOut(_ month: Int, _ key: DrawKey) {
    requests.sort()
    for place in 0..<requests.count {
      let request = requests.items[place]
      let b = blockMonth(Int(request.block), month, key)
      if CountyJobs.shares(request) { jobs.grant(request, b) } else { fund.grant(request, b) }
    }
  }

  /// Households that will still have a public post after this month.
  private func postsHeld(_ m: UnsafePointer<CountyMonth>) -> Int {
    guard m.pointee.optional.publicPosts > 0 else { return 0 }
    var held: Int32 = 0
    for (block, state) in zip(blocks, states) {
      let (months, weight) = (state.postMonths, block.columns.weight)
      for row in 0..<block.count { held &+= months[row] > 1 ? Int32(weight[row]) : 0 }
    }
    return Int(held)
  }

  private func countMonitored() {
    monitoredPersons = 0
    for (block, state) in zip(blocks, states) {
      for row in 0..<block.count where state.monitored[row] != 0 {
        let alive = Int64(state.persons[row]) - Int64(state.deaths[row])
        monitoredPersons += alive * Int64(block.columns.weight[row])
      }
    }
  }
}
