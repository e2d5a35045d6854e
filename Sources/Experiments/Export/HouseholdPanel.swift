import Households
import Simulation

/// Some households, month by month, in some futures.
public struct HouseholdPanel: Sendable {
  /// Rows by future, then household in the order of the population, then month.
  public let rows: [HouseholdMonth]
  /// The months, ascending.
  public let months: [PanelMonth]
  /// The households.
  public let population: Population
  /// Numbers of the households that are followed.
  public let households: Set<UInt32>
  /// Households of the whole population that one followed household stands for, before its own weight.
  public let expansion: Double
}

extension HouseholdPanel {
  /// Scenarios that meet the same draws.
  struct Scenarios: Sendable {
    let own: Scenario
    let withoutHelp: Scenario
    let withFullHelp: Scenario
  }

  /// Which months, in which futures.
  struct Choice: Sendable {
    let households: Int
    let replications: Int
    let years: ClosedRange<Int>
    let months: [Int]

    /// Numbers of the dates of a panel that are written down.
    func dates(_ panel: AlertPanel) -> [Int] {
      panel.dates.indices.filter { isWritten(panel.dates[$0]) }
    }

    func isWritten(_ month: Month) -> Bool {
      years.contains(month.year) && months.contains(month.month)
    }

    /// Rows of a panel of a scenario.
    func rowCount(_ scenario: Scenario) -> Int {
      let dates = (0..<scenario.monthCount).count { isWritten(scenario.start.advanced(by: $0)) }
      let (rows, isTooLarge) = (households * dates).multipliedReportingOverflow(by: replications)
      return isTooLarge ? .max : rows
    }
  }

  /// Simulates the futures of a panel under three scenarios, on the same draws.
  ///
  /// - Parameters:
  ///   - choice: Which households, months and futures.
  ///   - scenarios: The scenarios.
  ///   - population: Their households.
  ///   - study: Where it is simulated.
  /// - Returns: The panel, all of it in memory.
  /// - Throws: `SimulationError`, which is `cancelled` if the caller asked to stop.
  static func simulated(
    _ choice: Choice, _ scenarios: Scenarios, _ population: Population, study: Study
  ) throws -> HouseholdPanel {
    let numbers = Set(population.firstHouseholds(choice.households))
    let own = try Simulator(scenario: scenarios.own, population: population).withFittedIndices()
    let parts: [(scenario: Scenario, state: WritableKeyPath<HouseholdMonth, HouseholdState?>)] = [
      (scenarios.withoutHelp, \.withoutHelp), (scenarios.withFullHelp, \.withFullHelp),
    ]
    let halves = try parts.map { try Simulator(scenario: $0.scenario, population: population) }
    var rows: [HouseholdMonth] = []
    var months: [PanelMonth] = []
    for range in Study.batches(0..<choice.replications) {
      var futures = [[HouseholdMonth]](repeating: [], count: range.count)
      try study.panels(of: scenarios.own, own, range, months: numbers) { panel, number in
        let dates = choice.dates(panel)
        if months.isEmpty { months = dates.map { PanelMonth(panel, date: $0) } }
        futures[number - range.lowerBound] = panel.households.indices.flatMap { place in
          dates.map { date in
            HouseholdMonth(
              panel[date: date, household: place], replication: number,
              monitoringLine: panel.lines(date: date).monitoring)
          }
        }
      }
      for (half, part) in parts.enumerated() {
        try study.panels(of: part.scenario, halves[half], range, months: numbers) {
          panel, number in
          let future = number - range.lowerBound
          let states = panel.households.indices.flatMap { place in
            choice.dates(panel).map { HouseholdState(panel[date: $0, household: place]) }
          }
          for row in states.indices { futures[future][row][keyPath: part.state] = states[row] }
        }
      }
      rows += futures.joined()
    }
    return HouseholdPanel(
      rows: rows, months: months, population: population, households: numbers,
      expansion: Double(population.householdCount) / Double(numbers.count)
        / population.sampleFraction)
  }
}
