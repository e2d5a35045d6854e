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
  /// - Parameters:
  ///   - choice: The rates that are compared.
  ///   - store: Keeps the first futures.
  ///   - rule: When the comparison stops; `nil` after the futures of its options.
  ///   - information: Draws of the parameters that are simulated afterwards; `nil` for none.
  ///   - isCancelled: Asked now and then; `true` stops.
  /// - Returns: The forecast; `nil` where parameters are drawn, or where there is little to do.
  /// - Throws: What `simulate` throws.
  public func forecast(
    _ choice: CompareQuestion.Choice, store: FutureStore, until rule: PrecisionRule? = nil,
    information: StudyDesign? = nil, isCancelled: (@Sendable () -> Bool)? = nil
  ) throws -> StudyForecast? {
    let options = runs[0].options
    guard options.draws == 1, options.replications > 2 * Study.batch else { return nil }
    let pilot = try with(replications: Study.batch)
      .simulate(store: store, isCancelled: isCancelled)
    let all = [pilot.baseline] + pilot.reforms.map(\.run)
    var seconds = all.reduce(0) { $0 + $1.outcomes.seconds }
    var futures = all.reduce(0) { $0 + ($1.outcomes.seconds > 0 ? Study.batch : 0) }
    if futures == 0 {
      // All came from the store: some are simulated again for their time alone.
      let again = try runs[0].with(replications: Study.batch).outcomes(isCancelled: isCancelled)
      (seconds, futures) = (again.seconds, Study.batch)
    }
    let study = Study(
      sample: options.sample, seed: options.seed, threads: options.threads, store: store,
      detail: .whole)
    let replications = pilot.expectedReplications(options.replications, choice, rule)
    let missing = runs.reduce(0) {
      $0 + study.missing(of: $1.scenario, replications: 0..<replications)
    }
    // A future of another sample takes its time in proportion.
    let drawn = information.map { $0.draws * $0.replications * runs.count } ?? 0
    let work = Double(missing) + Double(drawn) * (information?.sample ?? 0) / options.sample
    return StudyForecast(
      missing: missing + drawn, stored: runs.count * replications - missing,
      seconds: seconds / Double(futures) * work,
      halfWidth: pilot.expectedHalfWidth(choice, futures: replications))
  }
}

extension CompletedComparison {
  /// Widest half of a 95 % interval of the differences after more futures, as far as these tell.
  func expectedHalfWidth(_ choice: CompareQuestion.Choice, futures: Int) -> Double? {
    let tables = tables(choice)
    return tables.dropFirst().flatMap { table in
      choice.rates.compactMap {
        table.expectedHalfWidth(StudyFigure($0), minus: tables[0], futures: futures)
      }
    }.max()
  }

  /// Futures after which a rule will probably stop; without a rule, those that are asked for.
  func expectedReplications(
    _ asked: Int, _ choice: CompareQuestion.Choice, _ rule: PrecisionRule?
  ) -> Int {
    guard let rule, householdHalfWidth(choice) < rule.halfWidth else { return asked }
    var count = rule.start
    while count < rule.largest,
      let width = expectedHalfWidth(choice, futures: count), width > rule.halfWidth
    {
      count = min(rule.largest, Int((Double(count) * rule.growth).rounded(.up)))
    }
    return count
  }

  /// Widest half-interval of a difference that comes from the sample of households alone.
  func householdHalfWidth(_ choice: CompareQuestion.Choice) -> Double {
    let tables = tables(choice)
    let variances = tables.dropFirst().flatMap { table in
      choice.rates.map { table.householdError(of: StudyFigure($0), minus: tables[0]).variance }
    }
    return Estimator.halfWidth(variance: variances.filter(\.isFinite).max() ?? 0)
  }
}
