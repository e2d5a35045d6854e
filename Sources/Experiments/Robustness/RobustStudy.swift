import Estimation
import Households
import Simulation

/// Tries packages in many states of the world.
public struct RobustStudy {
  private let question: RobustQuestion
  private let work: StudyDesign
  private let study: Study
  private let draws: ParameterDraws
  private var futures: Range<Int> { 0..<work.replications }
  private var rate: StudyFigure { StudyFigure(question.rate) }
  private var cost: StudyFigure { .publicCost(years: question.years, .province) }

  /// A study of a question.
  ///
  /// - Parameters:
  ///   - question: What is asked.
  ///   - work: How much of it.
  ///   - study: Where it is simulated; with the sample and seed of the work.
  public init(_ question: RobustQuestion, work: StudyDesign, study: Study) {
    self.question = question
    self.work = work
    self.study = study
    draws = ParameterDraws(
      question.packages[0].scenario.parameters.declared, seed: work.seed, count: work.draws,
      posterior: question.posterior)
  }

  /// Futures of all packages and states.
  public var futuresInAll: Int {
    question.packages.count * question.events.count * work.draws * work.replications
  }

  private func scenario(_ package: Int, _ event: Int, _ draw: Int) -> Scenario {
    draws.scenario(question.scenarios[package][event], draw: draw)
  }

  /// What the question will take; simulates the first draws of the baseline and of the last package, which
  /// are kept.
  ///
  /// The half-width is that of the baseline's mean rate over draws without an event.
  public func forecast() throws -> StudyForecast {
    var missing = 0
    forEachState { draw, event in
      for package in question.packages.indices {
        missing += study.missing(of: scenario(package, event, draw), replications: futures)
      }
    }
    let pilot = 0..<min(4, work.draws)
    var means: [Double] = []
    for draw in pilot {
      let table = try study.table([rate, cost], of: scenario(0, 0, draw), replications: futures)
      means.append(Moments(table[rate]).mean)
      let last = question.packages.count - 1
      _ = try study.table(
        [rate, cost], of: scenario(last, question.events.count - 1, draw), replications: futures)
    }
    let account = study.account
    let perFuture = account.secondsSimulating / Double(max(account.simulated, 1))
    let perDraw = account.secondsBuilding / Double(pilot.count)
    let share = Double(missing) / Double(futuresInAll)
    return StudyForecast(
      missing: missing, stored: futuresInAll - missing,
      seconds: Double(missing) * perFuture + share * Double(work.draws) * perDraw,
      halfWidth: Estimator.halfWidth(variance: Moments(means).variance / Double(work.draws)))
  }

  private func forEachState(_ body: (_ draw: Int, _ event: Int) throws -> Void) rethrows {
    // Draws outermost: the households of a draw are built once.
    for draw in 0..<work.draws {
      for event in question.events.indices { try body(draw, event) }
    }
  }

  /// Simulates and answers.
  public func answer() throws -> CompletedRobust {
    var states: [CompletedRobust.State] = []
    let none = [[CompletedRobust.Outcome]](repeating: [], count: question.packages.count)
    var (rates, costs) = (none, none)
    try forEachState { draw, event in
      states.append(CompletedRobust.State(draw: draw, event: event))
      for package in question.packages.indices {
        let table = try study.table(
          [rate, cost], of: scenario(package, event, draw), replications: futures)
        rates[package].append(Self.outcome(table[rate]))
        costs[package].append(Self.outcome(table[cost]))
      }
    }
    return CompletedRobust(
      question: question, work: work, states: states, rates: rates, costs: costs,
      factors: factors(), account: study.account)
  }

  private static func outcome(_ values: [Double]) -> CompletedRobust.Outcome {
    let moments = Moments(values)
    return CompletedRobust.Outcome(
      mean: moments.mean,
      standardError: (moments.variance / Double(values.count)).squareRoot())
  }

  /// Value of each uncertain number of the question by draw; shape `[factors][draws]`.
  private func factors() -> [[Double]] {
    let drawn = (0..<work.draws).map(draws.values)
    return question.factors.map { factor in
      guard let place = draws.names.firstIndex(of: factor.name) else {
        preconditionFailure("\(factor.name) is not drawn")
      }
      return drawn.map { $0[place] }
    }
  }
}
