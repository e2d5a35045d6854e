/// How much a question is simulated, apart from its scenarios.
public struct StudyDesign: Sendable, Hashable {
  /// Possible futures of each scenario, the same ones for all of them.
  public var replications: Int
  /// Share of households, in (0, 1].
  public var sample: Double
  /// Seed of futures and of every randomised design.
  public var seed: UInt64
  /// Draws of the uncertain parameters, each of which meets the same futures; 1 for the declared
  /// values alone.
  public var draws: Int

  /// The work of a question.
  public init(replications: Int, sample: Double, seed: UInt64 = 1, draws: Int = 1) {
    self.replications = replications
    self.sample = sample
    self.seed = seed
    self.draws = draws
  }
}
