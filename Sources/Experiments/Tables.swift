import Estimation
import Households
import Simulation

/// A place for which figures are reported.
public struct Region: Sendable, Hashable {
  /// Six-digit code; 520000 is the province.
  public let code: Int
  /// Chinese name.
  public let name: String

  /// A place.
  public init(code: Int, name: String) {
    self.code = code
    self.name = name
  }
}

/// One estimate of `rates.csv` (or, as a paired difference, of `differences.csv`).
public struct RateRow: Sendable {
  public var year: Int
  public var measure: PersonMeasure
  public var region: Region
  public var group: Group
  public var estimate: Estimate
}

/// Which reading of the plan's limit a target uses.
public enum Reading: String, Sendable, CaseIterable {
  /// 0.5 % in 2025, falling in a line to 0.3 % in 2030.
  case hard
  /// 0.3 % from 2025, 0.1 % in 2030.
  case stretch
  /// The earlier of two contradictory dates.
  case early
  /// The later of two contradictory dates.
  case late
}

/// One estimate of `targets.csv`.
public struct TargetRow: Sendable {
  /// Name of the target, such as `stock`.
  public var target: String
  public var year: Int
  public var limit: Double
  public var reading: Reading
  public var estimate: Estimate
  public var verdict: Verdict
  /// Chance that one future meets the limit, with its 95 % Wilson interval over replications.
  public var probabilityMet: Double
  public var probabilityLower95: Double
  public var probabilityUpper95: Double
  /// For an undecided verdict: about how many replications would settle it, if any number would.
  public var replicationsToSettle: Int?
}

/// One estimate of `money.csv`, in yuan of the whole population.
public struct MoneyRow: Sendable {
  public var programme: Programme
  public var year: Int
  public var region: Region
  public var estimate: Estimate
}

/// One estimate of `monitoring.csv`, for the whole population.
public struct MonitoringRow: Sendable {
  public var quantity: FindingQuantity
  public var year: Int
  public var region: Region
  public var estimate: Estimate
}

/// All estimates of one run.
public struct RunTables: Sendable {
  public var rates: [RateRow]
  public var targets: [TargetRow]
  public var money: [MoneyRow]
  public var monitoring: [MonitoringRow]
}

/// One reform of a comparison: its own tables, and paired differences against the baseline.
public struct ReformTables: Sendable {
  /// Scenario name of the reform.
  public var name: String
  public var title: BilingualText
  public var tables: RunTables
  /// Reform minus baseline, replication by replication.
  public var differences: [DifferenceRow]
  /// Reform minus baseline of every money row.
  public var moneyDifferences: [MoneyRow]
}

/// One estimate of `differences.csv`.
public struct DifferenceRow: Sendable {
  public var rate: RateRow
  /// How many times fewer replications the shared shocks needed: (s₁² + s₂²) / s_d²; infinite when
  /// every pair agrees.
  public var replicationsSaved: Double
}
