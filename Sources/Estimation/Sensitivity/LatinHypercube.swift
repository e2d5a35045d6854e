import Randomness

/// A sample of the unit cube with one point in each of *N* equal strata of every coordinate.
///
/// A coordinate is a function of seed, number of points, point and dimension. Another number of points is
/// another sample: where more points may be wanted later, take a `SobolSequence`.
///
/// Source: M. D. McKay, R. J. Beckman and W. J. Conover, *Technometrics* 21(2), 1979.
public struct LatinHypercube: Sendable {
  /// Number of points *N*.
  public let points: Int
  /// Number of coordinates of a point.
  public let dimensions: Int
  private let key: DrawKey
  /// Stratum of each point by dimension; shape `[dimensions][N]`.
  private let strata: [[Int]]

  /// A sample.
  ///
  /// - Parameters:
  ///   - points: Number of points *N*, at least 1.
  ///   - dimensions: Coordinates of a point, at least 1.
  ///   - seed: Key of the sample.
  public init(points: Int, dimensions: Int, seed: UInt64) {
    precondition(points > 0 && dimensions > 0, "there must be a coordinate")
    (self.points, self.dimensions) = (points, dimensions)
    let key = DrawKey(seed: seed, shockYear: 0, householdReplication: 0)
    self.key = key
    strata = (0..<dimensions).map { dimension in
      let ranks = (0..<points).map { point in
        let words = Self.words(key, point, dimension)
        return (rank: UInt64(words[0]) << 32 | UInt64(words[1]), point: point)
      }
      return ranks.sorted { ($0.rank, $0.point) < ($1.rank, $1.point) }.map(\.point)
    }
  }

  /// A coordinate of a point, in (0, 1).
  public func coordinate(point: Int, dimension: Int) -> Double {
    let inside = Self.words(key, point, dimension)[2].uniform
    return (Double(strata[dimension][point]) + inside) / Double(points)
  }

  /// A point; shape `[dimensions]`.
  public func point(_ number: Int) -> [Double] {
    (0..<dimensions).map { coordinate(point: number, dimension: $0) }
  }

  private static func words(_ key: DrawKey, _ point: Int, _ dimension: Int) -> SIMD4<UInt32> {
    Philox4x32.block(
      counter: SIMD4(
        UInt32(point), UInt32(dimension), 0,
        DrawKey.tag(.province, month: 0, .scrambling, draw: 3)),
      key: key.seed)
  }
}
