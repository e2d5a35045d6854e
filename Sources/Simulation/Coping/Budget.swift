import Households
import Randomness

/// How households cope: consumption, savings, debt and the ladder of last resorts.
struct CopingSettings: Sendable {
  let floorShare: Float
  let propensity: Float
  let passThroughPoor: Float
  let passThroughRich: Float
  let bufferMonths: Float
  let investShare: Float
  let savingsReturn: Float
  let extraWorkShare: Float
  let fireSaleDiscount: Float
  let saleLimit: Float
  let formalCap: Float
  let formalRate: Float
  let creditworthyShare: UInt16
  let informalCapShare: Float
  let informalRate: Float
  let repaymentShare: Float
  let withdrawalChance: Double

  init(_ p: ParameterReader) {
    floorShare = p.float("coping.consumption_floor_share")
    propensity = p.float("coping.propensity")
    passThroughPoor = p.float("coping.pass_through_poor")
    passThroughRich = p.float("coping.pass_through_rich")
    bufferMonths = p.float("coping.buffer_months")
    investShare = p.float("coping.invest_share")
    savingsReturn = p.float("coping.savings_return") / 12
    extraWorkShare = p.float("coping.extra_work_share")
    fireSaleDiscount = p.float("coping.fire_sale_discount")
    saleLimit = p.float("coping.sale_limit")
    formalCap = p.float("coping.formal_loan_cap")
    formalRate = p.float("coping.formal_loan_rate") / 12
    creditworthyShare = UInt16(min(p["coping.formal_loan_chance"] * 65536, 65535))
    informalCapShare = p.float("coping.informal_cap_share")
    informalRate = p.float("coping.informal_rate")
    repaymentShare = p.float("coping.repayment_share")
    withdrawalChance = p["coping.withdrawal_chance"]
  }
}

/// Step 6: consumption, savings, debt and investment; who cannot pay goes on to `CopingLadder`.
enum BudgetPass {
  /// Balances every household's month.
  ///
  ///     consumption = max(floor, mpc Y* + β (Y + A − Y*)),   β from 0.4 (no savings) to 0.1 (rich)
  ///     left = savings (1 + r) + Y + A − consumption − bills − debt service
  ///
  /// Model equations (20.1), (20.2).
  static func run(_ b: BlockMonth) {
    let m = b.county
    let s = m.pointee.settings.coping
    let floorPerHead = s.floorShare * m.pointee.settings.calendar.returnLine / 12
    let poor = s.passThroughPoor
    let rich = s.passThroughRich
    let left = b.x.left
    let consumption = b.x.consumption
    let (wage, business, other, aid) = (b.x.wage, b.x.business, b.x.other, b.x.aid)
    let (expected, persons) = (b.x.expected, b.x.persons)
    let (savings, informal, formal) = (b.s.savings, b.s.informalDebt, b.s.formalDebt)
    let cashOut = b.x.cashOut
    let mask = b.x.mask
    for i in 0..<b.count {
      let income = wage[i] + business[i] + other[i] + aid[i]
      let normal = s.propensity * expected[i]
      let cushion = 1 + max(savings[i], 0) / max(3 * normal, 1)
      let beta = rich + (poor - rich) / cushion
      let wanted = max(floorPerHead * persons[i], normal + beta * (income - expected[i]))
      let interest = informal[i] * s.informalRate + formal[i] * s.formalRate
      let x = savings[i] * (1 + s.savingsReturn) + income - wanted - cashOut[i] - interest
      consumption[i] = wanted
      left[i] = x
      mask[i] = x < 0 ? 1 : 0
    }
    settle(b, s)
    let found = b.x.collect(b.count)
    for place in 0..<found { CopingLadder.climb(b, row: Int(b.x.rows[place])) }
  }

  /// Those with money left repay, keep a buffer, and rebuild productive assets.
  ///
  /// Model equations (20.3), (20.4).
  private static func settle(_ b: BlockMonth, _ s: CopingSettings) {
    let m = b.county
    let a = m.pointee.settings.assets
    let index = m.pointee.settings.calendar.businessIndex
    let feedback: Float = m.pointee.assetStrength > 0 ? 1 : 0
    let (left, consumption) = (b.x.left, b.x.consumption)
    let (savings, informal, formal, assets) =
      (b.s.savings, b.s.informalDebt, b.s.formalDebt, b.s.assets)
    let start = b.p.assets
    let hardship = b.s.hardship
    // Copied out of the settings: a load behind a condition would keep the loop from vectorising.
    let (threshold, entryCost) = (a.threshold * index, a.entryCost * index)
    let wear = a.depreciation * feedback
    let (repayment, buffer, investShare) = (s.repaymentShare, s.bufferMonths, s.investShare)
    let rebuildRate = a.rebuildRate
    for i in 0..<b.count {
      let x = max(left[i], 0)
      let repayInformal = min(informal[i], repayment * x)
      let repayFormal = min(formal[i], repayment * (x - repayInformal))
      let rest = x - repayInformal - repayFormal
      informal[i] -= repayInformal
      formal[i] -= repayFormal
      let worn = assets[i] * (1 - wear)
      let target = start[i] * index
      let gap = max(0, target - worn)
      let surplus = max(0, rest - buffer * consumption[i])
      // Replacing and rebuilding come first, out of all that is left; growth out of the surplus.
      let replace = assets[i] * wear + rebuildRate * max(0, target - assets[i])
      let rebuild = min(min(replace, gap), rest)
      let grow = min(investShare * surplus, min(gap, rest) - rebuild)
      let invest = (rebuild + grow) * feedback
      let raised = worn + invest
      // Crossing the threshold upwards costs the entry fee; who cannot pay stays just below.
      let wasBelow: Float = assets[i] < threshold ? entryCost : 0
      let crossing: Float = raised >= threshold ? feedback : 0
      let fee = wasBelow * crossing
      let after = rest - invest - fee
      assets[i] = after >= 0 ? raised : worn
      savings[i] = after >= 0 ? after : rest
    }
    for i in 0..<b.count {
      let kept: UInt8 = left[i] < 0 ? 255 : 0
      hardship[i] = hardship[i] & kept
    }
  }
}

/// The ladder of last resorts for a household that cannot pay this month.
enum CopingLadder {
  /// Model equation (20.5).
  static func climb(_ b: BlockMonth, row: Int) {
    let m = b.county
    guard m.pointee.copingStrength > 0 else {
      b.s.hardship[row] = 0
      return
    }
    let s = m.pointee.settings.coping
    var deficit = -b.x.left[row]
    lookForExtraWork(b, row, s)
    sell(b, row, s, &deficit)
    borrow(b, row, s, &deficit)
    let floor =
      s.floorShare * m.pointee.settings.calendar.returnLine / 12 * b.x.persons[row]
    let cut = min(deficit, max(0, b.x.consumption[row] - floor))
    deficit -= cut
    b.x.consumption[row] -= cut
    b.tell(.consumptionCut, row: row, cut)
    guard deficit > 0 || cut > 0 else {
      b.s.hardship[row] = 0
      return
    }
    b.s.hardship[row] = b.s.hardship[row] &+ (b.s.hardship[row] == 255 ? 0 : 1)
    guard deficit > 0 else { return }
    // Unpaid bills become arrears; care is put off, and a student may have to leave school.
    b.s.informalDebt[row] += deficit
    b.tell(.arrears, row: row, deficit)
    let students = b.s.students(0)[row] + b.s.students(1)[row] + b.s.students(2)[row]
    if b.s.withdrawn[row] < students {
      let u = b.key.household(b.p.id[row], month: b.month, .coping)[0].uniform
      if u < s.withdrawalChance {
        b.s.withdrawn[row] += 1
        b.tell(.leftSchool, row: row)
        b.s.flags[row] |= StateFlags.leftSchool & m.pointee.settings.finding.eventFlags
      }
    }
    prolongIllness(b, row)
  }

  /// Care put off makes an illness half as long again, once an illness.
  private static func prolongIllness(_ b: BlockMonth, _ row: Int) {
    guard b.s.careDelayed[row] == 0, b.s.householdOutOfPocket[row] > 0 else { return }
    for worker in 0..<3 {
      let sick = b.s.sick(worker)
      guard sick[row] > 1 else { continue }
      sick[row] = min(60, sick[row] &+ sick[row] / 2)
      b.s.careDelayed[row] = 1
    }
  }

  /// Other members find casual work whose pay arrives next month.
  private static func lookForExtraWork(_ b: BlockMonth, _ row: Int, _ s: CopingSettings) {
    let wage = b.s.wage[row] * b.county.pointee.settings.calendar.wageIndex
    if !b.isNoLabour(row) { b.s.extraWork[row] = s.extraWorkShare * wage }
  }

  /// Livestock and stocks are sold below their value.
  private static func sell(_ b: BlockMonth, _ row: Int, _ s: CopingSettings, _ deficit: inout Float)
  {
    guard b.county.pointee.assetStrength > 0 else { return }
    let price = 1 - s.fireSaleDiscount
    let sold = min(s.saleLimit * b.s.assets[row], deficit / price)
    b.s.assets[row] -= sold
    b.tell(.assetsSold, row: row, sold * price)
    deficit -= sold * price
    // Of a deficit that is covered, single precision leaves less than a fen.
    if deficit < 0.01 { deficit = 0 }
  }

  /// A bank loan for the creditworthy, then relatives and neighbours.
  private static func borrow(
    _ b: BlockMonth, _ row: Int, _ s: CopingSettings, _ deficit: inout Float
  ) {
    let limit = max(0, s.formalCap - b.s.formalDebt[row])
    let formal = min(deficit, b.p.trait(3)[row] < s.creditworthyShare ? limit : 0)
    b.s.formalDebt[row] += formal
    b.tell(.formalLoan, row: row, formal)
    deficit -= formal
    let room = max(0, s.informalCapShare * b.x.expected[row] * 12 - b.s.informalDebt[row])
    let loan = min(deficit, room)
    b.s.informalDebt[row] += loan
    b.tell(.informalLoan, row: row, loan)
    deficit -= loan
  }
}
