/// Which factors move together.
///
/// A factor in no group varies from point to point but has no index of its own.
public struct FactorGroups: Sendable, Hashable {
  /// Number of factors *d*.
  public let factors: Int
  /// Numbers of the factors of each group, ascending; shape `[groups][members]`.
  public let members: [[Int]]

  /// Groups of factors.
  ///
  /// - Parameters:
  ///   - factors: Number of factors *d*, at least 1.
  ///   - members: Numbers of the factors of each group, counted from 0; no factor in two groups, no group
  ///     empty.
  public init(factors: Int, members: [[Int]]) {
    precondition(factors > 0, "there must be a factor")
    var isTaken = [Bool](repeating: false, count: factors)
    for group in members {
      precondition(!group.isEmpty, "an empty group moves nothing")
      for factor in group {
        precondition((0..<factors).contains(factor), "no such factor")
        precondition(!isTaken[factor], "a factor is in one group at most")
        isTaken[factor] = true
      }
    }
    self.factors = factors
    self.members = members.map { $0.sorted() }
  }

  /// Each factor by itself.
  public static func single(_ factors: Int) -> FactorGroups {
    FactorGroups(factors: factors, members: (0..<factors).map { [$0] })
  }

  /// Number of groups.
  public var count: Int { members.count }
}
