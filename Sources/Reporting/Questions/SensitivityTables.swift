import Estimation
import Experiments
import Households
import Simulation

extension SensitivityAnswer {
  /// Tidy tables.
  var tables: [QuestionTable] {
    [screeningTable] + (indices.map { [indicesTable($0), varianceTable($0)] } ?? [])
      + [tornadoTable, shocksTable, causesTable]
  }

  /// Themes and numbers; effects are changes of the rate over the whole range of what is moved.
  private var screeningTable: QuestionTable {
    let kinds = [("theme", themes), ("number", screened)]
    return QuestionTable(
      name: "screening.csv",
      columns: [
        "kind", "name", "numbers", "mu_star_share", "mu_star_lower95_share",
        "mu_star_upper95_share", "mu_share", "sigma_share", "noise_share", "does_nothing", "blocks",
        "futures",
      ],
      rows: kinds.flatMap { kind, rows in
        rows.map { row in
          let effect = row.effect
          return [kind, row.name, String(row.places.count)] + QuestionTable.cells(effect.meanSize)
            + [effect.mean ?? .nan, effect.deviation ?? .nan, row.noise]
            .map(CommaSeparatedTable.number)
            + [row.isNothing ? "true" : "false", String(design.blocks), String(design.futures)]
        }
      })
  }

  private func indicesTable(_ indices: SensitivityIndices) -> QuestionTable {
    QuestionTable(
      name: "indices.csv",
      columns: [
        "name", "first", "first_lower95", "first_upper95", "total", "total_lower95",
        "total_upper95", "total_with_noise", "first_janon_with_noise",
        "interval_wider_than_0.1", "pawn_median", "pawn_se", "pawn_largest",
        "pawn_of_nothing_median95", "rows", "futures",
      ],
      rows: indices.rows.map { row in
        let pawn = row.pawn
        return [row.place.map { numbers.names[$0] } ?? "all_others"]
          + QuestionTable.cells(row.index.first) + QuestionTable.cells(row.index.total)
          + [row.index.noisyTotal, row.firstByJanon?.value ?? .nan].map(CommaSeparatedTable.number)
          + [row.index.isWide ? "true" : "false"]
          + [
            pawn?.median ?? .nan, pawn?.medianError ?? .nan, pawn?.largest ?? .nan,
            pawn?.floor.median95 ?? .nan,
          ].map(CommaSeparatedTable.number) + [String(design.rows), String(design.futures)]
      })
  }

  private func varianceTable(_ indices: SensitivityIndices) -> QuestionTable {
    QuestionTable(
      name: "variance.csv", columns: ["source", "variance_share_squared"],
      rows: [
        ("uncertain_numbers", indices.variances.numbers), ("futures", indices.variances.futures),
        ("numbers_by_futures", indices.variances.together),
        ("noise_removed_from_means", indices.noiseVariance),
      ].map { [$0.0, CommaSeparatedTable.number($0.1)] })
  }

  private var tornadoTable: QuestionTable {
    QuestionTable(
      name: "tornado.csv",
      columns: ["name", "unit", "end", "quantile", "value", "declared"]
        + ["mean", "se", "lower95", "upper95"].map { "difference_\($0)_share" }
        + ["replications", "replications_saved"],
      rows: tornado.flatMap { row in
        let parameter = numbers.declared[row.place]
        return [
          ("low", "0.05", row.low, row.atLow), ("high", "0.95", row.high, row.atHigh),
        ].map { end, quantile, value, difference in
          [parameter.name, parameter.unit, end, quantile]
            + [value, row.declared].map(CommaSeparatedTable.number)
            + QuestionTable.cells(difference.estimate)
            + [CommaSeparatedTable.ratio(difference.replicationsSaved)]
        }
      })
  }

  /// Level, code and name of a place.
  private func cells(_ place: StudyFigure.Place) -> [String] {
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

  private var shocksTable: QuestionTable {
    QuestionTable(
      name: "shocks.csv",
      columns: ["shock_off", "place_level", "place_code", "place_name", "rate"]
        + ["mean", "se", "lower95", "upper95"].map { "difference_\($0)_share" }
        + ["replications", "replications_saved"],
      rows: shocks.map { row in
        [row.mechanism.rawValue] + cells(row.place) + [question.rate.name]
          + QuestionTable.cells(row.difference.estimate)
          + [CommaSeparatedTable.ratio(row.difference.replicationsSaved)]
      })
  }

  private var causesTable: QuestionTable {
    QuestionTable(
      name: "causes.csv",
      columns: ["place_level", "place_code", "place_name", "cause", "rate"]
        + QuestionTable.estimateColumns(unit: "share"),
      rows: causes.map { row in
        cells(row.prefecture.map { .prefecture($0) } ?? .province)
          + [row.cause.name, "flow_\(question.rate.year)"] + QuestionTable.cells(row.estimate)
      })
  }
}
