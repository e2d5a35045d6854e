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
  /// Whether this year's money has arrived, and this year's premiums are paid.
  private var hasReceived = false
  private var hasInsured = false

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
    (hasReceived, hasInsured) = (false, false)
    premiumLimit = 0
    let start = plan.scenario.start
    let first = max(start.ordinal, year * 12) - start.ordinal
    let last = min(plan.scenario.end.ordinal, year * 12 + 11) - start.ordinal
    if first == 0 { begin(key, environment) }
    let carriedIn = pots.total
    tally.money[Programme.fundCarriedIn.rawValue] = carriedIn
    for month in first...last {
      current.initialize(to: CountyMonth(plan, environment, month: month, county: index))
      receive(share)
      addVisits()
      requests.clear()
      requests.payable = payable
      for block in blocks.indices {
        let b = blockMonth(block, month, key)
        if isPremiumDue { payPremiums(b) }
        MonthSteps.run(b, queue: queue, credit: credit)
      }
      if isPremiumDue { hasInsured = true }
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

  /// Share of the year that is still to come, the present month included.
  private var restOfYear: Double { Double(13 - current.pointee.monthOfYear) / 12 }

  /// The year's money arrives in the first month of the year in which the fund is in force, for the
  /// rest of the year, and is split; idle and leaked money never becomes available.
  private func receive(_ share: Double) {
    guard !hasReceived, current.pointee.fundStrength > 0 else { return }
    hasReceived = true
    let s = current.pointee.settings.fund
    let yuan = s.total * Double(current.pointee.fundStrength) * share * fraction * restOfYear
    let received = fen(yuan)
    let idle = fen(yuan * s.idleShare)
    let leakage = fen(yuan * s.leakageShare)
    let available = received - idle - leakage
    let emergency = Int64((Double(available) * s.emergencyShare).rounded())
    pots.emergency += emergency
    pots.industry += available - emergency
    tally.money[Programme.fundReceived.rawValue] += received
    tally.money[Programme.fundIdle.rawValue] += idle
    tally.money[Programme.fundLeakage.rawValue] += leakage
    premiumLimit = Int64(
      Double(pots.emergency) * current.pointee.settings.medical.premiumFundLimit)
  }

  private func fen(_ yuan: Double) -> Int64 { Int64((yuan * 100).rounded()) }

  private var isPremiumDue: Bool { !hasInsured && current.pointee.insuranceStrength > 0 }

  /// Premiums of the anti-poverty insurance for the rest of the year, in the first month of the year
  /// in which it is in force: from the pot up to its limit, the rest from the county's budget.
  private func payPremiums(_ b: BlockMonth) {
    let s = current.pointee.settings.medical
    var persons: Int64 = 0
    for row in 0..<b.count {
      let covered = b.isFormerlyPoor(row) && b.p.trait(2)[row] < s.insuranceCoverage
      if covered || b.s.monitored[row] != 0 {
        persons += Int64(b.personsAlive(row)) * Int64(b.p.weight[row])
      }
    }
    let due = persons * Int64((Double(s.insurancePremium) * restOfYear * 100).rounded())
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
      let cost = request.fen * Int64(b.p.weight[row])
      let isUnlimited = current.pointee.fundStrength == 0
      let isFunded = isUnlimited || take(cost, for: request.measure)
      if isUnlimited { unfunded += cost }
      record(b, row, request, cost, isFunded)
    }
  }

  /// What the pots could pay for at least once, before the month's requests.
  private var payable: UInt8 {
    if current.pointee.fundStrength == 0 { return Measures.relief | Measures.industry }
    let cost = fen(current.pointee.settings.industry.cost)
    // Nobody asks for less relief than one person's.
    let relief = current.pointee.settings.relief
    let onePerson = min(relief.months * relief.monthlyStandard, relief.cap)
    let least = Int64((Double(onePerson * current.pointee.reliefStrength) * 100).rounded(.down)) - 1
    return (pots.emergency > 0 && pots.emergency >= least ? Measures.relief : 0)
      | (pots.industry >= cost ? Measures.industry : 0)
  }

  private func take(_ cost: Int64, for measure: UInt8) -> Bool {
    if measure == Measures.relief {
      guard pots.emergency >= cost else { return false }
      pots.emergency -= cost
    } else {
      guard pots.industry >= cost else { return false }
      pots.industry -= cost
    }
    taken += cost
    return true
  }

  private func record(
    _ b: BlockMonth, _ row: Int, _ request: Request, _ cost: Int64, _ isFunded: Bool
  ) {
    let isRelief = request.measure == Measures.relief
    if isFunded {
      b.s.wanted[row] &= ~request.measure
      b.s.pending[row] |= request.measure
      if isRelief { b.s.reliefDue[row] += Float(request.fen) / 100 }
      // Money granted long after recognition arrives in the next month, not in the past.
      b.s.paymentDay[row] = max(b.s.paymentDay[row], UInt16(min(b.nextDay, 65_000)))
      let programme: Programme = isRelief ? .emergencyRelief : .industrySupport
      tally.money[programme.rawValue] += cost
      return
    }
    // Counted when first refused; later refusals of the same wish are no new shortage.
    // The month of recognition has been counted by now.
    guard b.s.monitoredMonths[row] == 1 else { return }
    let shortage: Programme = isRelief ? .reliefShortage : .industryShortage
    tally.money[shortage.rawValue] += cost
    if isRelief { RecognitionPass.policyLapse(b, row, Float(request.fen) / 100) }
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
