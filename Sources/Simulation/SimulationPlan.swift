import Households
import Randomness

/// What is the same in every replication: compiled once from a scenario.
struct SimulationPlan: Sendable {
  let scenario: Scenario
  let layout: OutcomeLayout
  /// Every number of every month.
  var months: [MonthSettings]
  let strengths: Strengths
  let droughtField: DroughtField
  let floodTable: BetaTable
  /// Uniform of each county that decides when its data are docked: below the docked share.
  let dockingRank: [Double]
  /// Uniform of each county and group of indicators: the data are missing below the chance of a gap.
  let gapRank: [SIMD8<Double>]
  /// Rank of each kind of sign by county, for the departments that are connected.
  let departmentRanks: [[Double]]
  /// Place of each prefecture in the order in which they join the agreements.
  let agreementPlaces: [Int]
  /// Shares of the fund by year of the run and county, before anything is known of a run.
  let fundShares: [[Double]]
  /// Visits a month by county, for the whole population.
  let ruralShare: [Double]
  /// Share of each county in new irrigation: rural population × exposure to drought.
  let irrigationShare: [Double]

  /// Compiles a scenario, with the places whose books are kept.
  init(
    _ scenario: Scenario, ledger: LedgerPlaces = .prefecture
  ) throws(SimulationError) {
    self.scenario = scenario
    layout = OutcomeLayout(
      geography: scenario.geography, counties: scenario.counties, years: scenario.resultYears,
      ledgerPlaces: ledger)
    var missing: [String] = []
    var months: [MonthSettings] = []
    for month in 0..<scenario.monthCount {
      let reader = ParameterReader(scenario.parameters, at: scenario.start.advanced(by: month))
      months.append(MonthSettings(reader, after: months.last))
      if month == 0 { missing = reader.missing }
    }
    if !missing.isEmpty { throw .missingParameters(missing.sorted()) }
    Self.normaliseFloods(&months)
    Self.fixWages(&months, scenario)
    self.months = months
    strengths = Strengths(scenario)
    droughtField = try DroughtField(scenario.geography, months[0].drought)
    floodTable = BetaTable(months[0].flood.shapeA, months[0].flood.shapeB)
    // A property of the world, not of a replication: which counties are docked first.
    let world = DrawKey(seed: 0, shockYear: 0, householdReplication: 0)
    dockingRank = scenario.geography.counties.indices.map {
      world.world(.county, $0, .county)[0].uniform
    }
    gapRank = scenario.geography.counties.indices.map { county in
      var ranks = SIMD8<Double>()
      for group in IndicatorGroup.allCases {
        let draw = UInt32(group.rawValue)
        ranks[group.rawValue] =
          world.world(.county, county, .indicatorGap, draw: draw)[0].uniform
      }
      return ranks
    }
    departmentRanks = scenario.geography.counties.indices.map { Departments.ranks(county: $0) }
    agreementPlaces = Agreements.places(prefectures: scenario.geography.prefectures.count)
    fundShares = (scenario.start.year...scenario.end.year).map { year in
      let month = Self.firstMonth(of: year, scenario)
      return FactorAllocation.initialShares(scenario, months[month].fund)
    }
    let rural = scenario.geography.counties.map(\.ruralPopulation)
    let total = rural.reduce(0, +)
    ruralShare = rural.map { $0 / max(total, 1) }
    let dry = scenario.geography.counties.map { $0.ruralPopulation * $0.droughtExposure }
    let exposed = dry.reduce(0, +)
    irrigationShare = dry.map { $0 / max(exposed, 1) }
  }

  /// The first simulated month of a year, counted from the start.
  static func firstMonth(of year: Int, _ scenario: Scenario) -> Int {
    max(scenario.start.ordinal, year * 12) - scenario.start.ordinal
  }

  /// Wages are normalised by the declared risks of the first month: a scenario that changes the risk
  /// of losing a job must not change the pay of those who keep theirs.
  ///
  /// Model equation (8.4).
  private static func fixWages(_ months: inout [MonthSettings], _ scenario: Scenario) {
    let declared = Parameters(declared: scenario.parameters.declared)
    let jobs = JobSettings(ParameterReader(declared, at: scenario.start))
    for month in months.indices {
      months[month].jobs.expectedShare = jobs.expectedShare
      months[month].jobs.expectedShareOlder = jobs.expectedShareOlder
    }
  }

  /// Tells every month the sum of the twelve seasonal weights of floods.
  private static func normaliseFloods(_ months: inout [MonthSettings]) {
    let sum = months.prefix(12).reduce(0) { $0 + $1.flood.weight }
    guard sum > 0 else { return }
    for month in months.indices { months[month].flood.weightSum = sum }
  }
}
