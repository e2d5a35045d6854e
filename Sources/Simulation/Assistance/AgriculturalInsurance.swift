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
    let limit = m.pointee.farmContracts.crop
    guard limit > 0 else { return }
    let s = m.pointee.settings.agriculturalInsurance
    let isPremiumMonth = m.pointee.monthOfYear == s.premium.month
    let isDry = m.pointee.productWeatherLoss.max() > 0
    guard isPremiumMonth || isDry || m.pointee.floodFootprint > 0 else { return }
    mark(b, s, limit, everybody: isPremiumMonth)
    let found = b.x.collect(b.count)
    for place in 0..<found {
      let row = Int(b.x.rows[place])
      let own = BusinessMonth(b, row)
      if isPremiumMonth {
        s.premium.charge(
          b, row, sum: 12 * own.gross * s.sumInsured, .agriculturalPremiumHouseholds,
          .agriculturalPremiumState)
        b.note(.insuredHouseholds, row: row)
      }
      pay(b, row, own, s)
    }
  }

  /// Marks insured households with a business: all of them, or those whom a loss or the weather of the
  /// county takes to the trigger.
  private static func mark(
    _ b: BlockMonth, _ s: AgriculturalInsuranceSettings, _ limit: UInt32, everybody: Bool
  ) {
    let (places, usual, mask) = (b.p.place(in: .insurance), b.p.business, b.x.mask)
    let (season, drought, weather) =
      (b.x.businessPart(0), b.x.businessPart(1), b.x.businessPart(2))
    let flood = b.x.floodShare
    let all: UInt8 = everybody ? 1 : 0
    let trigger = s.trigger
    for i in 0..<b.count {
      let isInsured: UInt8 = UInt32(places[i]) < limit ? 1 : 0
      let hasBusiness: UInt8 = usual[i] > 0 ? 1 : 0
      let loss = max(drought[i], weather[i])
      let isLoss: UInt8 = loss > 0 ? 1 : 0
      let isDry: UInt8 = loss >= trigger * season[i] ? isLoss : 0
      let isFlooded: UInt8 = flood[i] > 0 ? 1 : 0
      mask[i] = isInsured & hasBusiness & (all | isDry | isFlooded)
    }
  }

  /// Pays what is due this month.
  ///
  /// A drought takes the same share of each month's output while its season lasts, so that the trigger
  /// is held against the month's output; a flood takes a share of the year's.
  ///
  /// Model equation (50.1).
  private static func pay(
    _ b: BlockMonth, _ row: Int, _ own: BusinessMonth, _ s: AgriculturalInsuranceSettings
  ) {
    let dryTrigger = s.trigger * own.season
    let isHitByDrought = own.drought > 0 && own.drought >= dryTrigger
    let flood = b.x.floodShare[row] >= s.trigger ? b.x.floodLoss[row] : 0
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
