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
  private var pots = CountyPots()
  /// Fen taken from the pots this year, counted apart from the programmes as a check on them.
  private var taken: Int64 = 0
  /// Fen paid without a limit while the fund is off.
  private var unfunded: Int64 = 0
  private var premiumLimit: Int64 = 0

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
  private(set) var imbalance: Int64?

  /// Runs the months of a year.
  func advance(year: Int, key: DrawKey, environment: Environment, share: Double) {
    tally.clear()
    (taken, unfunded) = (0, 0)
    let start = plan.scenario.start
    let first = max(start.ordinal, year * 12) - start.ordinal
    let last = min(plan.scenario.end.ordinal, year * 12 + 11) - start.ordinal
    if first == 0 { begin(key, environment) }
    let carriedIn = pots.total
    for month in first...last {
      current.initialize(to: CountyMonth(plan, environment, month: month, county: index))
      if month == first { receive(share) }
      addVisits()
      requests.clear()
      for block in blocks.indices {
        let b = blockMonth(block, month, key)
        if month == first { payPremiums(b) }
        MonthSteps.run(b, queue: queue, credit: credit)
      }
      shareOut(month, key)
      current.deinitialize(count: 1)
    }
    closeBooks(carriedIn)
    countMonitored()
  }

  private func blockMonth(_ block: Int, _ month: Int, _ key: DrawKey) -> BlockMonth {
    BlockMonth(
      p: blocks[block].columns, s: states[block], x: scratch, count: blocks[block].count,
      month: month, key: key, county: UnsafePointer(current), tally: tally, requests: requests,
      block: block)
  }

  /// Clears everything a previous replication left.
  private func begin(_ key: DrawKey, _ environment: Environment) {
    pots = CountyPots()
    for township in 0..<townships { credit[township] = 0 }
    current.initialize(to: CountyMonth(plan, environment, month: 0, county: index))
    for block in blocks.indices { InitialState.prepare(blockMonth(block, 0, key)) }
    current.deinitialize(count: 1)
  }

  /// Gives each township its visits of the month; what is not used in a month is lost.
  private func addVisits() {
    let province = current.pointee.settings.finding.provinceVisits
    let strength = Double(current.pointee.visitStrength)
    let monthly = Float(
      province * plan.ruralShare[index] / Double(max(townships, 1)) * fraction * strength)
    for township in 0..<townships {
      credit[township] = min(credit[township] + monthly, max(monthly, 1))
    }
  }

  // MARK: Money

  /// The year's money arrives and is split; idle and leaked money never becomes available.
  private func receive(_ share: Double) {
    let s = current.pointee.settings.fund
    let strength = Double(current.pointee.fundStrength)
    let received = fen(s.total * strength * share * fraction)
    let idle = fen(s.total * strength * share * fraction * s.idleShare)
    let leakage = fen(s.total * strength * share * fraction * s.leakageShare)
    let available = received - idle - leakage
    let emergency = Int64((Double(available) * s.emergencyShare).rounded())
    tally.money[Programme.fundCarriedIn.rawValue] += pots.total
    pots.emergency += emergency
    pots.industry += available - emergency
    tally.money[Programme.fundReceived.rawValue] += received
    tally.money[Programme.fundIdle.rawValue] += idle
    tally.money[Programme.fundLeakage.rawValue] += leakage
    premiumLimit = Int64(
      Double(pots.emergency) * current.pointee.settings.medical.premiumFundLimit)
  }

  private func fen(_ yuan: Double) -> Int64 { Int64((yuan * 100).rounded()) }

  /// Premiums of the anti-poverty insurance for the year: from the pot up to its limit, the rest
  /// from the county's budget.
  private func payPremiums(_ b: BlockMonth) {
    guard current.pointee.insuranceStrength > 0 else { return }
    let s = current.pointee.settings.medical
    var persons: Int64 = 0
    for row in 0..<b.count {
      let covered = b.isFormerlyPoor(row) && b.p.trait(2)[row] < s.insuranceCoverage
      if covered || b.s.monitored[row] != 0 {
        persons += Int64(b.personsAlive(row)) * Int64(b.p.weight[row])
      }
    }
    let due = persons * Int64((s.insurancePremium * 100).rounded())
    let usesFund = current.pointee.fundStrength > 0
    let fromFund = usesFund ? min(due, min(premiumLimit, pots.emergency)) : due
    if usesFund {
      pots.emergency -= fromFund
      taken += fromFund
      premiumLimit -= fromFund
      tally.money[Programme.premiumFromFund.rawValue] += fromFund
      tally.money[Programme.premiumFromCounty.rawValue] += due - fromFund
    } else {
      tally.money[Programme.premiumFromCounty.rawValue] += due
    }
  }

  /// Grants the month's requests in order of gap until a pot is empty; it takes effect next month.
  private func shareOut(_ month: Int, _ key: DrawKey) {
    requests.sort()
    for place in 0..<requests.count {
      let request = requests.items[place]
      let b = blockMonth(Int(request.block), month, key)
      let row = Int(request.row)
      let isRelief = request.fen >= 0
      let cost = abs(request.fen) * Int64(b.p.weight[row])
      let isUnlimited = current.pointee.fundStrength == 0
      let isFunded = isUnlimited || take(cost, isRelief: isRelief)
      if isUnlimited { unfunded += cost }
      record(b, row, request.fen, cost, isFunded)
    }
  }

  private func take(_ cost: Int64, isRelief: Bool) -> Bool {
    if isRelief {
      guard pots.emergency >= cost else { return false }
      pots.emergency -= cost
    } else {
      guard pots.industry >= cost else { return false }
      pots.industry -= cost
    }
    taken += cost
    return true
  }

  private func record(_ b: BlockMonth, _ row: Int, _ fen: Int64, _ cost: Int64, _ isFunded: Bool) {
    let isRelief = fen >= 0
    if isFunded {
      b.s.pending[row] |= isRelief ? Measures.relief : Measures.industry
      if isRelief { b.s.reliefDue[row] += Float(fen) / 100 }
      let programme: Programme = isRelief ? .emergencyRelief : .industrySupport
      tally.money[programme.rawValue] += cost
    } else {
      let shortage: Programme = isRelief ? .reliefShortage : .industryShortage
      tally.money[shortage.rawValue] += cost
      if isRelief { RecognitionPass.policyLapse(b, row, Float(fen) / 100) }
    }
  }

  /// Opening + received − spent − idle − leakage must equal closing, to the fen, and the programmes
  /// must have received what left the pots.
  private func closeBooks(_ carriedIn: Int64) {
    func money(_ programme: Programme) -> Int64 { tally.money[programme.rawValue] }
    tally.money[Programme.fundCarriedOut.rawValue] = pots.total
    let left =
      carriedIn + money(.fundReceived) - money(.fundIdle) - money(.fundLeakage) - taken - pots.total
    let programmes =
      money(.emergencyRelief) + money(.industrySupport) + money(.premiumFromFund) - unfunded
    imbalance = left == 0 && programmes == taken ? nil : left + programmes - taken
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
