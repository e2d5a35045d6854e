import Households
import Simulation

/// About how large an export will be, told before it is simulated.
public struct ExportSize: Sendable, Hashable {
  /// Rows of the values of single futures.
  public let replicationRows: Int
  /// Rows of the household panel.
  public let panelRows: Int
  /// Bytes of all tables, within a factor of about 1.5.
  public let bytes: Int

  /// Bytes of a row, as measured on the committed example.
  private static let bytesOfRow = (estimate: 110, value: 60, month: 220, household: 255)
}

extension PreparedExport {
  /// About how large the export will be.
  public var size: ExportSize { ExportSize(self) }
}

extension ExportSize {
  init(_ export: PreparedExport) {
    let runs = export.comparison.runs
    let scenario = runs[0].scenario
    let counties = scenario.counties.count
    let prefectures = Set(scenario.counties.map { scenario.geography.counties[$0].prefecture })
      .count
    let years = scenario.resultYears.count
    let replications = runs[0].options.replications
    let values = ReplicationMeasure.all.reduce(0) { sum, measure in
      switch export.request.places {
      case .province: sum + 1
      case .prefecture: sum + 1 + prefectures
      case .county: sum + 1 + prefectures + (measure.isCountedByCounty ? counties : 0)
      }
    }
    replicationRows = values * years * replications * runs.count
    let rates = PersonMeasure.rates.count * ((1 + prefectures) * Group.count + counties)
    let money = Programme.allCases.count * (1 + prefectures)
    let others =
      (FindingQuantity.allCases.count + SystemQuantity.allCases.count) * (1 + prefectures)
    // A reform has the estimates of a run, and differences of rates and money.
    let estimates =
      years * (runs.count * (rates + money + others) + (runs.count - 1) * (rates + money))
    panelRows = export.panel.map { $0.choice.rowCount(scenario) } ?? 0
    bytes =
      estimates * Self.bytesOfRow.estimate + replicationRows * Self.bytesOfRow.value
      + panelRows * Self.bytesOfRow.month
      + (export.panel?.choice.households ?? 0) * Self.bytesOfRow.household
  }
}
