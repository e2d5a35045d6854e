import Households
import Randomness

/// F5 performance assessment 绩效评价: a standard that counties meet or miss, and what a miss costs.
struct PerformanceAssessmentSettings: Sendable {
  /// Least score, and yuan that a county below it loses in the next year.
  let standard: Double
  let penalty: Double
  /// Households in need or on the list that an audit looks at in a county; 0 for all of them.
  let auditHouseholds: Int
  /// Days from sign to recognition, and recognised share of formerly-poor persons, that score 1.
  let standardDays: Double
  let returnLimit: Double
  /// By `PerformanceIndicator`; plain numbers, because the settings of a month are copied often.
  let weights: SIMD8<Double>

  init(_ p: ParameterReader) {
    standard = p["performance_assessment.standard"]
    penalty = p["performance_assessment.penalty"]
    auditHouseholds = Int(p["performance_assessment.audit_households"])
    standardDays = p["performance_assessment.standard_days"]
    returnLimit = p["performance_assessment.return_limit"]
    var weights = SIMD8<Double>()
    for indicator in PerformanceIndicator.allCases {
      weights[indicator.rawValue] = p["performance_assessment." + indicator.weightName]
    }
    self.weights = weights
  }
}

/// What a county is assessed by; each scores from 0 to 1.
///
/// The plan speaks of six core indicators (section 5.4) and names coverage. A sixth, satisfaction or
/// petitions, has no counterpart in a model of households' money.
enum PerformanceIndicator: Int, CaseIterable {
  case coverage, timeliness, measuresPaid, returnRate, moneySpent

  /// Name of the parameter with its weight.
  var weightName: String {
    switch self {
    case .coverage: "weight_coverage"
    case .timeliness: "weight_timeliness"
    case .measuresPaid: "weight_measures_paid"
    case .returnRate: "weight_return_rate"
    case .moneySpent: "weight_money_spent"
    }
  }
}

/// What the authorities can see of a county's year, and its score.
///
/// Nobody knows who is missed, so coverage comes from an audit: a sample of households that are on
/// the list or in need, in which a missed one is noticed with the sensitivity of a visit. A county may
/// therefore miss the standard, or meet it, by luck.
///
/// Model equation (54.1).
struct PerformanceRecord {
  /// Score of each indicator; without an entry if there was nothing to measure.
  private(set) var scores: [PerformanceIndicator: Double] = [:]
  private let weights: SIMD8<Double>

  /// The record of a year that ends in `month`, which names the audit's draws; an audit notices a missed
  /// household with the chance `missSeen`.
  init(
    _ tally: CountyTally, _ books: CountyBooks, limit s: PerformanceAssessmentSettings,
    missSeen: Double, county: Int, month: Int, key: DrawKey
  ) {
    weights = s.weights
    func count(_ quantity: FindingQuantity) -> Double { Double(tally.finding[quantity.rawValue]) }
    func fen(_ programme: Programme) -> Double { Double(tally.money[programme.rawValue]) }
    let missed = count(.missed)
    let inNeed = missed + count(.monitoredHouseholds)
    if inNeed > 0 {
      let seen = Self.audit(
        chance: missed / inNeed * missSeen, households: s.auditHouseholds, county: county,
        month: month, key: key)
      scores[.coverage] = 1 - seen
    }
    let recognised =
      count(.recognisedSudden) + count(.recognisedUnstable) + count(.recognisedMarginal)
    if recognised > 0 {
      let days = count(.daysToRecognition) / recognised
      scores[.timeliness] = min(1, s.standardDays / max(days, 1e-9))
    }
    let paid = fen(.emergencyRelief) + fen(.industrySupport)
    let refused = fen(.reliefShortage) + fen(.industryShortage)
    if paid + refused > 0 { scores[.measuresPaid] = paid / (paid + refused) }
    let formerlyPoor = Double(tally.persons[PersonMeasure.formerlyPoor.rawValue])
    if formerlyPoor > 0 {
      let rate = Double(tally.persons[PersonMeasure.recognised.rawValue]) / formerlyPoor
      scores[.returnRate] = min(1, s.returnLimit / max(rate, 1e-9))
    }
    let held = LedgerEntry.sources.reduce(books.total(.opening)) { $0 + books.total($1) }
    if held > 0 {
      let spent =
        books.total(.emergencyRelief) + books.total(.industrySupport)
        + books.total(.insurancePremiums)
      scores[.moneySpent] = Double(spent) / Double(held)
    }
  }

  /// Weighted mean of what could be measured; `nil` if nothing could.
  var score: Double? {
    var (sum, weight) = (0.0, 0.0)
    for indicator in PerformanceIndicator.allCases {
      let own = weights[indicator.rawValue]
      guard let score = scores[indicator], own > 0 else { continue }
      sum += own * score
      weight += own
    }
    return weight > 0 ? sum / weight : nil
  }

  /// Share of audited households that were missed and noticed.
  private static func audit(
    chance: Double, households: Int, county: Int, month: Int, key: DrawKey
  ) -> Double {
    guard households > 0 else { return chance }
    var seen = 0
    for number in 0..<households {
      let words = key.shared(
        .county, county, month: month, .audit, draw: UInt32(number / 4))
      if words[number % 4].uniform < chance { seen += 1 }
    }
    return Double(seen) / Double(households)
  }
}
