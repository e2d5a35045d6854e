/// The share of states of the world in which a policy keeps all of several limits; larger is better.
///
/// Source: M. K. Starr, *Product Design and Decision Theory*, Prentice-Hall 1963 ("domain criterion"), as
/// J. D. Herman, P. M. Reed, H. B. Zeff and G. W. Characklis describe it in *Journal of Water Resources
/// Planning and Management* 141(10), 2015.
public struct Satisficing: Sendable, Hashable {
  /// A limit of an outcome.
  public struct Limit: Sendable, Hashable {
    /// Outcome by policy and state; shape `[policies][states]`.
    public let outcomes: [[Double]]
    /// The limit, in the unit of the outcome.
    public let limit: Double
    /// On which side of the limit the outcome ought to be.
    public let side: LimitSide

    /// A limit of an outcome.
    public init(outcomes: [[Double]], limit: Double, side: LimitSide = .atMost) {
      (self.outcomes, self.limit, self.side) = (outcomes, limit, side)
    }
  }

  /// Whether each policy keeps all limits in each state; shape `[policies][states]`.
  public let isKept: [[Bool]]

  /// Policies under at least one limit; the tables of all limits have the same policies and states.
  public init(_ limits: [Limit]) {
    precondition(!limits.isEmpty && !limits[0].outcomes.isEmpty, "a limit and a policy at least")
    let (policies, states) = (limits[0].outcomes.count, limits[0].outcomes[0].count)
    precondition(
      states > 0
        && limits.allSatisfy { limit in
          limit.outcomes.count == policies && limit.outcomes.allSatisfy { $0.count == states }
        }, "the same policies and states under each limit")
    isKept = (0..<policies).map { policy in
      (0..<states).map { state in
        limits.allSatisfy { $0.side.holds($0.outcomes[policy][state], limit: $0.limit) }
      }
    }
  }

  /// Share of states in which all limits are kept; shape `[policies]`.
  public var shares: [Double] { shares(over: Array(isKept[0].indices)) }

  /// The shares with errors from resampling states, all policies together.
  ///
  /// - Parameters:
  ///   - resamples: Number of samples of the states, with replacement.
  ///   - seed: Key of the samples; the same as in ``OutcomeTable`` gives the same samples.
  /// - Returns: Shares and the best policy, which is the one with the largest share.
  public func ranking(resamples: Int = 1000, seed: UInt64 = 0) -> OutcomeTable.Ranking {
    let samples = StateResamples(states: isKept[0].count, seed: seed)
    let resampled = (0..<resamples).map { shares(over: samples.withReplacement($0)) }
    return OutcomeTable.Ranking(shares, resampled: resampled, isBetter: >)
  }

  private func shares(over states: [Int]) -> [Double] {
    isKept.map { row in Double(states.count { row[$0] }) / Double(states.count) }
  }
}
