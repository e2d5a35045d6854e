import Experiments
import Households
import Simulation

/// Lives of households as one tidy table: a row for each scenario, household and month.
///
/// The columns of a month stand after the keys, in the order of `LifeColumn`; `weight` is the number
/// of households that a row stands for.
public enum LifeTable {
  private static let keys = [
    "scenario", "replication", "household", "county", "weight", "formerly_poor", "month",
  ]

  /// Names of all columns, in order: the keys, then the columns of the month by step.
  public static var header: [String] { keys + LifeColumn.allCases.map(\.name) }

  /// The table as comma-separated values.
  public static func text(_ scenarios: [ScenarioLives]) -> String {
    let names = LifeDocument.names(scenarios)
    var table = CommaSeparatedTable(header: header)
    for (scenario, name) in zip(scenarios, names) {
      let counties = scenario.scenario.geography.counties
      for life in scenario.lives {
        let key = [
          name, String(scenario.replication), String(life.household.id),
          String(counties[life.household.county].code), String(life.household.weight),
          life.household.flags.contains(.formerlyPoor) ? "1" : "0",
        ]
        for month in life.months { table.append(key + [month.month.description] + cells(month)) }
      }
    }
    return table.text
  }

  private static func cells(_ month: LifeMonth) -> [String] {
    LifeColumn.allCases.map { LifeValue.cell(month[$0], $0) }
  }

  /// What each column is: name, unit, step and meaning, as comma-separated values.
  public static func codebook(in language: Language) -> String {
    var table = CommaSeparatedTable(header: ["column", "unit", "step", "meaning"])
    for column in LifeColumn.allCases {
      table.append([
        column.name, column.unit.name, column.step.text[language], column.text[language],
      ])
    }
    return table.text
  }
}

extension LifeColumn.Unit {
  /// Name in tables.
  var name: String {
    switch self {
    case .yuanPerHead: "yuan_per_head"
    case .yesNo: "yes_no"
    default: "\(self)"
    }
  }
}
