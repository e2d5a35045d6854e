import Households
import Simulation

/// What a scenario says of some records, in every possible future.
struct BackTestFutures {
  private let scenario: Scenario
  private let options: RunOptions
  private let isCancelled: (@Sendable () -> Bool)?

  init(_ scenario: Scenario, options: RunOptions, isCancelled: (@Sendable () -> Bool)?) {
    self.scenario = scenario
    self.options = options
    self.isCancelled = isCancelled
  }

  /// The values of each record; shape `[records][futures]`.
  func values(of records: [HistoricalRecord]) throws -> [[Double]] {
    let needsRates = records.contains { $0.quantity.measure != nil }
    let needsLives = records.contains(where: \.quantity.isOfLives)
    var population: Population?
    if needsRates || needsLives {
      population = try PopulationSynthesis.population(
        of: scenario, sampleFraction: options.sample, threads: options.threads,
        householdsPerBlock: options.householdsPerBlock)
    }
    var rates: RateFinder?
    if needsRates, let population { rates = try RateFinder(outcomes(population), scenario) }
    var lives = [[Double]](repeating: [], count: records.count)
    if needsLives, let population { lives = try self.lives(of: records, population) }
    return try records.enumerated().map { place, record in
      if let measure = record.quantity.measure {
        return rates?.values(measure, record) ?? []
      }
      return record.quantity.isOfLives ? lives[place] : try hazards(of: record)
    }
  }

  private func outcomes(_ population: Population) throws(SimulationError) -> Outcomes {
    try Simulator(scenario: scenario, population: population).run(
      replications: options.replications, seed: options.seed, threads: options.threads,
      isCancelled: isCancelled)
  }

  /// What weather and prices alone say, in the futures of a run with the same seed.
  private func hazards(of record: HistoricalRecord) throws(SimulationError) -> [Double] {
    switch record.quantity {
    case .priceChange(let product):
      return try PriceYears(
        scenario, futures: options.replications, seed: options.seed, first: 0
      ).yearlyChanges(of: product, to: Month(year: record.year, month: 12))
    case .wideDroughtYears(let years, let counties, let below):
      var dry: [Double] = []
      for future in 0..<UInt32(options.replications) {
        let weather = try WeatherYears(scenario, years: years, seed: options.seed, first: future)
        dry.append(Double(weather.footprintYears(counties: counties, below: below)))
      }
      return dry
    default: return []
    }
  }

  private func lives(
    of records: [HistoricalRecord], _ population: Population
  ) throws -> [[Double]] {
    let simulator = try Simulator(scenario: scenario, population: population)
    let everybody = Set(population.firstHouseholds(population.householdCount))
    var values = [[Double]](repeating: [], count: records.count)
    for future in 0..<options.replications {
      let lives = try simulator.lives(
        of: everybody, replication: future, seed: options.seed, threads: options.threads,
        isCancelled: isCancelled)
      for (place, record) in records.enumerated() where record.quantity.isOfLives {
        let told = RecordedLives(record, scenario, sample: options.sample)
        if let value = told.value(of: lives) { values[place].append(value) }
      }
    }
    return values
  }
}

extension HistoricalRecord.Quantity {
  /// The measure whose rate it is; `nil` if it is none.
  fileprivate var measure: PersonMeasure? {
    switch self {
    case .flow: .flow
    case .recognised: .recognised
    case .stock: .stock
    default: nil
    }
  }

  /// Whether single households have to be followed.
  fileprivate var isOfLives: Bool {
    switch self {
    case .incomeFalls, .notAlerted: true
    default: false
    }
  }
}

/// Finds the rates of a run by place and year.
private struct RateFinder {
  private struct Place: Hashable {
    let measure: PersonMeasure
    let year: Int
    let code: Int
  }
  private var rates: [Place: [Double]] = [:]

  init(_ outcomes: Outcomes, _ scenario: Scenario) {
    var rates: [Place: [Double]] = [:]
    RateSeriesList(outcomes, scenario.geography).forEach { series in
      guard series.group == .all else { return }
      let place = Place(measure: series.measure, year: series.year, code: series.region.code)
      rates[place] = series.values
    }
    self.rates = rates
  }

  func values(_ measure: PersonMeasure, _ record: HistoricalRecord) -> [Double] {
    rates[Place(measure: measure, year: record.year, code: record.place)] ?? []
  }
}
