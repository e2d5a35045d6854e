/// What a county hands out of its own accord until a limit is reached, and who asks for it this month;
/// in fen of the simulated sample.
///
/// What one household gets another cannot, so requests are served for the whole county at the end of
/// a month, by rank and whatever the order of blocks, and take effect in the next.
final class CountyQuota {
  let requests: RequestList
  private(set) var left: Int64 = 0

  /// - Parameter capacity: Households of the county; each asks at most once a month.
  init(capacity: Int) { requests = RequestList(capacity: capacity) }

  /// Sets what is left, when a possible future begins or a stock is filled up.
  func set(_ yuan: Double) { left = Self.fen(yuan) }

  /// Adds to what is left, up to a limit.
  func add(_ yuan: Double, upTo limit: Double) {
    left = max(left, min(left + Self.fen(yuan), Self.fen(limit)))
  }

  /// Whether anything of a size could still be taken, rounding to the nearest whole number.
  func canRound(_ fen: Int64) -> Bool { left >= fen - fen / 2 }

  /// Takes fen, for all households a row stands for.
  ///
  /// - Parameters:
  ///   - fen: What is taken.
  ///   - rounds: Whether what is left may be overdrawn by up to half of that, so that large things
  ///     are handed out in the nearest whole number.
  /// - Returns: False, and nothing is taken, if that is too much.
  func take(_ fen: Int64, rounds: Bool = false) -> Bool {
    guard rounds ? canRound(fen) : left >= fen else { return false }
    left -= fen
    return true
  }

  private static func fen(_ yuan: Double) -> Int64 { Int64((yuan * 100).rounded()) }
}

/// The quotas of one county in one possible future: loans for production, and goods in stock.
final class CountyQuotas {
  let loans: CountyQuota
  let goods: CountyQuota
  /// Whether anything was lent in this possible future: what was lent goes on when lending ends.
  private(set) var hasLent = false
  /// Whether this year's stock has been filled up.
  private var isStocked = false

  init(capacity: Int) {
    loans = CountyQuota(capacity: capacity)
    goods = CountyQuota(capacity: capacity)
  }

  /// Clears everything a previous possible future left.
  func begin() {
    loans.set(0)
    goods.set(0)
    isStocked = false
    hasLent = false
  }

  /// A new year: goods that are left count towards the next filling.
  func openYear() { isStocked = false }

  /// A month's share of the year's loans arrives, and in the first month of the year in which the
  /// mechanism is in force the stock is filled up.
  ///
  /// - Parameters:
  ///   - share: The county's share of the province's rural population.
  ///   - fraction: Share of households simulated.
  ///   - m: The county's month.
  func open(share: Double, fraction: Double, _ m: UnsafePointer<CountyMonth>) {
    loans.requests.clear()
    goods.requests.clear()
    if m.pointee.optional.loans > 0 {
      let s = m.pointee.settings.loans
      let year = s.volume * Double(m.pointee.optional.loans) * share * fraction
      // Without takers the volume is not saved up for more than a year.
      loans.add(year / 12, upTo: max(year, Double(s.amount)))
    }
    if m.pointee.optional.emergencyStocks > 0, !isStocked {
      isStocked = true
      let stock = m.pointee.settings.emergencyStocks.stock
      goods.set(stock * Double(m.pointee.optional.emergencyStocks) * share * fraction)
    }
  }

  /// Serves the month's requests by rank; loans until the month's volume is used up.
  func shareOut(_ block: (Int) -> BlockMonth) {
    loans.requests.sort()
    for place in 0..<loans.requests.count {
      let request = loans.requests.items[place]
      guard LoansPass.decide(request, block(Int(request.block))) else { break }
      hasLent = true
    }
    goods.requests.sort()
    for place in 0..<goods.requests.count {
      let request = goods.requests.items[place]
      EmergencyStocksPass.decide(request, block(Int(request.block)))
    }
  }
}
