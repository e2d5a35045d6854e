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
    let s = b.county.pointee.settings
    let least = s.calendar.returnLine * s.measures.smallestIncome
    for row in 0..<b.count where b.isFormerlyPoor(row) {
      let weight = Int64(b.p.weight[row])
      let persons = Float(b.personsAlive(row))
      let own = Float(b.s.income12[row]) * IndicatorPass.incomeUnit
      let perHead = own + Float(b.s.aid12[row]) * IndicatorPass.aidUnit
      if b.s.householdOutOfPocket[row] > s.measures.catastrophicShare * max(0, perHead) * persons {
        add(b, .catastrophicHouseholds, weight)
      }
      let log = Elementary.nearestInteger(Elementary.log(Double(max(perHead, least))) * logUnits)
      add(b, .incomeLogs, log &* weight)
      add(b, .incomeLogSquares, log &* log &* weight)
      let earned = Elementary.nearestInteger(Double(own * persons)) &* weight
      let expected = Elementary.nearestInteger(Double(b.x.expected[row] * 12)) &* weight
      add(b, .incomeEarned, earned)
      add(b, .incomeExpected, expected)
      guard b.s.followup[row] > 0 else { continue }
      add(b, .incomeEarnedAfterIllness, earned)
      add(b, .incomeExpectedAfterIllness, expected)
    }
  }

  @inline(__always)
  private static func add(_ b: BlockMonth, _ quantity: SystemQuantity, _ amount: Int64) {
    b.tally.systems[quantity.rawValue] &+= amount
  }
}
