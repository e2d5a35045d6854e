import Estimation
import Experiments
import Households

extension SensitivityAnswer {
  /// Tidy tables, by name.
  var tables: [(name: String, text: String)] {
    [
      (name: "screening.csv", text: screeningText), (name: "tornado.csv", text: tornadoText),
      (name: "shocks.csv", text: shocksText), (name: "causes.csv", text: causesText),
    ] + (indices.map { [(name: "indices.csv", text: indicesText($0)), (name: "variance.csv", text: varianceText($0))] } ?? [])
  }

  /// Themes and numbers; all effects are changes of the rate, as shares.
  private var screeningText: String {
    var table = CommaSeparatedTable(
      header: [
        "kind", "name", "numbers", "mu_star", "mu_star_lower95", "mu_star_upper95", "mu", "sigma",
        "noise", "does_nothing", "blocks", "futures",
      ])
    for (kind, rows) in [("theme", themes), ("number", screened)] {
      for row in rows {
        let effects = row.effects
        table.append(
          [kind, row.name, String(row.places.count)]
            + CommaSeparatedTable.cells(effects.meanAbsolute)
            + [effects.mean, effects.deviation, effects.noise].map(CommaSeparatedTable.number)
            + [
              effects.isNothing ? "true" : "false", String(design.blocks), String(design.futures),
            ])
      }
    }
    return table.text
  }

  private func indicesText(_ indices: SensitivityIndices) -> String {
    var table = CommaSeparatedTable(
      header: [
        "name", "first", "first_lower95", "first_upper95", "total", "total_lower95",
        "total_upper95", "total_with_noise", "interval_wider_than_0.1", "pawn", "pawn_lower95",
        "pawn_upper95", "pawn_largest", "pawn_of_nothing_q95", "rows", "futures",
      ])
    for row in indices.rows {
      table.append(
        [row.place.map { numbers.names[$0] } ?? "all_others"]
          + CommaSeparatedTable.cells(row.index.first) + CommaSeparatedTable.cells(row.index.total)
          + [CommaSeparatedTable.number(row.index.noisyTotal), row.index.isWide ? "true" : "false"]
          + CommaSeparatedTable.cells(row.pawn?.median)
          + [
            row.pawn.map { CommaSeparatedTable.number($0.largest) } ?? "",
            CommaSeparatedTable.number(indices.pawnFloor), String(design.rows),
            String(design.futures),
          ])
    }
    return table.text
  }

  private func varianceText(_ indices: SensitivityIndices) -> String {
    var table = CommaSeparatedTable(header: ["source", "variance"])
    let rows = [
      ("uncertain_numbers", indices.variances.numbers), ("futures", indices.variances.futures),
      ("numbers_by_futures", indices.variances.together),
      ("noise_removed_from_means", indices.noiseVariance),
    ]
    for (name, value) in rows { table.append([name, CommaSeparatedTable.number(value)]) }
    return table.text
  }

  private var tornadoText: String {
    var table = CommaSeparatedTable(
      header: ["name", "unit", "end", "quantile", "value", "declared"]
        + CommaSeparatedTable.estimateHeader("difference_") + ["replications_saved"])
    for row in tornado {
      let parameter = numbers.declared[row.place]
      for (end, quantile, value, difference) in [
        ("low", "0.05", row.low, row.atLow), ("high", "0.95", row.high, row.atHigh),
      ] {
        table.append(
          [parameter.name, parameter.unit, end, quantile]
            + [value, row.declared].map(CommaSeparatedTable.number)
            + CommaSeparatedTable.cells(difference.estimate)
            + [CommaSeparatedTable.ratio(difference.replicationsSaved)])
      }
    }
    return table.text
  }

  /// Level, code and name of a place.
  func cells(_ place: StudyFigure.Place) -> [String] {
    let scenario = question.baseline.scenario
    let geography = scenario.geography
    switch place {
    case .province: return ["province", String(Geography.provinceCode), "贵州省"]
    case .prefecture(let index):
      return [
        "prefecture", String(geography.prefectures[index].code), geography.prefectures[index].name,
      ]
    case .county(let position):
      let county = geography.counties[scenario.counties[position]]
      return ["county", String(county.code), county.name]
    }
  }

  private var shocksText: String {
    var table = CommaSeparatedTable(
      header: ["shock_off", "place_level", "place_code", "place_name", "rate"]
        + CommaSeparatedTable.estimateHeader("difference_") + ["replications_saved"])
    for row in shocks {
      table.append(
        [row.mechanism.rawValue] + cells(row.place) + [question.rate.name]
          + CommaSeparatedTable.cells(row.difference.estimate)
          + [CommaSeparatedTable.ratio(row.difference.replicationsSaved)])
    }
    return table.text
  }

  private var causesText: String {
    var table = CommaSeparatedTable(
      header: ["place_level", "place_code", "place_name", "cause", "rate"]
        + CommaSeparatedTable.estimateHeader())
    for row in causes {
      table.append(
        cells(row.prefecture.map { .prefecture($0) } ?? .province)
          + [row.cause.name, "flow_\(question.rate.year)"]
          + CommaSeparatedTable.cells(row.estimate))
    }
    return table.text
  }
}
