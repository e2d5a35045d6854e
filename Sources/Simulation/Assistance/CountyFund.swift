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
  private var carriedIn: Int64 = 0
  /// Fen taken from the pots this year, counted apart from the programmes as a check on them.
  private var taken: Int64 = 0
  /// Fen paid without a limit while the fund is off.
  private var unfunded: Int64 = 0
  private var premiumLimit: Int64 = 0
  /// Whether this year's money has arrived, and this year's premiums are paid.
  private var hasReceived = false
  /// Months by which this year's money has been late so far.
  private var monthsLate = 0
  private var hasInsured = false
  /// Fen by which the pots did not balance in the year that was closed last; `nil` if they did.
  private(set) var imbalance: Int64?

  init(tally: CountyTally, fraction: Double) {
    self.tally = tally
    self.fraction = fraction
  }

  /// Empties the pots before a possible future begins.
  func begin() { pots = CountyPots() }

  /// Opens the books of a year.
  func openYear() {
    (taken, unfunded, premiumLimit) = (0, 0, 0)
    (hasReceived, hasInsured) = (false, false)
    monthsLate = 0
    carriedIn = pots.total
    tally.money[Programme.fundCarriedIn.rawValue] = carriedIn
  }

  /// Share of the year that is still to come, the present month included; of late money since it was
  /// due.
  private func restOfYear(_ m: UnsafePointer<CountyMonth>, late: Int = 0) -> Double {
    Double(13 - m.pointee.monthOfYear + late) / 12
  }

  private func fen(_ yuan: Double) -> Int64 { Int64((yuan * 100).rounded()) }

  /// The year's money arrives in the first month of the year in which the fund is in force, for the
  /// rest of the year, and is split; idle and leaked money never becomes available.
  func receive(_ share: Double, _ m: UnsafePointer<CountyMonth>) {
    guard !hasReceived, m.pointee.fundStrength > 0 else { return }
    if monthsLate < m.pointee.policyYear.lateMonths, m.pointee.monthOfYear < 12 {
      monthsLate += 1
      return
    }
    hasReceived = true
    let s = m.pointee.settings.fund
    let yuan =
      s.total * Double(m.pointee.fundStrength) * share * fraction
      * restOfYear(m, late: monthsLate)
    let received = fen(yuan)
    let idle = fen(yuan * s.idleShare)
    let leakage = fen(yuan * s.leakageShare)
    let available = received - idle - leakage
    let emergency = Int64((Double(available) * s.emergencyShare).rounded())
    let cut = PolicyChange.cut(available - emergency, m)
    pots.emergency += emergency
    pots.industry += available - emergency - cut
    tally.money[Programme.fundReceived.rawValue] += received - cut
    PolicyChange.note(tally, m, late: monthsLate > 0 ? received - cut : 0, cut: cut)
    tally.money[Programme.fundIdle.rawValue] += idle
    tally.money[Programme.fundLeakage.rawValue] += leakage
    premiumLimit = Int64(
      Double(pots.emergency) * m.pointee.settings.medical.premiumFundLimit)
  }

  private func isPremiumDue(_ m: UnsafePointer<CountyMonth>) -> Bool {
    !hasInsured && m.pointee.insuranceStrength > 0
  }

  /// Premiums of the anti-poverty insurance for the rest of the year, in the first month of the year
  /// in which it is in force: from the pot up to its limit, the rest from the county's budget.
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
    let due = persons * Int64((Double(s.insurancePremium) * restOfYear(m) * 100).rounded())
    let usesFund = m.pointee.fundStrength > 0
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

  /// All blocks of the county have paid their premiums of the year.
  func finishInsuring(_ m: UnsafePointer<CountyMonth>) {
    if isPremiumDue(m) { hasInsured = true }
  }

  /// What the pots could pay for at least once, before the month's requests.
  func payable(_ m: UnsafePointer<CountyMonth>) -> UInt8 {
    if m.pointee.fundStrength == 0 { return Measures.relief | Measures.industry }
    let cost = fen(m.pointee.settings.industry.cost)
    // Nobody asks for less relief than one person's.
    let relief = m.pointee.settings.relief
    let onePerson = min(relief.months * relief.monthlyStandard, relief.cap)
    let least = Int64((Double(onePerson * m.pointee.reliefStrength) * 100).rounded(.down)) - 1
    return (pots.emergency > 0 && pots.emergency >= least ? Measures.relief : 0)
      | (pots.industry >= cost ? Measures.industry : 0)
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

  /// Closes the books: opening + received − spent − idle − leakage must equal closing, to the fen, and
  /// the programmes must have received what left the pots.
  func closeYear() {
    func money(_ programme: Programme) -> Int64 { tally.money[programme.rawValue] }
    tally.money[Programme.fundCarriedOut.rawValue] = pots.total
    let left =
      carriedIn + money(.fundReceived) - money(.fundIdle) - money(.fundLeakage) - taken - pots.total
    let programmes =
      money(.emergencyRelief) + money(.industrySupport) + money(.premiumFromFund) - unfunded
    imbalance = left == 0 && programmes == taken ? nil : left + programmes - taken
  }
}
