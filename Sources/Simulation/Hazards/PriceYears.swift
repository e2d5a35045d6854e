import Households
import Randomness

/// Prices of many possible futures under a scenario's numbers, without any household.
public struct PriceYears: Sendable {
  /// Log prices relative to trend by future, month and product; shape `[futures][months × products]`.
  private let paths: [[Double]]

  private let start: Month

  /// Draws the prices of some futures over the months of the scenario.
  ///
  /// - Parameters:
  ///   - scenario: Its numbers and its period.
  ///   - futures: How many.
  ///   - seed: Seed of the keyed draws.
  ///   - first: Shock-year of the first future; 0 for those of a run with the same seed.
  /// - Throws: ``SimulationError/missingParameters(_:)``.
  public init(
    _ scenario: Scenario, futures: Int, seed: UInt64, first: UInt32 = WeatherYears.firstFuture
  ) throws(SimulationError) {
    start = scenario.start
    var months: [MonthSettings] = []
    for month in 0..<scenario.monthCount {
      let reader = ParameterReader(scenario.parameters, at: scenario.start.advanced(by: month))
      months.append(MonthSettings(reader, after: months.last))
      if month == 0, !reader.missing.isEmpty { throw .missingParameters(reader.missing.sorted()) }
    }
    paths = (0..<futures).map { future in
      let key = DrawKey(
        seed: seed, shockYear: first + UInt32(future), householdReplication: 0)
      return PricePaths.draw(months, key: key)
    }
  }

  /// Change of a product's market price, as a share, over the twelve months that end with a month.
  ///
  /// - Parameters:
  ///   - product: A product group.
  ///   - month: A month of the scenario's period, at least twelve months after its start.
  /// - Returns: The change in each future, above -1; 0 for none.
  public func yearlyChanges(of product: Product, to month: Month) -> [Double] {
    let last = (month.ordinal - start.ordinal) * Product.count + product.index
    let year = 12 * Product.count
    return paths.map { path in
      precondition(last >= year && last < path.count, "a year of prices is needed")
      return Elementary.exp(path[last] - path[last - year]) - 1
    }
  }

  /// Standard deviation of the change of a product's log price from month to month.
  public func volatility(of product: Product) -> Double {
    var squares = 0.0
    var count = 0.0
    for path in paths {
      let places = stride(from: product.index, to: path.count, by: Product.count)
      for (last, next) in zip(places, places.dropFirst()) {
        squares += (path[next] - path[last]) * (path[next] - path[last])
        count += 1
      }
    }
    return (squares / max(count, 1)).squareRoot()
  }
}
