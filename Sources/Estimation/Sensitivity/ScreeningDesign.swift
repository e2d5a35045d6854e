import Randomness

/// Points of a radial screening: base points in the unit cube, from each of which some coordinates are moved
/// by half of their range.
///
/// A radial design (one base point a block, every factor moved once from it) with the step of Morris's
/// trajectories for many levels, p / (2 (p − 1)) → 1/2, taken upwards or downwards, whichever stays inside. All
/// steps being equally long, a group of coordinates is moved as one, and the noise of a simulation is nowhere
/// divided by a step that happens to be short, as it is where steps end at auxiliary random points.
///
/// Base points are those of a scrambled Sobol' sequence, each coordinate in an order of its own
/// (`SobolSequence.shuffledOrder`): in the first few points some pairs among hundreds of coordinates would
/// hang together. More blocks add to fewer.
///
/// Sources: M. D. Morris, *Technometrics* 33(2), 1991; F. Campolongo, A. Saltelli and J. Cariboni,
/// *Computer Physics Communications* 182, 2011 (radial design, groups).
public struct ScreeningDesign: Sendable {
  /// Number of coordinates.
  public let dimensions: Int
  /// Number of base points.
  public let blocks: Int
  private let sequence: SobolSequence
  private let order: [[Int]]

  /// A design.
  ///
  /// - Parameters:
  ///   - dimensions: 1 to `SobolSequence.mostDimensions`.
  ///   - blocks: At least 1.
  ///   - seed: Key of the points.
  public init(dimensions: Int, blocks: Int, seed: UInt64) {
    precondition(blocks > 0, "there must be a base point")
    self.dimensions = dimensions
    self.blocks = blocks
    let sequence = SobolSequence(dimensions: dimensions, seed: seed)
    order = (0..<dimensions).map { sequence.shuffledOrder(dimension: $0, count: blocks) }
    self.sequence = sequence
  }

  /// A base point; shape `[dimensions]`.
  public func base(_ block: Int) -> [Double] {
    (0..<dimensions).map { sequence.coordinate(point: order[$0][block], dimension: $0) }
  }

  /// A base point with some coordinates moved.
  public func moved(_ block: Int, _ places: [Int]) -> [Double] {
    var point = base(block)
    for place in places { point[place] += step(block, place) }
    return point
  }

  /// The step of a coordinate from a base point: 1/2 or −1/2.
  public func step(_ block: Int, _ place: Int) -> Double {
    sequence.coordinate(point: order[place][block], dimension: place) < 0.5 ? 0.5 : -0.5
  }
}
