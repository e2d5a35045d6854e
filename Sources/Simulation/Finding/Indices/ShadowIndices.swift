import Households
import Randomness

/// M4 index designs side by side.
struct ShadowIndicesSettings: Sendable {
  /// Whether households in need when they are scored count; otherwise only new need is predicted.
  let countsPresentNeed: Bool
  /// Hash groups of households that are scored, of the forty.
  let scoredGroups: UInt8

  init(_ p: ParameterReader) {
    countsPresentNeed = p["shadow_indices.count_present_need"] >= 0.5
    let groups = Double(Population.sampleGroupCount)
    scoredGroups = UInt8(max(1, (p["shadow_indices.scored_share"] * groups).rounded()))
  }
}

/// Scores a share of the households outside monitoring by all designs each June and December, the same
/// ones whatever the policy, and half a year later counts who was in need (as a visit would see it) at any time since, the day of the scoring
/// included.
///
/// Writes nothing that another pass reads.
enum ShadowIndicesPass {
  /// Set in `shadowAlerts` of a household that was scored, beside the bits of the designs.
  static var scored: UInt8 { 1 << 7 }

  static func run(_ b: BlockMonth) {
    if let training = b.training {
      training.observe(b)
    } else if b.county.pointee.optional.shadowIndices > 0 {
      observe(b)
    } else if b.county.pointee.isScoringMonth {
      // Where the comparison has ended, what was scored before it did is not counted later.
      b.s.shadowAlerts.update(repeating: 0, count: b.count)
    }
  }

  private static func observe(_ b: BlockMonth) {
    rememberNeed(b)
    guard b.county.pointee.isScoringMonth else { return }
    let s = b.county.pointee.settings.shadowIndices
    let shared = LedgerView.shared(b.county)
    for row in 0..<b.count where b.p.sampleGroup[row] < s.scoredGroups {
      if b.s.shadowAlerts[row] & scored != 0 { tally(b, row) }
      let isInNeed = VisitPass.isInNeed(b, row)
      b.s.shadowNeed[row] = isInNeed ? 1 : 0
      let isLeftOut = b.s.monitored[row] != 0 || isInNeed && !s.countsPresentNeed
      b.s.shadowAlerts[row] =
        isLeftOut ? 0 : VulnerabilityIndex.allAlerts(b, row, shared: shared) | scored
    }
  }

  /// Marks the households that are in need this month.
  static func rememberNeed(_ b: BlockMonth) {
    let line = b.county.pointee.settings.calendar.monitoringLine
    let (own12, hardship, need) = (b.x.own12, b.s.hardship, b.s.shadowNeed)
    for i in 0..<b.count {
      let isPoor: UInt8 = own12[i] < line ? 1 : 0
      let isCut: UInt8 = hardship[i] > 1 ? 1 : 0
      need[i] = need[i] | isPoor | isCut
    }
  }

  /// Counts one scored household for every design: true and false positives and negatives.
  private static func tally(_ b: BlockMonth, _ row: Int) {
    let (alerts, need) = (b.s.shadowAlerts[row], b.s.shadowNeed[row] != 0)
    let first = SystemQuantity.shadowIncomeTruePositives.rawValue
    guard b.county.pointee.isRecorded else { return }
    let weight = Int64(b.p.weight[row])
    for design in 0..<6 {
      let isAlerted = alerts & (1 &<< UInt8(design)) != 0
      let place = isAlerted ? (need ? 0 : 1) : (need ? 2 : 3)
      b.tally.systems[first + 4 * design + place] &+= weight
    }
  }
}

extension CountyMonth {
  /// Whether designs are scored this month: at the end of each half-year.
  var isScoringMonth: Bool { monthOfYear == 6 || monthOfYear == 12 }
}
