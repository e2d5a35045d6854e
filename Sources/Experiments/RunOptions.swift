import Households
import Simulation

/// How a run is made, apart from its scenario.
public struct RunOptions: Sendable, Hashable {
  /// Number of possible futures, at least 1; with several draws, of each draw, and at least 2.
  public var replications: Int
  /// Number of draws of the uncertain parameters, at least 1; 1 for the declared values alone.
  public var draws: Int
  /// Ensemble of a calibration from which draws take the calibrated parameters together; `nil` for
  /// priors alone.
  public var posterior: PosteriorEnsemble?
  /// Draws, shock-years and household replications of a split of the variance.
  ///
  /// At least 2 each; `nil` for no split. It is added to the run and changes nothing else.
  public var varianceLevels: SIMD3<Int>?
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
    householdsPerBlock: Int = 2048, isProfiled: Bool = false, ledger: LedgerPlaces = .prefecture,
    draws: Int = 1
  ) {
    self.draws = draws
    self.ledger = ledger
    self.replications = replications
    self.sample = sample
    self.seed = seed
    self.threads = threads
    self.householdsPerBlock = householdsPerBlock
    self.isProfiled = isProfiled
  }
}
