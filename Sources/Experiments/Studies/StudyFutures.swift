import Households
import Simulation

/// How much is kept of each future.
public enum StudyDetail: String, Sendable, Hashable {
  /// Everything that a run's tables are written from.
  case whole
  /// All figures of the province, its prefectures and counties, but no books of the fund, and hash groups of
  /// households by prefecture only: half the size, for questions that ask thousands of scenarios.
  case figures
}

/// What consecutive possible futures of one scenario came to.
public struct StudyFutures: Sendable, Equatable {
  /// The axes.
  public let layout: OutcomeLayout
  /// How much is kept of each future.
  public let detail: StudyDetail
  /// Number of the first future.
  public let first: Int
  /// One entry a future, in order.
  public let replications: [ReplicationOutcome]
  /// Person tallies by hash group, summed over the futures: in the order of `OutcomeLayout.sample`, or by
  /// hash group, year, prefecture and measure where only figures are kept.
  public let sample: [Int64]
  /// Share of households simulated.
  public let sampleFraction: Double

  /// Futures from their parts.
  init(
    layout: OutcomeLayout, detail: StudyDetail, first: Int, replications: [ReplicationOutcome],
    sample: [Int64], sampleFraction: Double
  ) {
    self.layout = layout
    self.detail = detail
    self.first = first
    self.replications = replications
    self.sample = sample
    self.sampleFraction = sampleFraction
  }

  /// The futures of a run that began with a number.
  init(_ outcomes: Outcomes, first: Int) {
    self.init(
      layout: outcomes.layout, detail: .whole, first: first, replications: outcomes.replications,
      sample: outcomes.sample, sampleFraction: outcomes.sampleFraction)
  }

  /// The same futures with less of each, if less is asked for.
  func reduced(to detail: StudyDetail) -> StudyFutures {
    guard detail == .figures, self.detail == .whole else { return self }
    var sums = [Int64](repeating: 0, count: Self.sampleCount(layout, .figures))
    for group in 0..<Population.sampleGroupCount {
      for year in 0..<layout.years.count {
        for (county, prefecture) in layout.prefectures.enumerated() {
          for measure in PersonMeasure.allCases {
            let place = Self.samplePlace(
              layout, group: group, year: year, prefecture: prefecture, measure)
            sums[place] &+=
              sample[layout.sample(group: group, year: year, county: county, measure)]
          }
        }
      }
    }
    let replications = replications.map { one in
      var copy = one
      copy.ledger = []
      return copy
    }
    return StudyFutures(
      layout: layout, detail: .figures, first: first, replications: replications, sample: sums,
      sampleFraction: sampleFraction)
  }

  /// Number of sample tallies.
  static func sampleCount(_ layout: OutcomeLayout, _ detail: StudyDetail) -> Int {
    switch detail {
    case .whole: layout.sampleCount
    case .figures:
      Population.sampleGroupCount * layout.years.count * layout.prefectureCount
        * PersonMeasure.allCases.count
    }
  }

  /// Place of a hash group's person tally of a prefecture; `year` counted from 0.
  private static func samplePlace(
    _ layout: OutcomeLayout, group: Int, year: Int, prefecture: Int, _ measure: PersonMeasure
  ) -> Int {
    ((group * layout.years.count + year) * layout.prefectureCount + prefecture)
      * PersonMeasure.allCases.count + measure.rawValue
  }

  /// Persons of a hash group in some counties, which are whole prefectures unless everything is kept.
  func samplePersons(
    _ measure: PersonMeasure, group: Int, year: Int, counties: [Int]
  ) -> Int64 {
    switch detail {
    case .whole:
      return counties.reduce(0) {
        $0 &+ sample[layout.sample(group: group, year: year, county: $1, measure)]
      }
    case .figures:
      return Set(counties.map { layout.prefectures[$0] }).sorted().reduce(0) {
        $0
          &+ sample[
            Self.samplePlace(layout, group: group, year: year, prefecture: $1, measure)]
      }
    }
  }
}

extension Outcomes {
  /// The outcomes of consecutive futures, of each of which everything is kept.
  init(_ parts: [StudyFutures], householdMonths: Int, seconds: Double) {
    precondition(parts.allSatisfy { $0.detail == .whole }, "tables need everything")
    let first = parts[0]
    self.init(
      layout: first.layout, replications: parts.flatMap(\.replications),
      sample: first.sample.indices.map { place in
        parts.reduce(0) { $0 &+ $1.sample[place] }
      },
      sampleFraction: first.sampleFraction, householdMonths: householdMonths, seconds: seconds)
  }
}
