import Households
import Simulation

/// Everything that an export writes.
public struct CompletedExport: Sendable {
  /// The scenario, and its reforms with their differences.
  public let comparison: CompletedComparison
  /// What was asked for.
  public let request: ExportRequest
  /// The households that were followed.
  public let panel: HouseholdPanel?
  let choice: HouseholdPanel.Choice?
  /// ``PreparedExport/digest``.
  public let digest: String

  /// All runs, the scenario first.
  public var runs: [CompletedRun] { [comparison.baseline] + comparison.reforms.map(\.run) }

  /// Values of single futures of a run.
  public func series(_ run: CompletedRun) -> [ReplicationSeries] {
    ReplicationSeries.all(run.outcomes, run.scenario.geography, places: request.places)
  }

  /// How the panel was chosen, as it is written into the record: households, futures, years, months.
  public var panelChoice:
    (households: Int, replications: Int, years: ClosedRange<Int>, months: [Int])?
  {
    choice.map { ($0.households, $0.replications, $0.years, $0.months) }
  }

  /// The choice among the scenario and its reforms; `nil` without reforms.
  public func decision(_ choice: CompareQuestion.Choice) -> PolicyDecision? {
    comparison.reforms.isEmpty ? nil : comparison.decision(choice)
  }
}
