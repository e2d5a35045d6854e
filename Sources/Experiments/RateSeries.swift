import Estimation
import Households
import Simulation

/// A rate in every replication, before it is estimated or compared.
struct RateSeries: Sendable {
  let year: Int
  let measure: PersonMeasure
  let region: Region
  let group: Group
  /// Rate by replication; shape `[R]`.
  let values: [Double]
  /// Rates of the whole region with one hash group of households left out.
  let jackknife: GroupedJackknife
  /// How much the group weighs in the region, for the error of a sample of households.
  let part: Part

  /// Sums over replications that say how large a part of a region a group is.
  struct Part: Sendable {
    /// Numerator (persons in return and so on) of the group and of the whole region.
    let cases: Double
    let allCases: Double
    /// Denominator (formerly-poor persons) of the group relative to the whole region.
    let share: Double
  }

  /// Error from the sample of households.
  var householdError: HouseholdError {
    Self.householdError(jackknife, cases: part.cases, allCases: part.allCases, share: part.share)
  }

  /// Error from the sample of households of the difference reform − baseline.
  func householdError(minus baseline: RateSeries) -> HouseholdError {
    Self.householdError(
      jackknife.minus(baseline.jackknife), cases: part.cases + baseline.part.cases,
      allCases: part.allCases + baseline.part.allCases, share: part.share)
  }

  /// The error of a part of a region, in proportion to that of the whole.
  ///
  /// Hash groups are tallied for whole regions only. Cases are rare and households are sampled one
  /// by one, so the variance of a numerator grows in proportion to the cases, and that of a rate
  /// with cases / persons². A part of a region has the region's variance times that ratio.
  private static func householdError(
    _ jackknife: GroupedJackknife, cases: Double, allCases: Double, share: Double
  ) -> HouseholdError {
    let error = jackknife.error
    if cases == allCases && share == 1 { return error }
    guard error.variance != 0, allCases > 0 else { return error }
    return error.scaled(by: cases / allCases / (share * share))
  }
}

/// All rates of a run, in the order of `rates.csv`.
struct RateSeriesList: Sendable {
  private let outcomes: Outcomes
  private let places: Places
  /// Groups with a denominator of their own: all, the livelihoods, and the relocated.
  private static let populationGroups = Group.allCases.filter { $0.cause == nil && $0 != .all }
  private static let causeGroups = Group.allCases.filter { $0.cause != nil }

  init(_ outcomes: Outcomes, _ geography: Geography) {
    self.outcomes = outcomes
    places = Places(outcomes.layout, geography)
  }

  /// Hands over one series after another.
  func forEach(_ body: (RateSeries) -> Void) {
    for year in outcomes.layout.years {
      let index = year - outcomes.layout.years.lowerBound
      let denominators = tallies(.formerlyPoor, index)
      for measure in PersonMeasure.rates {
        let numerators = tallies(measure, index)
        let rates = MeasureRates(outcomes: outcomes, year: year, index: index, measure: measure)
        rates.region(
          places.province, prefectures: places.prefectures.map(\.index), .sum(numerators),
          .sum(denominators), body)
        for prefecture in places.prefectures {
          rates.region(
            prefecture.region, prefectures: [prefecture.index],
            .sum(prefecture.counties.map { numerators[$0] }),
            .sum(prefecture.counties.map { denominators[$0] }), body)
        }
        for (position, county) in places.counties.enumerated() {
          rates.all(county, numerators[position], denominators[position], body)
        }
      }
    }
  }

  private func tallies(_ measure: PersonMeasure, _ index: Int) -> [Tally] {
    places.counties.indices.map { outcomes.tally(measure, year: index, county: $0) }
  }

  /// The rates of one measure in one year.
  private struct MeasureRates {
    let outcomes: Outcomes
    let year: Int
    let index: Int
    let measure: PersonMeasure

    /// Rates of the province or of a prefecture: of all, of each group and of each cause.
    func region(
      _ region: Region, prefectures: [Int], _ numerator: Tally, _ denominator: Tally,
      _ body: (RateSeries) -> Void
    ) {
      guard let whole = all(region, numerator, denominator, body) else { return }
      for group in RateSeriesList.populationGroups {
        let persons = outcomes.tally(.formerlyPoor, group, year: index, prefectures: prefectures)
        let cases = outcomes.tally(measure, group, year: index, prefectures: prefectures)
        guard persons.total > 0 else { continue }
        body(part(of: whole, group, cases, persons, allPersons: denominator))
      }
      for group in RateSeriesList.causeGroups {
        let cases = outcomes.tally(measure, group, year: index, prefectures: prefectures)
        // Entries have causes; other measures only where the simulation counts them by cause.
        guard measure == .flow || cases.total > 0 else { continue }
        body(part(of: whole, group, cases, denominator, allPersons: denominator))
      }
    }

    /// The rate of everybody in a place; `nil` if nobody formerly poor lives there.
    @discardableResult
    func all(
      _ region: Region, _ numerator: Tally, _ denominator: Tally, _ body: (RateSeries) -> Void
    ) -> RateSeries? {
      guard denominator.total > 0 else { return nil }
      let units = measure.unitsPerPerson
      let cases = numerator.total
      let series = RateSeries(
        year: year, measure: measure, region: region, group: .all,
        values: rates(numerator, denominator),
        jackknife: GroupedJackknife(
          numerators: numerator.hashGroups.map { $0 / units },
          denominators: denominator.hashGroups, sampleFraction: outcomes.sampleFraction),
        part: RateSeries.Part(cases: cases, allCases: cases, share: 1))
      body(series)
      return series
    }

    private func part(
      of whole: RateSeries, _ group: Group, _ cases: Tally, _ persons: Tally, allPersons: Tally
    ) -> RateSeries {
      RateSeries(
        year: year, measure: measure, region: whole.region, group: group,
        values: rates(cases, persons), jackknife: whole.jackknife,
        part: RateSeries.Part(
          cases: cases.total, allCases: whole.part.allCases,
          share: persons.total / allPersons.total))
    }

    /// A replication in which a group has died out has rate 0.
    private func rates(_ numerator: Tally, _ denominator: Tally) -> [Double] {
      let units = measure.unitsPerPerson
      return zip(numerator.replications, denominator.replications).map { cases, persons in
        persons > 0 ? cases / units / persons : 0
      }
    }
  }
}
