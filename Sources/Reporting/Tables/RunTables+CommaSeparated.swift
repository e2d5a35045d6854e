import Estimation
import Experiments
import Households
import Simulation

/// Cells of an estimate, in the order of `estimateHeader`.
private func cells(_ estimate: Estimate) -> [String] {
  [
    estimate.mean, estimate.standardError, estimate.lower95, estimate.upper95, estimate.p05,
    estimate.p50, estimate.p95,
  ].map(CommaSeparatedTable.number) + [String(estimate.replications)]
}

private func cells(_ row: RateRow) -> [String] {
  [String(row.year), row.measure.name, String(row.region.code), row.group.name]
    + cells(row.estimate) + [row.region.name]
}
private func cells(_ row: MoneyRow) -> [String] {
  [row.programme.name, row.programme.source, String(row.year), String(row.region.code)]
    + cells(row.estimate) + [row.region.name]
}

extension RunTables {
  /// `rates.csv`: one row per estimate, shares of formerly-poor persons (never per cent).
  public var ratesText: String { CommaSeparatedTable.text(.rates, fillRates) }

  func fillRates(_ table: inout CommaSeparatedTable) {
    for row in rates { table.append(cells(row)) }
  }

  /// `targets.csv`: each limit of the plan, its verdict and the chance that one future meets it.
  public var targetsText: String { CommaSeparatedTable.text(.targets, fillTargets) }

  func fillTargets(_ table: inout CommaSeparatedTable) {
    let number = CommaSeparatedTable.number
    for row in targets {
      table.append([
        row.target, String(row.year), number(row.limit), row.reading.rawValue,
        number(row.estimate.mean), number(row.estimate.lower95), number(row.estimate.upper95),
        row.verdict.rawValue, number(row.probabilityMet), number(row.probabilityLower95),
        number(row.probabilityUpper95), row.side.rawValue, row.unit.rawValue, row.planRows,
      ])
    }
  }

  /// `money.csv`: yuan of the whole population by programme, source, year and place.
  public var moneyText: String { CommaSeparatedTable.text(.money, fillMoney) }

  func fillMoney(_ table: inout CommaSeparatedTable) {
    for row in money { table.append(cells(row)) }
  }

  /// `monitoring.csv`: how households were found, by year and place.
  public var monitoringText: String { CommaSeparatedTable.text(.monitoring, fillMonitoring) }

  func fillMonitoring(_ table: inout CommaSeparatedTable) {
    for row in monitoring {
      table.append(
        [String(row.year), row.quantity.name, String(row.region.code)] + cells(row.estimate)
          + [row.region.name])
    }
  }

  /// `systems.csv`: what the plan's systems did, by year and place; systems that are off have no rows.
  public var systemsText: String { CommaSeparatedTable.text(.systems, fillSystems) }

  func fillSystems(_ table: inout CommaSeparatedTable) {
    for row in systems {
      table.append(
        [
          String(row.year), row.quantity.name, row.quantity.mechanism?.rawValue ?? "all",
          row.quantity.unit.rawValue, String(row.region.code),
        ] + cells(row.estimate) + [row.region.name])
    }
  }
}

extension RunTables {
  /// `uncertainty.csv`: where the spread of each rate of the province comes from.
  public var uncertaintyText: String {
    var table = CommaSeparatedTable(header: [
      "year", "measure", "mean", "sd_parameters", "sd_futures", "sd_interplay",
      "simulation_error", "expected_lower95", "expected_median", "expected_upper95",
      "probability_met", "probability_lower95", "probability_upper95", "probability_draws_p05",
      "probability_draws_p50", "probability_draws_p95",
    ])
    for row in uncertainty {
      let met = row.probabilityMet
      let byDraw = row.probabilityByDraw ?? SIMD3(repeating: .nan)
      table.append(
        [String(row.year), row.measure.name]
          + [
            row.mean, row.parameterDeviation, row.futureDeviation, row.interplayDeviation,
            row.simulationError, row.expectedLower95, row.expectedMedian, row.expectedUpper95,
            met?.probability ?? .nan, met?.lower95 ?? .nan, met?.upper95 ?? .nan, byDraw[0],
            byDraw[1], byDraw[2],
          ].map(CommaSeparatedTable.number))
    }
    return table.text
  }
}

extension VarianceRow {
  /// `variance.csv`: the variance of one run's rate by source, one row a source.
  static func text(_ rows: [VarianceRow]) -> String {
    var table = CommaSeparatedTable(header: [
      "year", "measure", "source", "variance", "share", "levels",
    ])
    for row in rows {
      for source in Source.allCases {
        let variance = row.components.components[source.rawValue]
        table.append([
          String(row.year), row.measure.name, source.name, CommaSeparatedTable.number(variance),
          CommaSeparatedTable.number(max(0, variance) / row.components.total),
          source.levels(row.components.levels),
        ])
      }
      table.append([
        String(row.year), row.measure.name, "error_of_the_mean",
        CommaSeparatedTable.number(row.components.meanVariance), "", "",
      ])
    }
    return table.text
  }
}

extension DrawTable {
  /// `draws.csv`: one row a draw, with the stock that it gives and the value of every uncertain number.
  public var text: String {
    var table = CommaSeparatedTable(
      header: ["draw"] + years.map { "stock_\($0)" } + names)
    for draw in values.indices {
      table.append(
        [String(draw + 1)] + (stocks[draw] + values[draw]).map(CommaSeparatedTable.number))
    }
    return table.text
  }
}

extension ReformTables {
  /// `differences.csv`: reform minus baseline for each row of `rates.csv`, for all reforms.
  public static func differencesText(_ reforms: [ReformTables]) -> String {
    var table = CommaSeparatedTable(.differences)
    for reform in reforms {
      for row in reform.differences {
        table.append(
          cells(row.rate) + [reform.name, CommaSeparatedTable.ratio(row.replicationsSaved)])
      }
    }
    return table.text
  }

  /// `money-differences.csv`: reform minus baseline for each row of `money.csv`, for all reforms.
  public static func moneyDifferencesText(_ reforms: [ReformTables]) -> String {
    var table = CommaSeparatedTable(.moneyDifferences)
    for reform in reforms {
      for row in reform.moneyDifferences { table.append(cells(row) + [reform.name]) }
    }
    return table.text
  }
}
