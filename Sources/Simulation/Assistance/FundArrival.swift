/// A year's money of the fund for one county, in fen of the simulated sample.
struct FundArrival {
  let received: Int64
  /// Part of `received` that comes from prefecture and county.
  let local: Int64
  let idle: Int64
  let leakage: Int64
  /// Idle and leaked money never becomes available.
  var available: Int64 { received - idle - leakage }

  /// What arrives for a county's share of the province's money, a simulated fraction of households and
  /// the rest of the year.
  ///
  /// Model equation (28.1).
  init(
    _ s: FundSettings, strength: Float, share: Double, fraction: Double, rest: Double,
    isRecession: Bool
  ) {
    // Local money that does not come is not made up for by the province.
    let match = (1 - s.localShortfall) * (isRecession ? 1 - s.localRecessionCut : 1)
    let arriving = 1 - s.localShare * (1 - match)
    let yuan = s.total * Double(strength) * share * fraction * rest * arriving
    received = Self.fen(yuan)
    idle = Self.fen(yuan * s.idleShare)
    leakage = Self.fen(yuan * s.leakageShare)
    let localShare = arriving > 0 ? s.localShare * match / arriving : 0
    local = Int64((Double(received) * localShare).rounded())
  }

  static func fen(_ yuan: Double) -> Int64 { Int64((yuan * 100).rounded()) }
}
