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
    self.init(share: Double(successes) / Double(trials), count: Double(trials))
  }

  /// The interval for an outcome over draws of the parameters and the futures that all of them meet.
  ///
  /// The variance of the share over both, p (1 − p) / n, tells how many independent replications *n*
  /// the design is worth; where every replication has the same outcome, as many as the longer factor
  /// has levels.
  ///
  /// - Parameters:
  ///   - outcomes: Whether each replication has the outcome; shape `[D × R]` draw by draw.
  ///   - draws: Number of draws *D*.
  public init(outcomes: [Bool], draws: Int) {
    guard draws > 1 else {
      self.init(successes: outcomes.count { $0 }, trials: outcomes.count)
      return
    }
    let moments = CrossedMoments(outcomes.map { $0 ? 1 : 0 }, draws: draws)
    let spread = moments.mean * (1 - moments.mean)
    let longer = Double(max(draws, moments.futures))
    let count =
      spread > 0 ? min(spread / moments.meanVariance, Double(outcomes.count)) : longer
    self.init(share: moments.mean, count: max(count, 1))
  }

  private init(share: Double, count: Double) {
    let z = Distributions.normalQuantile((1 + Estimator.confidence) / 2)
    let centre = share + z * z / (2 * count)
    let reach = z * (share * (1 - share) / count + z * z / (4 * count * count)).squareRoot()
    let scale = 1 + z * z / count
    probability = share
    // The ends are exact in theory; rounding would leave them a hair inside.
    lower95 = share == 0 ? 0 : (centre - reach) / scale
    upper95 = share == 1 ? 1 : (centre + reach) / scale
  }
}
