import NumericalMethods

/// How often a yearly figure reaches a level: one value a replication, years without losses among them.
///
/// Values must be totals of the region in question, rolled up before they are ranked here: levels of
/// counties do not add up. The interval of a level takes the values of ranks l and u (in ascending order)
/// with
///
///     l = largest with P(B < l) ≤ 0.025      u = smallest with P(B ≥ u) ≤ 0.025      B ~ Binomial(R, 1 − 1/T)
///
/// B is the number of years below the level, so the interval holds it with a chance of at least 95 %
/// whatever the distribution is. The mean of the worst years is (Rockafellar and Uryasev)
///
///     q + T · mean of max(x − q, 0)
///
/// with q the value of rank ⌈R (1 − 1/T)⌉; a year on the boundary takes part with a fraction, so that
/// equal values do no harm, and the error is that of a mean over replications. Its interval is
/// somewhat short: with heavy tails and only ten years in the tail it held the truth in about 92 of 100
/// samples, and most others were too low.
///
/// Sources: H. A. David and H. N. Nagaraja, *Order Statistics*, 3rd edition, Wiley 2003, section 7.1;
/// R. T. Rockafellar and S. Uryasev, *Journal of Banking & Finance* 26(7), 2002, pp. 1443–1471.
public struct ExceedanceCurve: Sendable, Hashable {
  /// Values in ascending order, in their unit; shape `[R]`.
  public let ascending: [Double]

  /// The curve of independent years.
  ///
  /// - Parameter values: One value a replication, none left out because it is 0; at least one.
  public init(_ values: [Double]) {
    precondition(!values.isEmpty && values.allSatisfy { !$0.isNaN }, "one value a replication")
    ascending = values.sorted()
  }

  /// Number of replications *R*.
  public var replications: Int { ascending.count }

  /// Share of years whose value is at or above a level.
  public func probability(reaching level: Double) -> Double {
    let below = ascending.partition { $0 >= level }
    return Double(replications - below) / Double(replications)
  }

  /// Levels in descending order with the share of years that reach them; equal values are one level.
  public var points: [(level: Double, probability: Double)] {
    var result: [(level: Double, probability: Double)] = []
    for place in ascending.indices.reversed()
    where place == 0 || ascending[place - 1] < ascending[place] {
      result.append(
        (ascending[place], Double(replications - place) / Double(replications)))
    }
    return result
  }

  /// The level that is reached once in a number of years.
  ///
  /// - Parameter period: Return period *T* in years, above 1 and at most the number of replications.
  /// - Returns: Level and mean beyond it, with their intervals.
  /// - Throws: ``ReturnPeriodError`` for a period outside.
  public func level(period: Double) throws(ReturnPeriodError) -> ReturnLevel {
    guard period > 1 else { throw .tooShort(period: period) }
    guard period <= Double(replications) else {
      throw .beyondSample(period: period, replications: replications)
    }
    let ranks = Self.ranks(replications: replications, probability: 1 - 1 / period)
    let tail = tailMean(period: period)
    return ReturnLevel(
      period: period, level: Quantiles.quantile(1 - 1 / period, ascending: ascending),
      lower95: ranks.lower.map { ascending[$0 - 1] },
      upper95: ranks.upper.map { ascending[$0 - 1] }, coverage: ranks.coverage,
      tailMean: tail.mean, tailMeanError: tail.standardError, tailMeanLower95: tail.lower95,
      tailMeanUpper95: tail.upper95, isRough: period > Double(replications) / 10)
  }

  private func tailMean(period: Double) -> Estimate {
    let count = Double(replications)
    // A hair off, so that R (1 − 1/T) of a whole number is not rounded up to the next.
    let rank = (count * (1 - 1 / period) - 1e-9 * count).rounded(.up)
    let boundary = ascending[max(1, min(replications, Int(rank))) - 1]
    return Estimator(replications: replications).estimate(
      ascending.map { boundary + period * max(0, $0 - boundary) })
  }

  /// Ranks, from 1, between whose values the quantile lies; `nil` where there is no such rank.
  static func ranks(
    replications: Int, probability: Double
  ) -> (lower: Int?, upper: Int?, coverage: Double) {
    let tail = (1 - Estimator.confidence) / 2
    func atMost(_ count: Int) -> Double {
      Distributions.binomialProbability(
        atMost: count, trials: replications, probability: probability)
    }
    let ranks = Array(1...replications)
    // Both conditions turn once, so they are looked for by halving.
    let lower = ranks.partition { atMost($0 - 1) > tail }
    let upper = ranks.partition { 1 - atMost($0 - 1) <= tail } + 1
    let below = lower > 0 ? atMost(lower - 1) : 0
    let above = upper <= replications ? 1 - atMost(upper - 1) : 0
    return (
      lower > 0 ? lower : nil, upper <= replications ? upper : nil, 1 - below - above
    )
  }
}
