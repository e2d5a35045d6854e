/// A pot of a county's anti-poverty money.
public enum FundPot: Int, Sendable, CaseIterable {
  /// Relief and insurance premiums.
  case emergency
  /// Industry packages.
  case industry
  /// Money of firms 社会资本; pays industry packages when the pot for industry cannot.
  case social

  /// Name in tables.
  public var name: String { "\(self)" }
}

/// A line in the books of a pot for a year: opening + everything in − everything out = closing.
public enum LedgerEntry: Int, Sendable, CaseIterable {
  case opening
  // In
  case fromProvince, fromLocal, socialCapital, recovered, performanceReceived
  // Out
  case emergencyRelief, industrySupport, insurancePremiums, idle, leakage, performancePaid
  case closing

  /// Where money comes from.
  public static let sources: [LedgerEntry] = [
    .fromProvince, .fromLocal, .socialCapital, .recovered, .performanceReceived,
  ]
  /// What becomes of it.
  public static let uses: [LedgerEntry] = [
    .emergencyRelief, .industrySupport, .insurancePremiums, .idle, .leakage, .performancePaid,
  ]

  /// Name in tables.
  public var name: String {
    var name = ""
    for letter in "\(self)" {
      name += letter.isUppercase ? "_" + letter.lowercased() : String(letter)
    }
    return name
  }
}

/// The places whose books a run keeps.
public enum LedgerPlaces: String, Sendable, Hashable, CaseIterable {
  case prefecture, county
}

extension OutcomeLayout {
  /// Number of books a year: one a pot and place.
  public var ledgerPlaceCount: Int {
    ledgerPlaces == .county ? counties.count : prefectureCount
  }
  /// Place of a line of the books, in fen; `place` is a prefecture or a position in `counties`.
  public func ledger(year: Int, place: Int, _ pot: FundPot, _ entry: LedgerEntry) -> Int {
    ((year * ledgerPlaceCount + place) * FundPot.allCases.count + pot.rawValue)
      * LedgerEntry.allCases.count + entry.rawValue
  }
  /// Number of lines of all books.
  public var ledgerCount: Int {
    years.count * ledgerPlaceCount * FundPot.allCases.count * LedgerEntry.allCases.count
  }
}
