import Estimation
import Households

/// One outcome at one point of a sweep: a row of its long table.
public struct SweepRow: Sendable {
  /// Number of the point, from 0.
  public let point: Int
  /// Position of the outcome in the question.
  public let outcome: Int
  /// The outcome itself.
  public let estimate: Estimate
  /// Its paired difference from the baseline.
  public let difference: PairedDifference
  /// Chance that one future keeps the limit; only of the first outcome, where there is a limit.
  public let kept: WilsonInterval?
}

/// What a factor of a grid does on its own, or what two do together.
public struct SweepEffect: Sendable {
  /// Position of the factor.
  public let factor: Int
  /// Position of the second factor of an interplay; `nil` for the effect of one.
  public let other: Int?
  /// Position of the outcome.
  public let outcome: Int
  /// From the lowest to the highest level, averaged over all levels of the other factors; for an interplay,
  /// how much more the first does where the second is highest than where it is lowest.
  public let estimate: Estimate
}

/// What came of a sweep.
public struct SweepAnswer: Sendable {
  /// What was asked.
  public let question: SweepQuestion
  /// How much was simulated.
  public let design: SweepQuestion.Design
  /// The points; shape `[points][factors]`.
  public let points: [[Double]]
  /// Values of the factors in the baseline.
  public let baselinePoint: [Double]
  /// Outcomes of the baseline, in the order of the question.
  public let baseline: [Estimate]
  /// Chance that one future of the baseline keeps the limit, where there is one.
  public let baselineKept: WilsonInterval?
  /// One row a point and outcome, point by point.
  public let rows: [SweepRow]
  /// Effects and interplays of a grid; none of other designs.
  public let effects: [SweepEffect]
  /// The limit of the first outcome.
  public let limit: Double?
  /// The simulations done.
  public let account: StudyAccount

  /// The row of a point and outcome.
  public func row(_ point: Int, _ outcome: Int) -> SweepRow {
    rows[point * question.outcomes.count + outcome]
  }

  /// Points by an outcome, the lowest first; equal ones in their order.
  public func ranking(_ outcome: Int) -> [Int] {
    points.indices.sorted {
      (row($0, outcome).estimate.mean, $0) < (row($1, outcome).estimate.mean, $1)
    }
  }
}
