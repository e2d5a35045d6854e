import Households
import Simulation

/// One figure of a possible future that a question asks for.
public enum StudyFigure: Hashable, Sendable {
  /// Where.
  public enum Place: Hashable, Sendable {
    /// All simulated counties.
    case province
    /// A prefecture, by its index in the geography.
    case prefecture(Int)
    /// A county, by its position in `OutcomeLayout.counties`.
    case county(Int)
  }

  /// A share of the formerly-poor persons of a place on 31 December.
  case rate(PersonMeasure, year: Int, Place)
  /// A share of the formerly-poor persons of a household type of the province, or with a main cause of
  /// return of all of them.
  case groupRate(PersonMeasure, Group, year: Int)
  /// As `groupRate`, of a prefecture by its index in the geography; the error of a sample of households is
  /// counted as for a prefecture's rate.
  case groupRateIn(PersonMeasure, Group, year: Int, prefecture: Int)
  /// Person-years on 31 December, summed over years; of the whole population.
  case personYears(PersonMeasure, years: ClosedRange<Int>, Place)
  /// Public spending summed over years, yuan of the whole population.
  case publicCost(years: ClosedRange<Int>, Place)
  /// Money of a programme summed over years, yuan of the whole population.
  case money(Programme, years: ClosedRange<Int>)
  /// What the system of finding households did, summed over years, in the whole population.
  case finding(FindingQuantity, years: ClosedRange<Int>, Place)
  /// What a system of the plan did, summed over years, in the whole population.
  case system(SystemQuantity, years: ClosedRange<Int>)

  /// The rate of the province that a question is about.
  public init(_ headline: HeadlineRate) {
    self = .rate(Self.measure(headline.measure), year: headline.year, .province)
  }

  /// The tally that a measure of a question is.
  static func measure(_ measure: HeadlineRate.Measure) -> PersonMeasure {
    switch measure {
    case .stock: .stock
    case .flow: .flow
    case .recognised: .recognised
    case .need: .need
    }
  }

  /// Whether it is a share of persons, for which the error of a sample of households is known.
  public var isRate: Bool {
    switch self {
    case .rate, .groupRate, .groupRateIn: true
    default: false
    }
  }
}

extension StudyFutures {
  /// A figure in each of the futures; `nil` terms of a rate are persons.
  ///
  /// - Returns: Values, or numerators with their denominators for rates; shapes `[futures]`.
  func terms(_ figure: StudyFigure) -> (values: [Double], persons: [Double]?) {
    switch figure {
    case .rate(let measure, let year, let place):
      return (
        persons(measure, years: year...year, place).map { $0 / measure.unitsPerPerson },
        persons(.formerlyPoor, years: year...year, place)
      )
    case .groupRate(let measure, let group, let year):
      let whole: Group = group.cause == nil ? group : .all
      return (
        groups(measure, group, year: year).map { $0 / measure.unitsPerPerson },
        groups(.formerlyPoor, whole, year: year)
      )
    case .groupRateIn(let measure, let group, let year, let prefecture):
      let whole: Group = group.cause == nil ? group : .all
      return (
        groups(measure, group, year: year, [prefecture]).map { $0 / measure.unitsPerPerson },
        groups(.formerlyPoor, whole, year: year, [prefecture])
      )
    case .personYears(let measure, let years, let place):
      let unit = measure.unitsPerPerson * sampleFraction
      return (persons(measure, years: years, place).map { $0 / unit }, nil)
    case .publicCost(let years, let place):
      let programmes = Programme.allCases.filter(\.isPublicSpending)
      return (money(programmes, years: years, place), nil)
    case .money(let programme, let years):
      return (money([programme], years: years, .province), nil)
    case .finding(let quantity, let years, let place):
      let sums = sum(\.finding, years, prefectures(place)) {
        layout.finding(year: $0, prefecture: $1, quantity)
      }
      return (sums.map { $0 / sampleFraction }, nil)
    case .system(let quantity, let years):
      let unit = quantity.growsWithSample ? sampleFraction : 1
      let sums = sum(\.systems, years, prefectures(.province)) {
        layout.systems(year: $0, prefecture: $1, quantity)
      }
      return (sums.map { $0 / unit }, nil)
    }
  }

  private func index(_ year: Int) -> Int { year - layout.years.lowerBound }

  private func prefectures(_ place: StudyFigure.Place) -> [Int] {
    switch place {
    case .province: return Array(0..<layout.prefectureCount)
    case .prefecture(let index): return [index]
    case .county: preconditionFailure("this figure is not counted by county")
    }
  }

  private func counties(_ place: StudyFigure.Place) -> [Int] {
    switch place {
    case .province: Array(layout.counties.indices)
    case .prefecture(let index):
      layout.counties.indices.filter { layout.prefectures[$0] == index }
    case .county(let position): [position]
    }
  }

  private func persons(
    _ measure: PersonMeasure, years: ClosedRange<Int>, _ place: StudyFigure.Place
  ) -> [Double] {
    let counties = counties(place)
    let places = years.flatMap { year in
      counties.map { layout.persons(year: index(year), county: $0, measure) }
    }
    return replications.map { one in
      Double(places.reduce(Int64(0)) { $0 &+ one.persons[$1] })
    }
  }

  private func groups(
    _ measure: PersonMeasure, _ group: Group, year: Int, _ places: [Int]? = nil
  ) -> [Double] {
    let number = group.index
    return sum(\.groups, year...year, places ?? prefectures(.province)) {
      layout.groups(year: $0, prefecture: $1, group: number, measure)
    }
  }

  private func money(
    _ programmes: [Programme], years: ClosedRange<Int>, _ place: StudyFigure.Place
  ) -> [Double] {
    var sums = [Double](repeating: 0, count: replications.count)
    for programme in programmes {
      let own = sum(\.money, years, prefectures(place)) {
        layout.money(year: $0, prefecture: $1, programme)
      }
      for future in sums.indices { sums[future] += own[future] }
    }
    // Fen to yuan, sample to population.
    return sums.map { $0 / 100 / sampleFraction }
  }

  private func sum(
    _ tallies: KeyPath<ReplicationOutcome, [Int64]>, _ years: ClosedRange<Int>,
    _ prefectures: [Int], _ place: (Int, Int) -> Int
  ) -> [Double] {
    let places = years.flatMap { year in prefectures.map { place(index(year), $0) } }
    return replications.map { one in
      Double(places.reduce(Int64(0)) { $0 &+ one[keyPath: tallies][$1] })
    }
  }

  /// Person tallies by hash group, of a place and year: numerators and denominators of a rate; a county has
  /// those of its prefecture where only figures are kept.
  func hashGroups(_ figure: StudyFigure) -> (numerators: [Double], denominators: [Double])? {
    guard sampleFraction < 1 else { return nil }
    let (measure, year, place): (PersonMeasure, Int, StudyFigure.Place)
    switch figure {
    case .rate(let own, let ownYear, let ownPlace):
      (measure, year, place) = (own, ownYear, ownPlace)
    case .groupRate(let own, _, let ownYear): (measure, year, place) = (own, ownYear, .province)
    case .groupRateIn(let own, _, let ownYear, let prefecture):
      (measure, year, place) = (own, ownYear, .prefecture(prefecture))
    default: return nil
    }
    let wanted = counties(place)
    func sums(_ measure: PersonMeasure) -> [Double] {
      (0..<Population.sampleGroupCount).map { group in
        Double(samplePersons(measure, group: group, year: index(year), counties: wanted))
          / measure.unitsPerPerson
      }
    }
    return (sums(measure), sums(.formerlyPoor))
  }
}
