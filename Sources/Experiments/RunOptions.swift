import Simulation

/// How a run is made, apart from its scenario.
public struct RunOptions: Sendable, Hashable {
  /// Number of possible futures, at least 1.
  public var replications: Int
  /// Share of households, in (0, 1].
  public var sample: Double
  /// Seed of the keyed draws.
  public var seed: UInt64
  /// Number of threads, at least 1; results do not depend on it.
  public var threads: Int
  /// Largest block of the population; results do not depend on it.
  public var householdsPerBlock: Int
  /// Whether the time of each step is measured; results do not depend on it.
  public var isProfiled: Bool
  /// Places for which the fund's books are kept; results do not depend on it.
  public var ledger: LedgerPlaces

  /// Options of a run.
  public init(
    replications: Int, sample: Double = 1, seed: UInt64 = 1, threads: Int = 1,
    householdsPerBlock: Int = 2048, isProfiled: Bool = false, ledger: LedgerPlaces = .prefecture
  ) {
    self.ledger = ledger
    self.replications = replications
    self.sample = sample
    self.seed = seed
    self.threads = threads
    self.householdsPerBlock = householdsPerBlock
    self.isProfiled = isProfiled
  }
}
