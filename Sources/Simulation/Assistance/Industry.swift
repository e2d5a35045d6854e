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
  ///
  ///     gain = ramp × size × price of the household's products
  ///
  /// Model equation (19.1).
  static func pay(_ b: BlockMonth) {
    let m = b.county
    let s = m.pointee.settings.industry
    let index = m.pointee.settings.calendar.businessIndex
    let loss = m.pointee.productCheapness / 255
    let (months, size, gain, aid) = (b.s.industryMonths, b.s.industryGain, b.x.packageGain, b.x.aid)
    let (term, rampMonths) = (s.termMonths, s.rampMonths)
    let (p0, p1, p2, p3) = (b.p.product(0), b.p.product(1), b.p.product(2), b.p.product(3))
    let (p4, p5, p6, p7) = (b.p.product(4), b.p.product(5), b.p.product(6), b.p.product(7))
    for i in 0..<b.count {
      var price = 1 - Float(p0[i]) * loss[0] - Float(p1[i]) * loss[1] - Float(p2[i]) * loss[2]
      price = price - Float(p3[i]) * loss[3] - Float(p4[i]) * loss[4] - Float(p5[i]) * loss[5]
      price = price - Float(p6[i]) * loss[6] - Float(p7[i]) * loss[7]
      let ramp = min(1, Float(months[i]) / rampMonths)
      // 0 becomes 255: neither no package nor one past its term is running.
      let isRunning: Float = months[i] &- 1 < term ? 1 : 0
      let paid = size[i] * ramp * max(0, price) * index * isRunning
      gain[i] = paid
      aid[i] += paid
    }
    for i in 0..<b.count { months[i] = months[i] > term ? 0 : months[i] }
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
  ///
  /// Model equation (19.2).
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
