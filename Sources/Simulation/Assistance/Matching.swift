import Households
import Randomness

/// A10 matching of measures 一户一策、智能匹配.
struct MatchingSettings: Sendable {
  /// Share of measures that suit the type and cause of the household.
  let accuracy: Double
  /// Share of its amount that relief which does not suit is worth.
  let reliefWorth: Float

  init(_ p: ParameterReader) {
    accuracy = p["matching.accuracy"]
    reliefWorth = p.float("matching.relief_worth")
  }
}

/// Whether a measure suits a household: a household's own luck against today's accuracy.
enum Matching {
  /// Share of measures that suit: that of industry support where the mechanism is off.
  ///
  /// Model equation (45.1).
  static func accuracy(_ m: UnsafePointer<CountyMonth>) -> Double {
    let reference = m.pointee.settings.industry.matchQuality
    let strength = Double(m.pointee.optional.matching)
    guard strength > 0 else { return reference }
    let change = m.pointee.settings.matching.accuracy - reference
    return min(1, max(0, reference + strength * change))
  }

  /// Whether a package does not suit the household; it costs as much and brings nothing.
  static func missesIndustry(_ b: BlockMonth, _ row: Int, _ u: Double) -> Bool {
    let m = b.county
    guard u >= accuracy(m) else { return false }
    record(b, row, Float(m.pointee.settings.industry.cost))
    return true
  }

  /// What relief is worth to the household.
  ///
  /// Relief as it is paid is that of a world matched as well as in 2023, so only what is matched
  /// worse than then is worth less.
  ///
  /// Model equation (45.1).
  static func relief(_ b: BlockMonth, _ row: Int, _ yuan: Float) -> Float {
    let m = b.county
    guard m.pointee.optional.matching > 0 else { return yuan }
    let worse = m.pointee.settings.industry.matchQuality - accuracy(m)
    let u = b.key.household(b.p.id[row], month: 0, .matching)[0].uniform
    guard u < worse else { return yuan }
    let worth = (yuan * m.pointee.settings.matching.reliefWorth * 100).rounded() / 100
    record(b, row, yuan - worth)
    return worth
  }

  /// Counts a mismatched measure and what was spent on it in vain.
  private static func record(_ b: BlockMonth, _ row: Int, _ yuan: Float) {
    guard b.county.pointee.optional.matching > 0 else { return }
    b.note(.mismatches, row: row)
    b.pay(yuan, .mismatchedMeasures, row: row)
  }
}
