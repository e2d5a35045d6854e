/// Policies to which no other is preferable whatever the objectives are worth, where differences below the
/// smallest that matters do not count.
///
/// With objectives fⱼ, all to be small, and the smallest difference εⱼ ≥ 0 that matters, policy *a* is
/// preferable to *b* if
///
///     f_j(a) ≤ f_j(b) + ε_j for all j        f_j(a) < f_j(b) − ε_j for some j
///     Σ (f_j(b) − f_j(a)) / ε_j > 0 over j with ε_j > 0, unless a is strictly better in an objective with ε_j = 0
///
/// The third condition keeps a chain of small sacrifices from leading round in a circle, so that the set is
/// never empty; with ε = 0 the first two are Pareto's dominance.
public struct ParetoSet: Sendable, Hashable {
  /// The policies of the set, in ascending order.
  public let members: [Int]
  /// For each policy the first one that is preferable to it, `nil` for members; shape `[policies]`.
  public let preferable: [Int?]

  /// The set of policies.
  ///
  /// - Parameters:
  ///   - objectives: Value by objective and policy, finite; shape `[objectives][policies]`.
  ///   - tolerance: Smallest difference that matters by objective, in its unit; shape `[objectives]`.
  public init(objectives: [[Double]], tolerance: [Double]) {
    precondition(!objectives.isEmpty && !objectives[0].isEmpty, "an objective and a policy")
    precondition(objectives.count == tolerance.count, "one tolerance per objective")
    precondition(tolerance.allSatisfy { $0 >= 0 }, "no negative tolerance")
    let policies = objectives[0].indices
    precondition(
      objectives.allSatisfy { $0.indices == policies }, "every policy in every objective")
    preferable = policies.map { b in
      policies.first { a in a != b && Self.isPreferable(a, b, objectives, tolerance) }
    }
    let preferable = preferable
    members = policies.filter { preferable[$0] == nil }
  }

  /// How often each policy stays in the set when states of the world are resampled.
  ///
  /// - Parameters:
  ///   - tables: One table per objective over the same policies and states.
  ///   - metrics: The figure of each objective, by default its mean; shape `[objectives]`.
  ///   - tolerance: Smallest difference that matters by objective, in the unit of its figure.
  ///   - resamples: Number of samples of the states, with replacement, at least 1.
  ///   - seed: Key of the samples.
  /// - Returns: Share of resamples in whose set a policy is; shape `[policies]`.
  public static func memberShares(
    _ tables: [OutcomeTable], metrics: [RobustMetric]? = nil, tolerance: [Double],
    resamples: Int = 1000, seed: UInt64 = 0
  ) -> [Double] {
    precondition(!tables.isEmpty && resamples > 0, "an objective and a resample at least")
    let (policies, states) = (tables[0].policies, tables[0].states)
    precondition(
      tables.allSatisfy { $0.policies == policies && $0.states == states },
      "the same policies and states in each objective")
    let metrics = metrics ?? tables.map { _ in .mean }
    precondition(metrics.count == tables.count, "one figure per objective")
    let samples = StateResamples(states: states, seed: seed)
    var counts = [Int](repeating: 0, count: policies)
    for sample in 0..<resamples {
      let drawn = samples.withReplacement(sample)
      let values = zip(tables, metrics).map { $0.values($1, states: drawn) }
      for policy in ParetoSet(objectives: values, tolerance: tolerance).members {
        counts[policy] += 1
      }
    }
    return counts.map { Double($0) / Double(resamples) }
  }

  private static func isPreferable(
    _ a: Int, _ b: Int, _ objectives: [[Double]], _ tolerance: [Double]
  ) -> Bool {
    var (isBetter, isStrictlyBetter, gain) = (false, false, 0.0)
    for (values, tolerance) in zip(objectives, tolerance) {
      let difference = values[b] - values[a]
      if difference < -tolerance { return false }
      if difference > tolerance { isBetter = true }
      if tolerance > 0 {
        gain += difference / tolerance
      } else if difference > 0 {
        isStrictlyBetter = true
      }
    }
    return isBetter && (isStrictlyBetter || gain > 0)
  }
}
