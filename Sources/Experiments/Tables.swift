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
  /// Calendar year.
  public var year: Int
  /// What is counted.
  public var measure: PersonMeasure
  /// Where.
  public var region: Region
  /// Of whom, or by which cause.
  public var group: Group
  /// The figure with its uncertainty.
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

/// What the figure of a target is counted in.
public enum TargetUnit: String, Sendable {
  /// A share, between 0 and 1 as a rule.
  case share
  /// Growth a year, as a share.
  case growth = "share_per_year"
  /// Yuan per person and year.
  case yuan = "yuan_per_person_and_year"
  /// Points of 100.
  case points
}

/// One estimate of `targets.csv`.
public struct TargetRow: Sendable {
  /// Name of the target, such as `stock`.
  public var target: String
  /// Calendar year.
  public var year: Int
  /// What the figure may be at most or at least, in its unit.
  public var limit: Double
  /// On which side of the limit it ought to be.
  public var side: LimitSide
  /// What the figure is counted in.
  public var unit: TargetUnit
  /// Rows of the plan's table of figures that state the target, such as `S064, S326`.
  public var planRows: String
  /// Which reading of the plan the limit is.
  public var reading: Reading
  /// The figure with its uncertainty.
  public var estimate: Estimate
  /// Whether the interval of the expected rate lies on one side of the limit.
  public var verdict: Verdict
  /// Chance that one future meets the limit, with its 95 % Wilson interval over replications.
  public var probabilityMet: Double
  /// Lower end of the interval of `probabilityMet`.
  public var probabilityLower95: Double
  /// Upper end of the interval of `probabilityMet`.
  public var probabilityUpper95: Double
  /// For an undecided verdict: about how many replications would settle it, if any number would.
  public var replicationsToSettle: Int?

  /// A row with all its parts.
  public init(
    target: String, year: Int, limit: Double, side: LimitSide = .atMost,
    unit: TargetUnit = .share, planRows: String = "", reading: Reading, estimate: Estimate,
    verdict: Verdict, probabilityMet: Double, probabilityLower95: Double,
    probabilityUpper95: Double, replicationsToSettle: Int?
  ) {
    self.target = target
    self.year = year
    self.limit = limit
    self.side = side
    self.unit = unit
    self.planRows = planRows
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
///
/// Money is not tallied by hash group of households: under a sample its error is that of
/// replications only, and leaves out the error of the sample of households.
public struct MoneyRow: Sendable {
  /// Where the money came from or went.
  public var programme: Programme
  /// Calendar year.
  public var year: Int
  /// Where.
  public var region: Region
  /// The figure with its uncertainty.
  public var estimate: Estimate

  /// A row with all its parts.
  public init(programme: Programme, year: Int, region: Region, estimate: Estimate) {
    self.programme = programme
    self.year = year
    self.region = region
    self.estimate = estimate
  }
}

/// One estimate of `monitoring.csv`, for the whole population; its error as for `MoneyRow`.
public struct MonitoringRow: Sendable {
  /// What is counted.
  public var quantity: FindingQuantity
  /// Calendar year.
  public var year: Int
  /// Where.
  public var region: Region
  /// The figure with its uncertainty.
  public var estimate: Estimate

  /// A row with all its parts.
  public init(quantity: FindingQuantity, year: Int, region: Region, estimate: Estimate) {
    self.quantity = quantity
    self.year = year
    self.region = region
    self.estimate = estimate
  }
}

/// One estimate of `systems.csv`, for the whole population; its error as for `MoneyRow`.
public struct SystemRow: Sendable {
  /// What is counted.
  public var quantity: SystemQuantity
  /// Calendar year.
  public var year: Int
  /// Where.
  public var region: Region
  /// The figure with its uncertainty.
  public var estimate: Estimate

  /// A row with all its parts.
  public init(quantity: SystemQuantity, year: Int, region: Region, estimate: Estimate) {
    self.quantity = quantity
    self.year = year
    self.region = region
    self.estimate = estimate
  }
}

/// All estimates of one run.
public struct RunTables: Sendable {
  /// Rows of `rates.csv`.
  public var rates: [RateRow]
  /// Rows of `targets.csv`.
  public var targets: [TargetRow]
  /// Rows of `money.csv`.
  public var money: [MoneyRow]
  /// Rows of `monitoring.csv`.
  public var monitoring: [MonitoringRow]
  /// Rows of `systems.csv`.
  public var systems: [SystemRow]
  /// Rows of `uncertainty.csv`; none unless parameters were drawn.
  public var uncertainty: [UncertaintyRow]

  /// Tables with all their rows.
  public init(
    rates: [RateRow], targets: [TargetRow], money: [MoneyRow], monitoring: [MonitoringRow],
    systems: [SystemRow] = [], uncertainty: [UncertaintyRow] = []
  ) {
    self.uncertainty = uncertainty
    self.rates = rates
    self.targets = targets
    self.money = money
    self.monitoring = monitoring
    self.systems = systems
  }
}

/// One reform of a comparison: its own tables, and paired differences against the baseline.
public struct ReformTables: Sendable {
  /// Scenario name of the reform.
  public var name: String
  /// Title of the reform for readers.
  public var title: BilingualText
  /// All estimates of the reform alone.
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
  /// The rate that is compared; its estimate is reform minus baseline.
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
