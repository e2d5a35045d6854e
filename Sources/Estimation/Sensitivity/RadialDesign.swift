/// Points at which an outcome must be known for its elementary effects: blocks of a base point and, for each
/// group of factors, the base point with the group moved.
///
/// Block *j* starts from the base point of row *j*, and takes moved coordinates from the other point of row
/// *j* + 4, which keeps them apart in the first rows of a Sobol' sequence. Points are numbered block by block,
/// base first, so that more blocks only add to those before.
///
/// Steps of a continuous factor are as long as the two points are apart, which may be next to nothing: where
/// the outcome moves in jumps (counts, thresholds), or has noise that the two points do not share, such a step
/// makes an effect without bound.
/// With a `leastStep` *s* the moved coordinate is instead the fractional part of base + *s* + (1 − 2*s*) ×
/// other, as uniform as before and never nearer than *s*.
///
/// A factor with *L* levels takes the middles of *L* equal parts of the unit interval; it always moves to
/// another level, and its step is the number of levels over *L* − 1.
///
/// Source: F. Campolongo, A. Saltelli and J. Cariboni, "From screening to quantitative sensitivity analysis: a
/// unified approach", *Computer Physics Communications* 182(4), 2011. The least step is ours.
public struct RadialDesign: Sendable {
  /// Rows between a base point and the point that moved coordinates are taken from.
  public static let offset = 4

  /// Which factors move together.
  public let groups: FactorGroups
  /// Number of levels by factor, `nil` for a continuous one; shape `[factors]`.
  public let levels: [Int?]
  /// Number of blocks *r*.
  public let blocks: Int
  /// Shortest step of a continuous factor.
  public let leastStep: Double
  private let pairs: PointPairs

  /// A design.
  ///
  /// - Parameters:
  ///   - groups: Which factors move together.
  ///   - levels: Number of levels by factor, at least 2, `nil` for a continuous one; shape `[factors]`, or
  ///     `nil` if all are continuous.
  ///   - blocks: Number of blocks *r*, at least 2.
  ///   - leastStep: Shortest step of a continuous factor, 0 (as published) to below ½.
  ///   - arrangement: How the points are taken from Sobol' sequences; `shuffled` for many factors.
  ///   - seed: Key of the points.
  public init(
    groups: FactorGroups, levels: [Int?]? = nil, blocks: Int, leastStep: Double = 0,
    arrangement: PointPairs.Arrangement, seed: UInt64
  ) {
    let levels = levels ?? [Int?](repeating: nil, count: groups.factors)
    precondition(levels.count == groups.factors, "one number of levels a factor")
    precondition(levels.allSatisfy { $0.map { $0 > 1 } ?? true }, "a level has another to move to")
    precondition(blocks > 1, "a spread needs two blocks")
    precondition(leastStep >= 0 && leastStep < 0.5, "a circle of length 1 has no longer step")
    (self.groups, self.levels, self.blocks) = (groups, levels, blocks)
    self.leastStep = leastStep
    pairs = PointPairs(
      factors: groups.factors, rows: blocks + Self.offset, arrangement: arrangement, seed: seed)
  }

  /// Number of points of a block: groups + 1.
  public var pointsInBlock: Int { groups.count + 1 }
  /// Number of points: blocks × (groups + 1).
  public var count: Int { blocks * pointsInBlock }

  /// Where a point belongs; the group is `nil` for the base point.
  public func place(of point: Int) -> (block: Int, group: Int?) {
    precondition((0..<count).contains(point), "no such point")
    let (block, place) = point.quotientAndRemainder(dividingBy: pointsInBlock)
    return (block, place == 0 ? nil : place - 1)
  }

  /// A point of the unit cube; shape `[factors]`.
  public func point(_ number: Int) -> [Double] {
    let (block, group) = place(of: number)
    var point = (0..<groups.factors).map { base(block, $0) }
    for factor in group.map({ groups.members[$0] }) ?? [] { point[factor] = moved(block, factor) }
    return point
  }

  /// All points of a block in the order of their numbers; shape `[groups + 1][factors]`.
  public func points(block: Int) -> [[Double]] {
    precondition((0..<blocks).contains(block), "no such block")
    let start = (0..<groups.factors).map { base(block, $0) }
    let others = groups.members.map { members in
      var point = start
      for factor in members { point[factor] = moved(block, factor) }
      return point
    }
    return [start] + others
  }

  /// How far a group moves in a block: its factor's step with its sign, or for several factors the root of
  /// their mean squared step, which is that step if all are equally long.
  public func step(block: Int, group: Int) -> Double {
    let members = groups.members[group]
    let steps = members.map { factor in
      let distance = moved(block, factor) - base(block, factor)
      return levels[factor].map { distance * Double($0) / Double($0 - 1) } ?? distance
    }
    if steps.count == 1 { return steps[0] }
    return (steps.reduce(0) { $0 + $1 * $1 } / Double(steps.count)).squareRoot()
  }

  private func base(_ block: Int, _ factor: Int) -> Double {
    let coordinate = pairs.base(row: block, factor: factor)
    guard let count = levels[factor] else { return coordinate }
    return Self.middle(Int(coordinate * Double(count)), of: count)
  }

  private func moved(_ block: Int, _ factor: Int) -> Double {
    let coordinate = pairs.other(row: block + Self.offset, factor: factor)
    if let count = levels[factor] {
      let from = Int(pairs.base(row: block, factor: factor) * Double(count))
      let step = 1 + Int(coordinate * Double(count - 1))
      return Self.middle((from + step) % count, of: count)
    }
    guard leastStep > 0 else { return coordinate }
    let place = base(block, factor) + leastStep + (1 - 2 * leastStep) * coordinate
    return place < 1 ? place : place - 1
  }

  private static func middle(_ level: Int, of count: Int) -> Double {
    (Double(level) + 0.5) / Double(count)
  }
}
