import Simulation

/// Figures of the whole province that are counted from the tallies of a run, one value a possible future.
protocol ProvinceFigures {
  /// The tallies.
  var outcomes: Outcomes { get }
  /// Indices of the prefectures that are simulated, in order.
  var prefectures: [Int] { get }
}

extension ProvinceFigures {
  private func sum(
    _ tallies: KeyPath<ReplicationOutcome, [Int64]>, _ place: (Int) -> Int
  ) -> [Double] {
    let places = prefectures.map(place)
    return outcomes.replications.map { one in
      Double(places.reduce(Int64(0)) { $0 &+ one[keyPath: tallies][$1] })
    }
  }

  private func index(_ year: Int) -> Int { year - outcomes.layout.years.lowerBound }

  func systems(_ quantity: SystemQuantity, _ year: Int) -> [Double] {
    sum(\.systems) { outcomes.layout.systems(year: index(year), prefecture: $0, quantity) }
  }

  func finding(_ quantity: FindingQuantity, _ year: Int) -> [Double] {
    sum(\.finding) { outcomes.layout.finding(year: index(year), prefecture: $0, quantity) }
  }

  /// Money of a programme, in fen.
  func money(_ programme: Programme, _ year: Int) -> [Double] {
    sum(\.money) { outcomes.layout.money(year: index(year), prefecture: $0, programme) }
  }

  func persons(_ measure: PersonMeasure, _ year: Int) -> [Double] {
    persons(measure, .all, year)
  }

  /// Persons who entered return to poverty, of a group or with a main cause.
  func flow(_ group: Group, _ year: Int) -> [Double] { persons(.flow, group, year) }

  private func persons(_ measure: PersonMeasure, _ group: Group, _ year: Int) -> [Double] {
    sum(\.groups) {
      outcomes.layout.groups(year: index(year), prefecture: $0, group: group.index, measure)
    }
  }
}
