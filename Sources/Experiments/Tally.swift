import Households
import Simulation

/// One tally over all replications, and by hash group of households summed over replications.
struct Tally: Sendable {
  /// One value per replication; shape `[R]`.
  var replications: [Double]
  /// Sums over replications by hash group; shape `[40]`; empty for a complete population.
  var hashGroups: [Double]

  /// Adds another tally, replication by replication and group by group.
  mutating func add(_ other: Tally) {
    for place in replications.indices { replications[place] += other.replications[place] }
    for group in hashGroups.indices { hashGroups[group] += other.hashGroups[group] }
  }

  /// Sum over replications.
  var total: Double { replications.reduce(0, +) }

  /// The sum of tallies, of which there must be at least one.
  static func sum(_ tallies: [Tally]) -> Tally {
    var sum = tallies[0]
    for tally in tallies.dropFirst() { sum.add(tally) }
    return sum
  }
}

extension Outcomes {
  /// Person tally of a county (a position in the layout) in a year counted from 0.
  func tally(_ measure: PersonMeasure, year: Int, county: Int) -> Tally {
    let place = layout.persons(year: year, county: county, measure)
    var groups: [Double] = []
    if sampleFraction < 1 {
      groups = (0..<Population.sampleGroupCount).map { group in
        Double(sample[layout.sample(group: group, year: year, county: county, measure)])
      }
    }
    return Tally(replications: replications.map { Double($0.persons[place]) }, hashGroups: groups)
  }

  /// Person tally of a group in some prefectures; groups have no tallies by hash group.
  func tally(_ measure: PersonMeasure, _ group: Group, year: Int, prefectures: [Int]) -> Tally {
    let index = group.index
    let places = prefectures.map {
      layout.groups(year: year, prefecture: $0, group: index, measure)
    }
    return Tally(
      replications: replications.map { one in
        Double(places.reduce(Int64(0)) { $0 &+ one.groups[$1] })
      }, hashGroups: [])
  }
}
