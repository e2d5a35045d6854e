import Households

/// What one household's business earned and lost this month, taken apart again for the few rows that
/// are insured, diversified or sell over the internet.
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
  private(set) var season: Float = 0
  /// Lost to drought by this household, and by the county's weather alone without irrigation.
  private(set) var drought: Float = 0
  private(set) var weather: Float = 0
  /// Lost to prices; negative for a gain.
  private(set) var price: Float = 0

  init(_ b: BlockMonth, _ row: Int) {
    let m = b.county
    leverage = m.pointee.settings.income.farmLeverage
    level = b.p.business[row] * m.pointee.settings.calendar.businessIndex * b.x.productivity[row]
    for k in 0..<Product.count {
      let share = Float(b.p.product(k)[row]) / 255
      season += share * m.pointee.productSeason[k]
      drought += share * m.pointee.productDroughtLoss[k]
      weather += share * m.pointee.productWeatherLoss[k]
      price += share * m.pointee.productPriceLoss[k]
    }
    drought *= Float(b.s.droughtLuck[row]) / 127.5
  }

  /// Gross output of an average month, yuan.
  var gross: Float { level * leverage }
}
