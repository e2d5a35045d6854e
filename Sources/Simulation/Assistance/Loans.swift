import Households
import Randomness

/// A8 loans for production 防贷通: how much, at what price, and how they end.
struct LoansSettings: Sendable {
  /// Yuan a year that the province lends.
  let volume: Double
  /// Places of the roll-out that ask for a loan.
  let asking: UInt32
  /// Whole yuan of one loan.
  let amount: Float
  let rate: Float
  let subsidyShare: Float
  let returnRate: Float
  let termMonths: UInt8
  let defaultChance: Double
  let poolShare: Float
  let capitalRecovered: Float

  init(_ p: ParameterReader) {
    volume = p["loans.volume"]
    asking = Rollout.limit(p["loans.asking_share"])
    amount = min(p.float("loans.mean_amount"), p.float("loans.cap")).rounded()
    rate = p.float("loans.rate") / 12
    subsidyShare = p.float("loans.subsidy_share")
    returnRate = p.float("loans.claimed_return") * p.float("loans.credibility") / 12
    termMonths = UInt8(p["loans.term_months"])
    // The same chance in every month of a year.
    let yearly = min(p["loans.default_chance"], 1 - 1e-9)
    defaultChance = 1 - Elementary.exp(Elementary.log(1 - yearly) / 12)
    poolShare = p.float("loans.pool_share")
    capitalRecovered = p.float("loans.capital_recovered")
  }
}

/// Step 5: running loans bring their return and cost their interest, end, or fail; others are asked for.
enum LoansPass {
  static func run(_ b: BlockMonth) {
    let isLending = b.county.pointee.optional.loans > 0
    guard isLending || b.quotas.hasLent else { return }
    let (months, mask) = (b.s.loanMonths, b.x.mask)
    for i in 0..<b.count { mask[i] = months[i] }
    let found = b.x.collect(b.count)
    for place in 0..<found { advance(b, Int(b.x.rows[place])) }
    let amount = b.county.pointee.settings.loans.amount
    // Nobody is asked while the county has nothing to lend, which is most months of a small county.
    if isLending, amount > 0, b.quotas.loans.canRound(Int64(amount) * 100) { apply(b) }
    guard b.county.pointee.monthOfYear == 12 else { return }
    for row in 0..<b.count where months[row] > 0 {
      b.note(.loanOutstanding, row: row, Int(b.s.loan[row]))
    }
  }

  /// One month of a loan.
  ///
  /// The principal is tied up in production, so only its return is income.
  ///
  /// Model equation (43.1).
  private static func advance(_ b: BlockMonth, _ row: Int) {
    let s = b.county.pointee.settings.loans
    let u = b.key.household(b.p.id[row], month: b.month, .loanDefault)[0].uniform
    if u < s.defaultChance { return fail(b, row, s) }
    let loan = b.s.loan[row]
    b.x.business[row] += loan * s.returnRate
    let interest = loan * s.rate
    let subsidy = interest * s.subsidyShare
    b.x.cashOut[row] += interest - subsidy
    b.pay(subsidy, .loanInterestSubsidy, row: row)
    if b.s.loanMonths[row] >= s.termMonths {
      repay(b, row, s)
    } else {
      b.s.loanMonths[row] += 1
    }
  }

  /// The project is lost: the pool bears its share, the rest stays with the household as debt.
  ///
  /// Model equation (43.1).
  private static func fail(_ b: BlockMonth, _ row: Int, _ s: LoansSettings) {
    let pool = (b.s.loan[row] * s.poolShare).rounded()
    let debt = b.s.loan[row] - pool
    b.pay(pool, .loanRiskPool, row: row)
    b.s.formalDebt[row] += debt
    b.note(.loanDefaults, row: row)
    b.note(.loanWrittenOff, row: row, Int(pool))
    b.note(.loanIntoDebt, row: row, Int(debt))
    end(b, row)
  }

  /// At the end of the term the capital that is left pays the bank, then savings do.
  ///
  /// What neither can pay becomes an ordinary debt; whole yuan, so that the books of loans balance.
  ///
  /// Model equation (43.1).
  private static func repay(_ b: BlockMonth, _ row: Int, _ s: LoansSettings) {
    let loan = b.s.loan[row]
    let recovered = min(loan, (loan * s.capitalRecovered).rounded())
    let saved = min(loan - recovered, max(0, b.s.savings[row]).rounded(.down))
    let debt = loan - recovered - saved
    b.s.savings[row] -= saved
    b.s.formalDebt[row] += debt
    b.note(.loanRepaid, row: row, Int(recovered + saved))
    b.note(.loanIntoDebt, row: row, Int(debt))
    end(b, row)
  }

  private static func end(_ b: BlockMonth, _ row: Int) {
    b.s.loan[row] = 0
    b.s.loanMonths[row] = 0
  }

  /// Lifted or monitored households able to work and creditworthy, in the order of their places.
  ///
  /// Model equation (43.2).
  private static func apply(_ b: BlockMonth) {
    let m = b.county
    let s = m.pointee.settings.loans
    let creditworthy = m.pointee.settings.coping.creditworthyShare
    let (months, place, mask) = (b.s.loanMonths, b.p.place(in: .loan), b.x.mask)
    let (flags, monitored, workers, trait) =
      (b.p.flags, b.s.monitored, b.s.workers, b.p.trait(3))
    let former = HouseholdFlags.formerlyPoor.rawValue
    let asking = s.asking
    for i in 0..<b.count {
      let asks: UInt8 = UInt32(place[i]) < asking ? 1 : 0
      let isWorthy: UInt8 = trait[i] < creditworthy ? 1 : 0
      let isFormer: UInt8 = flags[i] & former != 0 ? 1 : 0
      let isInScope: UInt8 = isFormer | monitored[i] != 0 ? 1 : 0
      let isAble: UInt8 = workers[i] > 0 ? 1 : 0
      mask[i] = months[i] == 0 ? asks & isWorthy & isInScope & isAble : 0
    }
    let found = b.x.collect(b.count)
    let requests = b.quotas.loans.requests
    for number in 0..<found {
      let row = Int(b.x.rows[number])
      guard !b.isNoLabour(row) else { continue }
      requests.append(
        Request(
          rank: UInt64(place[row]) << 32 | UInt64(b.p.id[row]), fen: Int64(s.amount) * 100,
          block: UInt32(b.block), row: UInt16(row)))
    }
  }

  /// Pays a loan out if the county's volume allows; its first month is the next.
  ///
  /// Model equation (43.2).
  ///
  /// - Returns: False if it does not; whoever stands behind waits for more.
  static func decide(_ request: Request, _ b: BlockMonth) -> Bool {
    let row = Int(request.row)
    let cost = request.fen * Int64(b.p.weight[row])
    guard b.quotas.loans.take(cost, rounds: true) else { return false }
    let yuan = Int(request.fen / 100)
    b.s.loan[row] = Float(yuan)
    b.s.loanMonths[row] = 1
    b.note(.loansPaidOut, row: row)
    b.note(.loanVolume, row: row, yuan)
    if b.county.pointee.monthOfYear == 12 { b.note(.loanOutstanding, row: row, yuan) }
    return true
  }
}
