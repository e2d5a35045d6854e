import Households
import Randomness

/// F4 supervision of funds 资金监管: part of what leaks is found and goes back to the pot it left.
struct SupervisionSettings: Sendable {
  /// Share of leaked money that is recovered.
  let recoveredShare: Double
  /// Months from leak to recovery.
  let lag: Int

  init(_ p: ParameterReader) {
    recoveredShare = p["supervision.claimed_recovery"] * p["supervision.credibility"]
    lag = Int(p["supervision.lag_months"])
  }
}

/// Leaked money that supervision will bring back.
struct Recovery {
  let month: Int
  let pot: FundPot
  let fen: Int64
}
