import Households
import Randomness

/// A1 longer industry chains 产业链延伸.
///
/// Links add up and do not compound: a path of one and a half links then means the same whether all
/// packages have one and a half or half of them have one and half have two.
struct IndustryChainSettings: Sendable {
  /// Gain added by the links beyond 2023, relative to the gain of a package.
  let addedShare: Float

  init(_ p: ParameterReader) {
    let perLink =
      p["industry_chain.claimed_gain_per_link"] * p["industry_chain.credibility"]
    addedShare = Float(p["industry_chain.links"] * perLink)
  }
}

/// Step 5: what longer chains add to the month's gain of running packages.
enum IndustryChainPass {
  /// Runs after the packages have paid, when those past their term have ended.
  ///
  /// Model equation (36.1).
  static func run(_ b: BlockMonth) {
    let m = b.county
    let added =
      m.pointee.settings.industryChain.addedShare * m.pointee.optional.industryChain
    guard added > 0 else { return }
    let (gain, aid, weight) = (b.x.packageGain, b.x.aid, b.p.weight)
    var total: Int64 = 0
    for i in 0..<b.count {
      let more = gain[i] * added
      aid[i] += more
      total &+= Int64(Single.nearest(more)) &* Int64(weight[i])
    }
    b.add(.chainGain, total)
  }
}
