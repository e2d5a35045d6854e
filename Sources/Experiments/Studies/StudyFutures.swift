import Households
import Simulation

/// What consecutive possible futures of one scenario came to, for questions that ask many scenarios.
///
/// The same tallies as `Outcomes` but for the fund's books and for the hash groups of households,
/// which are kept by prefecture rather than by county.
public struct StudyFutures: Sendable, Equatable {
  /// The axes.
  public let layout: OutcomeLayout
  /// Number of the first future.
  public let first: Int
  /// One entry a future, in order.
  public let replications: [ReplicationOutcome]
  /// Person tallies by hash group, year, prefecture and measure, summed over the futures
  /// (``samplePlace(group:year:prefecture:_:)``).
  public let sample: [Int64]
  /// Share of households simulated.
  public let sampleFraction: Double

  /// Futures from their parts.
  init(
    layout: OutcomeLayout, first: Int, replications: [ReplicationOutcome], sample: [Int64],
    sampleFraction: Double
  ) {
    self.layout = layout
    self.first = first
    self.replications = replications
    self.sample = sample
    self.sampleFraction = sampleFraction
  }

  /// The futures of a run that began with a number.
  init(_ outcomes: Outcomes, first: Int) {
    let layout = outcomes.layout
    var sample = [Int64](repeating: 0, count: Self.sampleCount(layout))
    for group in 0..<Population.sampleGroupCount {
      for year in 0..<layout.years.count {
        for county in layout.counties.indices {
          for measure in PersonMeasure.allCases {
            let place = Self.samplePlace(
              layout, group: group, year: year, prefecture: layout.prefectures[county], measure)
            sample[place] &+=
              outcomes.sample[
                layout.sample(group: group, year: year, county: county, measure)]
          }
        }
      }
    }
    let replications = outcomes.replications.map { one in
      var copy = one
      copy.ledger = []
      return copy
    }
    self.init(
      layout: layout, first: first, replications: replications, sample: sample,
      sampleFraction: outcomes.sampleFraction)
  }

  /// Number of sample tallies.
  static func sampleCount(_ layout: OutcomeLayout) -> Int {
    Population.sampleGroupCount * layout.years.count * layout.prefectureCount
      * PersonMeasure.allCases.count
  }

  /// Place of a hash group's person tally; `year` counted from 0.
  static func samplePlace(
    _ layout: OutcomeLayout, group: Int, year: Int, prefecture: Int, _ measure: PersonMeasure
  ) -> Int {
    ((group * layout.years.count + year) * layout.prefectureCount + prefecture)
      * PersonMeasure.allCases.count + measure.rawValue
  }
}
