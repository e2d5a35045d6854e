/// States of the world that hang together, such as all stress events under one draw of the parameters, and
/// are therefore resampled together.
public struct StateClusters: Sendable, Hashable {
  /// Numbers of the states by cluster; shape `[clusters][states of the cluster]`.
  public let states: [[Int]]

  /// Clusters that hold every state of a table once; at least one.
  public init(_ states: [[Int]]) {
    precondition(!states.isEmpty && states.allSatisfy { !$0.isEmpty }, "no empty cluster")
    self.states = states
  }

  /// States of as many clusters as there are, drawn with replacement.
  func resampled(_ sample: Int, seed: UInt64) -> [Int] {
    StateResamples(states: states.count, seed: seed).withReplacement(sample).flatMap { states[$0] }
  }
}

extension OutcomeTable {
  /// A metric of all policies with errors from resampling clusters of states, all policies together.
  ///
  /// - Parameters:
  ///   - metric: The metric.
  ///   - clusters: States that are resampled together.
  ///   - resamples: Number of samples of the clusters, with replacement.
  ///   - seed: Key of the samples.
  /// - Returns: The metric by policy, in the unit of the outcomes.
  public func ranking(
    _ metric: RobustMetric, clusters: StateClusters, resamples: Int = 1000, seed: UInt64 = 0
  ) -> Ranking {
    let resampled = (0..<resamples).map {
      values(metric, states: clusters.resampled($0, seed: seed))
    }
    return Ranking(values(metric), resampled: resampled, isBetter: <)
  }
}

extension Satisficing {
  /// The shares with errors from resampling clusters of states, all policies together; parameters as for
  /// ``OutcomeTable/ranking(_:clusters:resamples:seed:)``.
  public func ranking(
    clusters: StateClusters, resamples: Int = 1000, seed: UInt64 = 0
  ) -> OutcomeTable.Ranking {
    let resampled = (0..<resamples).map { sample in
      let states = clusters.resampled(sample, seed: seed)
      return isKept.map { row in Double(states.count { row[$0] }) / Double(states.count) }
    }
    return OutcomeTable.Ranking(shares, resampled: resampled, isBetter: >)
  }
}

extension ParetoSet {
  /// How often each policy stays in the set of the means when clusters of states are resampled.
  ///
  /// - Parameters:
  ///   - tables: One table per objective over the same policies and states.
  ///   - tolerance: Smallest difference that matters by objective, in the unit of its outcome.
  ///   - clusters: States that are resampled together.
  ///   - resamples: Number of samples of the clusters, with replacement, at least 1.
  ///   - seed: Key of the samples.
  /// - Returns: Share of resamples in whose set a policy is; shape `[policies]`.
  public static func memberShares(
    _ tables: [OutcomeTable], tolerance: [Double], clusters: StateClusters,
    resamples: Int = 1000, seed: UInt64 = 0
  ) -> [Double] {
    precondition(!tables.isEmpty && resamples > 0, "an objective and a resample at least")
    var counts = [Int](repeating: 0, count: tables[0].policies)
    for sample in 0..<resamples {
      let states = clusters.resampled(sample, seed: seed)
      let values = tables.map { $0.values(.mean, states: states) }
      for policy in ParetoSet(objectives: values, tolerance: tolerance).members {
        counts[policy] += 1
      }
    }
    return counts.map { Double($0) / Double(resamples) }
  }
}
