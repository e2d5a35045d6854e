import NumericalMethods

/// The area under the ROC curve of independent households, with DeLong's error.
///
/// With V10 the share of others that a case outranks (ties one half), V01 the share of cases that outrank
/// one of the others, the variance of the area is S10/m + S01/n with S the variances of V10 over the *m*
/// cases and of V01 over the *n* others. It knows nothing of the luck that households of a replication
/// share: over replications use ``ReplicatedScores``.
///
/// Source: E. R. DeLong, D. M. DeLong and D. L. Clarke-Pearson, *Biometrics* 44(3), 1988, pp. 837–845.
public struct DeLongArea: Sendable, Hashable {
  /// The chance that a case has a higher score than another household, ties counting one half.
  public let area: Double
  /// Standard error of the area; NaN with a single case or a single other household.
  public let standardError: Double
  /// Lower end of the normal 95 % interval, not below 0.
  public var lower95: Double { Swift.max(0, area - reach) }
  /// Upper end of the normal 95 % interval, not above 1.
  public var upper95: Double { Swift.min(1, area + reach) }
  /// V10 of each case; empty if the area came from a histogram.
  private let caseShares: [Double]
  /// V01 of each of the others.
  private let otherShares: [Double]

  private var reach: Double { Self.normal * standardError }
  private static let normal = Distributions.normalQuantile((1 + Estimator.confidence) / 2)

  /// The area of exact scores.
  ///
  /// - Parameters:
  ///   - caseScores: Scores of cases; shape `[m]`.
  ///   - otherScores: Scores of others; shape `[n]`.
  /// - Throws: ``ThresholdError`` without cases or others, or if all scores are equal.
  public init(caseScores: [Double], otherScores: [Double]) throws(ThresholdError) {
    guard let first = caseScores.first else { throw .noCases }
    guard !otherScores.isEmpty else { throw .onlyCases }
    guard (caseScores + otherScores).contains(where: { $0 != first }) else {
      throw .scoreWithoutVariance
    }
    let cases = caseScores.sorted()
    let others = otherScores.sorted()
    caseShares = caseScores.map { Self.shareBelow($0, others) }
    otherShares = otherScores.map { 1 - Self.shareBelow($0, cases) }
    let (overCases, overOthers) = (Moments(caseShares), Moments(otherShares))
    area = overCases.mean
    standardError =
      (overCases.variance / Double(cases.count) + overOthers.variance / Double(others.count))
      .squareRoot()
  }

  /// The area of scores in bins; weights must be numbers of households.
  ///
  /// - Throws: ``ThresholdError`` if the score does not vary, or without cases or others.
  public init(_ histogram: ScoreHistogram) throws(ThresholdError) {
    try histogram.check()
    let cases = histogram.cases.reduce(0, +)
    let others = histogram.others.reduce(0, +)
    let area = OperatingCurve.area(histogram)
    var (casesBelow, othersBelow) = (0.0, 0.0)
    var (caseSquares, otherSquares) = (0.0, 0.0)
    for (c, o) in zip(histogram.cases, histogram.others) {
      let caseShare = (othersBelow + o / 2) / others
      let otherShare = (cases - casesBelow - c / 2) / cases
      caseSquares += c * (caseShare - area) * (caseShare - area)
      otherSquares += o * (otherShare - area) * (otherShare - area)
      casesBelow += c
      othersBelow += o
    }
    self.area = area
    standardError =
      (caseSquares / (cases - 1) / cases + otherSquares / (others - 1) / others).squareRoot()
    (caseShares, otherShares) = ([], [])
  }

  /// The difference of this area and that of another score of the same households.
  ///
  /// - Parameter other: Exact scores of the same households in the same order.
  /// - Returns: Difference, standard error, and two-sided p-value of the normal test of no difference.
  public func minus(_ other: DeLongArea) -> (
    difference: Double, standardError: Double, pValue: Double
  ) {
    precondition(
      caseShares.count == other.caseShares.count && otherShares.count == other.otherShares.count
        && !caseShares.isEmpty, "both must hold exact scores of the same households")
    let overCases = Moments(zip(caseShares, other.caseShares).map { $0 - $1 })
    let overOthers = Moments(zip(otherShares, other.otherShares).map { $0 - $1 })
    let variance =
      overCases.variance / Double(overCases.count) + overOthers.variance / Double(overOthers.count)
    let error = variance.squareRoot()
    let difference = area - other.area
    let score = error == 0 ? (difference == 0 ? 0 : .infinity) : difference.magnitude / error
    return (difference, error, 2 * Distributions.normalProbability(below: -score))
  }

  /// Share of ascending values below one, equal ones counting one half.
  private static func shareBelow(_ value: Double, _ ascending: [Double]) -> Double {
    let below = ascending.partition { $0 >= value }
    let upTo = ascending.partition { $0 > value }
    return Double(below + upTo) / 2 / Double(ascending.count)
  }
}
