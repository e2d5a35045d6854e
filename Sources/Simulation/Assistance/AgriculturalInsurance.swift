import Households
import Randomness

/// A14 agricultural insurance 农业保险: pays for crops lost to drought and flood above a trigger.
struct AgriculturalInsuranceSettings: Sendable {
  let coverage: Double
  /// Share of the output lost from which a contract pays.
  let trigger: Float
  /// Share of the loss within the sum insured that is paid.
  let ratio: Float
  /// Sum insured as a share of gross output.
  let sumInsured: Float
  /// Share of contracts that pay by the county's weather instead of the household's own loss.
  let indexShare: Double
  let premium: InsurancePremium

  init(_ p: ParameterReader) {
    coverage = p["agricultural_insurance.coverage"]
    trigger = p.float("agricultural_insurance.trigger")
    ratio = p.float("agricultural_insurance.ratio")
    sumInsured = p.float("agricultural_insurance.sum_insured")
    indexShare = p["agricultural_insurance.index_share"]
    premium = InsurancePremium(p, of: "agricultural_insurance")
  }
}

/// Step 4: premiums and claims of crop insurance.
enum AgriculturalInsurancePass {
  static func run(_ b: BlockMonth) {
    let m = b.county
    let strength = m.pointee.optional.agriculturalInsurance
    guard strength > 0 else { return }
    let s = m.pointee.settings.agriculturalInsurance
    let isPremiumMonth = m.pointee.monthOfYear == s.premium.month
    let isDry = m.pointee.productWeatherLoss.max() > 0
    guard isPremiumMonth || isDry || m.pointee.floodFootprint > 0 else { return }
    let found = b.collect(
      .insurance, from: 0, to: Rollout.limit(s.coverage * Double(strength)))
    for place in 0..<found {
      let row = Int(b.x.rows[place])
      let own = BusinessMonth(b, row)
      guard own.level > 0 else { continue }
      if isPremiumMonth {
        s.premium.charge(
          b, row, sum: 12 * own.gross * s.sumInsured, .agriculturalPremiumHouseholds,
          .agriculturalPremiumState)
        b.note(.insuredHouseholds, row: row)
      }
      pay(b, row, own, s)
    }
  }

  /// Pays what is due this month.
  ///
  /// A drought takes the same share of each month's output while its season lasts, so that the trigger
  /// is held against the month's output; a flood takes a share of the year's.
  private static func pay(
    _ b: BlockMonth, _ row: Int, _ own: BusinessMonth, _ s: AgriculturalInsuranceSettings
  ) {
    let dryTrigger = s.trigger * own.season
    let isHitByDrought = own.drought > 0 && own.drought >= dryTrigger
    var flood: Float = 0
    if let loss = WeatherPass.cropLoss(b, row), loss.share >= s.trigger { flood = loss.yuan }
    var lost: Float = 0
    if isIndexed(b, row, s.indexShare) {
      if own.weather > 0, own.weather >= dryTrigger { lost = own.gross * own.weather }
    } else {
      lost = (isHitByDrought ? own.gross * own.drought : 0) + flood
    }
    let due = s.ratio * s.sumInsured * lost
    if due > 0 {
      let paid = b.settle(due, .agriculturalClaims, row: row)
      b.x.business[row] += paid
      let disaster = b.x.loss(Cause.disaster.rawValue)
      disaster[row] = max(0, disaster[row] - paid)
      b.note(.agriculturalClaimHouseholds, row: row)
    } else if isHitByDrought || flood > 0 {
      b.note(.agriculturalLossUnpaid, row: row)
    }
  }

  /// Whether a household's contract is the index kind; its own draw, whatever the year.
  private static func isIndexed(_ b: BlockMonth, _ row: Int, _ share: Double) -> Bool {
    guard share > 0 else { return false }
    return b.key.household(b.p.id[row], month: 0, .insuranceContract)[0].uniform < share
  }
}
