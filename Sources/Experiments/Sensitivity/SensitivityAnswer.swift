import Estimation
import Households
import Simulation

/// What a theme or a number did in the screening.
public struct ScreeningRow: Sendable {
  /// Name of the theme, or of the number.
  public let name: String
  /// Positions of its numbers among the uncertain ones.
  public let places: [Int]
  /// Changes of the rate as a share, when the number moves over its whole range; see `ElementaryEffect`.
  public let effect: ElementaryEffect
  /// What the mean size would be if the number did nothing but deal out luck anew: √(2/π) s / √R over the step,
  /// with s the standard deviation over futures of a change.
  public let noise: Double
  /// Whether no future of any block changed at all.
  public let isNothing: Bool
}

/// The indices of a number, or of all numbers that are not leading.
public struct IndexRow: Sendable {
  /// Position among the uncertain numbers; `nil` for all the others together.
  public let place: Int?
  /// Shares of the variance of the expected rate, without the noise of few futures.
  public let index: CrossedIndices.Index
  /// First order by Janon and Monod, of means that still have the noise; to be held against `index`.
  public let firstByJanon: PercentileInterval?
  /// PAWN of a number; `nil` for the others together.
  public let pawn: PawnIndex?
}

/// What came of the design for indices.
public struct SensitivityIndices: Sendable {
  /// Variance of the expected rate.
  public let variance: PercentileInterval
  /// What noise added to the variance of the means.
  public let noiseVariance: Double
  /// Mean of the rate over the points.
  public let mean: Double
  /// One row a leading number, then the others together.
  public let rows: [IndexRow]
  /// Rate of one future by where its variance comes from: numbers, futures, and how the two act together.
  public let variances: (numbers: Double, futures: Double, together: Double)
}

/// A number at both ends of what is believed about it, all others as declared.
public struct TornadoRow: Sendable {
  /// Position among the uncertain numbers.
  public let place: Int
  /// Value at the 5 % quantile.
  public let low: Double
  /// Value at the 95 % quantile.
  public let high: Double
  /// Value as declared.
  public let declared: Double
  /// Change of the rate from the baseline at the low value.
  public let atLow: PairedDifference
  /// Change of the rate from the baseline at the high value.
  public let atHigh: PairedDifference

  /// Distance between the two ends.
  public var width: Double { (atHigh.estimate.mean - atLow.estimate.mean).magnitude }
}

/// What switching a shock off changes at a place.
public struct ShockRow: Sendable {
  /// The shock.
  public let mechanism: Mechanism
  /// Where.
  public let place: StudyFigure.Place
  /// Change of the rate; negative where the shock drives people into return.
  public let difference: PairedDifference
}

/// How many return with a main cause in a prefecture.
public struct CauseRow: Sendable {
  /// Index of the prefecture in the geography; `nil` for the province.
  public let prefecture: Int?
  /// The cause.
  public let cause: Group
  /// Entries with this cause in the year, as a share of formerly-poor persons.
  public let estimate: Estimate
}

/// What drives a rate.
public struct SensitivityAnswer: Sendable {
  /// What was asked.
  public let question: SensitivityQuestion
  /// How much was simulated.
  public let design: SensitivityQuestion.Design
  /// The uncertain numbers.
  public let numbers: UncertainNumbers
  /// The rate with all numbers as declared.
  public let baseline: Estimate
  /// Themes, the strongest first.
  public let themes: [ScreeningRow]
  /// Numbers moved one by one, the strongest first.
  public let screened: [ScreeningRow]
  /// Numbers whose theme did something but was not among those moved one by one.
  public let unscreened: Int
  /// Indices; `nil` if none were asked for, or the rate does not vary.
  public let indices: SensitivityIndices?
  /// Leading numbers by their reach.
  public let tornado: [TornadoRow]
  /// Shocks switched off, by shock and place.
  public let shocks: [ShockRow]
  /// Entries by cause, by prefecture.
  public let causes: [CauseRow]
  /// The simulations done.
  public let account: StudyAccount
}
