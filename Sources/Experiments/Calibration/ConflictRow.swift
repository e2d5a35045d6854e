import Households

/// How near any simulated point comes to two moments at once: a row of `conflicts.csv`.
public struct ConflictRow: Sendable {
  /// Whether two moments can be met together.
  public enum Verdict: String, Sendable {
    /// A point meets both within one tolerance.
    case together
    /// The nearest point misses one of them by one to two tolerances.
    case strained
    /// Every point misses one of them by more than two tolerances, though each can be met alone.
    case apart
    /// One of the two is met by no point, even alone.
    case alone
  }

  /// The moment that comes first in the plan.
  public let first: Moment
  /// The other moment.
  public let second: Moment
  /// Smallest implausibility of the first over the points.
  public let nearestFirst: Double
  /// Smallest implausibility of the second over the points.
  public let nearestSecond: Double
  /// Smallest over the points of the larger of the two implausibilities.
  public let nearestBoth: Double

  /// Whether they can be met together.
  public var verdict: Verdict {
    if max(nearestFirst, nearestSecond) > 1 { return .alone }
    if nearestBoth <= 1 { return .together }
    return nearestBoth <= 2 ? .strained : .apart
  }
}

extension CompletedCalibration {
  /// Every pair of moments, those that pull apart most first.
  public var conflictRows: [ConflictRow] {
    let distances = points.map { point in
      plan.moments.indices.map { Self.implausibility(plan, point, $0) }
    }
    let nearest = plan.moments.indices.map { place in distances.map { $0[place] }.min() ?? 1e6 }
    var rows: [ConflictRow] = []
    for first in plan.moments.indices {
      for second in plan.moments.indices where second > first {
        rows.append(
          ConflictRow(
            first: plan.moments[first], second: plan.moments[second],
            nearestFirst: nearest[first], nearestSecond: nearest[second],
            nearestBoth: distances.map { max($0[first], $0[second]) }.min() ?? 1e6))
      }
    }
    return rows.enumerated().sorted {
      ($0.element.nearestBoth, $1.offset) > ($1.element.nearestBoth, $0.offset)
    }.map(\.element)
  }
}
