import Estimation
import Households
import Simulation

/// Finds which uncertain numbers and which shocks move a rate.
public enum Sensitivity {
  /// Futures that an analysis is likely to ask for: which numbers are moved one by one, and so their number, is
  /// known only after the themes.
  public static func futures(
    _ question: SensitivityQuestion, _ design: SensitivityQuestion.Design
  ) -> (points: Int, others: Int) {
    let scenario = question.baseline.scenario
    let numbers = UncertainNumbers(scenario, posterior: question.posterior)
    // Numbers of a mechanism that is off do nothing, which the themes show.
    let themes = numbers.themes.filter { theme in
      Mechanism(rawValue: theme.name).map { scenario.setting(of: $0).isEnabled } ?? true
    }
    let sizes = themes.map(\.places.count).sorted(by: >)
    let single = sizes.prefix(design.themes == 0 ? sizes.count : design.themes).reduce(0, +)
    let leading = min(design.top, numbers.declared.count) + question.named.count
    let points =
      design.blocks * (2 + numbers.themes.count + single)
      + (design.rows > 1 ? design.rows * (leading + 3) : 0)
    let others = 1 + 2 * leading + shocks(of: scenario).count
    return (points * design.futures, others * design.study.replications)
  }

  /// Tells what an analysis takes and how precise the baseline's rate will be.
  ///
  /// Points of the design cost more than the baseline, because most of them have households of their own; what
  /// they cost is told by the first of them.
  public static func forecast(
    _ question: SensitivityQuestion, _ design: SensitivityQuestion.Design, _ study: Study
  ) throws -> StudyForecast {
    let counts = futures(question, design)
    let numbers = UncertainNumbers(question.baseline.scenario, posterior: question.posterior)
    let baseline = try study.forecast(
      of: question.baseline.scenario, StudyFigure(question.rate),
      replications: design.study.replications, missing: counts.others, stored: 0)
    let before = study.account
    let points = SensitivityPoints(
      question: question, design: design, numbers: numbers, study: study)
    let rows = points.radial([])
    for block in 0..<2 { _ = try points.values(at: rows.point(block)) }
    let after = study.account
    let simulated = after.simulated - before.simulated
    let seconds =
      simulated > 0
      ? (after.secondsSimulating + after.secondsBuilding - before.secondsSimulating
        - before.secondsBuilding) / Double(simulated) : 0
    return StudyForecast(
      missing: counts.points + counts.others, stored: study.account.reused,
      seconds: baseline.seconds + Double(counts.points) * seconds, halfWidth: baseline.halfWidth)
  }

  /// Answers a question.
  ///
  /// - Parameters:
  ///   - question: What is asked.
  ///   - design: How much is simulated.
  ///   - study: With what.
  /// - Returns: The answer.
  /// - Throws: As `Study`.
  public static func answer(
    _ question: SensitivityQuestion, _ design: SensitivityQuestion.Design, _ study: Study
  ) throws -> SensitivityAnswer {
    let scenario = question.baseline.scenario
    let numbers = UncertainNumbers(scenario, posterior: question.posterior)
    let points = SensitivityPoints(
      question: question, design: design, numbers: numbers, study: study)
    let themes = try points.screening(numbers.themes.map { ($0.name, $0.places) })
    let active = themes.filter { !$0.isNothing }
    let opened = design.themes == 0 ? active : Array(active.prefix(design.themes))
    let singles = opened.flatMap(\.places).sorted()
    let screened = try points.screening(singles.map { (numbers.declared[$0].name, [$0]) })
    let leading = leading(question, design, numbers, screened)
    let indices = try points.indices(leading: leading)
    let shocks = try ShockStudy(question: question, design: design, study: study).answer()
    let tornado = try leading.map { place in
      try row(place, numbers, shocks.baseline, question, design, study)
    }
    return SensitivityAnswer(
      question: question, design: design, numbers: numbers,
      baseline: shocks.baseline.estimate(StudyFigure(question.rate)), themes: themes,
      screened: screened,
      unscreened: active.flatMap(\.places).count - singles.count, indices: indices,
      tornado: tornado.sorted { ($1.width, $0.place) < ($0.width, $1.place) },
      shocks: shocks.rows, causes: shocks.causes, account: study.account)
  }

  /// Numbers that get indices: those that the question names, then the strongest of the screening.
  private static func leading(
    _ question: SensitivityQuestion, _ design: SensitivityQuestion.Design,
    _ numbers: UncertainNumbers, _ screened: [ScreeningRow]
  ) -> [Int] {
    var places = question.named.compactMap { name in numbers.names.firstIndex(of: name) }
    for row in screened where places.count < design.top && !row.isNothing {
      if !places.contains(row.places[0]) { places.append(row.places[0]) }
    }
    return places
  }

  /// Ends of a bar of the tornado.
  static let ends = (low: 0.05, high: 0.95)

  private static func row(
    _ place: Int, _ numbers: UncertainNumbers, _ baseline: FigureTable,
    _ question: SensitivityQuestion, _ design: SensitivityQuestion.Design, _ study: Study
  ) throws -> TornadoRow {
    let figure = StudyFigure(question.rate)
    func change(_ u: Double) throws -> PairedDifference {
      try study.table(
        [figure], of: numbers.scenario(question.baseline.scenario, moving: place, to: u),
        replications: 0..<design.study.replications
      ).difference(figure, minus: baseline)
    }
    return TornadoRow(
      place: place, low: numbers.value(place, at: ends.low),
      high: numbers.value(place, at: ends.high), declared: numbers.declared[place].values[0],
      atLow: try change(ends.low), atHigh: try change(ends.high))
  }

  /// The shocks that a scenario has on.
  static func shocks(of scenario: Scenario) -> [Mechanism] {
    Mechanism.allCases.filter { $0.section == .shocks && scenario.setting(of: $0).isEnabled }
  }
}
