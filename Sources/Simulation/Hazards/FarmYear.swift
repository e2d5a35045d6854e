import Households

/// What one lost season does to the farm households of a county: a known shock on the prepared
/// households, without any chance.
public enum FarmYear {
  /// Mean share of the twelve-month income that a drought takes from formerly-poor farm households.
  ///
  /// The drought holds from June to December, the harvest of the main season; each household has the
  /// middle of its own luck and its net business income falls at most to the floor.
  ///
  /// - Parameters:
  ///   - scenario: Its numbers.
  ///   - population: Its households.
  ///   - county: Position of the county in the geography.
  ///   - index: Weather index of the season, which gives the class of drought.
  /// - Returns: The share; `nil` if the county has no such household.
  public static func fall(
    _ scenario: Scenario, _ population: Population, county: Int, index: Double
  ) -> Double? {
    let months = (0..<12).map { month in
      MonthSettings(
        ParameterReader(scenario.parameters, at: scenario.start.advanced(by: month)), after: nil)
    }
    let exposure = scenario.geography.counties[county].droughtExposure
    var lost = 0.0
    var income = 0.0
    for block in population.blocks where block.county == county {
      for row in 0..<block.count {
        let c = block.columns
        let isFarm = c.livelihood[row] == Livelihood.farm.rawValue
        let isFormerlyPoor = c.flags[row] & HouseholdFlags.formerlyPoor.rawValue != 0
        guard isFarm, isFormerlyPoor else { continue }
        let weight = Double(c.weight[row])
        let base = Double(c.business[row])
        income +=
          weight * 12 * (base + Double(c.wage[row] + c.transfer[row] + c.property[row]))
        for (month, s) in months.enumerated()
        where scenario.start.advanced(by: month).month >= 6 {
          lost += weight * base * share(c, row, s, s.drought.loss(atIndex: index) * exposure)
        }
      }
    }
    return income > 0 ? lost / income : nil
  }

  /// Part of an average month's net business income that is lost: min(G × dry, (1 + floor) × output).
  private static func share(
    _ c: PopulationColumns, _ row: Int, _ s: MonthSettings, _ loss: Double
  ) -> Double {
    var output = 0.0
    var dry = 0.0
    for product in Product.allCases {
      let weight = Double(c.product(product.index)[row]) / 255
      let own = s.products[product.index]
      output += weight * own.season
      dry += weight * own.season * own.droughtSensitivity * min(1, loss)
    }
    let leverage = Double(s.income.farmLeverage)
    return min(leverage * dry, output * (1 - Double(s.income.businessFloor)))
  }
}
