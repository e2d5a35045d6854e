import Estimation
import Households

/// Figures of one scenario in every possible future: what questions are answered from.
public struct FigureTable: Sendable {
  /// The figures, in the order in which they were asked for.
  public let figures: [StudyFigure]
  /// Share of households simulated.
  public private(set) var sampleFraction = 1.0
  /// Values by figure and future; shape `[figures][futures]`.
  private var values: [[Double]]
  /// Persons by hash group, summed over futures; shape `[figures][groups]`, empty where there are none.
  private var numerators: [[Double]]
  private var denominators: [[Double]]
  /// Cases and persons of rates, summed over futures.
  private var cases: [Double]
  private var persons: [Double]
  private let positions: [StudyFigure: Int]

  /// A table without futures.
  init(figures: [StudyFigure]) {
    self.figures = figures
    values = Array(repeating: [], count: figures.count)
    numerators = values
    denominators = values
    cases = Array(repeating: 0, count: figures.count)
    persons = cases
    positions = Dictionary(
      figures.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { first, _ in first })
  }

  /// Number of futures.
  public var count: Int { values.first?.count ?? 0 }

  /// A figure in every future; shape `[futures]`.
  public subscript(figure: StudyFigure) -> [Double] { values[position(of: figure)] }

  private func position(of figure: StudyFigure) -> Int {
    guard let position = positions[figure] else {
      preconditionFailure("\(figure) was not asked for")
    }
    return position
  }

  /// Adds the futures that follow.
  mutating func add(_ futures: StudyFutures) {
    sampleFraction = futures.sampleFraction
    for (position, figure) in figures.enumerated() {
      let (terms, whole) = futures.terms(figure)
      guard let whole else {
        values[position] += terms
        continue
      }
      // In a future in which a group has died out the rate is 0.
      values[position] += zip(terms, whole).map { $1 > 0 ? $0 / $1 : 0 }
      cases[position] += terms.reduce(0, +)
      persons[position] += whole.reduce(0, +)
      guard let groups = futures.hashGroups(figure) else { continue }
      Self.add(groups.numerators, to: &numerators[position])
      Self.add(groups.denominators, to: &denominators[position])
    }
  }

  private static func add(_ more: [Double], to sums: inout [Double]) {
    sums = sums.isEmpty ? more : zip(sums, more).map { $0 + $1 }
  }

  /// The estimate of a figure's expected value, with the error of a sample of households where it is known.
  public func estimate(_ figure: StudyFigure) -> Estimate {
    let position = position(of: figure)
    return Estimator(replications: count).estimate(
      values[position], household: householdError(position, minus: nil), isNonNegative: true)
  }

  /// What a scenario changes of a figure: this table minus a baseline's, future by future.
  ///
  /// - Parameters:
  ///   - figure: A figure of both tables.
  ///   - baseline: A table of the same futures and households.
  /// - Returns: The paired difference.
  public func difference(_ figure: StudyFigure, minus baseline: FigureTable) -> PairedDifference {
    let position = position(of: figure)
    return PairedDifference(
      baseline: baseline[figure], reform: values[position],
      household: householdError(position, minus: baseline),
      estimator: Estimator(replications: count))
  }

  /// Error of the sample of households of a figure, or of its difference from a baseline's.
  func householdError(of figure: StudyFigure, minus baseline: FigureTable?) -> HouseholdError {
    householdError(position(of: figure), minus: baseline)
  }

  private func householdError(_ position: Int, minus baseline: FigureTable?) -> HouseholdError {
    guard figures[position].isRate, sampleFraction < 1 else { return .none }
    var jackknife = jackknife(position)
    var own = (cases: cases[position], all: numerators[position].reduce(0, +))
    if let baseline {
      let other = baseline.position(of: figures[position])
      jackknife = jackknife.minus(baseline.jackknife(other))
      own.cases += baseline.cases[other]
      own.all += baseline.numerators[other].reduce(0, +)
    }
    let share = persons[position] / denominators[position].reduce(0, +)
    let error = jackknife.error
    // Hash groups are of whole prefectures; a part of one has its variance in proportion to the cases
    // (`RateSeries`).
    guard own.cases != own.all || share != 1, error.variance != 0, own.all > 0 else { return error }
    return error.scaled(by: own.cases / own.all / (share * share))
  }

  /// The jackknife of a rate over the sampled households; `nil` for a figure of which the error of a sample
  /// is not known, and for a complete population.
  func jackknife(of figure: StudyFigure) -> GroupedJackknife? {
    figure.isRate && sampleFraction < 1 ? jackknife(position(of: figure)) : nil
  }

  private func jackknife(_ position: Int) -> GroupedJackknife {
    GroupedJackknife(
      numerators: numerators[position], denominators: denominators[position],
      sampleFraction: sampleFraction)
  }
}
