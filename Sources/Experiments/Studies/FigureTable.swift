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

  /// Number of draws of the parameters, each with the same futures; values are draw by draw.
  public private(set) var draws = 1

  /// Number of values of a figure: futures, of every draw.
  public var count: Int { values.first?.count ?? 0 }

  /// Number of futures of each draw.
  public var futures: Int { count / draws }

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

  /// Adds the same futures under another draw of the parameters.
  mutating func add(draw table: FigureTable) {
    precondition(table.figures == figures && table.draws == 1, "draws have the same figures")
    guard count > 0 else {
      self = table
      return
    }
    precondition(table.count == futures, "draws meet the same futures")
    for position in figures.indices {
      values[position] += table.values[position]
      cases[position] += table.cases[position]
      persons[position] += table.persons[position]
      guard !table.numerators[position].isEmpty else { continue }
      Self.add(table.numerators[position], to: &numerators[position])
      Self.add(table.denominators[position], to: &denominators[position])
    }
    draws += 1
  }

  /// A figure in every future, averaged over draws; shape `[futures]`.
  public func meansOverDraws(_ figure: StudyFigure) -> [Double] {
    let all = self[figure]
    guard draws > 1 else { return all }
    return (0..<futures).map { future in
      (0..<draws).reduce(0) { $0 + all[$1 * futures + future] } / Double(draws)
    }
  }

  /// A figure under every draw, averaged over futures; shape `[draws]`.
  public func meansByDraw(_ figure: StudyFigure) -> [Double] {
    let all = self[figure]
    return (0..<draws).map { draw in
      all[draw * futures..<(draw + 1) * futures].reduce(0, +) / Double(max(1, futures))
    }
  }

  /// A figure minus a baseline's, future by future and draw by draw; shape `[draws × futures]`.
  public func changes(from baseline: FigureTable, _ figure: StudyFigure) -> [Double] {
    zip(self[figure], baseline[figure]).map { $0 - $1 }
  }

  private static func add(_ more: [Double], to sums: inout [Double]) {
    sums = sums.isEmpty ? more : zip(sums, more).map { $0 + $1 }
  }

  private var estimator: Estimator { Estimator(replications: futures, draws: draws) }

  /// The estimate of a figure's expected value, with the error of a sample of households where it is known.
  public func estimate(_ figure: StudyFigure) -> Estimate {
    let position = position(of: figure)
    return estimator.estimate(
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
      estimator: estimator)
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
