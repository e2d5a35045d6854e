/// What each of several changes adds to a whole, exactly, from all combinations of them.
///
/// All combinations meet the same futures, so every contribution is computed in each replication and its
/// interval is that of a paired difference. Contributions add up to v(all) − v(none); changes that do the
/// same in every combination have the same, and one that does nothing has none.
///
/// Sources: L. S. Shapley, "A value for n-person games", 1953; M. Grabisch and M. Roubens, *International
/// Journal of Game Theory* 28, 1999, pp. 547–565 (interaction index).
public struct ShapleyValues: Sendable, Hashable {
  /// With more changes than this there are too many combinations: see ``SampledShapleyValues``.
  public static let mostPlayers = 10

  /// One a change, in their order; shape `[n]`.
  public let contributions: [Contribution]
  /// One a pair, in the order (0, 1), (0, 2), …, (1, 2), …; shape `[n (n − 1) / 2]`.
  public let interactions: [Interaction]
  /// v(all) − v(none), to which the Shapley values add up.
  public let total: Estimate

  /// Contributions from a table of all combinations.
  ///
  /// - Parameters:
  ///   - values: For each combination one value per replication; shape `[2ⁿ][R]` with n from 1 to
  ///     `mostPlayers`. Bit *i* of the number of a combination says whether change *i* is in it.
  ///   - estimator: An estimator for as many replications (and draws of parameters).
  public init(_ values: [[Double]], estimator: Estimator) {
    let players = values.count.trailingZeroBitCount
    precondition(
      (1...Self.mostPlayers).contains(players) && values.count == 1 << players,
      "one value a combination of 1 to 10 changes")
    precondition(
      values.allSatisfy { $0.count == values[0].count }, "as many replications everywhere")
    let all = values.count - 1
    contributions = (0..<players).map { player in
      let own = Self.average(values, over: [player])
      return Contribution(
        player: player, shapley: estimator.estimate(own),
        dropOne: estimator.estimate(Self.change(values, [player], from: all & ~(1 << player))),
        addOne: estimator.estimate(Self.change(values, [player], from: 0)),
        shapleyByReplication: own)
    }
    interactions = (0..<players).flatMap { first in
      (first + 1..<players).map { second in
        let own = Self.average(values, over: [first, second])
        return Interaction(
          first: first, second: second, index: estimator.estimate(own),
          alone: estimator.estimate(Self.change(values, [first, second], from: 0)),
          indexByReplication: own)
      }
    }
    total = estimator.estimate(zip(values[all], values[0]).map { $0 - $1 })
  }

  /// The average of a change over all sets of others, with Shapley's weights.
  ///
  /// Weights are whole numbers until the last step, so that values that are whole numbers lose nothing.
  private static func average(_ values: [[Double]], over players: [Int]) -> [Double] {
    let own = players.reduce(0) { $0 | 1 << $1 }
    let others = values.count.trailingZeroBitCount - players.count
    var sums = [Double](repeating: 0, count: values[0].count)
    for set in values.indices where set & own == 0 {
      let size = set.nonzeroBitCount
      let weight = factorial(size) * factorial(others - size)
      for (r, value) in change(values, players, from: set).enumerated() {
        sums[r] += weight * value
      }
    }
    return sums.map { $0 / factorial(others + 1) }
  }

  /// What one or two players add to a set: first or second difference, by replication.
  private static func change(_ values: [[Double]], _ players: [Int], from set: Int) -> [Double] {
    let one = 1 << players[0]
    guard players.count > 1 else { return zip(values[set | one], values[set]).map { $0 - $1 } }
    let two = 1 << players[1]
    return values[set].indices.map { r in
      values[set | one | two][r] - values[set | one][r] - values[set | two][r] + values[set][r]
    }
  }

  private static func factorial(_ n: Int) -> Double {
    (0..<n).reduce(1.0) { $0 * Double($1 + 1) }
  }
}
