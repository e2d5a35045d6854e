import Estimation
import Experiments
import Households
import Simulation

/// Finds estimates by what they are about, so that a section asks by name and never by position.
struct TableIndex {
  private struct Key: Hashable {
    var what: Int
    var group: Int
    var year: Int
    var region: Int
  }
  private var rates: [Key: Estimate] = [:]
  private var money: [Key: Estimate] = [:]
  private var finding: [Key: Estimate] = [:]
  private var systems: [Key: Estimate] = [:]
  private let targets: [TargetRow]

  /// Years with rates, ascending.
  let years: [Int]

  /// An index of a run's tables.
  init(_ tables: RunTables) {
    self.init(
      rates: tables.rates, money: tables.money, monitoring: tables.monitoring,
      systems: tables.systems, targets: tables.targets)
  }

  /// An index of rows; differences of two runs have no monitoring rows and no targets.
  init(
    rates rateRows: [RateRow], money moneyRows: [MoneyRow], monitoring: [MonitoringRow] = [],
    systems systemRows: [SystemRow] = [], targets: [TargetRow] = []
  ) {
    self.targets = targets
    years = Set(rateRows.map(\.year)).sorted()
    for row in rateRows {
      rates[
        Key(
          what: row.measure.rawValue, group: row.group.index, year: row.year,
          region: row.region.code)] = row.estimate
    }
    for row in moneyRows {
      money[
        Key(what: row.programme.rawValue, group: 0, year: row.year, region: row.region.code)] =
        row.estimate
    }
    for row in monitoring {
      finding[
        Key(what: row.quantity.rawValue, group: 0, year: row.year, region: row.region.code)] =
        row.estimate
    }
    for row in systemRows {
      systems[
        Key(what: row.quantity.rawValue, group: 0, year: row.year, region: row.region.code)] =
        row.estimate
    }
  }

  /// A rate, or an estimate of NaN if the table has none.
  func rate(
    _ measure: PersonMeasure, year: Int, region: Int = Geography.provinceCode,
    group: Group = .all
  ) -> Estimate {
    rates[Key(what: measure.rawValue, group: group.index, year: year, region: region)] ?? .absent
  }

  /// Yuan of a programme, or an estimate of NaN if the table has none.
  func money(
    _ programme: Programme, year: Int, region: Int = Geography.provinceCode
  ) -> Estimate {
    money[Key(what: programme.rawValue, group: 0, year: year, region: region)] ?? .absent
  }

  /// What a system did, or an estimate of NaN if the table has none.
  func system(
    _ quantity: SystemQuantity, year: Int, region: Int = Geography.provinceCode
  ) -> Estimate {
    systems[Key(what: quantity.rawValue, group: 0, year: year, region: region)] ?? .absent
  }

  /// A quantity of the finding system, or an estimate of NaN if the table has none.
  func finding(
    _ quantity: FindingQuantity, year: Int, region: Int = Geography.provinceCode
  ) -> Estimate {
    finding[Key(what: quantity.rawValue, group: 0, year: year, region: region)] ?? .absent
  }

  /// The rows of the stock target under one reading, by year.
  func stockTargets(_ reading: Reading) -> [TargetRow] {
    targets.filter { $0.target == "stock" && $0.reading == reading }.sorted { $0.year < $1.year }
  }

  /// The scoreboard: the rate in the years of the verdict, then the other targets in the plan's order,
  /// each by year and reading.
  var scoreboard: [TargetRow] {
    let order = ["stock", "recognised"] + PlanTarget.all.map(\.name)
    let place = { (row: TargetRow) in order.firstIndex(of: row.target) ?? order.count }
    let shown = targets.filter { row in
      row.target == "stock"
        ? verdictYears.contains(row.year) : row.target != "recognised"
    }
    return shown.enumerated().sorted { a, b in
      (place(a.element), a.element.year, a.offset) < (place(b.element), b.element.year, b.offset)
    }.map(\.element)
  }

  /// The row of the stock target of a year under one reading.
  func stockTarget(_ reading: Reading, year: Int) -> TargetRow? {
    targets.first { $0.target == "stock" && $0.reading == reading && $0.year == year }
  }

  /// The two years of the verdict: 2025 and 2030, or the first and last that have a limit.
  var verdictYears: [Int] {
    let years = stockTargets(.hard).map(\.year)
    guard let first = years.first, let last = years.last else { return [] }
    return first == last ? [first] : [first, last]
  }
}

extension Estimate {
  /// An estimate that a table does not hold: NaN throughout, shown as a dash.
  static let absent = Estimate(
    mean: .nan, standardError: .nan, lower95: .nan, upper95: .nan, p05: .nan, p25: .nan,
    p50: .nan, p75: .nan, p95: .nan, replications: 0)
}
