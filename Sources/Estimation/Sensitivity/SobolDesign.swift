/// Points at which an outcome must be known for its Sobol' indices.
///
/// Row *j* has the points A[j] and B[j] and for each group *g* the point AB_g[j]: A[j] with the coordinates
/// of the group taken from B[j]. Points are numbered row by row, A, B, AB_0, AB_1 …, so that more rows only
/// add to those before, and any part of them can be simulated at any time.
///
/// Source: A. Saltelli, P. Annoni, I. Azzini, F. Campolongo, M. Ratto and S. Tarantola, "Variance based
/// sensitivity analysis of model output", *Computer Physics Communications* 181(2), 2010.
public struct SobolDesign: Sendable {
  /// What a point is in its row.
  public enum Role: Sendable, Hashable {
    /// The base point A.
    case base
    /// The other point B.
    case other
    /// A with the coordinates of a group from B.
    case mixed(group: Int)
  }

  /// Which factors move together.
  public let groups: FactorGroups
  /// The points A and B.
  public let pairs: PointPairs

  /// A design.
  ///
  /// - Parameters:
  ///   - groups: Which factors move together.
  ///   - rows: Number of rows *N*; a power of two fills the strata evenly.
  ///   - arrangement: How A and B are taken from Sobol' sequences.
  ///   - seed: Key of the points.
  public init(
    groups: FactorGroups, rows: Int, arrangement: PointPairs.Arrangement, seed: UInt64
  ) {
    self.groups = groups
    pairs = PointPairs(factors: groups.factors, rows: rows, arrangement: arrangement, seed: seed)
  }

  /// Number of rows *N*.
  public var rows: Int { pairs.rows }
  /// Number of points of a row: groups + 2.
  public var pointsInRow: Int { groups.count + 2 }
  /// Number of points: rows × (groups + 2).
  public var count: Int { rows * pointsInRow }

  /// Where a point belongs.
  public func place(of point: Int) -> (row: Int, role: Role) {
    precondition((0..<count).contains(point), "no such point")
    let (row, place) = point.quotientAndRemainder(dividingBy: pointsInRow)
    return (row, place == 0 ? .base : place == 1 ? .other : .mixed(group: place - 2))
  }

  /// A point of the unit cube; shape `[factors]`.
  public func point(_ number: Int) -> [Double] {
    let (row, role) = place(of: number)
    switch role {
    case .base: return pairs.base(row: row)
    case .other: return pairs.other(row: row)
    case .mixed(let group):
      var point = pairs.base(row: row)
      for factor in groups.members[group] { point[factor] = pairs.other(row: row, factor: factor) }
      return point
    }
  }

  /// All points of a row in the order of their numbers; shape `[groups + 2][factors]`.
  public func points(row: Int) -> [[Double]] {
    let (base, other) = (pairs.base(row: row), pairs.other(row: row))
    let mixed = groups.members.map { members in
      var point = base
      for factor in members { point[factor] = other[factor] }
      return point
    }
    return [base, other] + mixed
  }
}
