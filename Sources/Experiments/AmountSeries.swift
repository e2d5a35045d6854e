import Households
import Simulation

/// An amount (money, visits, days) of the whole population in every replication.
struct AmountSeries<Kind> {
  let kind: Kind
  let year: Int
  let region: Region
  /// Amount by replication; shape `[R]`.
  let values: [Double]
}

/// All amounts of a run for the province and its prefectures, in the order of the tables.
struct AmountSeriesList {
  private let outcomes: Outcomes
  private let places: Places

  init(_ outcomes: Outcomes, _ geography: Geography) {
    self.outcomes = outcomes
    places = Places(outcomes.layout, geography)
  }

  /// Money by programme, in yuan of the whole population.
  var money: [AmountSeries<Programme>] {
    series(Programme.allCases, scale: 0.01, from: \.money) { programme, year, prefecture in
      outcomes.layout.money(year: year, prefecture: prefecture, programme)
    }
  }

  /// What the system of finding households did, in the whole population.
  var finding: [AmountSeries<FindingQuantity>] {
    series(FindingQuantity.allCases, scale: 1, from: \.finding) { quantity, year, prefecture in
      outcomes.layout.finding(year: year, prefecture: prefecture, quantity)
    }
  }

  /// What the plan's systems did, in the whole population.
  var systems: [AmountSeries<SystemQuantity>] {
    series(SystemQuantity.allCases, scale: 1, from: \.systems) { quantity, year, prefecture in
      outcomes.layout.systems(year: year, prefecture: prefecture, quantity)
    }
  }

  private func series<Kind>(
    _ kinds: [Kind], scale: Double, from tallies: KeyPath<ReplicationOutcome, [Int64]>,
    place: (Kind, Int, Int) -> Int
  ) -> [AmountSeries<Kind>] {
    var series: [AmountSeries<Kind>] = []
    for kind in kinds {
      // Tallies are of the simulated households; each stands for 1 / fraction of the population.
      // What is not counted over households, a sample of them counts in full.
      let isSampled = (kind as? SystemQuantity)?.growsWithSample ?? true
      let scale = isSampled ? scale / outcomes.sampleFraction : scale
      for year in outcomes.layout.years {
        let index = year - outcomes.layout.years.lowerBound
        var province = [Int64](repeating: 0, count: outcomes.replications.count)
        var prefectures: [AmountSeries<Kind>] = []
        for prefecture in places.prefectures {
          let place = place(kind, index, prefecture.index)
          let amounts = outcomes.replications.map { $0[keyPath: tallies][place] }
          for replication in amounts.indices { province[replication] += amounts[replication] }
          prefectures.append(
            AmountSeries(
              kind: kind, year: year, region: prefecture.region,
              values: amounts.map { Double($0) * scale }))
        }
        series.append(
          AmountSeries(
            kind: kind, year: year, region: places.province,
            values: province.map { Double($0) * scale }))
        series += prefectures
      }
    }
    return series
  }
}
