import Households
import Randomness

/// A11 mutual aid 村寨互助会: neighbours do the work that a household has lost.
struct MutualAidSettings: Sendable {
  /// Places in the roll-out of villages that have an association in 2023, and now.
  let earlier: UInt32
  let now: UInt32
  /// Share of the wage lost that neighbours make good.
  let share: Float

  init(_ p: ParameterReader) {
    earlier = Rollout.limit(p["mutual_aid.coverage_2023"])
    now = Rollout.limit(p["mutual_aid.coverage"])
    share = Float(p["mutual_aid.claimed_share"] * p["mutual_aid.credibility"])
  }
}

/// Step 4: in villages with an association, neighbours make good a share of the wage that a household
/// has lost this month to sickness, care, disability or death.
///
/// Labour is exchanged, not money: what the neighbours do replaces the household's own work, so it is
/// the household's own income and no assistance, and it costs nobody cash.
enum MutualAidPass {
  /// Keeps the losses that are no lost wage (bills, a funeral, a fire), before wages add theirs.
  static func remember(_ b: BlockMonth) {
    guard b.county.pointee.optional.mutualAid > 0 else { return }
    billsOfIllness(b).update(from: b.x.loss(Cause.illness.rawValue), count: b.count)
    billsOfAccidents(b).update(from: b.x.loss(Cause.accidents.rawValue), count: b.count)
  }

  // Columns that the month does not use before its budget.
  private static func billsOfIllness(_ b: BlockMonth) -> UnsafeMutablePointer<Float> {
    b.x.consumption
  }
  private static func billsOfAccidents(_ b: BlockMonth) -> UnsafeMutablePointer<Float> {
    b.x.left
  }

  /// Adds what neighbours make good to the wage and takes it from the losses.
  static func run(_ b: BlockMonth) {
    let m = b.county
    guard m.pointee.optional.mutualAid > 0 else { return }
    let share = min(1, m.pointee.settings.mutualAid.share * m.pointee.optional.mutualAid)
    let (earlier, now) = (
      m.pointee.settings.mutualAid.earlier, m.pointee.settings.mutualAid.now
    )
    let (place, mask) = (b.p.place(in: .village), b.x.mask)
    let illness = b.x.loss(Cause.illness.rawValue)
    let accidents = b.x.loss(Cause.accidents.rawValue)
    let (illnessBills, accidentBills) = (billsOfIllness(b), billsOfAccidents(b))
    for i in 0..<b.count {
      let own = UInt32(place[i])
      let isCovered: UInt8 = own < earlier ? 0 : (own < now ? 1 : 0)
      let lost = (illness[i] - illnessBills[i]) + (accidents[i] - accidentBills[i])
      let isHit: UInt8 = lost > 0 ? 1 : 0
      mask[i] = isCovered & isHit
    }
    let found = b.x.collect(b.count)
    for place in 0..<found {
      let row = Int(b.x.rows[place])
      help(
        b, row, share, byIllness: illness[row] - illnessBills[row],
        byAccidents: accidents[row] - accidentBills[row])
    }
  }

  /// One household's help, in whole fen; each channel's loss falls by its part.
  ///
  /// Model equation (46.1).
  private static func help(
    _ b: BlockMonth, _ row: Int, _ share: Float, byIllness: Float, byAccidents: Float
  ) {
    let lost = byIllness + byAccidents
    let fen = Elementary.nearest(Double(lost * share) * 100)
    guard fen > 0 else { return }
    let yuan = Float(fen / 100)
    b.x.wage[row] += yuan
    b.x.loss(Cause.illness.rawValue)[row] -= yuan * byIllness / lost
    b.x.loss(Cause.accidents.rawValue)[row] -= yuan * byAccidents / lost
    b.tally.money[Programme.mutualAid.rawValue] &+= Int64(fen) &* Int64(b.p.weight[row])
    b.note(.mutualAidMonths, row: row)
  }
}
