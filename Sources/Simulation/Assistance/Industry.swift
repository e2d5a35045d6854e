import Households
import Randomness

/// A1 industry support 产业帮扶: a package whose gain ramps up, may fail, and feels prices.
struct IndustrySettings: Sendable {
  /// Logarithm of the median monthly gain of a household, yuan.
  let logMedianGain: Double
  let sigma: Double
  let rampMonths: Float
  let failureChance: Double
  let cost: Double
  let termMonths: UInt8
  let takeUp: Double
  let matchQuality: Double

  init(_ p: ParameterReader) {
    let yearly = p["industry_support.claimed_gain"] * p["industry_support.credibility"]
    logMedianGain = Elementary.log(max(yearly, 0.01) / 12)
    sigma = p["industry_support.sigma"]
    rampMonths = max(1, p.float("industry_support.ramp_months"))
    failureChance = p["industry_support.failure_chance"]
    cost = p["industry_support.cost"]
    termMonths = UInt8(p["industry_support.term_months"])
    takeUp = p["industry_support.take_up"]
    matchQuality = p["industry_support.match_quality"]
  }
}

/// Step 5: the gain of running packages.
enum IndustryPass {
  /// Adds the month's gain of running packages; those that have come to their term end.
  static func pay(_ b: BlockMonth) {
    let s = b.county.pointee.settings.industry
    let (months, mask) = (b.s.industryMonths, b.x.mask)
    for i in 0..<b.count { mask[i] = months[i] <= s.termMonths ? months[i] : 0 }
    let found = b.x.collect(b.count)
    for place in 0..<found {
      let row = Int(b.x.rows[place])
      b.x.aid[row] += gain(b, row)
    }
    for i in 0..<b.count { months[i] = months[i] > s.termMonths ? 0 : months[i] }
  }

  /// The month's gain of a running package: ramp × size × price of the household's products.
  static func gain(_ b: BlockMonth, _ row: Int) -> Float {
    let m = b.county
    let loss = m.pointee.productCheapness / 255
    var price: Float = 1
    for k in 0..<Product.count { price -= Float(b.p.product(k)[row]) * loss[k] }
    let ramp = min(1, Float(b.s.industryMonths[row]) / m.pointee.settings.industry.rampMonths)
    let index = m.pointee.settings.calendar.businessIndex
    return b.s.industryGain[row] * ramp * max(0, price) * index
  }

  /// Starts a package of industry support.
  static func begin(_ b: BlockMonth, _ row: Int) {
    let m = b.county
    let median = m.pointee.settings.industry.logMedianGain
    begin(b, row, logMedianGain: median, strength: m.pointee.industryStrength)
    b.s.reached[row] |= Reach.industrySupport.bit
  }

  /// Starts a package: its size and whether it fails are the household's own luck, whenever it starts
  /// and whoever pays for it.
  static func begin(_ b: BlockMonth, _ row: Int, logMedianGain: Double, strength: Float) {
    let s = b.county.pointee.settings.industry
    let words = b.key.household(b.p.id[row], month: 0, .measures, draw: 1)
    let isMismatched = Matching.missesIndustry(b, row, words[1].uniform)
    let isFailure = words[0].uniform < s.failureChance || isMismatched
    let z = Elementary.normalQuantile(words[2].uniform)
    let gain = Elementary.exp(logMedianGain + s.sigma * z)
    b.s.industryGain[row] = isFailure ? 0 : Float(gain) * strength
    b.s.industryMonths[row] = 1
  }
}
