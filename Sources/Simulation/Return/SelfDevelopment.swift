import Households
import Randomness

/// M8 self-development index 自我发展能力指数.
struct SelfDevelopmentSettings: Sendable {
  let weights: SelfDevelopment
  /// Share of normal income from which a source counts, and the number of sources that is enough.
  let sourceShare: Float
  let sourcesEnough: Float
  /// Productive assets that are enough, yuan a household at the prices of 2022.
  let assetsEnough: Float
  /// Able adults a member that are enough.
  let labourEnough: Float
  /// Debt, in years of own income, at which nothing is left of that part of the index.
  let debtYears: Float
  /// Savings, in months of consumption, that are enough.
  let savingsMonths: Float
  /// Months of hardship in a row at which nothing is left of that part of the index.
  let hardshipMonths: Float

  init(_ p: ParameterReader) {
    func number(_ name: String) -> Float { p.float("self_development.\(name)") }
    weights = SelfDevelopment(
      ownShare: number("own_share_weight"), sources: number("sources_weight"),
      assets: number("assets_weight"), labour: number("labour_weight"),
      debt: number("debt_weight"), savings: number("savings_weight"),
      coping: number("coping_weight"))
    sourceShare = number("source_share")
    sourcesEnough = number("sources_enough")
    assetsEnough = number("assets_enough")
    labourEnough = number("labour_enough")
    debtYears = number("debt_years")
    savingsMonths = number("savings_months")
    hardshipMonths = number("hardship_months")
  }
}

/// The parts of the index, each from 0 to 1, or their weights.
struct SelfDevelopment: Sendable {
  // Structure of income
  var ownShare: Float
  var sources: Float
  // Assets
  var assets: Float
  // Ability to work and to cope
  var labour: Float
  var debt: Float
  var savings: Float
  var coping: Float

  /// Weighted mean of the parts, in points from 0 to 100.
  @inline(__always)
  func points(_ weights: SelfDevelopment) -> Float {
    let sum =
      (weights.ownShare * ownShare + weights.sources * sources)
      + (weights.assets * assets + weights.labour * labour)
      + (weights.debt * debt + weights.savings * savings) + weights.coping * coping
    let total =
      (weights.ownShare + weights.sources) + (weights.assets + weights.labour)
      + (weights.debt + weights.savings) + weights.coping
    return total > 0 ? 100 * sum / total : 0
  }
}

/// Each December: the index of every formerly-poor household; it changes nobody.
enum SelfDevelopmentPass {
  static func run(_ b: BlockMonth) {
    let m = b.county
    guard m.pointee.optional.selfDevelopment > 0, m.pointee.monthOfYear == 12 else { return }
    let weights = m.pointee.settings.selfDevelopment.weights
    let (flags, weight) = (b.p.flags, b.p.weight)
    let former = HouseholdFlags.formerlyPoor.rawValue
    markAbleAdults(b)
    var (sum, households): (Int64, Int64) = (0, 0)
    for row in 0..<b.count {
      let points = parts(b, row).points(weights)
      let own = flags[row] & former != 0 ? Int64(weight[row]) : 0
      sum &+= Elementary.nearestInteger(Double(points) * 100) &* own
      households &+= own
    }
    b.add(.selfDevelopmentPoints, sum)
    b.add(.selfDevelopmentHouseholds, households)
  }

  /// The parts of one household; `markAbleAdults` comes before.
  ///
  /// Model equation (61.1).
  @inline(__always)
  static func parts(_ b: BlockMonth, _ row: Int) -> SelfDevelopment {
    let m = b.county
    let s = m.pointee.settings.selfDevelopment
    let persons = max(b.x.persons[row], 1)
    let own = max(0, Float(b.s.income12[row]) * IndicatorPass.incomeUnit) * persons
    let aid = Float(b.s.aid12[row]) * IndicatorPass.aidUnit * persons
    let debt = b.s.informalDebt[row] + b.s.formalDebt[row] + b.s.loan[row]
    let enough = s.assetsEnough * m.pointee.settings.calendar.businessIndex
    let cushion = s.savingsMonths * max(b.x.consumption[row], 1)
    return SelfDevelopment(
      ownShare: own / max(own + aid, 1), sources: sources(b, row),
      assets: share(b.s.assets[row] / enough),
      labour: share(b.x.ableAdults[row] / persons / s.labourEnough),
      debt: 1 - share(debt / max(own * s.debtYears, 1)),
      savings: share(b.s.savings[row] / cushion),
      coping: 1 - share(Float(b.s.hardship[row]) / s.hardshipMonths))
  }

  /// Sources of own income that matter: wages, business, property; pensions are not earned.
  @inline(__always)
  private static func sources(_ b: BlockMonth, _ row: Int) -> Float {
    let c = b.county.pointee.settings.calendar
    let s = b.county.pointee.settings.selfDevelopment
    let wage = b.s.wage[row] * c.wageIndex
    let business = b.p.business[row] * c.businessIndex * b.x.productivity[row]
    let property = b.p.property[row] * c.transferIndex
    let limit =
      s.sourceShare * max(wage + business + property + b.p.transfer[row] * c.transferIndex, 1)
    let number: Float =
      (wage >= limit ? 1 : 0) + (business >= limit ? 1 : 0) + (property >= limit ? 1 : 0)
    return share(number / s.sourcesEnough)
  }

  /// Persons from 15 to 59 who are neither dead nor disabled; none where nobody can work.
  static func markAbleAdults(_ b: BlockMonth) {
    let (noLabour, able) = (b.markNoLabour(), b.x.ableAdults)
    let (workers, disability) = (b.s.workers, b.s.disability)
    let (m1, m2, m5, m6) = (b.s.members(1), b.s.members(2), b.s.members(5), b.s.members(6))
    for i in 0..<b.count {
      let (n, bits) = (workers[i], disability[i])
      let first: Int32 = n > 0 ? (bits & 9 != 0 ? 1 : 0) : 0
      let second: Int32 = n > 1 ? (bits & 18 != 0 ? 1 : 0) : 0
      let third: Int32 = n > 2 ? (bits & 36 != 0 ? 1 : 0) : 0
      let ofAge = Int32(m1[i]) &+ Int32(m2[i]) &+ Int32(m5[i]) &+ Int32(m6[i])
      let adults = Float(max(0, ofAge &- first &- second &- third))
      able[i] = noLabour[i] != 0 ? 0 : adults
    }
  }

  @inline(__always)
  private static func share(_ x: Float) -> Float { max(0, min(1, x)) }
}
