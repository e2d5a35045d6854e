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
  static func run(_ b: BlockMonth) {
    let m = b.county
    let strength = m.pointee.optional.priceInsurance
    guard strength > 0 else { return }
    let s = m.pointee.settings.priceInsurance
    let isPremiumMonth = m.pointee.monthOfYear == s.premium.month
    var gap = m.pointee.productCheapness - (1 - s.target)
    gap.replace(with: 0, where: gap .< 0)
    let short = gap * m.pointee.productSeason
    guard isPremiumMonth || short.max() > 0 else { return }
    let limit = Rollout.limit(s.coverage * Double(strength))
    mark(b, limit, short, everybody: isPremiumMonth)
    let found = b.x.collect(b.count)
    for place in 0..<found {
      let row = Int(b.x.rows[place])
      let own = BusinessMonth(b, row)
      if isPremiumMonth {
        s.premium.charge(
          b, row, sum: 12 * own.gross * s.sumInsured, .pricePremiumHouseholds, .pricePremiumState)
      }
      pay(b, row, s.ratio * s.sumInsured * own.gross, short)
    }
  }

  /// Marks insured households with a business: all of them, or those with a product below its target.
  private static func mark(
    _ b: BlockMonth, _ limit: UInt32, _ short: SIMD8<Float>, everybody: Bool
  ) {
    let (places, usual, mask) = (b.p.place(in: .insurance), b.p.business, b.x.mask)
    mask.update(repeating: everybody ? 1 : 0, count: b.count)
    for k in 0..<Product.count where short[k] > 0 {
      let share = b.p.product(k)
      for i in 0..<b.count { mask[i] |= share[i] }
    }
    for i in 0..<b.count {
      let isInsured: UInt8 = UInt32(places[i]) < limit ? 255 : 0
      let hasBusiness: UInt8 = usual[i] > 0 ? 255 : 0
      mask[i] &= isInsured & hasBusiness
    }
  }

  private static func pay(_ b: BlockMonth, _ row: Int, _ scale: Float, _ short: SIMD8<Float>) {
    var missing: Float = 0
    for k in 0..<Product.count { missing += Float(b.p.product(k)[row]) / 255 * short[k] }
    guard missing > 0 else { return }
    let paid = b.settle(scale * missing, .priceClaims, row: row)
    b.x.business[row] += paid
    let prices = b.x.loss(Cause.prices.rawValue)
    prices[row] = max(0, prices[row] - paid)
    b.note(.priceClaimHouseholds, row: row)
  }
}
