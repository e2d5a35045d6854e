import Households
import Simulation

/// A figure that only the months of single households can give.
struct RecordedLives {
  private let record: HistoricalRecord
  private let county: Int?
  private let sample: Double

  init(_ record: HistoricalRecord, _ scenario: Scenario, sample: Double) {
    self.record = record
    county = scenario.geography.counties.firstIndex { $0.code == record.place }
    self.sample = sample
  }

  /// The figure in one possible future; `nil` if there is nobody to ask.
  func value(of lives: [HouseholdLife]) -> Double? {
    let here = lives.filter { county == nil || $0.household.county == county }
    switch record.quantity {
    case .incomeFalls(let share):
      let fallen = here.filter { hasFallen($0, by: share) }
      return Double(fallen.reduce(0) { $0 + $1.household.weight }) / sample
    case .notAlerted(let loss):
      let hit = here.compactMap { life in month(of: loss, life).map { (life, $0) } }
        .filter { isInNeed($0.0) }
      guard !hit.isEmpty else { return nil }
      let weights = hit.map { Double($0.0.household.weight) }
      let missed = zip(hit, weights).filter { !isFound($0.0.0, after: $0.0.1) }
      return missed.reduce(0) { $0 + $1.1 } / weights.reduce(0, +)
    default: return nil
    }
  }

  private func december(_ year: Int, _ life: HouseholdLife) -> LifeMonth? {
    life.months.first { $0.month == Month(year: year, month: 12) }
  }

  /// Monitored at the end of the year, with an own income that much lower than a year before.
  private func hasFallen(_ life: HouseholdLife, by share: Double) -> Bool {
    guard let now = december(record.year, life), let before = december(record.year - 1, life),
      now.has(.kind)
    else { return false }
    return now[.income12] <= (1 - share) * before[.income12]
  }

  /// Place of the first month of the year with a disaster of at least this loss.
  private func month(of loss: Double, _ life: HouseholdLife) -> Int? {
    life.months.firstIndex { $0.month.year == record.year && $0[.lossDisaster] >= loss }
  }

  /// Below the monitoring line at the end of the year.
  private func isInNeed(_ life: HouseholdLife) -> Bool {
    guard let now = december(record.year, life) else { return false }
    return now[.own12] < now[.monitoringLine]
  }

  /// Whether it was on the list, or anything led to it, by the end of the month after.
  private func isFound(_ life: HouseholdLife, after place: Int) -> Bool {
    life.months[place...min(place + 1, life.months.count - 1)].contains { month in
      month.has(.kind) || month.has(.alertFromIndex) || month.has(.alertFromTriggers)
        || month.has(.alertFromOwnReport) || month.has(.alertFromPatrol)
    }
  }
}
