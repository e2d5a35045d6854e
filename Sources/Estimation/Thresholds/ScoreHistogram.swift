/// How many cases and other households have a score in each bin.
///
/// A run has tens of millions of scored households; all that thresholds need of them are these counts,
/// one histogram a replication, so that the luck a year's households share is in the intervals.
/// Histograms with the same edges add up.
public struct ScoreHistogram: Sendable, Hashable {
  /// The bins.
  public let edges: ScoreEdges
  /// Weight of households that became cases, by bin; shape `[bins]`.
  public private(set) var cases: [Double]
  /// Weight of households that did not, by bin; shape `[bins]`.
  public private(set) var others: [Double]

  /// A histogram without households.
  public init(edges: ScoreEdges) {
    self.edges = edges
    cases = [Double](repeating: 0, count: edges.bins)
    others = cases
  }

  /// A histogram of counts made elsewhere; weights by bin, none negative.
  public init(edges: ScoreEdges, cases: [Double], others: [Double]) {
    precondition(cases.count == edges.bins && others.count == edges.bins, "one count a bin")
    precondition(
      cases.allSatisfy { $0 >= 0 } && others.allSatisfy { $0 >= 0 }, "no weight is negative")
    self.edges = edges
    self.cases = cases
    self.others = others
  }

  /// Counts a household.
  public mutating func add(score: Double, isCase: Bool, weight: Double = 1) {
    precondition(weight >= 0, "no weight is negative")
    let bin = edges.bin(of: score)
    if isCase { cases[bin] += weight } else { others[bin] += weight }
  }

  /// Counts the households of another histogram a number of times.
  public mutating func add(_ other: ScoreHistogram, times: Double = 1) {
    precondition(other.edges == edges, "histograms must have the same bins")
    for bin in 0..<edges.bins {
      cases[bin] += times * other.cases[bin]
      others[bin] += times * other.others[bin]
    }
  }

  /// All histograms together; at least one.
  public static func sum(_ parts: [ScoreHistogram]) -> ScoreHistogram {
    precondition(!parts.isEmpty, "there must be a histogram")
    var whole = ScoreHistogram(edges: parts[0].edges)
    for part in parts { whole.add(part) }
    return whole
  }

  /// From the lower edge of the first bin with households to the upper edge of the last; `nil` without
  /// households.
  public var scores: ClosedRange<Double>? {
    let held = occupied
    guard let first = held.first, let last = held.last else { return nil }
    return edges.values[first]...edges.values[last + 1]
  }

  private var occupied: [Int] {
    (0..<edges.bins).filter { cases[$0] + others[$0] > 0 }
  }

  /// The cut of a threshold: the first edge at or above it.
  ///
  /// - Throws: ``ThresholdError/thresholdOutside(_:scores:)`` if all scores lie on one side,
  ///   ``ThresholdError/scoreWithoutVariance`` if they are all in one bin.
  public func cut(threshold: Double) throws(ThresholdError) -> Int {
    guard let scores, occupied.count > 1 else { throw .scoreWithoutVariance }
    guard threshold > scores.lowerBound, threshold < scores.upperBound else {
      throw .thresholdOutside(threshold, scores: scores)
    }
    return edges.firstEdge(atOrAbove: threshold)
  }

  /// Throws unless the score varies and there are cases and others.
  func check() throws(ThresholdError) {
    guard occupied.count > 1 else { throw .scoreWithoutVariance }
    guard cases.contains(where: { $0 > 0 }) else { throw .noCases }
    guard others.contains(where: { $0 > 0 }) else { throw .onlyCases }
  }

  /// What comes of alerting the bins from a cut on.
  public func classification(cut: Int) -> Classification {
    precondition((0...edges.bins).contains(cut), "a cut is the number of an edge")
    return classifications[cut]
  }

  /// What comes of each cut, from alerting all to alerting nobody; shape `[bins + 1]`.
  public var classifications: [Classification] {
    let allCases = cases.reduce(0, +)
    let allOthers = others.reduce(0, +)
    var result: [Classification] = []
    result.reserveCapacity(edges.bins + 1)
    // From nobody down, so that the weights of few alerts carry no rounding of many.
    var (found, alarmed) = (0.0, 0.0)
    for cut in stride(from: edges.bins, through: 0, by: -1) {
      if cut < edges.bins {
        found += cases[cut]
        alarmed += others[cut]
      }
      result.append(
        Classification(
          cut: cut, threshold: edges.values[cut],
          truePositives: cut == 0 ? allCases : found,
          falsePositives: cut == 0 ? allOthers : alarmed,
          falseNegatives: cut == 0 ? 0 : max(0, allCases - found),
          trueNegatives: cut == 0 ? 0 : max(0, allOthers - alarmed)))
    }
    return result.reversed()
  }

  /// The lowest cut whose alerts are at most a share of all households.
  ///
  /// - Parameter capacity: Share of households that can be alerted, 0 to 1.
  /// - Returns: The cut; the last one, which alerts nobody, if the highest bin alone is too large.
  public func cut(capacity: Double) -> Int {
    precondition((0...1).contains(capacity), "a share is between 0 and 1")
    // Slack for the rounding of weights that add up to the capacity.
    return classifications.first { $0.alertShare <= capacity * (1 + 1e-12) }?.cut ?? edges.bins
  }

  /// The cut with the highest net benefit, of equals the one with the fewest alerts.
  ///
  /// - Parameter costRatio: What an alert costs over the loss that it spares a case, C/L, in [0, 1).
  /// - Returns: The cut; the last one if alerting anybody costs more than it saves.
  public func cut(costRatio: Double) -> Int {
    var best = classifications[edges.bins]
    for next in classifications.reversed()
    where next.netBenefit(costRatio: costRatio) > best.netBenefit(costRatio: costRatio) {
      best = next
    }
    return best.cut
  }
}
