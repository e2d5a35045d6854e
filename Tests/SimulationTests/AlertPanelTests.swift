import Households
import TestSupport
import Testing

@testable import Simulation

/// What a panel writes down is what the run does.
struct AlertPanelTests {
  /// A row, copied out of its panel.
  struct Copy: Hashable {
    let household: PanelHousehold
    let date: Month
    let persons: Int
    let scores: [Float]
    let alerts: [Bool]
    let isMonitored, isInNeed, isReturned: Bool
    let own, total: Float
    let events: PanelEvents
    let half, year: PanelOutcome

    init(_ row: AlertPanelRow) {
      (household, date, persons) = (row.household, row.date, row.persons)
      scores = IndexDesign.allCases.map(row.score)
      alerts = IndexDesign.allCases.map(row.alerts)
      (isMonitored, isInNeed, isReturned) = (row.isMonitored, row.isInNeed, row.isReturned)
      (own, total, events) = (row.ownIncome, row.totalIncome, row.events)
      (half, year) = (row.outcome(months: 6), row.outcome(months: 12))
    }
  }

  private let run: FollowedRun

  init() throws { run = try FollowedRun.made.get() }

  /// All households scored, so that there is much to compare.
  private var shadow: Scenario { run.scenario.with("shadow_indices.scored_share", 1) }

  private func population(householdsPerBlock: Int) -> Population {
    TestPopulation.population(
      run.lives.map(\.household), counties: 88, householdsPerBlock: householdsPerBlock)
  }

  /// Panels by number of the possible future, and the tallies.
  private func panels(
    _ scenario: Scenario, replications: Range<Int> = 0..<2, threads: Int = 2,
    dates: AlertPanel.Dates = .halfYears, households: Set<UInt32>? = nil,
    householdsPerBlock: Int = 60
  ) throws -> (panels: [Int: [Copy]], outcomes: Outcomes) {
    var panels: [Int: [Copy]] = [:]
    let simulator = try Simulator(
      scenario: scenario, population: population(householdsPerBlock: householdsPerBlock))
    let outcomes = try simulator.alertPanels(
      replications: replications, seed: 5, threads: threads, dates: dates, households: households
    ) { panel, number in panels[number] = panel.map(Copy.init) }
    return (panels, outcomes)
  }

  @Test func `A run that keeps a panel has the tallies of one that does not`() throws {
    for scenario in [run.scenario, run.scenario.without(.shadowIndices)] {
      let plain = try Simulator(scenario: scenario, population: run.population)
        .run(replications: 2, seed: 5, threads: 1)
      for dates in [AlertPanel.Dates.halfYears, .months] {
        let (panels, outcomes) = try panels(scenario, dates: dates)
        #expect(outcomes.replications == plain.replications)
        #expect(outcomes.sample == plain.sample)
        #expect(panels.keys.sorted() == [0, 1])
        #expect(panels[0] != panels[1])
      }
    }
  }

  @Test
  func `Neither threads nor blocks change a panel, and a later future is that of a longer run`()
    throws
  {
    let wanted = try panels(shadow, threads: 1).panels
    #expect(wanted[1]?.count == 480 * 6)
    #expect(try panels(shadow, threads: 3).panels == wanted)
    #expect(try panels(shadow, householdsPerBlock: 2048).panels == wanted)
    let second = try panels(shadow, replications: 1..<2, threads: 2, householdsPerBlock: 100)
    #expect(second.panels == [1: try #require(wanted[1])])
  }

  @Test func `A panel of some households holds their rows alone`() throws {
    let chosen = Set(run.lives.map(\.household.id).filter { $0 % 7 == 0 })
    let all = try panels(run.scenario, replications: 0..<1, dates: .months).panels[0]
    let some = try panels(
      run.scenario, replications: 0..<1, dates: .months, households: chosen.union([1])
    ).panels[0]
    #expect(some == all?.filter { chosen.contains($0.household.number) })
    #expect(some?.count == chosen.count * 36)
  }

  /// The tallies of the comparison of designs, counted from a panel of half-years.
  private func shadowTallies(
    _ panels: [Int: [Copy]], _ outcomes: Outcomes, countsPresentNeed: Bool, groups: UInt8
  ) -> [ReplicationOutcome] {
    let layout = outcomes.layout
    return (0..<2).map { number in
      var copy = outcomes.replications[number]
      for row in panels[number] ?? [] {
        let isLeftOut = row.isMonitored || row.isInNeed && !countsPresentNeed
        guard row.household.sampleGroup < groups, !isLeftOut, row.half.isComplete else { continue }
        let isInNeed = row.isInNeed || row.half.firstNeed > 0
        let year = row.date.advanced(by: 6).year - layout.years.lowerBound
        for design in 0..<6 {
          let place = row.alerts[design] ? (isInNeed ? 0 : 1) : (isInNeed ? 2 : 3)
          let first = SystemQuantity.shadowIncomeTruePositives.rawValue
          guard let quantity = SystemQuantity(rawValue: first + 4 * design + place) else {
            continue
          }
          copy.systems[
            layout.systems(year: year, prefecture: row.household.prefecture, quantity)
          ] -= Int64(row.household.weight)
        }
      }
      return copy
    }
  }

  @Test(arguments: [(true, 1.0), (true, 0.3), (false, 1.0)])
  func `Alerts and needs are those that the comparison of designs counts`(
    countsPresentNeed: Bool, share: Double
  ) throws {
    let scenario = shadow.with("shadow_indices.scored_share", share)
      .with("shadow_indices.count_present_need", countsPresentNeed ? 1 : 0)
    let (panels, outcomes) = try panels(scenario)
    let rest = shadowTallies(
      panels, outcomes, countsPresentNeed: countsPresentNeed, groups: UInt8(share * 40))
    let shadows = SystemQuantity.allCases.filter { $0.name.hasPrefix("shadow_") }
    #expect(shadows.count == 24)
    for (number, outcome) in rest.enumerated() {
      for year in 0..<3 {
        for prefecture in 0..<outcomes.layout.prefectureCount {
          for quantity in shadows {
            let place = outcomes.layout.systems(
              year: year, prefecture: prefecture, quantity)
            #expect(outcome.systems[place] == 0, "\(quantity) of \(number) in year \(year)")
          }
        }
      }
      // Something was counted, of every kind of case.
      let counted = (0..<4).map { kind in
        outcomes.replications[number].systems.enumerated().reduce(Int64(0)) { sum, entry in
          let first = SystemQuantity.shadowIncomeTruePositives.rawValue
          let quantity = entry.offset % SystemQuantity.allCases.count
          return quantity == first + kind ? sum + entry.element : sum
        }
      }
      #expect(counted.allSatisfy { $0 > 0 })
    }
  }

  @Test func `Scores beyond their thresholds alert`() throws {
    let simulator = try Simulator(scenario: shadow, population: run.population)
    var (alerts, fitted, differences) = ([Int](repeating: 0, count: 6), 0, 0)
    try simulator.alertPanels(replications: 0..<1, seed: 5, threads: 1, dates: .months) {
      panel, _ in
      for row in panel {
        for design in IndexDesign.allCases {
          let (score, limit) = (
            row.score(design), panel.threshold(design, date: row.dateNumber)
          )
          if row.alerts(design) { alerts[Int(design.rawValue)] += 1 }
          if design.isFitted, score.isFinite { fitted += 1 }
          guard abs(score - limit) > 1e-5 || design != .income else { continue }
          if row.alerts(design) != (score > limit) { differences += 1 }
        }
        if row.ownOverMonitoringLine < 1 { #expect(row.isInNeed) }
        guard row.dateNumber > 0 else { continue }
        let before = panel[date: row.dateNumber - 1, household: row.place].outcome(months: 1)
        #expect(before.monthsBelow == (row.totalOverReturnLine < 1 ? 1 : 0))
      }
    }
    #expect(differences == 0)
    #expect(fitted > 0)
    #expect(alerts.allSatisfy { $0 > 0 }, "\(alerts)")
  }

  /// What a life shows of the months after a date.
  private func outcome(_ life: HouseholdLife, after month: Int, months: Int) -> PanelOutcome {
    let last = min(month + months, life.months.count - 1)
    var outcome = PanelOutcome(months: last - month, isComplete: last == month + months)
    for next in month..<last {
      let now = life.months[next + 1]
      if isInNeed(now), outcome.firstNeed == 0 { outcome.firstNeed = next + 1 - month }
      if now[.total12] < now[.returnLine] { outcome.monthsBelow += 1 }
      if now.has(.returned) { outcome.monthsReturned += 1 }
      if now.has(.returnEntered) { outcome.hasEntered = true }
      outcome.aid += now[.aid]
    }
    return outcome
  }

  private func isInNeed(_ month: LifeMonth) -> Bool {
    month[.own12] < month[.monitoringLine] || month[.hardship] > 1
  }

  private func events(_ months: ArraySlice<LifeMonth>) -> PanelEvents {
    let channels: [LifeColumn] = [
      .alertFromIndex, .alertFromTriggers, .alertFromOwnReport, .alertFromPatrol,
    ]
    var events: PanelEvents = []
    if months.contains(where: { month in channels.contains { month.has($0) } }) {
      events.insert(.alert)
    }
    if months.contains(where: { $0.has(.visited) }) { events.insert(.visit) }
    if months.contains(where: { $0.has(.recognised) }) { events.insert(.recognition) }
    return events
  }

  @Test(arguments: [(AlertPanel.Dates.halfYears, 6), (.months, 1)])
  func `Rows agree with the lives of their households`(dates: AlertPanel.Dates, step: Int) throws {
    let rows = try #require(
      try panels(run.scenario, replications: 1..<2, dates: dates).panels[1])
    let lives = Dictionary(uniqueKeysWithValues: run.lives.map { ($0.household.id, $0) })
    var seen: [PanelEvents: Int] = [:]
    var (entered, needs) = (0, Set<Int>())
    for row in rows {
      let life = try #require(lives[row.household.number])
      let month = row.date.ordinal - 2022 * 12
      let now = life.months[month]
      #expect(row.household.county == life.household.county)
      #expect(row.household.weight == UInt8(life.household.weight))
      #expect(row.household.isFormerlyPoor == life.household.flags.contains(.formerlyPoor))
      let died = now.has(.death) && now[.persons] > 1 ? 1 : 0
      #expect(row.persons == Int(now[.persons]) - died)
      #expect(Double(row.own) == now[.own12] && Double(row.total) == now[.total12])
      #expect(row.isInNeed == isInNeed(now))
      #expect(row.isReturned == now.has(.returned))
      if month > 0 { #expect(row.isMonitored == life.months[month - 1].has(.kind)) }
      #expect(row.events == events(life.months[month..<min(month + step, 36)]))
      #expect(row.half == outcome(life, after: month, months: 6))
      #expect(row.year == outcome(life, after: month, months: 12))
      seen[row.events, default: 0] += 1
      entered += row.year.hasEntered ? 1 : 0
      needs.insert(row.year.firstNeed)
    }
    #expect(seen.count > 3 && entered > 0 && needs.count == 13, "\(seen) \(entered) \(needs)")
  }

  @Test func `Rows whose months pass the end are incomplete`() throws {
    let rows = try #require(
      try panels(run.scenario, replications: 0..<1, dates: .months).panels[0])
    for row in rows {
      let left = Month(year: 2024, month: 12).ordinal - row.date.ordinal
      #expect(row.half.isComplete == (left >= 6) && row.half.months == min(left, 6))
      #expect(row.year.isComplete == (left >= 12) && row.year.months == min(left, 12))
      guard left == 0 else { continue }
      #expect(row.half == PanelOutcome(months: 0, isComplete: false))
    }
    #expect(rows.count { !$0.half.isComplete } == 480 * 6)
    #expect(rows.count { !$0.year.isComplete } == 480 * 12)
  }

  @Test func `A panel stops when it is told to`() throws {
    let simulator = try Simulator(scenario: run.scenario, population: run.population)
    var handedOver = 0
    #expect(throws: SimulationError.cancelled) {
      try simulator.alertPanels(
        replications: 0..<2, seed: 5, threads: 1, isCancelled: { true }
      ) { _, _ in handedOver += 1 }
    }
    #expect(handedOver == 0)
  }
}
