import Estimation

/// Which combinations of articles are simulated.
public struct ArticleDesign: Sendable, Hashable {
  /// Number of articles that are examined.
  public let players: Int
  /// Pairs of orders, if not all combinations are simulated.
  public let pairs: Int?
  /// Seed of the orders.
  public let seed: UInt64
  /// Combinations in the order in which they are needed; bit *i* says whether article *i* is adopted.
  public let combinations: [UInt64]

  /// Whether all combinations are simulated, so that contributions are exact but for simulation.
  public var isExact: Bool { pairs == nil }
  /// All articles.
  public var all: UInt64 { (1 << UInt64(players)) - 1 }

  /// The design for a number of articles, 1 to 63: all combinations up to
  /// `ShapleyValues.mostPlayers` of them, random orders beyond.
  public init(players: Int, pairs: Int, seed: UInt64) {
    self.players = players
    self.seed = seed
    let all: UInt64 = (1 << UInt64(players)) - 1
    guard players > ShapleyValues.mostPlayers else {
      self.pairs = nil
      combinations = Array(0...all)
      return
    }
    self.pairs = pairs
    let single = (0..<players).map { UInt64(1) << UInt64($0) }
    var ordered = [0, all] + single + single.map { all & ~$0 }
    var known = Set(ordered)
    // The sampler asks for every combination once; what it is told does not matter here.
    _ = SampledShapleyValues(
      players: players, pairs: pairs, seed: seed, estimator: Estimator(replications: 2)
    ) { combination in
      if known.insert(combination).inserted { ordered.append(combination) }
      return [0, 0]
    }
    combinations = ordered
  }

  /// The combinations that the interaction of two articles needs besides those of the design.
  func combinations(ofPair first: Int, _ second: Int) -> [UInt64] {
    let both = UInt64(1) << UInt64(first) | UInt64(1) << UInt64(second)
    return isExact ? [] : [both, all & ~both]
  }
}
