import Households
import Simulation

/// Lets the model live through times that are over, and holds what it says against what was recorded.
public struct BackTest: Sendable {
  /// A scenario and the records of the time that it lives through.
  public struct Period: Sendable {
    /// What is believed of the time.
    public let scenario: Scenario
    /// The records.
    public let records: [HistoricalRecord]

    /// A period.
    public init(scenario: Scenario, records: [HistoricalRecord]) {
      self.scenario = scenario
      self.records = records
    }
  }

  /// A record that the period of its scenario cannot answer.
  public enum Mistake: Error, Sendable, Hashable {
    /// The year is not among those with results.
    case yearOutside(record: String, years: ClosedRange<Int>)
    /// The place is not simulated.
    case placeOutside(record: String)
  }

  private let period: Period
  private let options: RunOptions

  /// A back-test of one period.
  ///
  /// - Throws: ``Mistake``.
  public init(_ period: Period, options: RunOptions) throws(Mistake) {
    self.period = period
    self.options = options
    for record in period.records { try check(record) }
  }

  private func check(_ record: HistoricalRecord) throws(Mistake) {
    let years = period.scenario.resultYears
    if case .wideDroughtYears = record.quantity { return }
    guard years.contains(record.year) else {
      throw .yearOutside(record: record.name, years: years)
    }
    let codes = period.scenario.counties.map { period.scenario.geography.counties[$0].code }
    guard record.place == Geography.provinceCode || codes.contains(record.place) else {
      throw .placeOutside(record: record.name)
    }
  }

  /// Simulates and compares.
  ///
  /// - Parameters:
  ///   - progress: Called now and then, from any thread, with the share done in [0, 1].
  ///   - isCancelled: Asked now and then, from any thread; `true` stops.
  /// - Returns: One result a record, in their order.
  /// - Throws: ``SimulationError`` or `SynthesisError`.
  public func perform(
    progress: (@Sendable (Double) -> Void)? = nil, isCancelled: (@Sendable () -> Bool)? = nil
  ) throws -> [BackTestResult] {
    let draws = ParameterDraws(
      period.scenario.parameters.declared, seed: options.seed, count: options.draws)
    var futures = [[Double]](repeating: [], count: period.records.count)
    for draw in 0..<options.draws {
      let drawn = options.draws > 1 ? draws.scenario(period.scenario, draw: draw) : period.scenario
      let told = BackTestFutures(drawn, options: options, isCancelled: isCancelled)
      for (place, values) in try told.values(of: period.records).enumerated() {
        futures[place] += values
      }
      progress?(Double(draw + 1) / Double(options.draws))
    }
    return zip(period.records, futures).map { BackTestResult(record: $0, futures: $1) }
  }
}
