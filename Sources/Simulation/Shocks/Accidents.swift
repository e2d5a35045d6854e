import Households
import Randomness

/// H8 death, disability, accident and fire.
struct AccidentSettings: Sendable {
  let accidentRate: Float
  let billMinimum: Double
  let billAlpha: Double
  let billCap: Double
  let recoveryShare: Double
  let deathRate: Float
  let disabilityRate: Float
  let disabilityWage: Float
  let funeral: ClosedRange<Double>
  let fireRate: Float
  let fireRateQiandongnan: Float
  let fireLoss: ClosedRange<Double>
  let fireRelief: Double

  init(_ p: ParameterReader) {
    accidentRate = p.float("accidents.accident_rate")
    billMinimum = p["accidents.bill_minimum"]
    billAlpha = p["accidents.bill_alpha"]
    billCap = p["illness.bill_cap"]
    recoveryShare = p["accidents.recovery_share"]
    deathRate = p.float("accidents.worker_death_rate")
    disabilityRate = p.float("accidents.disability_rate")
    disabilityWage = p.float("accidents.disability_wage")
    funeral =
      p["accidents.funeral_low"]...max(p["accidents.funeral_low"], p["accidents.funeral_high"])
    fireRate = p.float("accidents.fire_rate")
    fireRateQiandongnan = p.float("accidents.fire_rate_qiandongnan")
    fireLoss =
      p[
        "accidents.fire_loss_low"]...max(
        p["accidents.fire_loss_low"], p["accidents.fire_loss_high"])
    fireRelief = p["accidents.fire_relief"]
  }
}

/// Step 3, accidents: what each rare event does to a household.
enum AccidentEvents {
  /// A serious accident: a bill with a heavy tail, part of it recovered from a third party.
  ///
  /// Model equation (9.7).
  static func accident(_ b: BlockMonth, row: Int) {
    let all = b.county.pointee.numbers
    let s = all.pointee.accidents
    let words = b.key.household(b.p.id[row], month: b.month, .accidentDetail)
    let pareto = s.billMinimum * Elementary.exp(-Elementary.log(words[0].uniform) / s.billAlpha)
    let bill =
      min(pareto, s.billCap) * (1 - s.recoveryShare) * Double(all.pointee.illness.priceIndex)
    let member = Member.find(
      b.s, row: row, hazards: SIMD4(repeating: 1), words[1].uniform)
    b.tell(.accident, row: row)
    MedicalStack.settle(b, row: row, member: member.code, bill: Float(bill), channel: .accidents)
    let z = Elementary.normalQuantile(words[2].uniform)
    let months = Elementary.exp(
      all.pointee.illness.monthsLostLogMedian + all.pointee.illness.monthsLostSigma * z)
    IllnessEvent.loseWork(b, row, member, months: UInt8(max(1, min(months.rounded(), 60))))
  }

  /// Death of a wage earner: the wage is gone, a funeral is paid.
  ///
  /// Model equation (9.8).
  static func death(_ b: BlockMonth, row: Int) {
    guard let worker = someWorker(b, row, draw: 1) else { return }
    b.tell(.death, row: row)
    b.s.disability[row] |= 8 << UInt8(worker)
    b.s.disability[row] &= ~(1 << 6)
    b.s.disabilityAge[row] = 0
    b.note(.workersLost, row: row)
    if b.personsAlive(row) > 1 {
      b.s.deaths[row] &+= 1
      b.note(.workerDeaths, row: row)
    }
    let s = b.county.pointee.settings.accidents.funeral
    let u = b.key.household(b.p.id[row], month: b.month, .accidentDetail, draw: 1)[3].uniform
    let prices = b.county.pointee.settings.calendar.priceIndex
    let cost = Float(s.lowerBound + u * (s.upperBound - s.lowerBound)) * prices
    b.x.cashOut[row] += cost
    b.x.loss(Cause.accidents.rawValue)[row] += cost
  }

  /// A wage earner can from now on earn only part of the wage.
  static func disability(_ b: BlockMonth, row: Int) {
    guard let worker = someWorker(b, row, draw: 2) else { return }
    b.tell(.disability, row: row)
    b.note(.workersLost, row: row)
    b.s.disability[row] |= 1 << UInt8(worker)
    b.s.disability[row] &= ~(1 << 6)
    b.s.disabilityAge[row] = 0
  }

  /// The house burns: what relief in kind does not cover must be repaired.
  ///
  /// Model equation (9.9).
  static func fire(_ b: BlockMonth, row: Int) {
    let s = b.county.pointee.settings.accidents
    let u = b.key.household(b.p.id[row], month: b.month, .lossDetail)[0].uniform
    let loss = s.fireLoss.lowerBound + u * (s.fireLoss.upperBound - s.fireLoss.lowerBound)
    let damage = Float(max(0, loss - s.fireRelief)) * b.county.pointee.settings.calendar.priceIndex
    b.s.damage[row] += damage
    b.tell(.fire, row: row)
    b.x.loss(Cause.accidents.rawValue)[row] += damage
  }

  /// A wage earner who is alive, at random.
  private static func someWorker(_ b: BlockMonth, _ row: Int, draw: UInt32) -> Int? {
    let workers = Int(b.s.workers[row])
    guard workers > 0 else { return nil }
    let u = b.key.household(b.p.id[row], month: b.month, .accidentDetail, draw: draw)[0].uniform
    let worker = min(Int(u * Double(workers)), workers - 1)
    return b.s.disability[row] & 8 << UInt8(worker) == 0 ? worker : nil
  }
}
