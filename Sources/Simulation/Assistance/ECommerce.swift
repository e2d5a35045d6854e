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
  static func run(_ b: BlockMonth) {
    let m = b.county
    let strength = m.pointee.optional.eCommerce
    guard strength > 0 else { return }
    let s = m.pointee.settings.eCommerce
    let gain = s.salesGain * strength
    guard gain > 0, s.to > s.from else { return }
    let found = b.collect(.eCommerce, from: s.from, to: s.to)
    for place in 0..<found {
      let row = Int(b.x.rows[place])
      let own = BusinessMonth(b, row)
      let sold = own.gross * max(0, own.season - own.drought - own.price)
      guard sold > 0 else { continue }
      b.x.business[row] += sold * gain
      b.note(.eCommerceGain, row: row, Int(Single.nearest(sold * gain)))
    }
  }
}
