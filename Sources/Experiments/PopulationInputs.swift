import Households

/// What a population is built from.
enum PopulationInputs {
  /// Whether two scenarios certainly have the same households, so that they are built once.
  ///
  /// Households are there before any policy: numbers of policies, of finding households and of
  /// targets are no part of them. All other numbers count as they are in the first month; that some
  /// of these do not matter either costs at most building the same households twice.
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
    for name in scenario.parameters.declared.map(\.name) where canMatter(name) {
      values[name] = scenario.parameters.value(of: name, at: scenario.start)
    }
    return values
  }

  private static func canMatter(_ name: String) -> Bool {
    let theme = String(name.prefix { $0 != "." })
    if theme == "targets" { return false }
    guard let section = Mechanism(rawValue: theme)?.section else { return true }
    return section != .policies && section != .finding
  }
}
