/// What comes of alerting all households with a score at or above a threshold.
///
/// Weights are those of the histogram: households, or household-months. Shares are NaN where there is
/// nobody to take a share of.
public struct Classification: Sendable, Hashable {
  /// Number of the edge that is the threshold.
  public let cut: Int
  /// The lowest score that is alerted, in the unit of the score.
  public let threshold: Double
  /// Weight of alerted cases.
  public let truePositives: Double
  /// Weight of alerted others: false alarms.
  public let falsePositives: Double
  /// Weight of cases without an alert: missed.
  public let falseNegatives: Double
  /// Weight of others without an alert.
  public let trueNegatives: Double

  /// Weight of alerts.
  public var alerts: Double { truePositives + falsePositives }
  /// Weight of cases.
  public var cases: Double { truePositives + falseNegatives }
  /// Weight of households that are no cases.
  public var others: Double { falsePositives + trueNegatives }
  /// Weight of all households.
  public var total: Double { cases + others }
  /// Share of households that are alerted.
  public var alertShare: Double { alerts / total }
  /// Share of households that are cases.
  public var prevalence: Double { cases / total }
  /// Share of cases that are alerted (recall).
  public var sensitivity: Double { truePositives / cases }
  /// Share of others that are not alerted.
  public var specificity: Double { trueNegatives / others }
  /// Share of others that are alerted.
  public var falseAlarmRate: Double { falsePositives / others }
  /// Share of alerts that are cases.
  public var precision: Double { truePositives / alerts }

  /// Cases found per household, less what false alarms are worth: TP/n − FP/n · t/(1 − t).
  ///
  /// If an alert costs *C* and spares a case the loss *L*, then with t = C/L the saving over alerting
  /// nobody is this times (L − C) per household.
  ///
  /// - Parameter costRatio: C/L, in [0, 1).
  /// - Returns: The net benefit, in cases found per household.
  ///
  /// Source: A. J. Vickers and E. B. Elkin, *Medical Decision Making* 26(6), 2006, pp. 565–574.
  public func netBenefit(costRatio: Double) -> Double {
    precondition((0..<1).contains(costRatio), "an alert must cost less than the loss")
    return (truePositives - falsePositives * costRatio / (1 - costRatio)) / total
  }

  /// Cost of mistakes over what they would cost if all were mistaken: FNR · PC + FPR · (1 − PC).
  ///
  /// - Parameter costShare: PC, the share of missed cases in that largest cost, in [0, 1].
  /// - Returns: The cost, in [0, 1].
  ///
  /// Source: C. Drummond and R. C. Holte, *Machine Learning* 65(1), 2006, pp. 95–130.
  public func expectedCost(costShare: Double) -> Double {
    precondition((0...1).contains(costShare), "a share is between 0 and 1")
    return (1 - sensitivity) * costShare + falseAlarmRate * (1 - costShare)
  }
}
