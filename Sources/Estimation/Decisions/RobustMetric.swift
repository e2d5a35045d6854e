/// One figure for how a policy fares over many states of the world that nobody can weigh; smaller is better.
///
/// No figure divides by an outcome, which may be close to 0.
///
/// Source: C. McPhail, H. R. Maier, J. H. Kwakkel, M. Giuliani, A. Castelletti and S. Westra, "Robustness
/// metrics: how are they calculated, when should they be used and why do they give different results?",
/// *Earth's Future* 6(2), 2018, which compares them; definitions here are given with each.
public enum RobustMetric: Sendable, Hashable {
  /// Mean over states.
  case mean
  /// The largest outcome.
  case worst
  /// Type-7 quantile of the outcome at a probability, such as 0.9.
  case quantile(Double)
  /// Mean of the worst share of states (CVaR), a share in (0, 1]; the state at the border counts in part.
  ///
  /// Source: R. T. Rockafellar and S. Uryasev, *Journal of Banking and Finance* 26(7), 2002.
  case tailMean(Double)
  /// Weight × largest + (1 − weight) × smallest outcome, with the weight of pessimism in [0, 1].
  case hurwicz(Double)
  /// Largest regret: how much worse than the best policy of the same state.
  case worstRegret
  /// Type-7 quantile of the regret at a probability.
  case regretQuantile(Double)
  /// Mean over all states of how far the outcome is above its own median, 0 for states below it.
  case undesirableDeviation

  /// Whether it is a figure of the regret rather than of the outcome.
  var isOfRegret: Bool {
    switch self {
    case .worstRegret, .regretQuantile: true
    default: false
    }
  }

  /// The figure of outcomes, or of regrets if it is one of regret; not empty, in any order.
  func value(_ values: [Double]) -> Double {
    let ascending = values.sorted()
    let (smallest, largest) = (ascending[0], ascending[ascending.count - 1])
    switch self {
    case .mean: return Moments(values).mean
    case .worst, .worstRegret: return largest
    case .quantile(let probability), .regretQuantile(let probability):
      precondition((0...1).contains(probability), "a probability is from 0 to 1")
      return Quantiles.quantile(probability, ascending: ascending)
    case .tailMean(let share): return Self.tailMean(share, ascending)
    case .hurwicz(let weight):
      precondition((0...1).contains(weight), "a weight is from 0 to 1")
      return weight * largest + (1 - weight) * smallest
    case .undesirableDeviation:
      let median = Quantiles.quantile(0.5, ascending: ascending)
      return ascending.reduce(0) { $0 + max(0, $1 - median) } / Double(ascending.count)
    }
  }

  private static func tailMean(_ share: Double, _ ascending: [Double]) -> Double {
    precondition(share > 0 && share <= 1, "a share is above 0 and at most 1")
    let size = share * Double(ascending.count)
    // A share of 0.1 of 30 states is 3.0000000000000004 states; no part of a fourth.
    let whole = min(ascending.count, Int(size + 1e-9))
    var sum = ascending.suffix(whole).reduce(0, +)
    let part = max(0, size - Double(whole))
    if whole < ascending.count && part > 0 { sum += part * ascending[ascending.count - 1 - whole] }
    return sum / size
  }
}
