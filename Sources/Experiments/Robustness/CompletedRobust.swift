import Estimation
import Households

/// How packages fare over many states of the world.
public struct CompletedRobust: Sendable {
  /// A state of the world: a draw of the uncertain numbers and an event.
  public struct State: Sendable, Hashable {
    /// Number of the draw.
    public let draw: Int
    /// Number of the event in the question.
    public let event: Int
  }

  /// A figure of one package in one state: mean over futures.
  public struct Outcome: Sendable, Hashable {
    /// Mean over the futures, the same ones for all packages and states.
    public let mean: Double
    /// Its standard error over futures.
    public let standardError: Double
  }

  /// A metric of all packages.
  public struct Figure: Sendable {
    /// The metric.
    public let metric: RobustMetric
    /// It by package, with intervals from resampling the draws.
    public let ranking: OutcomeTable.Ranking
  }

  /// What was asked.
  public let question: RobustQuestion
  /// How much was simulated of it.
  public let work: StudyDesign
  /// The states; all events of a draw together.
  public let states: [State]
  /// Rate by package and state; shape `[packages][states]`.
  public let rates: [[Outcome]]
  /// Public cost by package and state, yuan; shape `[packages][states]`.
  public let costs: [[Outcome]]
  /// Absolute regret of the rate by package and state, a share; shape `[packages][states]`.
  public let regrets: [[Double]]
  /// A rate above this is a failure.
  public let limit: Double
  /// Metrics of the rate.
  public let figures: [Figure]
  /// Mean cost by package, yuan.
  public let meanCost: OutcomeTable.Ranking
  /// Share of states in which a package keeps the limit, and the budget if there is one.
  public let satisficing: OutcomeTable.Ranking
  /// Packages to which no other is preferable by mean rate and mean cost.
  public let pareto: ParetoSet
  /// Share of resamples in which a package is in that set.
  public let paretoShares: [Double]
  /// Conditions of failure: of all packages together, then of each.
  public let boxes: [FailureBoxes]
  /// What was simulated and what was reused.
  public let account: StudyAccount

  /// A metric of the rate.
  public func figure(_ metric: RobustMetric) -> Figure? { figures.first { $0.metric == metric } }

  /// The metrics that are computed.
  static let metrics: [RobustMetric] = [
    .mean, .worst, .quantile(0.9), .tailMean(0.1), .worstRegret, .regretQuantile(0.9),
    .undesirableDeviation,
  ]

  /// Metrics from outcomes.
  ///
  /// - Parameters:
  ///   - question: What was asked.
  ///   - work: How much of it.
  ///   - states: The states, all events of a draw together.
  ///   - rates: Rate by package and state.
  ///   - costs: Cost by package and state, yuan.
  ///   - factors: Value of each uncertain number of the question by draw; shape `[factors][draws]`.
  ///   - account: What was simulated.
  init(
    question: RobustQuestion, work: StudyDesign, states: [State], rates: [[Outcome]],
    costs: [[Outcome]], factors: [[Double]], account: StudyAccount
  ) {
    (self.question, self.work, self.states) = (question, work, states)
    (self.rates, self.costs, self.account) = (rates, costs, account)
    let table = OutcomeTable(rates.map { $0.map(\.mean) })
    let costTable = OutcomeTable(costs.map { $0.map(\.mean) })
    let clusters = StateClusters(
      (0..<work.draws).map { draw in states.indices.filter { states[$0].draw == draw } })
    let seed = work.seed
    regrets = table.regrets
    switch question.limit {
    case .rate(let rate): limit = rate
    case .quantile(let share):
      limit = Quantiles.quantile(share, ascending: table.outcomes.flatMap { $0 }.sorted())
    }
    figures = Self.metrics.map {
      Figure(metric: $0, ranking: table.ranking($0, clusters: clusters, seed: seed))
    }
    meanCost = costTable.ranking(.mean, clusters: clusters, seed: seed)
    var limits = [Satisficing.Limit(outcomes: table.outcomes, limit: limit)]
    if let budget = question.budget {
      limits.append(Satisficing.Limit(outcomes: costTable.outcomes, limit: budget))
    }
    satisficing = Satisficing(limits).ranking(clusters: clusters, seed: seed)
    let tolerance = [question.smallestRate, question.smallestCost]
    pareto = ParetoSet(
      objectives: [table.values(.mean), costTable.values(.mean)], tolerance: tolerance)
    paretoShares = ParetoSet.memberShares(
      [table, costTable], tolerance: tolerance, clusters: clusters, seed: seed)
    boxes = Self.boxes(
      question, states: states, outcomes: table.outcomes, limit: limit, factors: factors,
      seed: seed)
  }

  private static func boxes(
    _ question: RobustQuestion, states: [State], outcomes: [[Double]], limit: Double,
    factors: [[Double]], seed: UInt64
  ) -> [FailureBoxes] {
    ([nil] + outcomes.indices.map(Optional.some)).map { package in
      let cases = outcomes.indices.filter { package == nil || package == $0 }.flatMap { row in
        states.indices.map { (package: row, state: $0) }
      }
      var columns: [(FailureFactor, PrimFactor)] = zip(question.factors, factors).map {
        parameter, values in
        (.parameter(parameter), .numeric(cases.map { values[states[$0.state].draw] }))
      }
      if question.events.count > 1 {
        columns.append((.event, .categorical(cases.map { states[$0.state].event })))
      }
      if package == nil { columns.append((.package, .categorical(cases.map(\.package)))) }
      return FailureBoxes(
        package: package, factors: columns,
        isFailure: cases.map { outcomes[$0.package][$0.state] > limit },
        coverage: question.coverage, seed: seed)
    }
  }
}
