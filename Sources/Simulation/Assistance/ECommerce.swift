import Households
import Randomness

/// H3, A13 e-commerce 电商: a better price for what is sold over the internet.
struct ECommerceSettings: Sendable {
  /// Places of the households that began since 2023.
  let from: UInt32
  let to: UInt32
  /// Rise of gross sales: marketed share × rise of the price.
  let salesGain: Float

  init(_ p: ParameterReader) {
    from = Rollout.limit(p["e_commerce.coverage_2023"])
    to = Rollout.limit(p["e_commerce.coverage"])
    let price = p["e_commerce.claimed_price_gain"] * p["e_commerce.credibility"]
    salesGain = Float(price * p["e_commerce.marketed_share"])
  }
}

/// Step 4: what households sell over the internet.
enum ECommercePass {
  /// Adds the gain; a dearer sale costs nothing more to grow, so that net income rises by all of it.
  ///
  ///     gain = level × G × (output left after drought and prices) × marketed share × price gain
  ///
  /// Model equation (49.1).
  static func run(_ b: BlockMonth) {
    let m = b.county
    let strength = m.pointee.optional.eCommerce
    guard strength > 0 else { return }
    let s = m.pointee.settings.eCommerce
    let gain = s.salesGain * strength
    guard gain > 0, s.to > s.from else { return }
    let index = m.pointee.settings.calendar.businessIndex
    let leverage = m.pointee.settings.income.farmLeverage
    let (place, width, weight) = (b.p.place(in: .eCommerce), s.to - s.from, b.p.weight)
    let (usual, productivity, business) = (b.p.business, b.x.productivity, b.x.business)
    let (season, drought, price) =
      (b.x.businessPart(0), b.x.businessPart(1), b.x.businessPart(3))
    var total: Int64 = 0
    for i in 0..<b.count {
      let isSelling: Float = UInt32(place[i]) &- s.from < width ? gain : 0
      let gross = usual[i] * index * productivity[i] * leverage
      let more = max(0, gross * max(0, season[i] - drought[i] - price[i])) * isSelling
      business[i] += more
      total &+= Int64(Single.nearest(more)) &* Int64(weight[i])
    }
    b.add(.eCommerceGain, total)
  }
}
