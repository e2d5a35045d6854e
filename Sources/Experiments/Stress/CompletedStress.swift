import Estimation
import Households

/// What events do to packages.
public struct CompletedStress: Sendable {
  /// What was asked.
  public let question: StressQuestion
  /// How much was simulated of it.
  public let work: StudyDesign
  /// The limit, a share.
  public let limit: Double
  /// Every package under every event; shape `[packages][events]`.
  public let cells: [[StressCell]]
  /// Searches for a setting, package by package.
  public let holds: [StressHold]
  /// The luck of the households of the sample.
  public let luck: HouseholdLuck
  /// Share of the variance of the baseline's rate over futures that the sample of households adds.
  public let luckShare: Double
  /// What was simulated and what was reused.
  public let account: StudyAccount

  /// The event that raises the baseline's rate most; 0 if the question has none that raises it.
  public var worstEvent: Int {
    cells[0].indices.max { cells[0][$0].rate.mean < cells[0][$1].rate.mean } ?? 0
  }

  /// The package with the lowest expected rate under an event; the earlier of equal ones.
  public func lowestPackage(under event: Int) -> Int {
    cells.indices.min { cells[$0][event].rate.mean < cells[$1][event].rate.mean } ?? 0
  }
}
