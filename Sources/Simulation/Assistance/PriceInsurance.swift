import Households
import Randomness

/// A14 price insurance 价格保险: pays for a price at the farm gate below its target.
struct PriceInsuranceSettings: Sendable {
  let coverage: Double
  /// Target price relative to trend.
  let target: Float
  let ratio: Float
  /// Insured share of gross output.
  let sumInsured: Float
  let premium: InsurancePremium

  init(_ p: ParameterReader) {
    coverage = p["price_insurance.coverage"]
    target = p.float("price_insurance.target")
    ratio = p.float("price_insurance.ratio")
    sumInsured = p.float("price_insurance.sum_insured")
    premium = InsurancePremium(p, of: "price_insurance")
  }
}

/// Step 4: premiums and claims of price insurance.
enum PriceInsurancePass {
  /// Charges the year's premium and pays the month's claims.
  ///
  ///     claim = ratio × insured share × gross output × Σ product share × season × (target − price)₊
  ///
  /// Model equation (51.1).
  static func run(_ b: BlockMonth) {
    let m = b.county
    let limit = m.pointee.farmContracts.price
    guard limit > 0 else { return }
    let s = m.pointee.settings.priceInsurance
    let isPremiumMonth = m.pointee.monthOfYear == s.premium.month
    var gap = m.pointee.productCheapness - (1 - s.target)
    gap.replace(with: 0, where: gap .< 0)
    let short = gap * m.pointee.productSeason
    guard isPremiumMonth || short.max() > 0 else { return }
    if isPremiumMonth { charge(b, s, limit) }
    pay(b, s, limit, short)
  }

  private static func charge(_ b: BlockMonth, _ s: PriceInsuranceSettings, _ limit: UInt32) {
    let found = b.collect(.insurance, from: 0, to: limit)
    for place in 0..<found {
      let row = Int(b.x.rows[place])
      let own = BusinessMonth(b, row)
      guard own.level > 0 else { continue }
      s.premium.charge(
        b, row, sum: 12 * own.gross * s.sumInsured, .pricePremiumHouseholds, .pricePremiumState)
    }
  }

  /// Pays whole fen to everybody with a business whose products are below their targets.
  private static func pay(
    _ b: BlockMonth, _ s: PriceInsuranceSettings, _ limit: UInt32, _ short: SIMD8<Float>
  ) {
    let m = b.county
    let index = m.pointee.settings.calendar.businessIndex
    let leverage = m.pointee.settings.income.farmLeverage
    let insured = s.ratio * s.sumInsured
    let (places, weight, usual) = (b.p.place(in: .insurance), b.p.weight, b.p.business)
    let (productivity, business) = (b.x.productivity, b.x.business)
    let prices = b.x.loss(Cause.prices.rawValue)
    let missing = b.x.left
    missing.update(repeating: 0, count: b.count)
    for k in 0..<Product.count where short[k] > 0 {
      let (share, gap) = (b.p.product(k), short[k])
      for i in 0..<b.count { missing[i] += Float(share[i]) / 255 * gap }
    }
    var claims: Int64 = 0
    var households: Int32 = 0
    for i in 0..<b.count {
      let isInsured: Float = UInt32(places[i]) < limit ? insured : 0
      let gross = max(0, usual[i] * index * productivity[i] * leverage)
      let due = isInsured * gross * missing[i]
      let fen = Elementary.nearest(Double(due) * 100)
      let paid = Float(fen / 100)
      let (before, after) = (prices[i], max(0, prices[i] - paid))
      let isDue: Int32 = due > 0 ? 1 : 0
      business[i] += paid
      prices[i] = due > 0 ? after : before
      claims &+= Elementary.nearestInteger(fen) &* Int64(weight[i])
      households &+= isDue &* Int32(weight[i])
    }
    b.tally.money[Programme.priceClaims.rawValue] &+= claims
    b.add(.priceClaimHouseholds, Int64(households))
  }
}
