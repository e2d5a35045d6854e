/// A county when money is moved between counties for their performance.
struct TransferParty {
  /// Fen that the fund will bring, and how much of it can be used.
  let allocation: Int64
  let available: Int64
  /// Fen that the county loses if it missed the standard.
  let penalty: Int64
  var isMet = false
}

/// F5: what counties below the standard lose, those that met it gain, to the fen.
///
/// Model equation (54.1).
enum PerformanceTransfers {
  /// Fen by county; negative for a loss.
  ///
  /// A county loses at most what it will get. If nobody met the standard there is nobody to give the
  /// money to, and it stays where it is.
  static func fen(_ parties: [TransferParty?]) -> [Int64] {
    var result = [Int64](repeating: 0, count: parties.count)
    let takers = parties.indices.filter {
      (parties[$0].map { $0.isMet && $0.allocation > 0 }) ?? false
    }
    guard !takers.isEmpty else { return result }
    var pool: Int64 = 0
    for (place, party) in parties.enumerated() {
      guard let party, !party.isMet else { continue }
      let loss = max(0, min(party.penalty, party.available))
      result[place] = -loss
      pool += loss
    }
    // What is left of the pool goes to the rest of the counties in proportion, so that rounding
    // loses nothing.
    var allocations = takers.reduce(Int64(0)) { $0 + (parties[$1]?.allocation ?? 0) }
    for place in takers {
      let own = parties[place]?.allocation ?? 0
      let gain = own == allocations ? pool : Int64(Double(pool) * Double(own) / Double(allocations))
      result[place] = gain
      pool -= gain
      allocations -= own
    }
    return result
  }
}
