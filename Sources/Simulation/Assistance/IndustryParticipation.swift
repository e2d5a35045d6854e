import Households
import Randomness

/// A1 participation in specialty industries 特色产业参与.
///
/// What households earned in an industry in 2023 is in their incomes, so only those beyond the share of
/// 2023 gain by it. The state budget pays, not the county's pot: the pot is for monitored households and
/// is empty most of the time, so a lever that had to ask it would do nothing, and what a planner wants
/// to know is what a higher share brings and what it would cost.
struct IndustryParticipationSettings: Sendable {
  /// Places in the roll-out that take part in 2023, and now.
  let earlier: UInt32
  let now: UInt32
  let logMedianGain: Double
  let cost: Float

  init(_ p: ParameterReader) {
    earlier = Rollout.limit(p["industry_participation.participation_2023"])
    now = Rollout.limit(p["industry_participation.participation"])
    let yearly =
      p["industry_participation.claimed_gain"] * p["industry_participation.credibility"]
    logMedianGain = Elementary.log(max(yearly, 0.01) / 12)
    cost = p.float("industry_participation.cost")
  }
}

/// Step 5: formerly-poor households that can work join an industry as participation passes their place.
enum IndustryParticipationPass {
  /// Lets those join who are due and have no running package, or one at its end.
  ///
  /// Ramp, failure, term and prices are those of industry support. A share that falls asks nobody to
  /// leave: running packages go on to their term.
  static func run(_ b: BlockMonth) {
    let m = b.county
    guard m.pointee.optional.industryParticipation > 0 else { return }
    let (earlier, now) = (
      m.pointee.settings.industryParticipation.earlier,
      m.pointee.settings.industryParticipation.now
    )
    let term = m.pointee.settings.industry.termMonths
    let (former, flags) = (HouseholdFlags.formerlyPoor.rawValue, b.p.flags)
    let (place, months) = (b.p.place(in: .participation), b.s.industryMonths)
    let mask = b.markNoLabour()
    for i in 0..<b.count {
      let own = UInt32(place[i])
      let isDue: UInt8 = own < earlier ? 0 : (own < now ? 1 : 0)
      // 0 becomes 255: neither no package nor one past its term is running.
      let isFree: UInt8 = months[i] &- 1 >= term ? 1 : 0
      let isFormer: UInt8 = flags[i] & former != 0 ? 1 : 0
      let isAble: UInt8 = mask[i] == 0 ? 1 : 0
      mask[i] = isDue & isFree & isFormer & isAble
    }
    let found = b.x.collect(b.count)
    for place in 0..<found { join(b, Int(b.x.rows[place])) }
  }

  /// Joins, or stays for another term at the same cost; what has failed is not paid for again.
  ///
  /// Model equation (35.1).
  private static func join(_ b: BlockMonth, _ row: Int) {
    let m = b.county
    let isEstablished = b.s.industryMonths[row] > 0
    let isFirst = b.s.flags[row] & StateFlags.joinedIndustry == 0
    b.s.flags[row] |= StateFlags.joinedIndustry
    if isEstablished || !isFirst, b.s.industryGain[row] == 0 { return }
    let s = m.pointee.settings.industryParticipation
    IndustryPass.begin(
      b, row, logMedianGain: s.logMedianGain, strength: m.pointee.optional.industryParticipation)
    if isEstablished {
      // The trade goes on: its gain need not grow anew.
      let ramp = m.pointee.settings.industry.rampMonths
      b.s.industryMonths[row] = UInt8(min(ramp, Float(m.pointee.settings.industry.termMonths)))
    }
    b.pay(s.cost, .industryParticipation, row: row)
    if isFirst { b.note(.industryParticipants, row: row) }
  }
}
