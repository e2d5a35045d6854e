import Households

/// What one household's business earned and lost this month, taken apart again for those who are
/// insured, diversified or sell over the internet.
///
/// Shares are of the gross output of an average month, as in `IncomePass.business`:
///
///     net income = level [ season − G (drought + price) ], at least floor × level × season (floor < 0)
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
  ///
  /// Model equation (13.6).
  var gross: Float { level * leverage }
}

/// Step 4: takes the month's business income apart once for all systems that look at its parts.
enum BusinessMonthPass {
  static func isNeeded(_ m: UnsafePointer<CountyMonth>) -> Bool {
    let on = m.pointee.optional
    let strengths = SIMD4(
      on.agriculturalInsurance, on.priceInsurance, on.diversification, on.eCommerce)
    return strengths.max() > 0
  }

  /// Each part weights a quantity by product with the products' shares in a household's business.
  ///
  /// Model equation (13.6).
  static func run(_ b: BlockMonth) {
    let m = b.county
    guard isNeeded(m) else { return }
    let (season, dry) = (m.pointee.productSeason, m.pointee.productDroughtLoss)
    let (weather, cheap) = (m.pointee.productWeatherLoss, m.pointee.productPriceLoss)
    let (output, drought) = (b.x.businessPart(0), b.x.businessPart(1))
    let (county, price) = (b.x.businessPart(2), b.x.businessPart(3))
    let luck = b.s.droughtLuck
    let (p0, p1, p2, p3) = (b.p.product(0), b.p.product(1), b.p.product(2), b.p.product(3))
    let (p4, p5, p6, p7) = (b.p.product(4), b.p.product(5), b.p.product(6), b.p.product(7))
    for i in 0..<b.count {
      let (w0, w1, w2, w3) = (unit(p0[i]), unit(p1[i]), unit(p2[i]), unit(p3[i]))
      let (w4, w5, w6, w7) = (unit(p4[i]), unit(p5[i]), unit(p6[i]), unit(p7[i]))
      @inline(__always) func sum(_ q: SIMD8<Float>) -> Float {
        w0 * q[0] + w1 * q[1] + w2 * q[2] + w3 * q[3] + w4 * q[4] + w5 * q[5] + w6 * q[6]
          + w7 * q[7]
      }
      output[i] = sum(season)
      drought[i] = sum(dry) * (Float(luck[i]) / 127.5)
      county[i] = sum(weather)
      price[i] = sum(cheap)
    }
    b.x.floodLoss.update(repeating: 0, count: b.count)
    b.x.floodShare.update(repeating: 0, count: b.count)
  }

  /// A product's share as a number.
  @inline(__always)
  private static func unit(_ share: UInt8) -> Float { Float(share) / 255 }
}
