/// How well a score tells cases from others, over all thresholds.
///
/// Sources: J. A. Hanley and B. J. McNeil, *Radiology* 143(1), 1982 (the area as a chance, ties as one
/// half); average precision as Σ (recallₖ − recallₖ₋₁) · precisionₖ, without interpolation.
public struct OperatingCurve: Sendable, Hashable {
  /// What comes of each cut, from alerting all to alerting nobody; shape `[bins + 1]`.
  ///
  /// False alarm rate against sensitivity is the ROC curve, sensitivity against precision the curve of
  /// precision and recall.
  public let points: [Classification]
  /// The chance that a case has a higher score than another household, ties (of a bin) counting one
  /// half; the area under the ROC curve by trapezoids.
  public let area: Double
  /// Precision, averaged over the cases in the order of their scores.
  public let averagePrecision: Double

  /// The curve of a histogram.
  ///
  /// - Throws: ``ThresholdError`` if the score does not vary, or without cases or others.
  public init(_ histogram: ScoreHistogram) throws(ThresholdError) {
    try histogram.check()
    points = histogram.classifications
    area = Self.area(histogram)
    averagePrecision = Self.averagePrecision(histogram)
  }

  /// The area; NaN without cases or others.
  public static func area(_ histogram: ScoreHistogram) -> Double {
    var (below, sum) = (0.0, 0.0)
    for (cases, others) in zip(histogram.cases, histogram.others) {
      sum += cases * (below + others / 2)
      below += others
    }
    return sum / (histogram.cases.reduce(0, +) * below)
  }

  /// The average precision; NaN without cases.
  public static func averagePrecision(_ histogram: ScoreHistogram) -> Double {
    var (found, alerts, sum) = (0.0, 0.0, 0.0)
    for (cases, others) in zip(histogram.cases, histogram.others).reversed() {
      found += cases
      alerts += cases + others
      if cases > 0 { sum += cases * found / alerts }
    }
    return sum / found
  }
}
