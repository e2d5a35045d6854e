import Households
import Simulation

/// What is written of each possible future.
public enum ReplicationMeasure: Hashable, Sendable {
  /// A rate: a share of the formerly-poor persons who are alive.
  case rate(PersonMeasure)
  /// Formerly-poor persons alive on 31 December, in the whole population.
  case formerlyPoor
  /// Public spending of the year, yuan of the whole population.
  case publicCost
  /// What the system of finding households did, in the whole population.
  case finding(FindingQuantity)

  /// All measures in the order of the table.
  public static let all: [ReplicationMeasure] =
    PersonMeasure.rates.map { .rate($0) } + [.formerlyPoor, .publicCost]
    + quantities.map { .finding($0) }

  private static let quantities: [FindingQuantity] = [.visits, .missed, .falseInclusions]

  /// Name in tables.
  public var name: String {
    switch self {
    case .rate(let measure): measure.name
    case .formerlyPoor: PersonMeasure.formerlyPoor.name
    case .publicCost: "public_cost"
    case .finding(let quantity): quantity.name
    }
  }

  /// What it is counted in.
  public var unit: String {
    switch self {
    case .rate: "share"
    case .formerlyPoor: "persons"
    case .publicCost: "yuan"
    case .finding: "households"
    }
  }

  /// Whether counties have it; money and finding are tallied by prefecture.
  public var isCountedByCounty: Bool {
    switch self {
    case .rate, .formerlyPoor: true
    case .publicCost, .finding: false
    }
  }
}

/// A measure of a place and year in every possible future.
public struct ReplicationSeries: Sendable {
  /// Calendar year.
  public let year: Int
  /// Where.
  public let region: Region
  /// What.
  public let measure: ReplicationMeasure
  /// Value by future; shape `[futures]`.
  public let values: [Double]

  /// All series of a run, by measure, then year, then place.
  ///
  /// - Parameters:
  ///   - outcomes: What was simulated, of the declared parameters.
  ///   - geography: For codes and names of places.
  ///   - level: Down to which places.
  /// - Returns: The same values from which the tables estimate.
  public static func all(
    _ outcomes: Outcomes, _ geography: Geography, places level: ExportRequest.Places
  ) -> [ReplicationSeries] {
    let places = Places(outcomes.layout, geography)
    var wanted: Set<Int> = [places.province.code]
    if level != .province { wanted.formUnion(places.prefectures.map(\.region.code)) }
    if level == .county { wanted.formUnion(places.counties.map(\.code)) }
    var byMeasure: [ReplicationMeasure: [ReplicationSeries]] = [:]
    RateSeriesList(outcomes, geography).forEach { series in
      guard series.group == .all, wanted.contains(series.region.code) else { return }
      let measure = ReplicationMeasure.rate(series.measure)
      byMeasure[measure, default: []].append(
        ReplicationSeries(
          year: series.year, region: series.region, measure: measure, values: series.values))
    }
    byMeasure[.formerlyPoor] = persons(outcomes, places, level)
    let amounts = AmountSeriesList(outcomes, geography)
    for series in amounts.finding where wanted.contains(series.region.code) {
      let measure = ReplicationMeasure.finding(series.kind)
      byMeasure[measure, default: []].append(
        ReplicationSeries(
          year: series.year, region: series.region, measure: measure, values: series.values))
    }
    byMeasure[.publicCost] = publicCost(amounts, wanted)
    return ReplicationMeasure.all.flatMap { byMeasure[$0] ?? [] }
  }

  private static func persons(
    _ outcomes: Outcomes, _ places: Places, _ level: ExportRequest.Places
  ) -> [ReplicationSeries] {
    outcomes.layout.years.flatMap { year -> [ReplicationSeries] in
      let index = year - outcomes.layout.years.lowerBound
      let counties = places.counties.indices.map {
        outcomes.tally(.formerlyPoor, year: index, county: $0)
      }
      func series(_ region: Region, _ own: [Tally]) -> ReplicationSeries {
        ReplicationSeries(
          year: year, region: region, measure: .formerlyPoor,
          values: Tally.sum(own).replications.map { $0 / outcomes.sampleFraction })
      }
      var all = [series(places.province, counties)]
      if level != .province {
        all += places.prefectures.map { place in
          series(place.region, place.counties.map { counties[$0] })
        }
      }
      if level == .county { all += zip(places.counties, counties).map { series($0, [$1]) } }
      return all
    }
  }

  /// Programmes that the public pays, added up.
  private static func publicCost(
    _ amounts: AmountSeriesList, _ wanted: Set<Int>
  ) -> [ReplicationSeries] {
    var sums: [ReplicationSeries] = []
    var positions: [SIMD2<Int>: Int] = [:]
    for series in amounts.money
    where series.kind.isPublicSpending && wanted.contains(series.region.code) {
      let key = SIMD2(series.year, series.region.code)
      if let place = positions[key] {
        sums[place] = ReplicationSeries(
          year: series.year, region: series.region, measure: .publicCost,
          values: zip(sums[place].values, series.values).map { $0 + $1 })
      } else {
        positions[key] = sums.count
        sums.append(
          ReplicationSeries(
            year: series.year, region: series.region, measure: .publicCost, values: series.values))
      }
    }
    return sums
  }
}
