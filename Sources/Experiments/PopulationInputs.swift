import Households

/// What a population is built from.
enum PopulationInputs {
  /// Whether two scenarios certainly have the same households, so that they are built once.
  ///
  /// Only the numbers that are read when households are drawn count, as they are in the first month.
  static func agree(_ one: Scenario, _ other: Scenario) -> Bool {
    guard one.start == other.start, one.counties == other.counties,
      one.geography.counties == other.geography.counties,
      one.geography.prefectures == other.geography.prefectures
    else { return false }
    switch (one.populationSource, other.populationSource) {
    case (.synthetic, .synthetic): break
    case (.table(let rows), .table(let others)): guard rows == others else { return false }
    default: return false
    }
    return values(one) == values(other)
  }

  private static func values(_ scenario: Scenario) -> [String: Double] {
    var values: [String: Double] = [:]
    for name in PopulationSynthesis.numberNames(of: scenario) {
      values[name] = scenario.parameters.value(of: name, at: scenario.start)
    }
    return values
  }
}
