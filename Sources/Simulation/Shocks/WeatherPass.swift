import Households
import Randomness

/// Step 3, weather: a household's own share of the county's drought, and floods.
enum WeatherPass {
  /// Draws each household's own luck when a season begins: U(1 − spread, 1 + spread), in 127.5ths.
  ///
  /// Model equation (2.6).
  static func beginSeason(_ b: BlockMonth) {
    let spread = b.county.pointee.settings.drought.householdSpread
    let (luck, id, key, month) = (b.s.droughtLuck, b.p.id, b.key, b.month)
    for i in 0..<b.count {
      let word = key.wideHousehold(id[i], month: month, .droughtLuck).0
      let u = UInt32(truncatingIfNeeded: word).uniformFloat
      let code = Single.nearest((1 + spread * (2 * u - 1)) * 127.5)
      luck[i] = UInt8(truncatingIfNeeded: max(0, min(255, code)))
    }
  }

  /// Hits the households inside the footprint of this month's flood.
  static func flood(_ b: BlockMonth) {
    let m = b.county
    let footprint = Double(m.pointee.floodFootprint)
    let (mask, id, key, month) = (b.x.mask, b.p.id, b.key, b.month)
    for i in 0..<b.count {
      let word = key.wideHousehold(id[i], month: month, .floodLuck).0
      mask[i] = UInt32(truncatingIfNeeded: word).uniform < footprint ? 1 : 0
    }
    let found = b.x.collect(b.count)
    for place in 0..<found { hit(b, Int(b.x.rows[place])) }
  }

  /// Crop loss of a household inside the footprint: as a share of the year's output, and in yuan.
  ///
  /// Model equation (3.2).
  private static func hitLoss(_ b: BlockMonth, _ row: Int) -> (share: Float, yuan: Float) {
    let m = b.county
    let words = b.key.household(b.p.id[row], month: b.month, .floodDetail)
    let share = Float(m.pointee.floodTable.quantile(words[0].uniform))
    var exposed: Float = 0
    for k in 0..<Product.count {
      exposed += Float(b.p.product(k)[row]) / 255 * m.pointee.productFloodLoss[k]
    }
    let yearly = b.p.business[row] * m.pointee.settings.calendar.businessIndex * 12
    let loss = yearly * exposed * m.pointee.settings.income.farmLeverage * share
    return (exposed * share, loss)
  }

  /// One hit household: a share of the year's crop, and sometimes the house.
  ///
  /// Model equation (3.3).
  private static func hit(_ b: BlockMonth, _ row: Int) {
    let s = b.county.pointee.numbers
    let words = b.key.household(b.p.id[row], month: b.month, .floodDetail)
    let (share, loss) = hitLoss(b, row)
    if BusinessMonthPass.isNeeded(b.county) {
      b.x.floodLoss[row] = loss
      b.x.floodShare[row] = share
    }
    b.note(.floodedHouseholds, row: row)
    b.x.business[row] -= loss
    b.x.loss(Cause.disaster.rawValue)[row] += loss
    if words[1].uniform < s.pointee.flood.houseDamageChance {
      let range = s.pointee.flood.houseDamage
      let u = words[2].uniform
      let cost = Float(range.lowerBound + u * (range.upperBound - range.lowerBound))
      let damage = cost * s.pointee.calendar.priceIndex
      b.s.damage[row] += damage
      b.x.loss(Cause.disaster.rawValue)[row] += damage
    }
  }
}
