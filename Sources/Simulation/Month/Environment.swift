import Households
import Randomness

/// Step 2: everything that many households share in one possible future, drawn before it begins.
struct Environment {
  /// Crop loss share by season and county; shape `[season][county]`.
  private let droughtLoss: [Float]
  /// Mean of `droughtLoss` over the counties; shape `[season]`.
  private let provinceLoss: [Double]
  /// Log prices; shape `[month][product]`.
  private let prices: [Double]
  let markets: [LabourMarket]
  private let firstSeason: Int
  private let countyCount: Int
  private let key: DrawKey

  init(_ plan: SimulationPlan, key: DrawKey) {
    self.key = key
    let scenario = plan.scenario
    countyCount = scenario.geography.counties.count
    firstSeason = DroughtField.season(of: scenario.start)
    let lastSeason = DroughtField.season(of: scenario.end)
    let z = plan.droughtField.draw(seasons: lastSeason - firstSeason + 1, key: key)
    let drought = plan.months[0].drought
    var losses: [Float] = []
    var means: [Double] = []
    for season in 0...(lastSeason - firstSeason) {
      var sum = 0.0
      for (county, unit) in scenario.geography.counties.enumerated() {
        let loss = drought.loss(atIndex: z[season * countyCount + county])
        sum += loss
        losses.append(Float(min(1, loss * unit.droughtExposure)))
      }
      means.append(sum / Double(countyCount))
    }
    droughtLoss = losses
    provinceLoss = means
    prices = PricePaths.draw(plan.months, key: key)
    markets = LabourMarketPaths.draw(plan.months, key: key)
  }

  func season(of month: Month) -> Int { DroughtField.season(of: month) - firstSeason }

  /// Share of the crop lost to drought in a county, with the stress events placed there.
  func drought(_ plan: SimulationPlan, month: Int, county: Int) -> Float {
    let date = plan.scenario.start.advanced(by: month)
    let strength = plan.strengths(.drought, month: month, county: county)
    var loss = droughtLoss[season(of: date) * countyCount + county] * strength
    for event in plan.scenario.events {
      if case .drought(let severity) = event.kind, event.covers(date, county: county) {
        loss = max(loss, Float(severity))
      }
    }
    return min(1, loss)
  }

  /// Share of households hit by flood or hail in a county this month.
  func flood(_ plan: SimulationPlan, month: Int, county: Int) -> Float {
    let s = plan.months[month].flood
    let strength = Double(plan.strengths(.flood, month: month, county: county))
    let words = key.shared(.county, county, month: month, .flood)
    var footprint = 0.0
    if words[0].uniform < s.monthlyChance {
      let u = words[1].uniform
      let width = s.footprint.upperBound - s.footprint.lowerBound
      footprint = (s.footprint.lowerBound + u * width) * strength
    }
    let date = plan.scenario.start.advanced(by: month)
    for event in plan.scenario.events {
      if case .flood(let share) = event.kind, event.from == date, event.covers(date, county: county) {
        footprint = max(footprint, share)
      }
    }
    return Float(min(1, footprint))
  }

  /// Loss of a product's value to prices, as a share: 1 − e^(pass-through × log price).
  func priceLoss(_ plan: SimulationPlan, month: Int, county: Int, product: Product) -> Double {
    let s = plan.months[month]
    let date = plan.scenario.start.advanced(by: month)
    let strength = Double(plan.strengths(.prices, month: month, county: county))
    var x = prices[month * Product.count + product.index] * strength
    if product == .vegetables || product == .chili {
      let drought = Double(plan.strengths(.drought, month: month, county: county))
      let reach = min(1, provinceLoss[season(of: date)] / max(s.drought.severeLoss, 1e-9))
      x += s.drought.priceRise * reach * drought
    }
    for event in plan.scenario.events {
      if case .price(let moved, let change) = event.kind, moved == product,
        event.covers(date, county: county)
      {
        x += Elementary.log(1 + change)
      }
    }
    return 1 - Elementary.exp(s.prices.passThrough * x)
  }
}
