import Households
import Randomness

/// H3 price falls 价格波动: what damps or passes on a price at the farm gate.
struct PriceSettings: Sendable {
  let persistence: Double
  let commonWeight: Double
  let meatCorrelation: Double
  let vegetableCorrelation: Double
  let studentDegrees: Int
  let volatilityScale: Double
  /// Change of the farm-gate log price for a change of the market's.
  let passThrough: Double
  /// What processing takes off it, and the share that is processed.
  let processingRelief: Double
  let processed: Double

  init(_ p: ParameterReader) {
    persistence = p["prices.persistence"]
    commonWeight = p["prices.common_weight"]
    meatCorrelation = p["prices.meat_correlation"]
    vegetableCorrelation = p["prices.vegetable_correlation"]
    studentDegrees = Int(p["prices.student_degrees"])
    volatilityScale = p["prices.volatility_scale"]
    processed = p["prices.processing_share"]
    passThrough =
      p["prices.pass_through_raw"] * (1 - processed)
      + p["prices.pass_through_processed"] * processed
    processingRelief = p["prices.pass_through_raw"] - p["prices.pass_through_processed"]
  }
}

/// What the model knows of one product.
struct ProductSettings: Sendable {
  let volatility: Double
  let jumpRate: Double
  let jumpSize: Double
  let jumpRiseChance: Double
  let jumpMonths: Int
  let droughtSensitivity: Double
  let floodSensitivity: Double
  /// This month's income relative to an average month.
  let season: Double
  /// Variance of the log price in the long run.
  private(set) var longRunVariance = 0.0

  init(_ p: ParameterReader, _ product: Product, _ prices: PriceSettings) {
    let name = "product.\(product.rawValue)."
    volatility = p[name + "volatility"]
    jumpRate = p[name + "jump_rate"]
    jumpSize = p[name + "jump_size"]
    jumpRiseChance = p[name + "jump_rise_chance"]
    jumpMonths = max(1, Int(p[name + "jump_months"]))
    droughtSensitivity = p[name + "drought_sensitivity"]
    floodSensitivity = p[name + "flood_sensitivity"]
    season = p[name + "season"]
    longRunVariance = stationaryVariance(prices)
  }

  /// Mean of the logarithm of a jump's size.
  ///
  /// Model equation (4.3).
  var meanJump: Double {
    guard jumpRate > 0 else { return 0 }
    return jumpRiseChance * Elementary.log(1 + jumpSize)
      + (1 - jumpRiseChance) * Elementary.log(max(1 - jumpSize, 0.01))
  }

  /// Variance of the log price in the long run: (σ² + rate/12 E[jump²]) / (1 − ρ²).
  ///
  /// Model equation (4.4).
  func stationaryVariance(_ prices: PriceSettings) -> Double {
    let rho = min(prices.persistence, 0.999)
    let sigma = volatility * prices.volatilityScale
    var jumps = 0.0
    if jumpRate > 0 {
      let rise = Elementary.log(1 + jumpSize)
      let fall = Elementary.log(max(1 - jumpSize, 0.01))
      jumps = jumpRate / 12 * (jumpRiseChance * rise * rise + (1 - jumpRiseChance) * fall * fall)
    }
    return (sigma * sigma + jumps) / (1 - rho * rho)
  }
}

/// Log prices relative to trend in one possible future: x[t+1] = ρ x[t] + σ innovation + jump.
///
/// Innovations are Student t with unit variance; a common factor, a meat factor (pigs, cattle) and a
/// vegetable factor (vegetables, chili) give the correlations. Jumps are spread over their months, and
/// their mean is taken away month by month, so that the risk of jumps is no trend. Ten years before
/// the start bring the paths near their stationary law.
struct PricePaths {
  /// Log price by month and product; shape `[month][product]`.
  ///
  /// Model equations (4.2), (4.3).
  static func draw(_ settings: [MonthSettings], key: DrawKey) -> [Double] {
    var x = [Double](repeating: 0, count: settings.count * Product.count)
    var level = [Double](repeating: 0, count: Product.count)
    var jumping = [Double](repeating: 0, count: Product.count)
    var jumpLeft = [Int](repeating: 0, count: Product.count)
    for step in 0..<(warmUp + settings.count) {
      // Months before the start have numbers of their own, far above those of a run.
      let month = step < warmUp ? 3000 + step : step - warmUp
      let s = settings[max(0, step - warmUp)]
      let factors = (0..<3).map { innovation(s.prices, key, id: 100 + $0, month) }
      for product in Product.allCases {
        let k = product.index
        let own = s.products[k]
        let block = blockWeight(product, s.prices)
        let alone = max(0, 1 - s.prices.commonWeight - block.weight)
        let shock =
          s.prices.commonWeight.squareRoot() * factors[0]
          + block.weight.squareRoot() * factors[block.factor]
          + alone.squareRoot() * innovation(s.prices, key, id: k, month)
        let words = key.shared(.product, k, month: month, .price, draw: 200)
        if words[0].uniform < own.jumpRate / 12, jumpLeft[k] == 0 {
          let rises = words[1].uniform < own.jumpRiseChance
          let size = rises ? 1 + own.jumpSize : max(1 - own.jumpSize, 0.01)
          jumping[k] = Elementary.log(size) / Double(own.jumpMonths)
          jumpLeft[k] = own.jumpMonths
        }
        level[k] =
          s.prices.persistence * level[k] + own.volatility * s.prices.volatilityScale * shock
        level[k] -= own.jumpRate / 12 * own.meanJump
        if jumpLeft[k] > 0 {
          level[k] += jumping[k]
          jumpLeft[k] -= 1
        }
        if step >= warmUp { x[(step - warmUp) * Product.count + k] = level[k] }
      }
    }
    return x
  }

  private static let warmUp = 120

  /// Factor (1 meat, 2 vegetables) and weight of the block a product belongs to.
  ///
  /// Model equation (4.2).
  private static func blockWeight(
    _ product: Product, _ s: PriceSettings
  ) -> (factor: Int, weight: Double) {
    switch product {
    case .pigs, .cattle: (1, max(0, s.meatCorrelation - s.commonWeight))
    case .vegetables, .chili: (2, max(0, s.vegetableCorrelation - s.commonWeight))
    default: (1, 0)
    }
  }

  /// A Student t variate of unit variance: a normal over the root of a mean of squared normals.
  ///
  /// Model equation (4.1).
  private static func innovation(_ s: PriceSettings, _ key: DrawKey, id: Int, _ month: Int)
    -> Double
  {
    let degrees = max(3, min(s.studentDegrees, 100))
    var squares = 0.0
    var words = SIMD4<UInt32>()
    var z = 0.0
    for draw in 0...degrees {
      if draw % 4 == 0 {
        words = key.shared(.product, id, month: month, .price, draw: UInt32(draw / 4))
      }
      let normal = Elementary.normalQuantile(words[draw % 4].uniform)
      if draw == 0 { z = normal } else { squares += normal * normal }
    }
    let t = z / (squares / Double(degrees)).squareRoot()
    return t * (Double(degrees - 2) / Double(degrees)).squareRoot()
  }
}
