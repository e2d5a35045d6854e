import Households
import Randomness

/// A7 housing repair 危房改造: a grant for an unsafe house.
struct HousingRepairSettings: Sendable {
  let coverage: Double
  let share: Float
  let cap: Float

  init(_ p: ParameterReader) {
    coverage = p["housing_repair.coverage"]
    share = p.float("housing_repair.share")
    cap = p.float("housing_repair.cap")
  }
}

/// Step 5, before the month's repair bill: grants in the month after a house was found unsafe.
enum HousingRepairPass {
  /// A house is unsafe when its damage reaches the limit of `ReviewPass`, the return line.
  static func run(_ b: BlockMonth) {
    let m = b.county
    guard m.pointee.optional.housingRepair > 0 else { return }
    let limit = m.pointee.settings.calendar.returnLine
    let (damage, flags, mask) = (b.s.damage, b.s.flags, b.x.mask)
    let known = StateFlags.repairDue | StateFlags.repairGranted
    for i in 0..<b.count {
      let isUnsafe: UInt8 = damage[i] >= limit ? 1 : 0
      let isKnown: UInt8 = flags[i] & known != 0 ? 1 : 0
      mask[i] = isUnsafe | isKnown
    }
    let found = b.x.collect(b.count)
    for place in 0..<found {
      let row = Int(b.x.rows[place])
      if damage[row] < limit {
        flags[row] &= ~known
      } else if flags[row] & known == 0 {
        flags[row] |= StateFlags.repairDue
      } else if flags[row] & StateFlags.repairDue != 0 {
        grant(b, row)
      }
    }
  }

  /// One grant for one damage; a house damaged again once it was safe gets another.
  ///
  /// Model equation (42.1).
  private static func grant(_ b: BlockMonth, _ row: Int) {
    guard b.isFormerlyPoor(row) || b.s.monitored[row] != 0, isCovered(b, row) else { return }
    b.s.flags[row] &= ~StateFlags.repairDue
    b.s.flags[row] |= StateFlags.repairGranted
    let m = b.county
    let s = m.pointee.settings.housingRepair
    let strength = m.pointee.optional.housingRepair
    let damage = b.s.damage[row]
    let full = min(min(s.share * damage, s.cap) * strength, damage)
    let yuan = (full * 100).rounded(.down) / 100
    b.s.damage[row] = max(0, damage - yuan)
    b.pay(yuan, .housingRepair, row: row)
    b.note(.repairedHouses, row: row)
  }

  /// The same households first, so that wider coverage only adds some.
  private static func isCovered(_ b: BlockMonth, _ row: Int) -> Bool {
    let u = b.key.household(b.p.id[row], month: 0, .housingRepair)[0].uniform
    return u < b.county.pointee.settings.housingRepair.coverage
  }
}
