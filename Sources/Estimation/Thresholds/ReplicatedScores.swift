/// Scores of several replications, whose differences tell how certain a figure is.
///
/// The households of one replication share its droughts and prices, so whole replications are resampled:
/// the figure is computed of the sum of as many histograms, drawn with replacement.
///
/// Source: A. C. Davison and D. V. Hinkley, *Bootstrap Methods and their Application*, Cambridge 1997,
/// section 3.8 (resampling of clusters).
public struct ReplicatedScores: Sendable {
  /// One histogram a replication, all with the same bins; shape `[R]`.
  public let histograms: [ScoreHistogram]
  /// All replications together.
  public let whole: ScoreHistogram

  /// Scores of replications, at least one.
  public init(_ histograms: [ScoreHistogram]) {
    self.histograms = histograms
    whole = ScoreHistogram.sum(histograms)
  }

  /// A sample of the replications with replacement, summed.
  func resample(_ number: Int, seed: UInt64) -> ScoreHistogram {
    let draws = ReplicationResamples(replications: histograms.count, seed: seed)
    var sum = ScoreHistogram(edges: whole.edges)
    for (histogram, count) in zip(histograms, draws.counts(number)) where count > 0 {
      sum.add(histogram, times: Double(count))
    }
    return sum
  }

  /// A figure with the interval of its resamples.
  ///
  /// - Parameters:
  ///   - resamples: Number of resamples, at least 1.
  ///   - seed: Key of the resamples.
  ///   - figure: The figure of a histogram; NaN where it has none.
  /// - Returns: The figure of all replications and its interval.
  /// - Throws: ``ThresholdError/tooFewReplications(_:)`` with one replication,
  ///   ``ThresholdError/undefinedResamples(_:of:)`` if more than one resample in twenty has no figure.
  public func interval(
    resamples: Int = 1000, seed: UInt64, _ figure: (ScoreHistogram) -> Double
  ) throws(ThresholdError) -> PercentileInterval {
    try intervals(resamples: resamples, seed: seed) { [figure($0)] }[0]
  }

  /// Several figures of the same resamples.
  ///
  /// - Parameters:
  ///   - resamples: Number of resamples, at least 1.
  ///   - seed: Key of the resamples.
  ///   - figures: The same number of figures for each histogram; NaN for one that it does not have.
  /// - Returns: One interval a figure, in their order.
  /// - Throws: As ``interval(resamples:seed:_:)``.
  public func intervals(
    resamples: Int = 1000, seed: UInt64, _ figures: (ScoreHistogram) -> [Double]
  ) throws(ThresholdError) -> [PercentileInterval] {
    guard histograms.count > 1 else { throw .tooFewReplications(histograms.count) }
    let values = figures(whole)
    let drawn = (0..<resamples).map { figures(resample($0, seed: seed)) }
    var result: [PercentileInterval] = []
    for (place, value) in values.enumerated() {
      let defined = drawn.map { $0[place] }.filter { !$0.isNaN }
      guard defined.count * 20 >= resamples * 19, !defined.isEmpty else {
        throw .undefinedResamples(resamples - defined.count, of: resamples)
      }
      result.append(PercentileInterval(value: value, resamples: defined))
    }
    return result
  }
}
