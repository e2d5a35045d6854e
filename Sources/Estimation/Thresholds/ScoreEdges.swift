/// The bins into which scores are counted.
///
/// Bin *b* holds scores with edge[b] ≤ score < edge[b + 1]; the outer bins also hold what lies beyond
/// their outer edges. A *cut* is a number of an edge, 0 to the number of bins: bins from the cut on are
/// alerted, so that an alert is a score at or above the threshold edge[cut]. Cut 0 alerts all, and the
/// last cut alerts nobody.
public struct ScoreEdges: Sendable, Hashable {
  /// Edges in strictly ascending order, in the unit of the score; shape `[bins + 1]`.
  public let values: [Double]

  /// Bins between edges.
  ///
  /// - Parameter values: At least 2 finite numbers in strictly ascending order.
  public init(_ values: [Double]) {
    precondition(values.count > 1, "there must be a bin")
    precondition(
      values.allSatisfy(\.isFinite) && zip(values, values.dropFirst()).allSatisfy { $0 < $1 },
      "edges must ascend")
    self.values = values
  }

  /// Bins of equal width.
  ///
  /// - Parameters:
  ///   - range: From the lower edge of the first bin to the upper edge of the last.
  ///   - bins: Number of bins, at least 1.
  public init(even range: ClosedRange<Double>, bins: Int) {
    let width = range.upperBound - range.lowerBound
    self.init((0...bins).map { range.lowerBound + width * Double($0) / Double(bins) })
  }

  /// Number of bins.
  public var bins: Int { values.count - 1 }

  /// The bin of a score that is not NaN.
  public func bin(of score: Double) -> Int {
    precondition(!score.isNaN, "a household without a score has no bin")
    return min(bins - 1, max(0, values.partition { $0 > score } - 1))
  }

  /// Number of the first edge at or above a value; the number of bins if there is none.
  func firstEdge(atOrAbove value: Double) -> Int {
    min(bins, values.partition { $0 >= value })
  }
}
