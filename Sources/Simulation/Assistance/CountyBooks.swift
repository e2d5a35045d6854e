/// The books of a county's pots for one year, in fen of the simulated sample.
///
/// Every line is written where money moves, apart from what the pots hold, so that the two check
/// each other.
struct CountyBooks {
  private var lines = [Int64](
    repeating: 0, count: FundPot.allCases.count * LedgerEntry.allCases.count)

  subscript(pot: FundPot, entry: LedgerEntry) -> Int64 {
    lines[pot.rawValue * LedgerEntry.allCases.count + entry.rawValue]
  }

  /// Adds to a line.
  mutating func add(_ fen: Int64, _ entry: LedgerEntry, _ pot: FundPot) {
    lines[pot.rawValue * LedgerEntry.allCases.count + entry.rawValue] += fen
  }

  /// Begins a year with what the pots hold.
  mutating func open(_ pots: CountyPots) {
    for place in lines.indices { lines[place] = 0 }
    for pot in FundPot.allCases { add(pots[pot], .opening, pot) }
  }

  /// Ends a year with what the pots hold.
  mutating func close(_ pots: CountyPots) {
    for pot in FundPot.allCases { add(pots[pot], .closing, pot) }
  }

  /// A line over all pots.
  func total(_ entry: LedgerEntry) -> Int64 {
    FundPot.allCases.reduce(0) { $0 + self[$1, entry] }
  }

  /// Fen by which opening + in − out misses closing in a pot; 0 where it balances.
  func imbalance(_ pot: FundPot) -> Int64 {
    LedgerEntry.sources.reduce(self[pot, .opening]) { $0 + self[pot, $1] }
      - LedgerEntry.uses.reduce(self[pot, .closing]) { $0 + self[pot, $1] }
  }
}
