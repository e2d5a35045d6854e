import Estimation
import Households
import Simulation

/// Which index should alert from which score on, and what it misses.
public struct CompletedTuning: Sendable {
  /// A figure of the recommended threshold as a scenario, with help that spills over to others.
  public struct Effect: Sendable {
    /// Which figure.
    public let figure: StudyFigure
    /// Name in tables.
    public let name: String
    /// The baseline's.
    public let baseline: Estimate
    /// The recommended threshold's.
    public let recommended: Estimate
    /// Their difference over the same futures.
    public let difference: PairedDifference
  }

  /// What was asked.
  public let question: TuneQuestion
  /// How much was simulated of it.
  public let work: StudyDesign
  /// Futures on which thresholds were chosen.
  public let tuning: Range<Int>
  /// Futures that report.
  public let reporting: Range<Int>
  /// Dates on which households were scored.
  public let dates: Int
  /// Households that can be visited in half a year.
  public let capacity: Double
  /// The same as measured in the baseline; `nil` if the question says it.
  public let measuredCapacity: Estimate?
  /// The same over the households that are scored on a date.
  public let capacityShare: Double
  /// Households that are scored on a date.
  public let scored: Estimate
  /// Those of them that are in need on it or soon after.
  public let cases: Estimate
  /// One a design of the question, in its order.
  public let designs: [TunedDesign]
  /// Place of the recommended design.
  public let recommended: Int
  /// Its threshold as the parameter of a scenario.
  public let threshold: Double
  /// How much more it finds at capacity than each design, as a share of households in need; paired.
  public let gaps: [RatioEstimate]
  /// What it misses, by household type and by prefecture.
  public let misses: [TunedMisses]
  /// Its best thresholds by groups of counties.
  public let groups: [TunedGroup]
  /// The recommended threshold as a scenario, against the baseline.
  public let effects: [Effect]
  /// What was simulated and what was reused.
  public let account: StudyAccount

  /// Place of the design that decides alerts in the baseline; `nil` if it was not asked for.
  public let decided: Int?
  /// The baseline's own threshold of that design.
  public let decidedThreshold: Double

  /// The recommended design.
  public var best: TunedDesign { designs[recommended] }
}
