import Households
import Randomness

/// A15 diversified income 产业融合: who has more than one source loses less to any shock of business.
struct DiversificationSettings: Sendable {
  /// Places of the households that joined since 2023.
  let from: UInt32
  let to: UInt32
  /// Share of a loss that the other source makes good.
  let damping: Float

  init(_ p: ParameterReader) {
    from = Rollout.limit(p["diversification.participation_2023"])
    to = Rollout.limit(p["diversification.participation"])
    damping = Float(p["diversification.claimed_reduction"] * p["diversification.credibility"])
  }
}

/// Step 4: losses of the month that a second source of income makes good.
enum DiversificationPass {
  /// Hands back a share of what drought, flood and low prices took from business income; gains from
  /// high prices stay as they are, and so does the loss of wages.
  ///
  /// Model equation (52.1).
  static func run(_ b: BlockMonth) {
    let m = b.county
    let strength = m.pointee.optional.diversification
    guard strength > 0 else { return }
    let s = m.pointee.settings.diversification
    let damping = min(1, s.damping * strength)
    guard damping > 0, s.to > s.from else { return }
    let index = m.pointee.settings.calendar.businessIndex
    let (leverage, lowest) =
      (m.pointee.settings.income.farmLeverage, m.pointee.settings.income.businessFloor)
    let (places, width, weight) = (b.p.place(in: .participation), s.to - s.from, b.p.weight)
    let (usual, productivity, business) = (b.p.business, b.x.productivity, b.x.business)
    let (season, drought, price) =
      (b.x.businessPart(0), b.x.businessPart(1), b.x.businessPart(3))
    let flood = b.x.floodLoss
    let (disasterLoss, priceLoss) =
      (b.x.loss(Cause.disaster.rawValue), b.x.loss(Cause.prices.rawValue))
    var total: Int64 = 0
    for i in 0..<b.count {
      let level = usual[i] * index * productivity[i]
      let takesPart: Float = UInt32(places[i]) &- s.from < width ? damping : 0
      let share = level > 0 ? takesPart : 0
      let (cheap, dear) = (max(0, price[i]), min(0, price[i]))
      let lost = drought[i] + cheap
      // A month that ended at the floor lost less than its shocks would have taken.
      let floor = lowest * season[i]
      let before = max(season[i] - leverage * (lost + dear), floor)
      let after = max(season[i] - leverage * (lost * (1 - share) + dear), floor)
      let gain = level * (after - before) + share * flood[i]
      business[i] += gain
      let gross = level * leverage
      let disaster = max(0, disasterLoss[i] - share * (gross * drought[i] + flood[i]))
      let prices = max(0, priceLoss[i] - share * gross * cheap)
      disasterLoss[i] = share > 0 ? disaster : disasterLoss[i]
      priceLoss[i] = share > 0 ? prices : priceLoss[i]
      total &+= Int64(Single.nearest(gain)) &* Int64(weight[i])
    }
    b.add(.lossesDamped, total)
  }
}
