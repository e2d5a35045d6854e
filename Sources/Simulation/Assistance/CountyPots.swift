/// What a county's pots hold in one possible future, in fen of the simulated sample.
struct CountyPots: Sendable {
  private var fen = SIMD4<Int64>()

  subscript(pot: FundPot) -> Int64 {
    get { fen[pot.rawValue] }
    set { fen[pot.rawValue] = newValue }
  }

  /// What all pots hold together.
  var total: Int64 { fen.wrappedSum() }

  /// What industry packages can be paid from; a pot in debt holds nothing.
  var forIndustry: Int64 { max(0, self[.industry]) + max(0, self[.social]) }
}
