import Randomness

/// What each of many changes adds to a whole, from a sample of the orders in which they may be made.
///
/// Each pair of orders is a random one and its reverse, so that a change that comes early in one comes
/// late in the other. With pair *m* and replication *r* crossed, the variance of a mean over both is
///
///     (MS_pairs + MS_replications − MS_rest) / (M R)
///
/// and intervals are Student's over replications, with the part of the pairs as a second error. In every
/// order the contributions add up to v(all) − v(none), so they do in the sample too.
///
/// Sources: J. Castro, D. Gómez and J. Tejada, *Computers & Operations Research* 36(5), 2009 (sampling);
/// R. Mitchell, J. Cooper, E. Frank and G. Holmes, *Journal of Machine Learning Research* 23(43), 2022
/// (antithetic orders).
public struct SampledShapleyValues: Sendable, Hashable {
  /// A change's Shapley value, and where its error comes from.
  public struct Share: Sendable, Hashable {
    /// Number of the change.
    public let player: Int
    /// The Shapley value; its error holds that of orders and that of replications.
    public let shapley: Estimate
    /// The Shapley value in each replication; shape `[R]`.
    public let shapleyByReplication: [Double]
    /// The part of the squared error of `shapley` that is of orders and not of replications.
    public let ofOrders: HouseholdError
    /// Standard error that more orders would reduce; NaN with one pair.
    public let orderError: Double
    /// Standard error that more replications would reduce; NaN with one replication.
    public let replicationError: Double
  }

  /// One a change, in their order; shape `[n]`.
  public let shares: [Share]
  /// v(all) − v(none), to which the Shapley values add up.
  public let total: Estimate
  /// Number of pairs of orders *M*.
  public let pairs: Int
  /// Number of combinations that were evaluated.
  public let evaluations: Int

  /// Contributions from a sample of orders.
  ///
  /// - Parameters:
  ///   - players: Number of changes, 1 to 63.
  ///   - pairs: Number of pairs of orders *M*, at least 2.
  ///   - seed: Key of the orders.
  ///   - estimator: An estimator for the replications of `evaluate`, without draws of parameters.
  ///   - evaluate: One value per replication for a combination, whose bit *i* says whether change *i* is
  ///     in it; called once a combination; shape `[R]`.
  /// - Throws: What `evaluate` throws.
  public init<Failure: Error>(
    players: Int, pairs: Int, seed: UInt64, estimator: Estimator,
    evaluate: (UInt64) throws(Failure) -> [Double]
  ) throws(Failure) {
    precondition((1...63).contains(players), "1 to 63 changes")
    precondition(pairs > 1, "the error of orders needs two pairs")
    precondition(estimator.draws == 1, "orders take the place of draws")
    let replications = estimator.replications
    var known: [UInt64: [Double]] = [:]
    func value(_ set: UInt64) throws(Failure) -> [Double] {
      if let value = known[set] { return value }
      let value = try evaluate(set)
      precondition(value.count == replications, "one value per replication")
      known[set] = value
      return value
    }
    // Shape [players][pairs × replications].
    var gains = [[Double]](
      repeating: [Double](repeating: 0, count: pairs * replications), count: players)
    for pair in 0..<pairs {
      let order = Self.order(pair, players: players, seed: seed)
      for direction in [order, order.reversed()] {
        var set: UInt64 = 0
        var before = try value(set)
        for player in direction {
          set |= 1 << UInt64(player)
          let after = try value(set)
          for r in 0..<replications {
            gains[player][pair * replications + r] += (after[r] - before[r]) / 2
          }
          before = after
        }
      }
    }
    let none = try value(0)
    let all = try value((1 << UInt64(players)) - 1)
    total = estimator.estimate(zip(all, none).map { $0 - $1 })
    shares = gains.enumerated().map {
      Self.share($0.offset, $0.element, pairs: pairs, estimator: estimator)
    }
    self.pairs = pairs
    evaluations = known.count
  }

  private static func share(
    _ player: Int, _ gains: [Double], pairs: Int, estimator: Estimator
  ) -> Share {
    let replications = estimator.replications
    let cells = Double(pairs * replications)
    let byReplication = (0..<replications).map { r in
      (0..<pairs).reduce(0) { $0 + gains[$1 * replications + r] } / Double(pairs)
    }
    guard replications > 1 else {
      let ofPairs = Moments(gains).variance / Double(pairs)
      return Share(
        player: player, shapley: estimator.estimate(byReplication),
        shapleyByReplication: byReplication,
        ofOrders: HouseholdError(variance: ofPairs, degreesOfFreedom: Double(pairs - 1)),
        orderError: ofPairs.squareRoot(), replicationError: .nan)
    }
    let moments = CrossedMoments(gains, draws: pairs)
    // The variance over replications already holds the rest of the crossed design.
    let ofOrders = max(0, moments.drawSquare - moments.restSquare) / cells
    let error =
      ofOrders > 0
      ? HouseholdError(variance: ofOrders, degreesOfFreedom: Double(pairs - 1)) : .none
    return Share(
      player: player, shapley: estimator.estimate(byReplication, household: error),
      shapleyByReplication: byReplication, ofOrders: error,
      orderError: (moments.drawSquare / cells).squareRoot(),
      replicationError: (moments.futureSquare / cells).squareRoot())
  }

  /// A random order of the players that belongs to the seed and the number of the pair alone.
  static func order(_ pair: Int, players: Int, seed: UInt64) -> [Int] {
    let key = DrawKey(
      seed: seed, shockYear: UInt32(truncatingIfNeeded: pair), householdReplication: 0)
    let ranks = (0..<players).map { player in
      let words = key.shared(.province, player, month: 0, .resampling, draw: 2)
      return (rank: UInt64(words[0]) << 32 | UInt64(words[1]), player: player)
    }
    return ranks.sorted { ($0.rank, $0.player) < ($1.rank, $1.player) }.map(\.player)
  }
}
