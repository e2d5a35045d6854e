/// Outcomes of policies over the same states of the world; smaller is better.
public struct OutcomeTable: Sendable, Hashable {
  /// A metric of all policies.
  public struct Ranking: Sendable, Hashable {
    /// The metric by policy, with its error over states; shape `[policies]`.
    public let figures: [ResampledFigure]
    /// The policy with the best figure; the first of equals.
    public let best: Int
    /// Share of resamples in which each policy is the best, equals sharing; shape `[policies]`, NaN
    /// without resamples.
    public let bestShares: [Double]
  }

  /// Outcome by policy and state; shape `[policies][states]`.
  public let outcomes: [[Double]]
  /// How much worse each outcome is than the best policy's in the same state; not negative; shape as above.
  public let regrets: [[Double]]

  /// A table of at least one policy and one state; shape `[policies][states]`, finite.
  public init(_ outcomes: [[Double]]) {
    precondition(!outcomes.isEmpty && !outcomes[0].isEmpty, "a policy and a state at least")
    let states = outcomes[0].count
    precondition(outcomes.allSatisfy { $0.count == states }, "every policy in every state")
    let best = (0..<states).map { state in
      outcomes.reduce(Double.infinity) { min($0, $1[state]) }
    }
    self.outcomes = outcomes
    regrets = outcomes.map { zip($0, best).map { $0 - $1 } }
  }

  /// Number of policies.
  public var policies: Int { outcomes.count }
  /// Number of states.
  public var states: Int { outcomes[0].count }

  /// A metric of all policies over all states; shape `[policies]`.
  public func values(_ metric: RobustMetric) -> [Double] {
    (metric.isOfRegret ? regrets : outcomes).map { metric.value($0) }
  }

  /// The same over some states, each as often as it is named; shape `[policies]`.
  public func values(_ metric: RobustMetric, states: [Int]) -> [Double] {
    (metric.isOfRegret ? regrets : outcomes).map { row in metric.value(states.map { row[$0] }) }
  }

  /// A metric of all policies with errors from resampling states, all policies together.
  ///
  /// - Parameters:
  ///   - metric: The metric.
  ///   - resamples: Number of samples of the states, with replacement.
  ///   - seed: Key of the samples.
  /// - Returns: Figures and the best policy.
  public func ranking(_ metric: RobustMetric, resamples: Int = 1000, seed: UInt64 = 0) -> Ranking {
    let samples = StateResamples(states: states, seed: seed)
    let resampled = (0..<resamples).map {
      values(metric, states: samples.withReplacement($0))
    }
    return Ranking(values(metric), resampled: resampled, isBetter: <)
  }
}

extension OutcomeTable.Ranking {
  /// A ranking from values over all states and over resamples of them; shape of the latter
  /// `[resamples][policies]`.
  init(_ values: [Double], resampled: [[Double]], isBetter: (Double, Double) -> Bool) {
    var shares = [Double](repeating: 0, count: values.count)
    for sample in resampled {
      let top = sample.reduce(sample[0]) { isBetter($1, $0) ? $1 : $0 }
      let winners = sample.indices.filter { sample[$0] == top }
      for policy in winners { shares[policy] += 1 / Double(winners.count) }
    }
    figures = values.indices.map { policy in
      ResampledFigure(values[policy], resampled: resampled.map { $0[policy] })
    }
    best = values.indices.reduce(0) { isBetter(values[$1], values[$0]) ? $1 : $0 }
    bestShares = shares.map { $0 / Double(resampled.count) }
  }
}
