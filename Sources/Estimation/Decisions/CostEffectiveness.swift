/// Effects and costs of policies over draws of what is uncertain, and what follows from a value per unit of
/// effect λ ("willingness to pay").
///
/// With the effect E and the cost C of policy *k* in draw θ, the net benefit is
///
///     NB[k][θ] = λ E[k][θ] − C[k][θ]
///
/// Draws must be means over enough replications: what is left of the noise of replications is taken for
/// uncertainty of the parameters, and makes perfect information look more valuable than it is.
///
/// Sources: A. A. Stinnett and J. Mullahy, *Medical Decision Making* 18(2) supplement, 1998 (net benefit);
/// E. Fenwick, K. Claxton and M. Sculpher, *Health Economics* 10(8), 2001 (acceptability and its
/// frontier); A. E. Ades, G. Lu and K. Claxton, *Medical Decision Making* 24(2), 2004 (perfect information).
public struct CostEffectiveness: Sendable, Hashable {
  /// What is known at one value per unit of effect.
  public struct Point: Sendable, Hashable {
    /// Value per unit of effect λ, in the unit of cost per unit of effect.
    public let willingness: Double
    /// Mean net benefit by policy, in the unit of cost; shape `[policies]`.
    public let netBenefit: [Double]
    /// Acceptability (CEAC): share of draws in which each policy has the largest net benefit; shape
    /// `[policies]`, adding up to 1.
    ///
    /// Policies that tie in a draw share it equally.
    public let acceptability: [Double]
    /// The policy with the largest mean net benefit; the first of equals.
    public let best: Int
    /// Acceptability of that policy (CEAF), which need not be the largest.
    public var bestAcceptability: Double { acceptability[best] }
    /// Expected value of perfect information (EVPI), in the unit of cost per decision.
    public let perfectInformation: Double
    /// Standard error of that over draws, with the best policy taken as known; NaN with one draw.
    public let perfectInformationError: Double
  }

  /// Effects, larger is better; shape `[policies][draws]`.
  public let effects: [[Double]]
  /// Costs, smaller is better; shape `[policies][draws]`.
  public let costs: [[Double]]

  /// Effects and costs of at least one policy over at least one draw; shapes `[policies][draws]`, finite.
  public init(effects: [[Double]], costs: [[Double]]) {
    precondition(!effects.isEmpty && effects.count == costs.count, "a cost for each effect")
    let draws = effects[0].count
    precondition(
      draws > 0 && (effects + costs).allSatisfy { $0.count == draws }, "equally many draws")
    self.effects = effects
    self.costs = costs
  }

  /// Number of policies.
  public var policies: Int { effects.count }
  /// Number of draws.
  public var draws: Int { effects[0].count }

  /// Net benefit at a value per unit of effect, in the unit of cost; shape `[policies][draws]`.
  public func netBenefit(at willingness: Double) -> [[Double]] {
    zip(effects, costs).map { zip($0, $1).map { willingness * $0 - $1 } }
  }

  /// What is known at a value per unit of effect.
  public func point(at willingness: Double) -> Point {
    let benefit = netBenefit(at: willingness)
    let means = benefit.map { Moments($0).mean }
    let best = Self.largest(means)
    var shares = [Double](repeating: 0, count: policies)
    var losses: [Double] = []
    for draw in 0..<draws {
      let top = benefit.reduce(-Double.infinity) { max($0, $1[draw]) }
      let winners = (0..<policies).filter { benefit[$0][draw] == top }
      for policy in winners { shares[policy] += 1 / Double(winners.count) }
      losses.append(top - benefit[best][draw])
    }
    let moments = Moments(losses)
    return Point(
      willingness: willingness, netBenefit: means,
      acceptability: shares.map { $0 / Double(draws) }, best: best,
      perfectInformation: moments.mean,
      perfectInformationError: (moments.variance / Double(draws)).squareRoot())
  }

  /// What is known at each value of a grid, in its order.
  public func curve(over grid: [Double]) -> [Point] { grid.map { point(at: $0) } }

  /// Place of the largest value; the first of equals.
  static func largest(_ values: [Double]) -> Int {
    values.indices.reduce(0) { values[$1] > values[$0] ? $1 : $0 }
  }
}
