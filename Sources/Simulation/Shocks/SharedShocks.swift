import Households
import Randomness

/// The weather and prices that many households of a scenario share, in one possible future after
/// another and without any household: what the shock processes alone say.
public struct SharedShocks: Sendable {
  private let plan: SimulationPlan
  private let seed: UInt64

  /// The shock processes of a scenario.
  ///
  /// - Parameters:
  ///   - scenario: What is believed.
  ///   - seed: Seed of the keyed draws; with the same seed the futures are those of a run.
  /// - Throws: ``SimulationError``.
  public init(_ scenario: Scenario, seed: UInt64) throws(SimulationError) {
    plan = try SimulationPlan(scenario)
    self.seed = seed
  }

  private func key(_ future: Int) -> DrawKey {
    DrawKey(
      seed: seed, shockYear: UInt32(future), householdReplication: UInt32(future))
  }

  /// Change of a product's market price, as a share, over the twelve months that end with a month.
  ///
  /// - Parameters:
  ///   - product: A product group.
  ///   - month: A month of the scenario's period, at least twelve months after its start.
  ///   - future: Number of the possible future, from 0.
  /// - Returns: The change, above -1; 0 for none.
  public func priceChange(_ product: Product, to month: Month, future: Int) -> Double {
    let place = month.ordinal - plan.scenario.start.ordinal
    precondition(place >= 12 && place < plan.scenario.monthCount, "a year of prices is needed")
    let prices = PricePaths.draw(plan.months, key: key(future))
    let now = prices[place * Product.count + product.index]
    let before = prices[(place - 12) * Product.count + product.index]
    return Elementary.exp(now - before) - 1
  }

  /// Number of years, out of some, in which at least so many counties have a weather index below a
  /// threshold in the same half-year.
  ///
  /// - Parameters:
  ///   - years: Length of the series; the field has no trend, so the years have no date.
  ///   - least: Least number of counties.
  ///   - threshold: Weather index, in standard deviations.
  ///   - future: Number of the possible future, from 0.
  /// - Returns: A number from 0 to `years`.
  public func wideDroughtYears(
    of years: Int, counties least: Int, below threshold: Double, future: Int
  ) -> Int {
    let count = plan.scenario.geography.counties.count
    let index = plan.droughtField.draw(seasons: 2 * years, key: key(future))
    return (0..<years).count { year in
      (0..<2).contains { half in
        let first = (2 * year + half) * count
        return index[first..<first + count].count { $0 < threshold } >= least
      }
    }
  }
}
