/// Why scores and thresholds say nothing.
public enum ThresholdError: Error, Hashable, Sendable {
  /// The threshold lies below or above all scores, so that it tells nobody apart.
  case thresholdOutside(Double, scores: ClosedRange<Double>)
  /// All scores fall into one bin: there is nothing to choose.
  case scoreWithoutVariance
  /// There are no cases, so that nothing can be found.
  case noCases
  /// There are only cases, so that there are no false alarms to avoid.
  case onlyCases
  /// A bootstrap needs at least two replications.
  case tooFewReplications(Int)
  /// Too few resamples had cases and others to tell an interval.
  case undefinedResamples(Int, of: Int)
}
