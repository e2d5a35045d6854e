/// What help changes, by bin of the score, from two runs of the same futures.
///
/// Help is off for everybody in one run and on for everybody in the other; random numbers belong to
/// households, so both know what becomes of each. If help spills over to others (an insurance pool, a
/// budget), the chosen threshold must be simulated on its own.
public struct HelpHistogram: Sendable, Hashable {
  /// The bins.
  public let edges: ScoreEdges
  /// Weighted outcome with help off, D(0), such as person-months below the line; shape `[bins]`.
  public private(set) var without: [Double]
  /// Weighted outcome with help on, D(1), in the same unit; shape `[bins]`.
  public private(set) var with: [Double]
  /// Weight of households, which is the number of visits if all are alerted; shape `[bins]`.
  public private(set) var visits: [Double]
  /// What help costs, in yuan; shape `[bins]`.
  public private(set) var cost: [Double]

  /// A histogram without households.
  public init(edges: ScoreEdges) {
    self.edges = edges
    without = [Double](repeating: 0, count: edges.bins)
    (with, visits, cost) = (without, without, without)
  }

  /// A histogram of sums made elsewhere; each of shape `[bins]`.
  public init(
    edges: ScoreEdges, without: [Double], with: [Double], visits: [Double], cost: [Double]
  ) {
    precondition(
      [without, with, visits, cost].allSatisfy { $0.count == edges.bins }, "one sum a bin")
    self.edges = edges
    (self.without, self.with, self.visits, self.cost) = (without, with, visits, cost)
  }

  /// Counts a household.
  ///
  /// - Parameters:
  ///   - score: Its score.
  ///   - without: Its outcome with help off.
  ///   - with: Its outcome with help on.
  ///   - cost: What help costs, in yuan.
  ///   - weight: Households it stands for.
  public mutating func add(
    score: Double, without: Double, with: Double, cost: Double, weight: Double = 1
  ) {
    let bin = edges.bin(of: score)
    self.without[bin] += weight * without
    self.with[bin] += weight * with
    visits[bin] += weight
    self.cost[bin] += weight * cost
  }

  /// Counts the households of another histogram.
  public mutating func add(_ other: HelpHistogram) {
    precondition(other.edges == edges, "histograms must have the same bins")
    for bin in 0..<edges.bins {
      without[bin] += other.without[bin]
      with[bin] += other.with[bin]
      visits[bin] += other.visits[bin]
      cost[bin] += other.cost[bin]
    }
  }

  /// Sums over the bins from each cut on, from alerting all to alerting nobody; shape `[bins + 1]`.
  func above(_ sums: [Double]) -> [Double] {
    var running = 0.0
    var result = [0.0]
    for sum in sums.reversed() {
      running += sum
      result.append(running)
    }
    return result.reversed()
  }
}
