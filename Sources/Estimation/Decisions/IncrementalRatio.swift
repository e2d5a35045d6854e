/// What a policy costs per additional unit of effect, compared with the next cheaper one worth having.
///
/// Policies are put in order of mean cost. One that costs no less and achieves no more than another is
/// dominated; one for which a mixture of two others costs no more and achieves as much is dominated by
/// extension. Of those left, from the cheapest on, the ratio (ICER) is the difference in cost divided by the
/// difference in effect, and it rises from one to the next.
///
/// Source: M. F. Drummond, M. J. Sculpher, K. Claxton, G. L. Stoddart and G. W. Torrance, *Methods for the
/// Economic Evaluation of Health Care Programmes*, 4th edition, Oxford 2015, chapter 4.
public struct IncrementalRatio: Sendable, Hashable {
  /// Whether a policy is worth having at some value per unit of effect.
  public enum Standing: String, Sendable, Hashable, Codable {
    /// It is the best at some value per unit of effect.
    case efficient
    /// Another costs no more and achieves no less, or it is the same as an earlier one.
    case dominated
    /// A mixture of two others costs no more and achieves no less.
    case dominatedByExtension = "dominated_by_extension"
  }

  /// Number of the policy.
  public let policy: Int
  /// Mean cost.
  public let cost: Double
  /// Mean effect.
  public let effect: Double
  /// Whether it is worth having at some value per unit of effect.
  public let standing: Standing
  /// The efficient policy before it; `nil` for the cheapest and for those that are not efficient.
  public let comparedWith: Int?
  /// Cost per additional unit of effect compared with that; `nil` likewise.
  public let ratio: Double?
}

extension CostEffectiveness {
  /// The policies in order of mean cost, then of falling mean effect, with what each further unit of effect
  /// costs.
  public var incrementalRatios: [IncrementalRatio] {
    let cost = costs.map { Moments($0).mean }
    let effect = effects.map { Moments($0).mean }
    let order = (0..<policies).sorted { (cost[$0], -effect[$0], $0) < (cost[$1], -effect[$1], $1) }
    // In this order a policy is dominated exactly if an earlier one achieves as much.
    var undominated: [Int] = []
    for policy in order {
      guard let last = undominated.last, effect[policy] <= effect[last] else {
        undominated.append(policy)
        continue
      }
    }
    func ratio(_ from: Int, _ to: Int) -> Double {
      (cost[to] - cost[from]) / (effect[to] - effect[from])
    }
    var efficient: [Int] = []
    for policy in undominated {
      while efficient.count > 1,
        let last = efficient.last,
        ratio(efficient[efficient.count - 2], last) >= ratio(last, policy)
      { efficient.removeLast() }
      efficient.append(policy)
    }
    return order.map { policy in
      let place = efficient.firstIndex(of: policy)
      let before = place.flatMap { $0 > 0 ? efficient[$0 - 1] : nil }
      return IncrementalRatio(
        policy: policy, cost: cost[policy], effect: effect[policy],
        standing: place != nil
          ? .efficient : undominated.contains(policy) ? .dominatedByExtension : .dominated,
        comparedWith: before, ratio: before.map { ratio($0, policy) })
    }
  }
}
