import Estimation
import Households
import Simulation

/// How a comparison that adds futures until its differences are precise enough came out.
public struct ComparisonPrecision: Sendable, Hashable {
  /// Largest half-width that was asked for, a share.
  public let asked: Double
  /// Widest half-width of all differences that were looked at.
  public let reached: Double
  /// Futures simulated.
  public let replications: Int
  /// Whether all differences are as precise as asked, and rest on enough rare events.
  public let isReached: Bool
  /// About how many futures would do; `nil` if it is reached.
  public let needed: Int?

  /// How precise a decision is.
  init(_ decision: PolicyDecision, rule: PrecisionRule) {
    let estimates = decision.races.flatMap { $0.differences.map(\.estimate) }
    asked = rule.halfWidth
    replications = decision.futures
    let widest = estimates.map(Self.halfWidth).max() ?? 0
    reached = widest
    isReached = estimates.allSatisfy(rule.isReached)
    let ratio = widest / rule.halfWidth
    needed =
      isReached ? nil : Int((Double(decision.futures) * max(1, ratio * ratio)).rounded(.up))
  }

  static func halfWidth(_ estimate: Estimate) -> Double {
    max(estimate.upper95 - estimate.mean, estimate.mean - estimate.lower95)
  }
}

extension PreparedComparison {
  /// Simulates until all differences of a choice's rates are precise enough, or the rule ends it.
  ///
  /// - Parameters:
  ///   - rule: When to look and when to stop.
  ///   - choice: The rates that are compared.
  ///   - store: Keeps the futures between looks.
  ///   - progress: Called with the share done of the futures until the next look.
  ///   - isCancelled: Asked now and then; `true` stops.
  /// - Returns: The comparison, and how precise it is.
  /// - Throws: ``ComparisonError/precisionOutOfReach(asked:households:)`` if more futures cannot help,
  ///   and what ``simulate(store:progress:isCancelled:)`` throws.
  public func simulate(
    until rule: PrecisionRule, _ choice: CompareQuestion.Choice, store: FutureStore,
    progress: (@Sendable (Double) -> Void)? = nil, isCancelled: (@Sendable () -> Bool)? = nil
  ) throws -> (comparison: CompletedComparison, precision: ComparisonPrecision) {
    var count = rule.start
    while true {
      let completed = try with(replications: count).simulate(
        store: store, progress: progress, isCancelled: isCancelled)
      let decision = completed.decision(choice)
      let precision = ComparisonPrecision(decision, rule: rule)
      let households = completed.householdHalfWidth(choice)
      if !precision.isReached, households > rule.halfWidth {
        throw ComparisonError.precisionOutOfReach(asked: rule.halfWidth, households: households)
      }
      let estimates = decision.races.flatMap { $0.differences.map(\.estimate) }
      guard let next = estimates.compactMap(rule.next).max() else {
        return (completed, precision)
      }
      count = next
    }
  }

  /// The same comparison with another number of futures.
  public func with(replications: Int) -> PreparedComparison {
    PreparedComparison(runs: runs.map { $0.with(replications: replications) })
  }

  /// Simulates the first futures, which the store keeps, and tells from them what the comparison takes and how
  /// wide the intervals of its differences will be.
  ///
  /// - Returns: The forecast; `nil` where parameters are drawn, or where there is little to do.
  public func forecast(
    _ choice: CompareQuestion.Choice, store: FutureStore,
    isCancelled: (@Sendable () -> Bool)? = nil
  ) throws -> StudyForecast? {
    let options = runs[0].options
    guard options.draws == 1, options.replications > 2 * Study.batch else { return nil }
    let pilot = try with(replications: Study.batch)
      .simulate(store: store, isCancelled: isCancelled)
    let all = [pilot.baseline] + pilot.reforms.map(\.run)
    let seconds = all.reduce(0) { $0 + $1.outcomes.seconds }
    let futures = all.reduce(0) { $0 + ($1.outcomes.seconds > 0 ? Study.batch : 0) }
    let study = Study(
      sample: options.sample, seed: options.seed, threads: options.threads, store: store,
      detail: .whole)
    let missing = runs.reduce(0) {
      $0 + study.missing(of: $1.scenario, replications: 0..<options.replications)
    }
    let widths = pilot.tables(choice).dropFirst().flatMap { table in
      choice.rates.compactMap { rate in
        table.expectedHalfWidth(
          StudyFigure(rate), minus: pilot.tables(choice)[0], futures: options.replications)
      }
    }
    return StudyForecast(
      missing: missing, stored: runs.count * options.replications - missing,
      seconds: futures > 0 ? seconds / Double(futures) * Double(missing) : .nan,
      halfWidth: widths.max())
  }
}

extension CompletedComparison {
  /// Widest half-interval of a difference that comes from the sample of households alone.
  func householdHalfWidth(_ choice: CompareQuestion.Choice) -> Double {
    let tables = tables(choice)
    let variances = tables.dropFirst().flatMap { table in
      choice.rates.map { table.householdError(of: StudyFigure($0), minus: tables[0]).variance }
    }
    return Estimator.halfWidth(variance: variances.filter(\.isFinite).max() ?? 0)
  }
}
