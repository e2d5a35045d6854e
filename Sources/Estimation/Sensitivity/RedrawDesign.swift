import Randomness

/// Rows A and B of a design for Sobol' indices, and A with the coordinates of a factor redrawn from B.
///
/// Coordinates are given to factors: some are a factor of their own, and all the rest may be one more, so that
/// nothing that is uncertain is left out. The leading coordinates have the first and best dimensions of one
/// scrambled Sobol' sequence, for A and for B; the many others each go through theirs in an order of its own
/// (`SobolSequence.shuffledOrder`), because among hundreds of dimensions some pairs hang together in few points.
public struct RedrawDesign: Sendable {
  /// Number of coordinates.
  public let dimensions: Int
  /// Number of rows.
  public let rows: Int
  /// Coordinates of each factor.
  public let factors: [[Int]]
  private let sequence: SobolSequence
  /// Dimension of each coordinate in A; in B it is `offset` further on.
  private let dimension: [Int]
  private let offset: [Int]
  private let order: [[Int]?]

  /// A design.
  ///
  /// - Parameters:
  ///   - leading: Coordinates that are a factor each.
  ///   - dimensions: Number of coordinates, at most half of `SobolSequence.mostDimensions`.
  ///   - rows: Number of rows, a power of two for the best spread.
  ///   - seed: Key of the points.
  public init(leading: [Int], dimensions: Int, rows: Int, seed: UInt64) {
    precondition(2 * dimensions <= SobolSequence.mostDimensions, "too many coordinates")
    self.dimensions = dimensions
    self.rows = rows
    let others = (0..<dimensions).filter { !leading.contains($0) }
    factors = leading.map { [$0] } + (others.isEmpty ? [] : [others])
    let sequence = SobolSequence(dimensions: max(2 * dimensions, 1), seed: seed)
    var dimension = [Int](repeating: 0, count: dimensions)
    var offset = dimension
    var order = [[Int]?](repeating: nil, count: 2 * dimensions)
    for (number, place) in leading.enumerated() {
      (dimension[place], offset[place]) = (number, leading.count)
    }
    for (number, place) in others.enumerated() {
      dimension[place] = 2 * leading.count + number
      offset[place] = others.count
      for own in [dimension[place], dimension[place] + others.count] {
        order[own] = sequence.shuffledOrder(dimension: own, count: rows)
      }
    }
    (self.sequence, self.dimension, self.offset, self.order) = (sequence, dimension, offset, order)
  }

  /// A row of A.
  public func first(_ row: Int) -> [Double] {
    (0..<dimensions).map { coordinate(row, dimension[$0]) }
  }

  /// A row of B.
  public func second(_ row: Int) -> [Double] {
    (0..<dimensions).map { coordinate(row, dimension[$0] + offset[$0]) }
  }

  /// A row of A with a factor's coordinates from B.
  public func redrawn(_ row: Int, _ factor: Int) -> [Double] {
    var point = first(row)
    for place in factors[factor] {
      point[place] = coordinate(row, dimension[place] + offset[place])
    }
    return point
  }

  private func coordinate(_ row: Int, _ dimension: Int) -> Double {
    sequence.coordinate(point: order[dimension]?[row] ?? row, dimension: dimension)
  }
}
