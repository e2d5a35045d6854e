import Households
import Randomness

/// The asset-based feedback: productive assets, their technology and its threshold.
struct AssetSettings: Sendable {
  let depreciation: Float
  /// Share of a gap closed in a month so that 95 % is closed after the rebuilding time.
  let rebuildRate: Float
  let threshold: Float
  let kinkGain: Float
  let entryCost: Float
  let trapShare: Float

  init(_ p: ParameterReader) {
    depreciation = p.float("asset_feedback.depreciation")
    rebuildRate = Float(min(1, Elementary.log(20) / max(p["asset_feedback.rebuild_months"], 1)))
    threshold = p.float("asset_feedback.threshold_share") * p.float("asset_feedback.median_assets")
    kinkGain = p.float("asset_feedback.kink_gain")
    entryCost = p.float("asset_feedback.entry_cost")
    trapShare = p.float("asset_feedback.trap_share")
  }
}

/// How much assets and technology raise or lower business income.
enum ProductivityPass {
  /// (K / K₀)^α × T(K) / T(K₀), with T = 1 + τ above the threshold and out of the trap, all at the
  /// prices of 2022.
  ///
  /// Relative to the start, so that the population's income is what it was drawn to be.
  ///
  /// Model equation (11.1).
  static func run(_ b: BlockMonth) {
    let m = b.county
    let productivity = b.x.productivity
    guard m.pointee.assetStrength > 0 else {
      for i in 0..<b.count { productivity[i] = 1 }
      return
    }
    let s = m.pointee.settings.assets
    let elasticity = m.pointee.settings.income.assetElasticity * m.pointee.assetStrength
    let gain = s.kinkGain * m.pointee.assetStrength
    let assets = b.s.assets
    let start = b.p.assets
    let (threshold, trapShare) = (s.threshold, s.trapShare)
    // Assets at the prices of 2022, because income carries its own price index.
    let inverse = 1 / (1 + gain)
    let deflator = 1 / m.pointee.settings.calendar.businessIndex
    for i in 0..<b.count {
      let k = max(assets[i] * deflator, 1)
      let k0 = max(start[i], 1)
      let high: Float = k >= threshold ? gain : 0
      let now: Float = k > trapShare * k0 ? 1 + high : 1
      let then: Float = k0 >= threshold ? inverse : 1
      productivity[i] = Single.exp(elasticity * Single.log(k / k0)) * now * then
    }
  }
}
