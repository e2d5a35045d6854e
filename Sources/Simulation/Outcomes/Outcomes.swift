import Households

/// The axes of the tallies.
public struct OutcomeLayout: Sendable, Hashable {
  /// Indices (in the geography) of the simulated counties, ascending.
  public let counties: [Int]
  /// Index of the prefecture of each county of `counties`.
  public let prefectures: [Int]
  /// Number of prefectures in the geography.
  public let prefectureCount: Int
  /// Years with results.
  public let years: ClosedRange<Int>
  /// Places whose books are kept.
  public let ledgerPlaces: LedgerPlaces

  /// The axes for a geography, the simulated counties and the result years.
  public init(
    geography: Geography, counties: [Int], years: ClosedRange<Int>,
    ledgerPlaces: LedgerPlaces = .prefecture
  ) {
    self.ledgerPlaces = ledgerPlaces
    self.counties = counties
    prefectures = counties.map { geography.counties[$0].prefecture }
    prefectureCount = geography.prefectures.count
    self.years = years
  }

  /// Place of a county's person tally; `county` is a position in `counties`, `year` counted from 0.
  public func persons(year: Int, county: Int, _ measure: PersonMeasure) -> Int {
    (year * counties.count + county) * PersonMeasure.allCases.count + measure.rawValue
  }
  /// Place of a prefecture's person tally for a group.
  public func groups(year: Int, prefecture: Int, group: Int, _ measure: PersonMeasure) -> Int {
    ((year * prefectureCount + prefecture) * Group.count + group)
      * PersonMeasure.allCases.count + measure.rawValue
  }
  /// Place of a prefecture's money tally, in fen.
  public func money(year: Int, prefecture: Int, _ programme: Programme) -> Int {
    (year * prefectureCount + prefecture) * Programme.allCases.count + programme.rawValue
  }
  /// Place of a prefecture's tally of finding households.
  public func finding(year: Int, prefecture: Int, _ quantity: FindingQuantity) -> Int {
    (year * prefectureCount + prefecture) * FindingQuantity.allCases.count + quantity.rawValue
  }
  /// Place of a prefecture's tally of what a system did.
  public func systems(year: Int, prefecture: Int, _ quantity: SystemQuantity) -> Int {
    (year * prefectureCount + prefecture) * SystemQuantity.allCases.count + quantity.rawValue
  }
  /// Place of a hash group's person tally, for the error of a sample of households.
  public func sample(group: Int, year: Int, county: Int, _ measure: PersonMeasure) -> Int {
    group * personCount + persons(year: year, county: county, measure)
  }

  /// Number of person tallies.
  public var personCount: Int { years.count * counties.count * PersonMeasure.allCases.count }
  /// Number of group tallies.
  public var groupCount: Int {
    years.count * prefectureCount * Group.count * PersonMeasure.allCases.count
  }
  /// Number of money tallies.
  public var moneyCount: Int { years.count * prefectureCount * Programme.allCases.count }
  /// Number of tallies of finding households.
  public var findingCount: Int { years.count * prefectureCount * FindingQuantity.allCases.count }
  /// Number of tallies of what the systems did.
  public var systemCount: Int { years.count * prefectureCount * SystemQuantity.allCases.count }
  /// Number of sample tallies.
  public var sampleCount: Int { Population.sampleGroupCount * personCount }
}

/// What happened in one possible future: integer tallies of the simulated (weighted) households.
public struct ReplicationOutcome: Sendable, Hashable {
  /// Persons by year, county and measure (`OutcomeLayout.persons`).
  public var persons: [Int64]
  /// Persons by year, prefecture, group and measure (`OutcomeLayout.groups`).
  public var groups: [Int64]
  /// Fen by year, prefecture and programme (`OutcomeLayout.money`).
  public var money: [Int64]
  /// Households, persons and days by year, prefecture and quantity (`OutcomeLayout.finding`).
  public var finding: [Int64]
  /// What the plan's systems did by year, prefecture and quantity (`OutcomeLayout.systems`).
  public var systems: [Int64]
  /// Books of the fund in fen by year, place, pot and entry (`OutcomeLayout.ledger`).
  public var ledger: [Int64] = []

  /// An outcome from its tallies.
  public init(
    persons: [Int64], groups: [Int64], money: [Int64], finding: [Int64], systems: [Int64],
    ledger: [Int64] = []
  ) {
    self.persons = persons
    self.groups = groups
    self.money = money
    self.finding = finding
    self.systems = systems
    self.ledger = ledger
  }
}

/// What a simulation produced: integer tallies per replication.
///
/// Estimation turns them into figures.
public struct Outcomes: Sendable {
  /// The axes.
  public let layout: OutcomeLayout
  /// One entry a replication, in order; with several draws of the parameters, draw by draw.
  public let replications: [ReplicationOutcome]
  /// Number of draws of the parameters, each with the same number of replications.
  public let draws: Int
  /// Person tallies by hash group of households, summed over replications (`OutcomeLayout.sample`).
  public let sample: [Int64]
  /// Share of households simulated; tallies times 1/fraction are the province's.
  public let sampleFraction: Double
  /// Simulated households × months × replications.
  public let householdMonths: Int
  /// Wall-clock seconds of the simulation alone.
  public let seconds: Double
  /// Seconds of one thread by step of the month, added up over threads, in the order of `ModelStep`;
  /// empty unless the run was profiled.
  public let profile: [Double]

  /// The result of a simulation.
  public init(
    layout: OutcomeLayout, replications: [ReplicationOutcome], sample: [Int64],
    sampleFraction: Double, householdMonths: Int, seconds: Double,
    profile: [Double] = [], draws: Int = 1
  ) {
    self.draws = draws
    self.layout = layout
    self.replications = replications
    self.sample = sample
    self.sampleFraction = sampleFraction
    self.householdMonths = householdMonths
    self.seconds = seconds
    self.profile = profile
  }

  /// The outcomes of several draws of the parameters as one, draw by draw.
  ///
  /// - Parameter draws: At least one; of the same layout, sample and number of replications.
  public init(draws: [Outcomes]) {
    let first = draws[0]
    self.init(
      layout: first.layout, replications: draws.flatMap(\.replications),
      sample: first.sample.indices.map { place in draws.reduce(0) { $0 &+ $1.sample[place] } },
      sampleFraction: first.sampleFraction,
      householdMonths: draws.reduce(0) { $0 + $1.householdMonths },
      seconds: draws.reduce(0) { $0 + $1.seconds },
      profile: first.profile.indices.map { step in draws.reduce(0) { $0 + $1.profile[step] } },
      draws: draws.count)
  }
}
