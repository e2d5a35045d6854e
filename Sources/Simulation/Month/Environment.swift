import Households
import Randomness

/// Step 2: everything that many households share in one possible future, drawn before it begins.
struct Environment {
  /// The numbers of every month, where the months of all counties find them.
  let months: MonthTable
  /// Crop loss by severity class alone, by season and county; shape `[season][county]`.
  private let classLoss: [Float]
  /// How far the province as a whole is in severe drought, 0 to 1, by month.
  ///
  /// Model equation (2.5).
  private var provinceReach: [Double] = []
  /// Log prices; shape `[month][product]`.
  private let prices: [Double]
  /// Prices as most counties meet them; shape `[month][product]`.
  private var commonFactors: [PriceFactor] = []
  let markets: [LabourMarket]
  private let firstSeason: Int
  private let countyCount: Int
  private let key: DrawKey

  init(_ plan: SimulationPlan, key: DrawKey) {
    self.key = key
    months = MonthTable(plan.months)
    let scenario = plan.scenario
    countyCount = scenario.geography.counties.count
    firstSeason = DroughtField.season(of: scenario.start)
    let lastSeason = DroughtField.season(of: scenario.end)
    let z = plan.droughtField.draw(seasons: lastSeason - firstSeason + 1, key: key)
    var losses = [Float](repeating: 0, count: z.count)
    for month in 0..<scenario.monthCount {
      let season = DroughtField.season(of: scenario.start.advanced(by: month)) - firstSeason
      for county in 0..<countyCount {
        let place = season * countyCount + county
        losses[place] = Float(plan.months[month].drought.loss(atIndex: z[place]))
      }
    }
    classLoss = losses
    prices = PricePaths.draw(plan.months, key: key)
    markets = LabourMarketPaths.draw(plan.months, key: key)
    provinceReach = (0..<scenario.monthCount).map { month in
      let severe = max(plan.months[month].drought.severeLoss, 1e-9)
      let sum = (0..<countyCount).reduce(0.0) {
        $0 + Double(drought(plan, month: month, county: $1).loss)
      }
      return min(1, sum / Double(countyCount) / severe)
    }
    guard let county = scenario.counties.first else { return }
    for month in 0..<scenario.monthCount {
      for product in Product.allCases {
        let log = logPrice(plan, month: month, county: county, product: product)
        commonFactors.append(PriceFactor(log: log))
      }
    }
  }

  /// What a change of policy does to a county's money of a year.
  func policyYear(
    _ settings: PolicyChangeSettings, county: Int, year: Int, strength: Float
  ) -> PolicyChange.CountyYear {
    PolicyChange.countyYear(key, county: county, year: year, settings, strength: strength)
  }

  /// Weather season in which the harvest of a month grew: October–March for January–May (rape,
  /// potatoes, early tea), April–September for June–December.
  private func season(of month: Month) -> Int {
    let grew = Month(year: month.year, month: month.month < 6 ? 1 : 4)
    return max(0, DroughtField.season(of: grew) - firstSeason)
  }

  /// Share of the crop lost to drought in a county, and how strongly a severe one is felt, with the
  /// stress events placed there.
  ///
  /// Model equations (2.4), (2.5).
  func drought(_ plan: SimulationPlan, month: Int, county: Int) -> (loss: Float, severe: Float) {
    let date = plan.scenario.start.advanced(by: month)
    let strength = plan.strengths(.drought, month: month, county: county)
    let settings = plan.months[month].drought
    let natural = classLoss[season(of: date) * countyCount + county]
    let exposure = Float(plan.scenario.geography.counties[county].droughtExposure)
    var loss = natural * exposure * strength
    var severe: Float = natural > 0 && natural >= Float(settings.severeLoss) ? strength : 0
    for event in plan.scenario.events {
      if case .drought(let severity) = event.kind, event.covers(date, county: county) {
        loss = max(loss, Float(severity))
        if severity >= settings.severeLoss { severe = max(severe, 1) }
      }
    }
    return (min(1, loss), severe)
  }

  /// Share of households hit by flood or hail in a county this month.
  ///
  /// Model equation (3.1).
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
      if case .flood(let share) = event.kind, event.from == date, event.covers(date, county: county)
      {
        footprint = max(footprint, share)
      }
    }
    return Float(min(1, footprint))
  }

  /// Loss of a product's value to prices, as a share: 1 − e^(pass-through × log price).
  ///
  /// Model equation (4.4).
  func priceLoss(_ plan: SimulationPlan, month: Int, county: Int, product: Product) -> Double {
    let log = logPrice(plan, month: month, county: county, product: product)
    let common = commonFactors[month * Product.count + product.index]
    let loss = 1 - (log == common.log ? common.factor : Elementary.exp(log))
    return loss - (1 - loss) * PublicWorks.priceGain(plan, month: month, county: county)
  }

  /// What a county's farm gate sees of the log price of a product.
  private func logPrice(
    _ plan: SimulationPlan, month: Int, county: Int, product: Product
  ) -> Double {
    let s = months.address(of: month)
    let date = plan.scenario.start.advanced(by: month)
    let strength = Double(plan.strengths(.prices, month: month, county: county))
    let pass = PublicWorks.passThrough(plan, month: month, county: county, product)
    var x = prices[month * Product.count + product.index] * strength
    // Takes away the mean of the exponential, so that price risk is no trend.
    let variance = s.pointee.products[product.index].longRunVariance
    let mean = strength * strength * variance * pass / 2
    if product == .vegetables || product == .chili {
      x += s.pointee.drought.priceRise * provinceReach[month]
    }
    for event in plan.scenario.events {
      if case .price(let moved, let change) = event.kind, moved == product,
        event.covers(date, county: county)
      {
        x += Elementary.log(1 + change)
      }
    }
    return pass * (x - mean)
  }
}

/// A price relative to its level without risk, and its logarithm.
private struct PriceFactor {
  let log: Double
  let factor: Double

  init(log: Double) {
    self.log = log
    factor = Elementary.exp(log)
  }
}
