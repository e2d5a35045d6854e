import Households
import Randomness

/// A9 emergency stocks 应急物资: goods of the province and who gets how much of them.
struct EmergencyStocksSettings: Sendable {
  /// Yuan of goods in the province when its stores are full.
  let stock: Double
  let perHousehold: Float
  let lossThreshold: Float

  init(_ p: ParameterReader) {
    stock =
      p["emergency_stocks.province"] + p["emergency_stocks.prefectures"]
      + p["emergency_stocks.counties"]
    perHousehold = p.float("emergency_stocks.per_household")
    lossThreshold = p.float("emergency_stocks.loss_threshold")
  }
}

/// Step 5: goods that were granted arrive, and households hit this month ask for some.
enum EmergencyStocksPass {
  static func run(_ b: BlockMonth) {
    let m = b.county
    let flags = b.s.flags
    if m.pointee.monthOfYear == 1 {
      for i in 0..<b.count { flags[i] &= ~StateFlags.goodsThisYear }
    }
    // Goods granted last month arrive, also if none are granted any more.
    deliver(b)
    if m.pointee.optional.emergencyStocks > 0 { ask(b) }
  }

  private static func deliver(_ b: BlockMonth) {
    let (flags, mask) = (b.s.flags, b.x.mask)
    for i in 0..<b.count { mask[i] = flags[i] & StateFlags.goodsDue != 0 ? 1 : 0 }
    let found = b.x.collect(b.count)
    for place in 0..<found {
      let row = Int(b.x.rows[place])
      b.grant(b.county.pointee.settings.emergencyStocks.perHousehold, .emergencyStocks, row: row)
      b.note(.stockHouseholds, row: row)
      flags[row] = flags[row] & ~StateFlags.goodsDue | StateFlags.goodsThisYear
    }
  }

  /// Asks for households hit this month, once a year.
  ///
  /// Drought and flood show as a loss of the month, a fire as a loss and a damaged house.
  ///
  /// Model equation (44.1).
  private static func ask(_ b: BlockMonth) {
    let m = b.county
    let s = m.pointee.settings.emergencyStocks
    let disaster = b.x.loss(Cause.disaster.rawValue)
    let accident = b.x.loss(Cause.accidents.rawValue)
    let (damage, flags, mask) = (b.s.damage, b.s.flags, b.x.mask)
    let threshold = s.lossThreshold
    for i in 0..<b.count {
      let isHit: UInt8 = disaster[i] >= threshold ? 1 : 0
      let hasLost: UInt8 = accident[i] >= threshold ? 1 : 0
      let isBurnt = damage[i] >= threshold ? hasLost : 0
      mask[i] = flags[i] & StateFlags.goodsThisYear == 0 ? isHit | isBurnt : 0
    }
    let found = b.x.collect(b.count)
    let fen = Int64(Elementary.nearest(Double(s.perHousehold) * 100))
    guard fen > 0 else { return }
    for place in 0..<found {
      let row = Int(b.x.rows[place])
      // By need: what the year lacks to the monitoring line and what the month has taken.
      let gap = max(0, m.pointee.settings.calendar.monitoringLine - b.ownIncome(row))
      let loss = (disaster[row] + accident[row]) * b.x.personsInverse[row]
      b.quotas.goods.requests.append(
        Request(
          rank: RequestList.rank(urgency: gap + loss, id: b.p.id[row]), fen: fen,
          block: UInt32(b.block), row: UInt16(row)))
    }
  }

  /// Hands goods out while the county has some; they arrive next month.
  ///
  /// Model equation (44.1).
  static func decide(_ request: Request, _ b: BlockMonth) {
    let row = Int(request.row)
    if takes(request.fen * Int64(b.p.weight[row]), from: b.quotas.goods) {
      b.s.flags[row] |= StateFlags.goodsDue
    } else {
      b.note(.stockRefusals, row: row)
    }
  }

  /// A county's part of a small sample has goods for a few households, so it hands out the nearest
  /// whole number: rounded down, the province would have fewer goods the smaller the sample.
  static func takes(_ fen: Int64, from goods: CountyQuota) -> Bool { goods.take(fen, rounds: true) }
}
