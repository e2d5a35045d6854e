import Households
import Randomness

/// G5 publicity 政策知晓: how many households know of the policies, and what it costs to tell them.
struct PublicitySettings: Sendable {
  let awareness2023: Double
  /// Change of the aware share since 2023.
  let change: Double
  /// Yuan per year for each person in a household that publicity has informed.
  let costPerPerson: Float

  init(_ p: ParameterReader) {
    awareness2023 = max(p["publicity.awareness_2023"], 1e-6)
    change = p["publicity.awareness"] - p["publicity.awareness_2023"]
    costPerPerson = p.float("publicity.cost_per_person")
  }
}

/// Who knows of the policies.
///
/// The households that know are those whose fixed awareness lies below the aware share, so that
/// publicity only adds households.
enum Publicity {
  /// The aware share this month, in 65,536ths.
  ///
  /// Model equation (60.1).
  static func limit(_ m: UnsafePointer<CountyMonth>) -> UInt16 {
    let base = m.pointee.settings.finding.awareShare
    let strength = Double(m.pointee.optional.publicity)
    guard strength > 0 else { return base }
    let moved = Double(base) + strength * m.pointee.settings.publicity.change * 65536
    return UInt16(min(max(moved, 0), 65535))
  }

  /// Whether a household knows only because of publicity since 2023.
  static func isNewlyAware(_ b: BlockMonth, _ row: Int) -> Bool {
    let m = b.county
    guard m.pointee.optional.publicity > 0 else { return false }
    let awareness = b.p.trait(1)[row]
    return awareness >= m.pointee.settings.finding.awareShare && awareness < limit(m)
  }

  /// Take-up by a household: observed take-up is that of all, aware or not, so that of the aware is
  /// higher by the inverse of the aware share, and the newly aware reach it.
  ///
  /// Model equation (60.1).
  static func takeUp(_ b: BlockMonth, _ row: Int, _ observed: Double) -> Double {
    guard isNewlyAware(b, row) else { return observed }
    return min(1, observed / b.county.pointee.settings.publicity.awareness2023)
  }

  /// At the end of a year: what informing the newly aware has cost.
  static func charge(_ b: BlockMonth) {
    let m = b.county
    guard m.pointee.optional.publicity > 0, m.pointee.settings.publicity.change > 0 else { return }
    let cost = m.pointee.settings.publicity.costPerPerson
    for row in 0..<b.count where isNewlyAware(b, row) {
      b.pay(cost * Float(b.personsAlive(row)), .publicityCost, row: row)
    }
  }
}
