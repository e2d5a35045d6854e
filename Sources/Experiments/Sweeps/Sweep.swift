import Estimation
import Households

/// Simulates a scenario at many points of some of its numbers, all of which meet the same futures.
public enum Sweep {
  /// Futures that a sweep asks for, those of the baseline among them.
  public static func futures(
    _ question: SweepQuestion, _ design: SweepQuestion.Design
  ) -> Int {
    (1 + question.points(design).count) * design.study.replications
  }

  /// Tells what a sweep takes and how precise the first outcome's differences from the baseline will be.
  ///
  /// - Parameters:
  ///   - question: What is asked.
  ///   - design: How much is to be simulated.
  ///   - study: With what.
  /// - Returns: The forecast, from the first futures of the baseline and of the last point.
  /// - Throws: As `Study`.
  public static func forecast(
    _ question: SweepQuestion, _ design: SweepQuestion.Design, _ study: Study
  ) throws -> StudyForecast {
    let futures = 0..<design.study.replications
    let points = question.points(design).map(question.scenario)
    let missing = ([question.baseline.scenario] + points).reduce(0) {
      $0 + study.missing(of: $1, replications: futures)
    }
    return try study.forecast(
      of: question.baseline.scenario, question.outcomes[0].figure, against: points.last,
      replications: futures.count, missing: missing,
      stored: (points.count + 1) * futures.count - missing)
  }

  /// Answers a question.
  ///
  /// - Parameters:
  ///   - question: What is asked.
  ///   - design: How much is simulated.
  ///   - study: With what.
  /// - Returns: Every outcome at every point.
  /// - Throws: As `Study`, and `SimulationError.missingParameters` if no file declares the limit.
  public static func answer(
    _ question: SweepQuestion, _ design: SweepQuestion.Design, _ study: Study
  ) throws -> SweepAnswer {
    let figures = question.outcomes.map(\.figure)
    let futures = 0..<design.study.replications
    let points = question.points(design)
    let limit = try limit(question)
    let baseline = try study.table(
      figures, of: question.baseline.scenario, replications: futures)
    let tables = try points.map { point in
      try study.table(figures, of: question.scenario(at: point), replications: futures)
    }
    var rows: [SweepRow] = []
    for (point, table) in tables.enumerated() {
      for (outcome, figure) in figures.enumerated() {
        rows.append(
          SweepRow(
            point: point, outcome: outcome, estimate: table.estimate(figure),
            difference: table.difference(figure, minus: baseline),
            kept: outcome == 0 ? limit.map { kept(table[figure], $0) } : nil))
      }
    }
    return SweepAnswer(
      question: question, design: design, points: points,
      baselinePoint: question.factors.map { $0.value(in: question.baseline.scenario) },
      baseline: figures.map(baseline.estimate),
      baselineKept: limit.map { kept(baseline[figures[0]], $0) },
      rows: rows, effects: SweepEffects(question: question, tables: tables).all(), limit: limit,
      account: study.account)
  }

  private static func limit(_ question: SweepQuestion) throws -> Double? {
    guard let limit = question.limit, case .rate(let rate) = question.outcomes[0] else {
      return nil
    }
    return try limit.value(year: rate.year, question.baseline.scenario.parameters)
  }

  private static func kept(_ values: [Double], _ limit: Double) -> WilsonInterval {
    WilsonInterval(outcomes: values.map { $0 <= limit }, draws: 1)
  }
}
