/// How long before the event cases had their score, by bin.
public struct LeadTimes: Sendable, Hashable {
  /// The bins.
  public let edges: ScoreEdges
  /// Sum of months from the score to the event; shape `[bins]`.
  public private(set) var months: [Double]
  /// Weight of cases; shape `[bins]`.
  public private(set) var cases: [Double]

  /// Lead times of no case.
  public init(edges: ScoreEdges) {
    self.edges = edges
    months = [Double](repeating: 0, count: edges.bins)
    cases = months
  }

  /// Sums made elsewhere; each of shape `[bins]`.
  public init(edges: ScoreEdges, months: [Double], cases: [Double]) {
    precondition(months.count == edges.bins && cases.count == edges.bins, "one sum a bin")
    self.edges = edges
    (self.months, self.cases) = (months, cases)
  }

  /// Counts a case.
  ///
  /// - Parameters:
  ///   - score: Its score.
  ///   - months: Months from the score to the event.
  ///   - weight: Households it stands for.
  public mutating func add(score: Double, months: Double, weight: Double = 1) {
    let bin = edges.bin(of: score)
    self.months[bin] += weight * months
    cases[bin] += weight
  }

  /// Counts the cases of other lead times.
  public mutating func add(_ other: LeadTimes) {
    precondition(other.edges == edges, "lead times must have the same bins")
    for bin in 0..<edges.bins {
      months[bin] += other.months[bin]
      cases[bin] += other.cases[bin]
    }
  }

  /// Mean months of warning that alerted cases have at a cut; NaN without alerted cases.
  ///
  /// - Parameters:
  ///   - cut: Number of the edge that is the threshold.
  ///   - replications: One a replication, all with the same bins.
  /// - Returns: Months, with an interval over replications.
  public static func mean(cut: Int, _ replications: [LeadTimes]) -> RatioEstimate {
    RatioEstimate(
      numerators: replications.map { $0.months[cut...].reduce(0, +) },
      denominators: replications.map { $0.cases[cut...].reduce(0, +) })
  }
}
