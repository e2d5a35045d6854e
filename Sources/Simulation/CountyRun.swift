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
  /// Factors by which the scenario's annual rules have moved the strengths of mechanisms here.
  var adjustment = StrengthAdjustment.none

  init(plan: SimulationPlan, population: Population, states: [StateColumns], county: Int) {
    self.plan = plan
    index = county
    let range = population.blocksOfCounty[county]
    blocks = Array(population.blocks[range])
    self.states = Array(states[range])
    scratch = ScratchColumns(
      base: .allocate(byteCount: ScratchColumns.byteCount, alignment: 64))
    // Two requests a household at most: relief and industry.
    requests = RequestList(capacity: 2 * blocks.reduce(0) { $0 + $1.count })
    townships = population.townshipCount[county]
    credit = .allocate(capacity: max(townships, 1))
    fraction = population.sampleFraction
    current = .allocate(capacity: 1)
    fund = CountyFund(tally: tally, fraction: fraction)
    staff = TownshipStaff(county: county, townships: townships)
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

  /// Runs the months of a year.
  func advance(year: Int, key: DrawKey, environment: Environment, share: Double) {
    tally.clear()
    let start = plan.scenario.start
    let first = max(start.ordinal, year * 12) - start.ordinal
    let last = min(plan.scenario.end.ordinal, year * 12 + 11) - start.ordinal
    if first == 0 { begin(key, environment) }
    fund.openYear()
    for month in first...last {
      current.initialize(
        to: CountyMonth(plan, environment, month: month, county: index, adjustment: adjustment))
      let county = UnsafePointer(current)
      staff.advance(month: month, key: key, county)
      staff.account(tally, share: plan.ruralShare[index], fraction: fraction, county)
      fund.receive(share, county)
      addVisits()
      requests.clear()
      requests.payable = fund.payable(county)
      for block in blocks.indices {
        let b = blockMonth(block, month, key)
        fund.insure(b)
        MonthSteps.run(b, queue: queue, credit: credit)
      }
      fund.finishInsuring(county)
      shareOut(month, key)
      current.deinitialize(count: 1)
    }
    fund.closeYear()
    countMonitored()
  }

  private func blockMonth(_ block: Int, _ month: Int, _ key: DrawKey) -> BlockMonth {
    BlockMonth(
      p: blocks[block].columns, s: states[block], x: scratch, count: blocks[block].count,
      month: month, key: key, county: UnsafePointer(current), tally: tally, requests: requests,
      block: block, staff: staff, fund: fund)
  }

  /// Clears everything a previous replication left.
  private func begin(_ key: DrawKey, _ environment: Environment) {
    fund.begin()
    staff.begin()
    adjustment = .none
    for township in 0..<townships { credit[township] = 0 }
    current.initialize(to: CountyMonth(plan, environment, month: 0, county: index))
    for block in blocks.indices { InitialState.prepare(blockMonth(block, 0, key)) }
    current.deinitialize(count: 1)
  }

  /// Gives each township its visits of the month; what is not used in a month is lost.
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
      fund.grant(request, blockMonth(Int(request.block), month, key))
    }
  }

  private func countMonitored() {
    monitoredPersons = 0
    for (block, state) in zip(blocks, states) {
      for row in 0..<block.count where state.monitored[row] != 0 {
        let alive = Int64(block.columns.persons[row]) - Int64(state.deaths[row])
        monitoredPersons += alive * Int64(block.columns.weight[row])
      }
    }
  }
}
