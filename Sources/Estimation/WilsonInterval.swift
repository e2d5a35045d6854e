import NumericalMethods

/// The chance of a yes-or-no outcome, with its 95 % interval over independent replications.
///
/// With *p* = *k* / *n* and *z* the normal quantile at 0.975, the interval is
///
///     ( p + z²/2n ± z √( p (1 − p) / n + z²/4n² ) ) / ( 1 + z²/n )
///
/// It stays inside [0, 1] and is usable when *k* is 0 or *n*, where the simple interval has no
/// width.
///
/// Source: E. B. Wilson, *Journal of the American Statistical Association* 22, 1927, pp. 209–212.
public struct WilsonInterval: Sendable, Hashable {
  /// Share of replications with the outcome.
  public let probability: Double
  /// Lower end of the interval.
  public let lower95: Double
  /// Upper end of the interval.
  public let upper95: Double

  /// The interval for a number of replications with the outcome.
  ///
  /// - Parameters:
  ///   - successes: Replications with the outcome, *k*, 0 to `trials`.
  ///   - trials: All replications, *n*, at least 1.
  public init(successes: Int, trials: Int) {
    precondition(trials > 0 && (0...trials).contains(successes), "0 ≤ successes ≤ trials")
    let count = Double(trials)
    let share = Double(successes) / count
    let z = Distributions.normalQuantile((1 + Estimator.confidence) / 2)
    let centre = share + z * z / (2 * count)
    let reach = z * (share * (1 - share) / count + z * z / (4 * count * count)).squareRoot()
    let scale = 1 + z * z / count
    probability = share
    // The ends are exact in theory; rounding would leave them a hair inside.
    lower95 = successes == 0 ? 0 : (centre - reach) / scale
    upper95 = successes == trials ? 1 : (centre + reach) / scale
  }
}
