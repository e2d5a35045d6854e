/// How often 95 % intervals of few replications held the truth of models whose truth is known.
///
/// The smaller of the coverages of a rate and of a paired difference in 10,000 experiments with each
/// toy model, as `make coverage` measured and wrote them (`Docs/coverage.md`).
public struct MeasuredCoverage: Sendable, Hashable {
  /// Number of replications *R*.
  public let replications: Int
  /// Share of intervals that hold the truth where all years are alike.
  public let alike: Double
  /// The same where good and bad years differ by a lognormal factor.
  public let moderate: Double
  /// The same where one year in twenty has a drought with ten times the chance of others.
  public let rare: Double

  /// What was measured for this number of replications, or for the next smaller one that was measured;
  /// `nil` for one replication, which has no interval.
  public init?(replications: Int) {
    guard let row = Self.table.last(where: { $0.replications <= replications }) else { return nil }
    self = row
  }

  init(_ replications: Int, alike: Double, moderate: Double, rare: Double) {
    self.replications = replications
    self.alike = alike
    self.moderate = moderate
    self.rare = rare
  }
}
