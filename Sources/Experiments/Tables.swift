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

  /// A row with all its parts.
  public init(year: Int, measure: PersonMeasure, region: Region, group: Group, estimate: Estimate) {
    self.year = year
    self.measure = measure
    self.region = region
    self.group = group
    self.estimate = estimate
  }
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

  /// A row with all its parts.
  public init(
    target: String, year: Int, limit: Double, reading: Reading, estimate: Estimate,
    verdict: Verdict, probabilityMet: Double, probabilityLower95: Double,
    probabilityUpper95: Double, replicationsToSettle: Int?
  ) {
    self.target = target
    self.year = year
    self.limit = limit
    self.reading = reading
    self.estimate = estimate
    self.verdict = verdict
    self.probabilityMet = probabilityMet
    self.probabilityLower95 = probabilityLower95
    self.probabilityUpper95 = probabilityUpper95
    self.replicationsToSettle = replicationsToSettle
  }
}

/// One estimate of `money.csv`, in yuan of the whole population.
public struct MoneyRow: Sendable {
  public var programme: Programme
  public var year: Int
  public var region: Region
  public var estimate: Estimate

  /// A row with all its parts.
  public init(programme: Programme, year: Int, region: Region, estimate: Estimate) {
    self.programme = programme
    self.year = year
    self.region = region
    self.estimate = estimate
  }
}

/// One estimate of `monitoring.csv`, for the whole population.
public struct MonitoringRow: Sendable {
  public var quantity: FindingQuantity
  public var year: Int
  public var region: Region
  public var estimate: Estimate

  /// A row with all its parts.
  public init(quantity: FindingQuantity, year: Int, region: Region, estimate: Estimate) {
    self.quantity = quantity
    self.year = year
    self.region = region
    self.estimate = estimate
  }
}

/// All estimates of one run.
public struct RunTables: Sendable {
  public var rates: [RateRow]
  public var targets: [TargetRow]
  public var money: [MoneyRow]
  public var monitoring: [MonitoringRow]

  /// Tables with all their rows.
  public init(
    rates: [RateRow], targets: [TargetRow], money: [MoneyRow], monitoring: [MonitoringRow]
  ) {
    self.rates = rates
    self.targets = targets
    self.money = money
    self.monitoring = monitoring
  }
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

  /// Tables with all their rows.
  public init(
    name: String, title: BilingualText, tables: RunTables, differences: [DifferenceRow],
    moneyDifferences: [MoneyRow]
  ) {
    self.name = name
    self.title = title
    self.tables = tables
    self.differences = differences
    self.moneyDifferences = moneyDifferences
  }
}

/// One estimate of `differences.csv`.
public struct DifferenceRow: Sendable {
  public var rate: RateRow
  /// How many times fewer replications the shared shocks needed: (s₁² + s₂²) / s_d²; infinite when
  /// every pair agrees.
  public var replicationsSaved: Double

  /// A row with all its parts.
  public init(rate: RateRow, replicationsSaved: Double) {
    self.rate = rate
    self.replicationsSaved = replicationsSaved
  }
}
