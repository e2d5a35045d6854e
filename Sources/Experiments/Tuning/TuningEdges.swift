import Estimation
import Households
import Simulation

/// The bins of the scores of all designs, fixed by one pilot future before anything is counted.
///
/// Half of them hold equal shares of all scores; as many again divide the highest tenth, among which
/// thresholds are looked for. The thresholds in force are edges.
struct TuningEdges: Sendable, Hashable {
  /// One list a design.
  let values: [ScoreEdges]
  /// The cut of the threshold in force, by design.
  let inForce: [Int]
  private let limits: [[Float]]

  /// Shares of scores below the edges.
  private static let shares: [Double] =
    (0...120).map { Double($0) / 120 } + (1..<120).map { 0.9 + 0.1 * Double($0) / 120 }

  /// Edges of scores.
  ///
  /// - Parameters:
  ///   - scores: Scores of the pilot, by design.
  ///   - thresholds: Thresholds in force on the dates, by design; the last is the one of the dates.
  ///   - designs: Names, for messages.
  /// - Throws: ``TuningError/scoreWithoutVariance(_:)``.
  init(
    scores: [[Float]], thresholds: [[Float]], designs: [TuneQuestion.Design]
  ) throws(TuningError) {
    var (values, inForce): ([ScoreEdges], [Int]) = ([], [])
    for (design, own) in scores.enumerated() {
      let finite = own.filter(\.isFinite).sorted()
      guard let low = finite.first, let high = finite.last, low < high else {
        throw .scoreWithoutVariance(designs[design])
      }
      var edges = Self.shares.map { share in
        finite[min(finite.count - 1, Int(share * Double(finite.count)))]
      }
      // An alert is a score above its threshold, and a bin begins with its edge.
      let limits = thresholds[design].filter(\.isFinite).map(\.nextUp)
      edges += limits
      // Scores of other futures lie higher still.
      edges.append(high + (high - low))
      var ascending: [Float] = []
      for edge in edges.sorted() where edge != ascending.last { ascending.append(edge) }
      if ascending.count > TuningFold.Layout.bins + 1 {
        ascending = Array(ascending.suffix(TuningFold.Layout.bins + 1))
      }
      values.append(ScoreEdges(ascending.map(Double.init)))
      inForce.append(limits.last.flatMap { ascending.firstIndex(of: $0) } ?? 0)
    }
    (self.values, self.inForce) = (values, inForce)
    limits = values.map { $0.values.map { Float($0) } }
  }

  /// The bin of a score; −∞ belongs to the first.
  @inline(__always)
  func bin(_ design: Int, _ score: Float) -> UInt8 {
    limits[design].withUnsafeBufferPointer { edges in
      var (low, high) = (1, edges.count - 1)
      while low < high {
        let middle = (low + high) / 2
        if edges[middle] > score { high = middle } else { low = middle + 1 }
      }
      return UInt8(low - 1)
    }
  }

  /// All edges, for the key of what is kept.
  var text: String { values.map { "\($0.values)" }.joined(separator: "\n") }
}
