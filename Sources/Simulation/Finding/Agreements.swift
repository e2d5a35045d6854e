import Households
import Randomness

/// G3 cross-region agreements 跨区域协作: help for households that live in another prefecture.
struct AgreementsSettings: Sendable {
  /// Share of prefectures that are part of the agreements.
  let share: Double
  /// Mean of the added delay if the prefectures of registration and of residence both are.
  let delayDays: Double
  /// Whether the township of residence must make the visit.
  let hasDutyOfResidence: Bool

  init(_ p: ParameterReader) {
    share = p["agreements.share"]
    delayDays = p["agreements.delay_days"]
    hasDutyOfResidence = p["agreements.duty_of_residence"] >= 0.5
  }

  /// The prefectures with which a prefecture has agreements, one bit each; 0 if it has none.
  ///
  /// Model equation (59.1).
  ///
  /// - Parameters:
  ///   - places: Place of every prefecture in the order in which they join.
  ///   - prefecture: The prefecture of registration.
  /// - Returns: Bit k is set for prefecture k.
  func partners(places: [Int], prefecture: Int) -> UInt32 {
    let joined = share * Double(places.count)
    func isPart(_ place: Int) -> Bool { Double(place) + 0.5 < joined }
    guard isPart(places[prefecture]) else { return 0 }
    return places.indices.reduce(0) { bits, other in
      isPart(places[other]) ? bits | 1 << UInt32(other) : bits
    }
  }
}

enum Agreements {
  /// The order in which prefectures join: a property of the world, the same in every possible future.
  static func places(prefectures: Int) -> [Int] {
    let world = DrawKey(seed: 0, shockYear: 0, householdReplication: 0)
    let ranks = (0..<prefectures).map { world.world(.prefecture, $0, .agreements)[0] }
    return ranks.map { own in ranks.count { $0 < own } }
  }

  /// Whether an agreement covers a household that lives elsewhere.
  static func covers(_ b: BlockMonth, _ row: Int) -> Bool {
    let m = b.county
    guard m.pointee.optional.agreements > 0 else { return false }
    return m.pointee.agreementPartners >> UInt32(b.p.residence[row]) & 1 == 1
      && b.b16(b.p.flags[row], HouseholdFlags.livesElsewhere.rawValue)
  }

  /// Mean delay in days added for a household that lives elsewhere.
  ///
  /// Model equation (59.1).
  static func meanDelay(_ b: BlockMonth, _ row: Int) -> Double {
    let m = b.county
    let outside = m.pointee.settings.response.elsewhereDays
    guard covers(b, row) else { return outside }
    let strength = min(Double(m.pointee.optional.agreements), 1)
    return outside + strength * (m.pointee.settings.agreements.delayDays - outside)
  }

  /// Whether the township of residence makes the visit, so that the township of registration need
  /// not: its own visits are not used, and their limit does not hold the case up.
  static func isVisitedAtResidence(_ b: BlockMonth, _ row: Int) -> Bool {
    b.county.pointee.settings.agreements.hasDutyOfResidence && covers(b, row)
  }
}
