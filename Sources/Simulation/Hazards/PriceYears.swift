import Households
import Randomness

/// Prices of many possible futures under a scenario's numbers, without any household.
public struct PriceYears: Sendable {
  /// Log prices relative to trend by future, month and product; shape `[futures][months × products]`.
  private let paths: [[Double]]

  /// Draws the prices of some futures over the months of the scenario.
  ///
  /// - Throws: ``SimulationError/missingParameters(_:)``.
  public init(_ scenario: Scenario, futures: Int, seed: UInt64) throws(SimulationError) {
    var months: [MonthSettings] = []
    for month in 0..<scenario.monthCount {
      let reader = ParameterReader(scenario.parameters, at: scenario.start.advanced(by: month))
      months.append(MonthSettings(reader, after: months.last))
      if month == 0, !reader.missing.isEmpty { throw .missingParameters(reader.missing.sorted()) }
    }
    paths = (0..<futures).map { future in
      let key = DrawKey(
        seed: seed, shockYear: WeatherYears.firstFuture + UInt32(future), householdReplication: 0)
      return PricePaths.draw(months, key: key)
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
