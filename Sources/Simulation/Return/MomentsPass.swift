import Households
import Randomness

/// Definitions of moments that need tallies of their own.
struct MeasureSettings: Sendable {
  /// Own payment of the year, as a share of income, above which it is catastrophic.
  let catastrophicShare: Float
  /// Lowest income of which a logarithm is taken, as a multiple of the return line.
  let smallestIncome: Float

  init(_ p: ParameterReader) {
    catastrophicShare = p.float("measures.catastrophic_share")
    smallestIncome = p.float("measures.smallest_income")
  }
}

/// Step 11, each December: tallies of formerly-poor households that only a comparison with recorded
/// moments needs.
///
/// Yearly, so that they cost the monthly passes nothing.
enum MomentsPass {
  /// Logarithms are tallied in thousandths.
  static var logUnits: Double { 1000 }

  static func run(_ b: BlockMonth) {
    incomes(b)
    bills(b)
  }

  /// Logarithms of income, and what was earned of what was expected.
  private static func incomes(_ b: BlockMonth) {
    let s = b.county.pointee.numbers
    let least = s.pointee.calendar.returnLine * s.pointee.measures.smallestIncome
    let (income12, aid12, expected) = (b.s.income12, b.s.aid12, b.x.expected)
    let (persons, deaths, weight, flags) = (b.s.persons, b.s.deaths, b.p.weight, b.p.flags)
    let followup = b.s.followup
    let former = HouseholdFlags.formerlyPoor.rawValue
    var (logs, squares): (Int64, Int64) = (0, 0)
    var (earned, hoped, earnedIll, hopedIll): (Int64, Int64, Int64, Int64) = (0, 0, 0, 0)
    for i in 0..<b.count {
      let own = flags[i] & former != 0 ? Int64(weight[i]) : 0
      let alive = Float(Int32(persons[i]) &- Int32(deaths[i]))
      let income = Float(income12[i]) * IndicatorPass.incomeUnit
      let perHead = income + Float(aid12[i]) * IndicatorPass.aidUnit
      let log = Elementary.nearestInteger(Elementary.log(Double(max(perHead, least))) * logUnits)
      let isIll: Int64 = followup[i] > 0 ? -1 : 0
      let got = Elementary.nearestInteger(Double(income * alive)) &* own
      let wanted = Elementary.nearestInteger(Double(expected[i] * 12)) &* own
      logs &+= log &* own
      squares &+= log &* log &* own
      earned &+= got
      hoped &+= wanted
      earnedIll &+= got & isIll
      hopedIll &+= wanted & isIll
    }
    add(b, .incomeLogs, logs)
    add(b, .incomeLogSquares, squares)
    add(b, .incomeEarned, earned)
    add(b, .incomeExpected, hoped)
    add(b, .incomeEarnedAfterIllness, earnedIll)
    add(b, .incomeExpectedAfterIllness, hopedIll)
  }

  /// Households whose own payments of the year are catastrophic.
  private static func bills(_ b: BlockMonth) {
    let share = b.county.pointee.settings.measures.catastrophicShare
    let (income12, aid12, bills) = (b.s.income12, b.s.aid12, b.s.householdOutOfPocket)
    let (persons, deaths, weight, flags) = (b.s.persons, b.s.deaths, b.p.weight, b.p.flags)
    let former = HouseholdFlags.formerlyPoor.rawValue
    var catastrophic: Int32 = 0
    for i in 0..<b.count {
      let own = flags[i] & former != 0 ? Int32(weight[i]) : 0
      let alive = Float(Int32(persons[i]) &- Int32(deaths[i]))
      let perHead =
        Float(income12[i]) * IndicatorPass.incomeUnit + Float(aid12[i]) * IndicatorPass.aidUnit
      let isHit: Int32 = bills[i] > share * max(0, perHead) * alive ? -1 : 0
      catastrophic &+= own & isHit
    }
    add(b, .catastrophicHouseholds, Int64(catastrophic))
  }

  @inline(__always)
  private static func add(_ b: BlockMonth, _ quantity: SystemQuantity, _ amount: Int64) {
    b.tally.systems[quantity.rawValue] &+= amount
  }
}
