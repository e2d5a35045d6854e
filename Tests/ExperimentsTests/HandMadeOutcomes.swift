@testable import Experiments
import Households
@testable import Simulation

/// A small province and tallies written by hand, so that every figure can be worked out on paper.
struct HandMadeOutcomes {
  static let geography = Geography(
    prefectures: [
      Prefecture(
        code: 520500, name: "毕节市", latinName: "Bijie", incomeIndex: 1, formerlyPoorShare: 0.6),
      Prefecture(
        code: 520600, name: "铜仁市", latinName: "Tongren", incomeIndex: 1, formerlyPoorShare: 0.4),
    ],
    counties: [
      county(520502, "七星关区", prefecture: 0), county(520526, "威宁县", prefecture: 0),
      county(520602, "碧江区", prefecture: 1),
    ])

  static let parameters = Parameters(
    declared: [
      parameter("targets.hard_2025", 0.005), parameter("targets.hard_2030", 0.003),
      parameter("targets.stretch_2025", 0.003), parameter("targets.stretch_2030", 0.001),
      parameter("targets.national_rural_2022", 20_000),
      parameter("targets.national_rural_growth", 0.1),
    ]
      + Set(PlanTarget.all.flatMap { $0.goals.map(\.parameter) }).sorted().map {
        parameter($0, 0.9)
      })

  let layout: OutcomeLayout
  var replications: [ReplicationOutcome]
  var sample: [Int64]
  var sampleFraction: Double

  init(
    years: ClosedRange<Int> = 2024...2025, replications count: Int = 4, sampleFraction: Double = 1
  ) {
    layout = OutcomeLayout(geography: Self.geography, counties: [0, 1, 2], years: years)
    let empty = ReplicationOutcome(
      persons: Array(repeating: 0, count: layout.personCount),
      groups: Array(repeating: 0, count: layout.groupCount),
      money: Array(repeating: 0, count: layout.moneyCount),
      finding: Array(repeating: 0, count: layout.findingCount),
      systems: Array(repeating: 0, count: layout.systemCount),
      ledger: Array(repeating: 0, count: layout.ledgerCount))
    replications = Array(repeating: empty, count: count)
    sample = Array(repeating: 0, count: layout.sampleCount)
    self.sampleFraction = sampleFraction
    for year in years {
      for county in 0..<3 { set(.formerlyPoor, year, county: county, [1000, 2000, 3000][county]) }
    }
  }

  /// Sets a person tally of a county, in all replications or in one.
  mutating func set(
    _ measure: PersonMeasure, _ year: Int, county: Int, _ value: Int64, in replication: Int? = nil
  ) {
    let place = layout.persons(year: index(year), county: county, measure)
    for number in chosen(replication) { replications[number].persons[place] = value }
  }

  /// Sets a group's person tally of a prefecture, in all replications or in one.
  mutating func set(
    _ measure: PersonMeasure, _ group: Group, _ year: Int, prefecture: Int, _ value: Int64,
    in replication: Int? = nil
  ) {
    let place = layout.groups(
      year: index(year), prefecture: prefecture, group: group.index, measure)
    for number in chosen(replication) { replications[number].groups[place] = value }
  }

  /// Sets the fen of a programme in a prefecture, in all replications or in one.
  mutating func set(
    _ programme: Programme, _ year: Int, prefecture: Int, fen: Int64, in replication: Int? = nil
  ) {
    let place = layout.money(year: index(year), prefecture: prefecture, programme)
    for number in chosen(replication) { replications[number].money[place] = fen }
  }

  /// Sets a quantity of the finding system, in all replications.
  mutating func set(_ quantity: FindingQuantity, _ year: Int, prefecture: Int, _ value: Int64) {
    let place = layout.finding(year: index(year), prefecture: prefecture, quantity)
    for number in replications.indices { replications[number].finding[place] = value }
  }

  /// Sets what a system did in a prefecture, in all replications or in one.
  mutating func set(
    _ quantity: SystemQuantity, _ year: Int, prefecture: Int, _ value: Int64,
    in replication: Int? = nil
  ) {
    let place = layout.systems(year: index(year), prefecture: prefecture, quantity)
    for number in chosen(replication) { replications[number].systems[place] = value }
  }

  /// Sets a tally of a hash group of households, summed over replications.
  mutating func setSample(
    _ measure: PersonMeasure, _ year: Int, county: Int, hashGroup: Int, _ value: Int64
  ) {
    sample[layout.sample(group: hashGroup, year: index(year), county: county, measure)] = value
  }

  var outcomes: Outcomes {
    Outcomes(
      layout: layout, replications: replications, sample: sample, sampleFraction: sampleFraction,
      householdMonths: 0, seconds: 0)
  }

  private func index(_ year: Int) -> Int { year - layout.years.lowerBound }
  private func chosen(_ replication: Int?) -> Range<Int> {
    replication.map { $0..<($0 + 1) } ?? replications.indices
  }

  static func scenario(
    _ name: String = "baseline", parameters: Parameters = parameters, firstResultYear: Int = 2024
  ) -> Scenario {
    Scenario(
      name: name, title: BilingualText(chinese: "基准", english: "Baseline"),
      summary: BilingualText(chinese: "", english: ""), start: Month(year: 2022, month: 1),
      end: Month(year: 2025, month: 12), firstResultYear: firstResultYear,
      parameters: parameters, mechanisms: [:], events: [], geography: geography,
      counties: [0, 1, 2], populationSource: .synthetic, places: [:])
  }

  static func parameter(_ name: String, _ values: Double..., source: String = "test") -> Parameter {
    Parameter(
      name: name, values: values, unit: "share", valid: 0...1, prior: .fixed, origin: .plan,
      source: source, meaning: BilingualText(chinese: "", english: ""), file: "test.yaml")
  }

  private static func county(_ code: Int, _ name: String, prefecture: Int) -> County {
    County(
      code: code, name: name, prefecture: prefecture, isFormerlyPoor: true, delistedYear: 2020,
      isKeyCounty: false, ruralPopulation: 100_000, shareElderly: 0.1, shareChildren: 0.2,
      shareFarming: 0.5, schoolingYears: 8, droughtExposure: 1, latitude: 27, longitude: 105,
      productTilt: Array(repeating: 1, count: 8))
  }
}
