import Households
import Randomness

/// H6 epidemic 公共卫生事件: more admissions and closed markets while it lasts.
struct EpidemicSettings: Sendable {
  /// Multiple of hospital admissions, and share of the month's sales lost to closed markets, in
  /// months of the random pandemic regime.
  let admissions: Float
  let marketClosure: Float

  init(_ p: ParameterReader) {
    admissions = p.float("epidemic.admissions")
    marketClosure = p.float("epidemic.market_closure")
  }
}

/// What an epidemic does in a county in a month; jobs are the labour market's part.
struct EpidemicMonth: Equatable {
  /// Whether there is one.
  var isOn = false
  /// Multiple of hospital admissions.
  var admissions: Float = 1
  /// Share of the month's sales of own business that cannot be sold.
  var marketClosure: Float = 0

  /// The epidemic that the author of a scenario placed in a month and county.
  static func placed(_ events: [StressEvent], _ date: Month, county: Int) -> EpidemicMonth {
    var month = EpidemicMonth()
    for event in events {
      // An event of no size at all is none, so that it leaves the labour market alone too.
      if case .epidemic(let admissions, let returning, let closure) = event.kind,
        admissions > 1 || returning > 0 || closure > 0, event.covers(date, county: county)
      {
        month = EpidemicMonth(
          isOn: true, admissions: Float(admissions), marketClosure: Float(closure))
      }
    }
    return month
  }

  /// The same month when chance has brought a pandemic too: the stronger effect of the two.
  func joined(
    by market: LabourMarket, _ s: EpidemicSettings, strength: Float
  ) -> EpidemicMonth {
    guard market.isPandemic, strength > 0 else { return self }
    return EpidemicMonth(
      isOn: true, admissions: max(admissions, 1 + (s.admissions - 1) * strength),
      marketClosure: max(marketClosure, min(1, s.marketClosure * strength)))
  }
}

/// Step 4: what closed markets take from business income.
enum EpidemicPass {
  /// Sales are net income plus costs; a closed market takes a share of them and saves no cost.
  ///
  ///     sales = Y + (G − 1) base A,   Y′ = max(Y − closed sales, min(Y, floor × base A)), floor < 0
  ///
  /// Model equation (32.1).
  static func run(_ b: BlockMonth) {
    let m = b.county
    let closed = m.pointee.epidemic.marketClosure
    guard closed > 0 else { return }
    let season = m.pointee.productSeason / 255
    let costs = m.pointee.settings.income.farmLeverage - 1
    let floor = m.pointee.settings.income.businessFloor
    let index = m.pointee.settings.calendar.businessIndex
    let (business, base, productivity) = (b.x.business, b.p.business, b.x.productivity)
    let disasterLoss = b.x.loss(Cause.disaster.rawValue)
    let (p0, p1, p2, p3) = (b.p.product(0), b.p.product(1), b.p.product(2), b.p.product(3))
    let (p4, p5, p6, p7) = (b.p.product(4), b.p.product(5), b.p.product(6), b.p.product(7))
    let weight = b.p.weight
    var total: Int64 = 0
    for i in 0..<b.count {
      let (w0, w1, w2, w3) = (Float(p0[i]), Float(p1[i]), Float(p2[i]), Float(p3[i]))
      let (w4, w5, w6, w7) = (Float(p4[i]), Float(p5[i]), Float(p6[i]), Float(p7[i]))
      let a =
        (w0 * season[0] + w1 * season[1] + w2 * season[2] + w3 * season[3])
        + (w4 * season[4] + w5 * season[5] + w6 * season[6] + w7 * season[7])
      let ordinary = base[i] * index * productivity[i] * a
      let before = business[i]
      let sales = max(0, before + costs * ordinary)
      let after = max(before - closed * sales, min(before, floor * ordinary))
      business[i] = after
      disasterLoss[i] += before - after
      let whole = Single.nearest(min(before - after, 4_000_000))
      total &+= Int64(whole &* Int32(weight[i]))
    }
    if m.pointee.isRecorded { b.tally.systems[SystemQuantity.marketClosureLoss.rawValue] &+= total }
  }
}
