import Households
import NumericalMethods
import Randomness

/// H1 drought 干旱: half-year weather of the counties, correlated with distance.
struct DroughtSettings: Sendable {
  let persistence: Double
  let commonCorrelation: Double
  let correlationLength: Double
  let meanShift: Double
  let thresholds: SIMD4<Double>
  let losses: SIMD4<Double>
  let householdSpread: Float
  let localWageLoss: Float
  let priceRise: Double
  /// Loss at which local wages and prices react in full.
  let severeLoss: Double

  init(_ p: ParameterReader) {
    persistence = p["drought.persistence"]
    commonCorrelation = p["drought.common_correlation"]
    correlationLength = p["drought.correlation_length"]
    meanShift = p["drought.mean_shift"]
    thresholds = SIMD4(
      p["drought.threshold_mild"], p["drought.threshold_moderate"],
      p["drought.threshold_severe"], p["drought.threshold_extreme"])
    losses = SIMD4(
      p["drought.loss_mild"], p["drought.loss_moderate"], p["drought.loss_severe"],
      p["drought.loss_extreme"])
    severeLoss = losses[2]
    householdSpread = p.float("drought.household_spread")
    localWageLoss = p.float("drought.local_wage_loss")
    priceRise = p["drought.price_rise"]
  }

  /// Share of the crop lost at a weather index, by severity class 轻旱 中旱 重旱 特旱.
  ///
  /// Model equation (2.3).
  func loss(atIndex z: Double) -> Double {
    var loss = 0.0
    for level in 0..<4 where z < thresholds[level] { loss = losses[level] }
    return loss
  }
}

/// Weather of the counties in one possible future: an autoregressive Gaussian field a half-year.
///
/// Z[s] = a Z[s−1] + √(1 − a²) e[s], with corr(e, e′) = r₀ + (1 − r₀) exp(−distance / ℓ).
/// Seasons are April–September (main crops) and October–March.
struct DroughtField: Sendable {
  /// Lower triangle of the correlation matrix's factor; shape `[county × county]`.
  private let factor: [Double]
  private let countyCount: Int
  private let settings: DroughtSettings

  /// Factors the correlation of a geography.
  ///
  /// The world's field has all counties, whatever is run.
  ///
  /// Model equation (2.1).
  init(_ geography: Geography, _ settings: DroughtSettings) throws(SimulationError) {
    self.settings = settings
    countyCount = geography.counties.count
    var matrix: [Double] = []
    for a in geography.counties {
      for b in geography.counties {
        let near = Elementary.exp(-Self.distance(a, b) / settings.correlationLength)
        let r0 = settings.commonCorrelation
        // Two units with one centre would make the matrix singular.
        matrix.append(a.code == b.code ? 1 : min(r0 + (1 - r0) * near, 0.9999))
      }
    }
    guard let factor = Cholesky.lowerFactor(of: matrix, size: countyCount) else {
      throw .correlationNotPositiveDefinite
    }
    self.factor = factor
  }

  /// Distance of two centres in kilometres on a plane tangent at the province's middle latitude.
  static func distance(_ a: County, _ b: County) -> Double {
    let kilometresPerDegree = 111.195
    let middle = (a.latitude + b.latitude) / 2 * 3.14159265358979 / 180
    let dy = (a.latitude - b.latitude) * kilometresPerDegree
    let dx = (a.longitude - b.longitude) * kilometresPerDegree * Elementary.cos(middle)
    return (dx * dx + dy * dy).squareRoot()
  }

  /// Number of a month's season since the season of October 2021, from the month's ordinal.
  static func season(of month: Month) -> Int { (month.ordinal - 3) / 6 - ((2021 * 12 + 9) - 3) / 6 }

  /// Weather index of each county in each season; shape `[season][county]`.
  ///
  /// Model equation (2.2).
  func draw(seasons: Int, key: DrawKey) -> [Double] {
    var z = [Double](repeating: 0, count: seasons * countyCount)
    var normals = [Double](repeating: 0, count: countyCount)
    let a = settings.persistence
    let fresh = (1 - a * a).squareRoot()
    for season in 0..<seasons {
      for county in 0..<countyCount {
        let words = key.shared(.county, county, month: season, .weather)
        normals[county] = Elementary.normalQuantile(words[0].uniform)
      }
      for county in 0..<countyCount {
        var e = 0.0
        for j in 0...county { e += factor[county * countyCount + j] * normals[j] }
        let before = season > 0 ? z[(season - 1) * countyCount + county] : 0
        z[season * countyCount + county] = season > 0 ? a * before + fresh * e : e
      }
    }
    return z.map { $0 + settings.meanShift }
  }
}
