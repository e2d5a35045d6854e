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

  /// Everything that decides the households of a scenario that draws them.
  static func text(of scenario: Scenario, _ options: RunOptions) -> String {
    let numbers = values(scenario).sorted { $0.key < $1.key }
    let lines =
      ["population \(scenario.start) \(scenario.counties)"]
      + ["sample=\(options.sample) block=\(options.householdsPerBlock)"]
      + scenario.geography.prefectures.map { "\($0)" }
      + scenario.geography.counties.map { "\($0)" }
      + numbers.map { "\($0.key)=\($0.value)" }
    return lines.joined(separator: "\n")
  }

  /// The households of a scenario, built anew, and their digest.
  static func built(
    of scenario: Scenario, _ options: RunOptions
  ) throws -> (population: Population, digest: String) {
    let population = try PopulationSynthesis.population(
      of: scenario, sampleFraction: options.sample, threads: options.threads,
      householdsPerBlock: options.householdsPerBlock)
    return (
      population, PopulationDigest.hexadecimal(of: population, threads: options.threads)
    )
  }

  private static func values(_ scenario: Scenario) -> [String: Double] {
    var values: [String: Double] = [:]
    for name in PopulationSynthesis.numberNames(of: scenario) {
      values[name] = scenario.parameters.value(of: name, at: scenario.start)
    }
    return values
  }
}
