import Households

/// What one household's business earned and lost this month, taken apart again for those who are
/// insured, diversified or sell over the internet.
///
/// Shares are of the gross output of an average month, as in `IncomePass.business`:
///
///     net income = level [ season − G (drought + price) ], at least −floor × level × season
struct BusinessMonth {
  /// Usual net income of an average month, yuan.
  let level: Float
  /// Gross over net income.
  let leverage: Float
  /// Output of this month without loss.
  let season: Float
  /// Lost to drought by this household, and by the county's weather alone without irrigation.
  let drought: Float
  let weather: Float
  /// Lost to prices; negative for a gain.
  let price: Float

  /// The month of a row, once `BusinessMonthPass` has run.
  init(_ b: BlockMonth, _ row: Int) {
    let m = b.county
    leverage = m.pointee.settings.income.farmLeverage
    level = b.p.business[row] * m.pointee.settings.calendar.businessIndex * b.x.productivity[row]
    season = b.x.businessPart(0)[row]
    drought = b.x.businessPart(1)[row]
    weather = b.x.businessPart(2)[row]
    price = b.x.businessPart(3)[row]
  }

  /// Gross output of an average month, yuan.
  var gross: Float { level * leverage }
}

/// Step 4: takes the month's business income apart once for all systems that look at its parts.
enum BusinessMonthPass {
  static func run(_ b: BlockMonth) {
    let on = b.county.pointee.optional
    let strengths = SIMD4(
      on.agriculturalInsurance, on.priceInsurance, on.diversification, on.eCommerce)
    guard strengths.max() > 0 else { return }
    let m = b.county
    sum(b, m.pointee.productSeason, into: b.x.businessPart(0))
    sum(b, m.pointee.productDroughtLoss, into: b.x.businessPart(1))
    sum(b, m.pointee.productWeatherLoss, into: b.x.businessPart(2))
    sum(b, m.pointee.productPriceLoss, into: b.x.businessPart(3))
    let (drought, luck) = (b.x.businessPart(1), b.s.droughtLuck)
    for i in 0..<b.count { drought[i] *= Float(luck[i]) / 127.5 }
  }

  /// A quantity by product, weighted by the products' shares in each household's business.
  private static func sum(
    _ b: BlockMonth, _ byProduct: SIMD8<Float>, into column: UnsafeMutablePointer<Float>
  ) {
    column.update(repeating: 0, count: b.count)
    for k in 0..<Product.count {
      let (share, value) = (b.p.product(k), byProduct[k])
      for i in 0..<b.count { column[i] += Float(share[i]) / 255 * value }
    }
  }
}
