import Households
import Randomness

/// The money pots of one county in one possible future, and their books of the year.
///
/// Fen of the simulated sample. What one household gets another cannot, so requests are granted for
/// the whole county at the end of a month and take effect in the next.
final class CountyFund {
  private let tally: CountyTally
  private let fraction: Double
  private var pots = CountyPots()
  /// The books of the year that runs or has run last.
  private(set) var books = CountyBooks()
  /// Fen paid without a limit while the fund is off.
  private var unfunded: Int64 = 0
  private var premiumLimit: Int64 = 0
  /// Whether this year's money has arrived, and this year's premiums are paid.
  private var hasReceived = false
  private var hasReceivedSocial = false
  /// Months by which this year's money has been late so far.
  private var monthsLate = 0
  private var hasInsured = false
  private var recoveries: [Recovery] = []
  private var month = 0
  /// Fen that performance assessment takes from this county this year (below 0) or gives it.
  var transfer: Int64 = 0
  /// Fen by which the pots did not balance in the year that was closed last; `nil` if they did.
  private(set) var imbalance: Int64?

  init(tally: CountyTally, fraction: Double) {
    self.tally = tally
    self.fraction = fraction
  }

  /// Empties the pots before a possible future begins.
  func begin() {
    pots = CountyPots()
    recoveries = []
    transfer = 0
  }

  /// Opens the books of a year.
  func openYear() {
    (unfunded, premiumLimit) = (0, 0)
    (hasReceived, hasReceivedSocial, hasInsured) = (false, false, false)
    monthsLate = 0
    books.open(pots)
    tally.money[Programme.fundCarriedIn.rawValue] = pots.total
  }

  /// Money that arrives in a month: the year's, firms', and what was recovered.
  func advance(month: Int, share: Double, _ m: UnsafePointer<CountyMonth>) {
    self.month = month
    receive(share, m)
    receiveSocialCapital(share, m)
    recover()
  }

  /// Share of the year that is still to come, the present month included.
  static func restOfYear(_ monthOfYear: Int) -> Double { Double(13 - monthOfYear) / 12 }

  /// The year's money arrives in the first month of the year in which the fund is in force, for the
  /// rest of the year, and is split; idle and leaked money never becomes available.
  ///
  /// Model equations (28.2), (28.4).
  func receive(_ share: Double, _ m: UnsafePointer<CountyMonth>) {
    guard !hasReceived, m.pointee.fundStrength > 0 else { return }
    if monthsLate < m.pointee.policyYear.lateMonths, m.pointee.monthOfYear < 12 {
      monthsLate += 1
      return
    }
    hasReceived = true
    let s = m.pointee.settings.fund
    let arrival = FundArrival(
      s, strength: m.pointee.fundStrength, share: share, fraction: fraction,
      rest: Self.restOfYear(m.pointee.monthOfYear - monthsLate),
      isRecession: m.pointee.market.isRecession)
    let emergency = Int64((Double(arrival.available) * s.emergencyShare).rounded())
    // What is cut from the projects never arrives.
    let cut = PolicyChange.cut(arrival.available - emergency, m)
    let local = split(arrival, s.emergencyShare, cut: cut, m)
    let received = arrival.received - cut
    pots[.emergency] += emergency
    pots[.industry] += arrival.available - emergency - cut
    tally.money[Programme.fundReceived.rawValue] += received
    tally.money[Programme.fundFromLocal.rawValue] += local
    tally.money[Programme.fundFromProvince.rawValue] += received - local
    PolicyChange.note(tally, m, late: monthsLate > 0 ? received : 0, cut: cut)
    tally.money[Programme.fundIdle.rawValue] += arrival.idle
    tally.money[Programme.fundLeakage.rawValue] += arrival.leakage
    moveForPerformance(s.emergencyShare, m)
    premiumLimit = Int64(
      Double(max(0, pots[.emergency])) * m.pointee.settings.medical.premiumFundLimit)
  }

  /// Writes an arrival into the books of both pots; the emergency pot's part of each line is rounded,
  /// and the industry pot has the rest, less what is cut, so that nothing is lost.
  ///
  /// Model equation (28.3).
  ///
  /// - Returns: Fen that came from prefecture and county.
  private func split(
    _ arrival: FundArrival, _ emergencyShare: Double, cut: Int64, _ m: UnsafePointer<CountyMonth>
  ) -> Int64 {
    func part(_ fen: Int64) -> Int64 { Int64((Double(fen) * emergencyShare).rounded()) }
    let idle = part(arrival.idle)
    let leakage = part(arrival.leakage)
    let received = part(arrival.available) + idle + leakage
    // No pot gets more from one source than it gets in all.
    let local = max(
      min(part(arrival.local), received), arrival.local - (arrival.received - received))
    write(
      received: received, local: local, idle: idle, leakage: leakage, .emergency)
    let forIndustry = arrival.received - received - cut
    let localForIndustry = min(arrival.local - local, forIndustry)
    write(
      received: forIndustry, local: localForIndustry,
      idle: arrival.idle - idle, leakage: arrival.leakage - leakage, .industry)
    supervise(leakage, .emergency, m)
    supervise(arrival.leakage - leakage, .industry, m)
    return local + localForIndustry
  }

  private func write(
    received: Int64, local: Int64, idle: Int64, leakage: Int64, _ pot: FundPot
  ) {
    books.add(received - local, .fromProvince, pot)
    books.add(local, .fromLocal, pot)
    books.add(idle, .idle, pot)
    books.add(leakage, .leakage, pot)
  }

  /// F3: firms' money of the year, by the same shares; it lies idle and leaks as the fund's does.
  ///
  /// Model equation (53.1).
  private func receiveSocialCapital(_ share: Double, _ m: UnsafePointer<CountyMonth>) {
    let strength = Double(m.pointee.optional.socialCapital)
    guard !hasReceivedSocial, strength > 0, m.pointee.fundStrength > 0 else { return }
    hasReceivedSocial = true
    let s = m.pointee.settings.fund
    let yuan =
      m.pointee.settings.socialCapital.yearly * strength * share * fraction
      * Self.restOfYear(m.pointee.monthOfYear)
    let received = FundArrival.fen(yuan)
    let idle = FundArrival.fen(yuan * s.idleShare)
    let leakage = FundArrival.fen(yuan * s.leakageShare)
    pots[.social] += received - idle - leakage
    books.add(received, .socialCapital, .social)
    books.add(idle, .idle, .social)
    books.add(leakage, .leakage, .social)
    tally.money[Programme.fundReceived.rawValue] += received
    tally.money[Programme.socialCapital.rawValue] += received
    tally.money[Programme.fundIdle.rawValue] += idle
    tally.money[Programme.fundLeakage.rawValue] += leakage
    supervise(leakage, .social, m)
  }

  /// F4: what supervision will find of money that leaks now.
  ///
  /// Model equation (53.1).
  private func supervise(_ leakage: Int64, _ pot: FundPot, _ m: UnsafePointer<CountyMonth>) {
    let strength = Double(m.pointee.optional.supervision)
    guard strength > 0 else { return }
    let s = m.pointee.settings.supervision
    let fen = Int64((Double(leakage) * min(1, s.recoveredShare * strength)).rounded())
    if fen > 0 { recoveries.append(Recovery(month: month + s.lag, pot: pot, fen: fen)) }
  }

  /// Recovered money goes back to the pot that it leaked from.
  private func recover() {
    guard !recoveries.isEmpty else { return }
    for recovery in recoveries where recovery.month <= month {
      pots[recovery.pot] += recovery.fen
      books.add(recovery.fen, .recovered, recovery.pot)
      tally.money[Programme.fundReceived.rawValue] += recovery.fen
      tally.money[Programme.fundRecovered.rawValue] += recovery.fen
    }
    recoveries.removeAll { $0.month <= month }
  }

  /// F5: what last year's assessment moves, in the proportion of the two pots.
  private func moveForPerformance(_ emergencyShare: Double, _ m: UnsafePointer<CountyMonth>) {
    guard transfer != 0 else { return }
    let emergency = Int64((Double(transfer.magnitude) * emergencyShare).rounded())
    let parts = [
      (FundPot.emergency, emergency), (.industry, Int64(transfer.magnitude) - emergency),
    ]
    for (pot, fen) in parts {
      pots[pot] += transfer > 0 ? fen : -fen
      books.add(fen, transfer > 0 ? .performanceReceived : .performancePaid, pot)
    }
    if transfer > 0 {
      tally.money[Programme.fundReceived.rawValue] += transfer
      tally.money[Programme.performanceReceived.rawValue] += transfer
    } else {
      tally.money[Programme.performancePaid.rawValue] -= transfer
      if m.pointee.isRecorded { tally.systems[SystemQuantity.penalisedCounties.rawValue] += 1 }
    }
    transfer = 0
  }

  private func isPremiumDue(_ m: UnsafePointer<CountyMonth>) -> Bool {
    !hasInsured && m.pointee.insuranceStrength > 0
  }

  /// Premiums of the anti-poverty insurance for the rest of the year, in the first month of the year
  /// in which it is in force: from the pot up to its limit, the rest from the county's budget.
  ///
  /// Model equation (28.6).
  func insure(_ b: BlockMonth) {
    let m = b.county
    guard isPremiumDue(m) else { return }
    let s = m.pointee.settings.medical
    var persons: Int64 = 0
    for row in 0..<b.count {
      let covered = b.isFormerlyPoor(row) && b.p.trait(2)[row] < s.insuranceCoverage
      if covered || b.s.monitored[row] != 0 {
        persons += Int64(b.personsAlive(row)) * Int64(b.p.weight[row])
      }
    }
    let rest = Self.restOfYear(m.pointee.monthOfYear)
    let due = persons * Int64((Double(s.insurancePremium) * rest * 100).rounded())
    let usesFund = m.pointee.fundStrength > 0
    let fromFund = usesFund ? min(due, min(premiumLimit, max(0, pots[.emergency]))) : due
    if usesFund {
      pots[.emergency] -= fromFund
      books.add(fromFund, .insurancePremiums, .emergency)
      premiumLimit -= fromFund
      tally.money[Programme.premiumFromFund.rawValue] += fromFund
      tally.money[Programme.premiumFromCounty.rawValue] += due - fromFund
    } else {
      tally.money[Programme.premiumFromCounty.rawValue] += due
    }
  }

  /// All blocks of the county have paid their premiums of the year.
  func finishInsuring(_ m: UnsafePointer<CountyMonth>) {
    if isPremiumDue(m) { hasInsured = true }
  }

  /// What the pots could pay for at least once, before the month's requests.
  ///
  /// Model equation (28.5).
  func payable(_ m: UnsafePointer<CountyMonth>) -> UInt8 {
    if m.pointee.fundStrength == 0 { return Measures.relief | Measures.industry }
    let cost = FundArrival.fen(m.pointee.settings.industry.cost)
    // Nobody asks for less relief than one person's.
    let relief = m.pointee.settings.relief
    let onePerson = min(relief.months * relief.monthlyStandard, relief.cap)
    let least = Int64((Double(onePerson * m.pointee.reliefStrength) * 100).rounded(.down)) - 1
    let emergency = pots[.emergency]
    return (emergency > 0 && emergency >= least ? Measures.relief : 0)
      | (pots.forIndustry >= cost ? Measures.industry : 0)
  }

  /// Grants a request if its pot can pay; it takes effect next month.
  func grant(_ request: Request, _ b: BlockMonth) {
    let row = Int(request.row)
    let cost = request.fen * Int64(b.p.weight[row])
    let isUnlimited = b.county.pointee.fundStrength == 0
    let isFunded = isUnlimited || take(cost, for: request.measure)
    if isUnlimited { unfunded += cost }
    record(b, row, request, cost, isFunded)
  }

  /// Model equation (28.7).
  private func take(_ cost: Int64, for measure: UInt8) -> Bool {
    if measure == Measures.relief {
      guard pots[.emergency] >= cost else { return false }
      pots[.emergency] -= cost
      books.add(cost, .emergencyRelief, .emergency)
      return true
    }
    guard pots.forIndustry >= cost else { return false }
    // Firms' money pays what the pot for industry cannot.
    let ownPart = min(cost, max(0, pots[.industry]))
    pots[.industry] -= ownPart
    books.add(ownPart, .industrySupport, .industry)
    pots[.social] -= cost - ownPart
    books.add(cost - ownPart, .industrySupport, .social)
    return true
  }

  /// Model equation (28.8).
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

  /// Closes the books: opening + in − out must equal closing in each pot, to the fen, and the
  /// programmes must have received what left the pots.
  func closeYear() {
    tally.money[Programme.fundCarriedOut.rawValue] = pots.total
    books.close(pots)
    let pot = FundPot.allCases.map(books.imbalance).first { $0 != 0 }
    let differences = [crossCheck(paid), crossCheck(received)]
    imbalance = pot ?? differences.first { $0 != 0 }
  }

  private typealias Account = (programmes: [Programme], entries: [LedgerEntry], unfunded: Int64)
  private var paid: Account {
    (
      [.emergencyRelief, .industrySupport, .premiumFromFund],
      [.emergencyRelief, .industrySupport, .insurancePremiums], unfunded
    )
  }
  private var received: Account { ([.fundReceived], LedgerEntry.sources, 0) }

  /// Fen by which the tallies of programmes differ from the books.
  private func crossCheck(_ account: Account) -> Int64 {
    account.programmes.reduce(0) { $0 + tally.money[$1.rawValue] }
      - account.entries.reduce(account.unfunded) { $0 + books.total($1) }
  }
}
