import Randomness

/// Rows of two points each in the unit cube: a base point and another, from which coordinates are taken.
///
/// Designs of sensitivity analysis are made of them. More rows only add to those before. A coordinate is a function of seed, row, factor and arrangement.
public struct PointPairs: Sendable {
  /// How the two points of a row are taken from Sobol' sequences.
  public enum Arrangement: Sendable, Hashable, Codable {
    /// Both from one scrambled sequence in twice as many dimensions as factors.
    ///
    /// All coordinates together fill the cube evenly: best for few factors. Indices of Ishigami's function from
    /// 1,024 rows have a root mean squared error of 0.01, of `shuffled` 0.03 (50 seeds).
    case joint
    /// Each coordinate from a scrambled sequence in an order of its own.
    ///
    /// Every coordinate alone is as even as in `joint`, and no two hang together. For many factors: the largest
    /// correlation of two coordinates of `joint` is 0.01 for 10 factors and 1,024 rows, but 0.19 for 50 and 0.47
    /// for 100, and 0.96 with 256 rows, where the effect of one would be taken for that of another. Base and
    /// other points have scramblings and orders of their own, so each needs as many dimensions as there are
    /// factors.
    case shuffled
  }

  /// Number of factors *d*.
  public let factors: Int
  /// Number of rows *N* that can be asked for.
  public let rows: Int
  /// How the points are taken.
  public let arrangement: Arrangement
  private let first: SobolSequence
  private let second: SobolSequence
  /// Number of the point that a row takes of a coordinate; shape `[factors × rows]`, empty for `joint`.
  private let firstOrder: [UInt32]
  private let secondOrder: [UInt32]

  /// Most factors of an arrangement.
  public static func mostFactors(_ arrangement: Arrangement) -> Int {
    switch arrangement {
    case .joint: SobolSequence.mostDimensions / 2
    case .shuffled: SobolSequence.mostDimensions
    }
  }

  /// Pairs of points.
  ///
  /// - Parameters:
  ///   - factors: Number of factors *d*, at least 1 and at most `mostFactors`.
  ///   - rows: Number of rows *N*, at least 1; a power of two fills the strata evenly.
  ///   - arrangement: How the points are taken.
  ///   - seed: Key of scramblings and orders.
  public init(factors: Int, rows: Int, arrangement: Arrangement, seed: UInt64) {
    precondition(
      (1...Self.mostFactors(arrangement)).contains(factors), "no directions for so many factors")
    precondition(rows > 0, "there must be a row")
    (self.factors, self.rows, self.arrangement) = (factors, rows, arrangement)
    switch arrangement {
    case .joint:
      first = SobolSequence(dimensions: 2 * factors, seed: seed)
      second = first
      (firstOrder, secondOrder) = ([], [])
    case .shuffled:
      first = SobolSequence(dimensions: factors, seed: seed)
      second = SobolSequence(dimensions: factors, seed: Self.otherKey(seed))
      firstOrder = Self.orders(first, rows)
      secondOrder = Self.orders(second, rows)
    }
  }

  /// A coordinate of the base point of a row, in (0, 1).
  public func base(row: Int, factor: Int) -> Double {
    precondition((0..<rows).contains(row) && (0..<factors).contains(factor), "no such coordinate")
    let point = arrangement == .joint ? row : Int(firstOrder[factor * rows + row])
    return first.coordinate(point: point, dimension: factor)
  }

  /// A coordinate of the other point of a row, in (0, 1).
  public func other(row: Int, factor: Int) -> Double {
    precondition((0..<rows).contains(row) && (0..<factors).contains(factor), "no such coordinate")
    switch arrangement {
    case .joint: return second.coordinate(point: row, dimension: factors + factor)
    case .shuffled:
      let point = Int(secondOrder[factor * rows + row])
      return second.coordinate(point: point, dimension: factor)
    }
  }

  /// The base point of a row; shape `[factors]`.
  public func base(row: Int) -> [Double] { (0..<factors).map { base(row: row, factor: $0) } }

  /// The other point of a row; shape `[factors]`.
  public func other(row: Int) -> [Double] { (0..<factors).map { other(row: row, factor: $0) } }

  private static func orders(_ points: SobolSequence, _ rows: Int) -> [UInt32] {
    (0..<points.dimensions).flatMap { dimension in
      points.shuffledOrder(dimension: dimension, count: rows).prefix(rows).map { UInt32($0) }
    }
  }

  /// A key that has nothing to do with the seed's own.
  private static func otherKey(_ seed: UInt64) -> UInt64 {
    let key = DrawKey(seed: seed, shockYear: 0, householdReplication: 0)
    let words = key.world(.province, 0, .scrambling, draw: 2)
    return UInt64(words[0]) << 32 | UInt64(words[1])
  }
}
