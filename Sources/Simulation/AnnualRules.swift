import Households

/// The scenario's annual rules in one possible future: what they have moved so far, by prefecture.
///
/// Serial code between two years: the counties' tallies are complete and no thread runs.
struct AnnualRules {
  private let rules: [AnnualRule]
  /// Prefecture of each county, in the order of the tallies.
  private let prefectures: [Int]
  /// Factors on the strengths, by prefecture.
  private(set) var adjustments: [StrengthAdjustment]

  init(_ plan: SimulationPlan) {
    rules = plan.scenario.rules
    prefectures = plan.layout.prefectures
    adjustments = Array(repeating: .none, count: plan.layout.prefectureCount)
  }

  /// Answers to a year: moves the strengths of the next one.
  ///
  /// Rules apply in the order in which they are written; all see the same year.
  ///
  /// Model equation (62.1).
  ///
  /// - Parameter tallies: The year of every county, in the order of the layout.
  /// - Returns: How many rules fired, by prefecture.
  mutating func answer(to tallies: [CountyTally]) -> [Int64] {
    var firings = [Int64](repeating: 0, count: adjustments.count)
    guard !rules.isEmpty else { return firings }
    var province = YearSeen()
    var seen = [YearSeen](repeating: YearSeen(), count: adjustments.count)
    for (position, tally) in tallies.enumerated() {
      province.add(tally)
      seen[prefectures[position]].add(tally)
    }
    let simulated = Set(prefectures)
    for rule in rules {
      for prefecture in adjustments.indices where simulated.contains(prefecture) {
        let view = rule.scope == .province ? province : seen[prefecture]
        guard rule.fires(at: view.figure(rule.quantity)) else { continue }
        let factor = adjustments[prefecture][rule.mechanism]
        adjustments[prefecture][rule.mechanism] = rule.effect.applied(to: factor)
        firings[prefecture] += 1
      }
    }
    return firings
  }
}

/// What the authorities saw of a year, in integers, so that sums do not depend on order.
struct YearSeen {
  private var formerlyPoor: Int64 = 0
  private var recognised: Int64 = 0
  private var stock: Int64 = 0
  private var monitored: Int64 = 0
  private var recognisedHouseholds: Int64 = 0
  private var days: Int64 = 0
  private var reliefPaid: Int64 = 0
  private var reliefRefused: Int64 = 0
  private var visits: Int64 = 0
  private var waiting: Int64 = 0

  /// Adds a county's year.
  mutating func add(_ tally: CountyTally) {
    formerlyPoor += tally.persons[PersonMeasure.formerlyPoor.rawValue]
    recognised += tally.persons[PersonMeasure.recognised.rawValue]
    monitored += tally.persons[PersonMeasure.monitored.rawValue]
    stock += tally.systems[SystemQuantity.recognisedStock.rawValue]
    for kind in [
      FindingQuantity.recognisedUnstable, .recognisedMarginal, .recognisedSudden,
    ] { recognisedHouseholds += tally.finding[kind.rawValue] }
    days += tally.finding[FindingQuantity.daysToRecognition.rawValue]
    reliefPaid += tally.money[Programme.emergencyRelief.rawValue]
    reliefRefused += tally.money[Programme.reliefShortage.rawValue]
    visits += tally.finding[FindingQuantity.visits.rawValue]
    waiting += tally.finding[FindingQuantity.waitingForVisit.rawValue]
  }

  /// A figure of the year; `nil` where there is nobody or nothing to divide by.
  func figure(_ quantity: AnnualRule.Quantity) -> Double? {
    switch quantity {
    case .recognisedFlow: ratio(recognised, formerlyPoor)
    case .recognisedStock: ratio(stock, formerlyPoor)
    case .monitoredShare: ratio(monitored, formerlyPoor)
    case .daysToRecognition: ratio(days, recognisedHouseholds)
    case .reliefShortageShare: ratio(reliefRefused, reliefPaid + reliefRefused)
    case .waitingShare: ratio(waiting, visits + waiting)
    }
  }

  private func ratio(_ part: Int64, _ whole: Int64) -> Double? {
    whole > 0 ? Double(part) / Double(whole) : nil
  }
}
