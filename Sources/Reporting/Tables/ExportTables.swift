import Experiments
import Households
import Simulation

extension CompletedExport {
  /// `scenarios.csv`.
  var scenariosText: String {
    CommaSeparatedTable.text(.scenarios) { table in
      for (place, run) in runs.enumerated() {
        table.append([
          run.record.scenario, place == 0 ? "baseline" : "reform", run.scenario.title.chinese,
          run.scenario.title.english, run.record.scenarioDigest, run.record.runDigest,
        ])
      }
    }
  }

  /// `regions.csv`.
  var regionsText: String {
    let scenario = comparison.baseline.scenario
    let geography = scenario.geography
    let province = String(Geography.provinceCode)
    let prefectures = Set(scenario.counties.map { geography.counties[$0].prefecture })
    return CommaSeparatedTable.text(.regions) { table in
      table.append([province, "province", "贵州省", ""])
      for prefecture in prefectures.sorted() {
        let place = geography.prefectures[prefecture]
        table.append([String(place.code), "prefecture", place.name, province])
      }
      for county in scenario.counties {
        let place = geography.counties[county]
        table.append([
          String(place.code), "county", place.name,
          String(geography.prefectures[place.prefecture].code),
        ])
      }
    }
  }

  /// `replications.csv`.
  var replicationsText: String {
    CommaSeparatedTable.text(.replications) { table in
      for run in runs {
        for series in self.series(run) {
          for (future, value) in series.values.enumerated() {
            table.append([
              run.record.scenario, String(future), String(series.year),
              String(series.region.code), series.measure.name, series.measure.unit,
              CommaSeparatedTable.number(value),
            ])
          }
        }
      }
    }
  }

  /// A table of all scenarios, each row with the name of its scenario in front.
  func ofScenarios(
    _ schema: TableSchema, _ fill: (RunTables, inout CommaSeparatedTable) -> Void
  ) -> String {
    CommaSeparatedTable.text(schema.ofScenarios) { table in
      for run in runs {
        table.leading = [run.record.scenario]
        fill(run.tables, &table)
      }
    }
  }
}

extension HouseholdPanel {
  /// `households.csv`.
  func householdsText(_ geography: Geography) -> String {
    CommaSeparatedTable.text(.households) { table in
      PopulationTable.fill(&table, population, geography: geography) { block, row in
        guard households.contains(block.columns.id[row]) else { return nil }
        return [CommaSeparatedTable.number(expansion * Double(block.columns.weight[row]))]
      }
    }
  }

  /// `months.csv`.
  var monthsText: String {
    CommaSeparatedTable.text(.months) { table in
      for month in months {
        table.append(
          [month.month.description, Self.cell(month.lines[0]), Self.cell(month.lines[1])]
            + month.thresholds.map(Self.cell))
      }
    }
  }

  /// `panel.csv`.
  var panelText: String {
    CommaSeparatedTable.text(.panel) { table in
      for row in rows {
        guard let without = row.withoutHelp, let with = row.withFullHelp else {
          preconditionFailure("a row has all three states")
        }
        table.append(
          [
            String(row.replication), String(row.household), row.month.description,
            Self.cell(row.isMonitored), Self.cell(row.seenIncome),
          ] + IndexDesign.allCases.map { Self.cell(row.score($0)) }
            + IndexDesign.allCases.map { Self.cell(row.alerts($0)) }
            + [PanelEvents.alert, .visit, .recognition].map { Self.cell(row.events.contains($0)) }
            + [String(row.state.followed)] + [row.state, without, with].flatMap(Self.cells))
      }
    }
  }

  private static func cells(_ state: HouseholdState) -> [String] {
    [
      String(state.persons), cell(state.ownIncome), cell(state.totalIncome), cell(state.isInNeed),
      cell(state.isReturned), String(state.firstNeed), String(state.monthsBelow),
      String(state.monthsReturned), cell(state.hasEntered),
      CommaSeparatedTable.number((state.aid * 100).rounded() / 100),
    ]
  }

  private static func cell(_ yes: Bool) -> String { yes ? "1" : "0" }

  /// The shortest digits that give the engine's single precision back; empty where there is none.
  private static func cell(_ value: Float) -> String {
    guard value.isFinite else { return "" }
    return value == 0
      ? "0"
      : value.description.hasSuffix(".0")
        ? String(value.description.dropLast(2)) : value.description
  }
}
