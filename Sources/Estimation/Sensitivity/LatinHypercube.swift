import Randomness

/// Points in the unit cube with exactly one in each of as many equal strata of every coordinate.
///
/// The strata of a coordinate are taken in a random order, and each point lies anywhere in its stratum; both
/// depend on seed, number and coordinate alone.
///
/// Source: M. D. McKay, R. J. Beckman and W. J. Conover, *Technometrics* 21(2), 1979.
public struct LatinHypercube: Sendable {
  /// The points; shape `[count][dimensions]`.
  public let points: [[Double]]

  /// A sample of points.
  ///
  /// - Parameters:
  ///   - count: Number of points, at least 1.
  ///   - dimensions: Coordinates of a point, at least 1.
  ///   - seed: Key of orders and places.
  public init(count: Int, dimensions: Int, seed: UInt64) {
    precondition(count > 0 && dimensions > 0, "there must be a point")
    let key = DrawKey(seed: seed, shockYear: 0, householdReplication: 0)
    var points = [[Double]](
      repeating: [Double](repeating: 0, count: dimensions), count: count)
    for dimension in 0..<dimensions {
      let draws = (0..<count).map { point in
        key.shared(.province, point, month: dimension, .candidates, draw: 2)
      }
      let order = draws.indices.sorted { (draws[$0][0], $0) < (draws[$1][0], $1) }
      for (stratum, point) in order.enumerated() {
        points[point][dimension] = (Double(stratum) + draws[point][1].uniform) / Double(count)
      }
    }
    self.points = points
  }
}
