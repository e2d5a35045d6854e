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
  static func run(_ b: BlockMonth) {
    let m = b.county
    let strength = m.pointee.optional.diversification
    guard strength > 0 else { return }
    let s = m.pointee.settings.diversification
    let damping = min(1, s.damping * strength)
    guard damping > 0, s.to > s.from else { return }
    let found = b.collect(.participation, from: s.from, to: s.to)
    for place in 0..<found { damp(b, Int(b.x.rows[place]), damping) }
  }

  private static func damp(_ b: BlockMonth, _ row: Int, _ damping: Float) {
    let own = BusinessMonth(b, row)
    let lost = own.drought + max(0, own.price)
    let flood = WeatherPass.cropLoss(b, row)?.yuan ?? 0
    guard own.level > 0, lost > 0 || flood > 0 else { return }
    // A month that ended at the floor lost less than its shocks would have taken.
    let floor = b.county.pointee.settings.income.businessFloor * own.season
    let gainOfPrice = min(0, own.price)
    let before = max(own.season - own.leverage * (lost + gainOfPrice), floor)
    let kept = lost * (1 - damping)
    let after = max(own.season - own.leverage * (kept + gainOfPrice), floor)
    let gain = own.level * (after - before) + damping * flood
    b.x.business[row] += gain
    let (disaster, prices) = (b.x.loss(Cause.disaster.rawValue), b.x.loss(Cause.prices.rawValue))
    disaster[row] -= damping * (own.gross * own.drought + flood)
    disaster[row] = max(0, disaster[row])
    prices[row] = max(0, prices[row] - damping * own.gross * max(0, own.price))
    b.note(.lossesDamped, row: row, Int(Single.nearest(gain)))
  }
}
