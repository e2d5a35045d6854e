import Experiments
import Households
import Simulation

/// Lives of households as one JSON document, with what every column is.
public enum LifeDocument {
  /// The document: `columns`, then `scenarios` with their households and months.
  public static func text(_ scenarios: [ScenarioLives], options: RunOptions) -> String {
    var text = "{\n\"seed\": \(options.seed),\n\"sample\": \(options.sample),\n\"columns\": [\n"
    text += LifeColumn.allCases.map(column).joined(separator: ",\n")
    text += "\n],\n\"scenarios\": [\n"
    text += zip(scenarios, names(scenarios)).map(document).joined(separator: ",\n")
    return text + "\n]\n}\n"
  }

  /// Names that tell scenarios apart: those of their files, numbered where two are the same.
  static func names(_ scenarios: [ScenarioLives]) -> [String] {
    let names = scenarios.map(\.scenario.name)
    guard Set(names).count < names.count else { return names }
    return names.enumerated().map { "\($0.element) (\($0.offset + 1))" }
  }

  private static func column(_ column: LifeColumn) -> String {
    object([
      ("name", quoted(column.name)), ("unit", quoted(column.unit.name)),
      ("step", quoted("\(column.step)")), ("zh", quoted(column.text.chinese)),
      ("en", quoted(column.text.english)),
    ])
  }

  private static func document(_ lives: ScenarioLives, name: String) -> String {
    let households = lives.lives.map { life in
      "{" + facts(life.household, lives.scenario).map(pair).joined(separator: ", ")
        + ", \"months\": [\n" + life.months.map(month).joined(separator: ",\n") + "\n]}"
    }
    return "{\"scenario\": \(quoted(name)), \"replication\": \(lives.replication), "
      + "\"households\": [\n" + households.joined(separator: ",\n") + "\n]}"
  }

  private static func facts(
    _ household: HouseholdRecord, _ scenario: Scenario
  ) -> [(String, String)] {
    [
      ("household", String(household.id)),
      ("county", String(scenario.geography.counties[household.county].code)),
      ("township", String(household.township)), ("weight", String(household.weight)),
      ("members", list((0..<8).map { Double(household.members[$0]) })),
      ("workers", String(household.workers)),
      ("students", list((0..<3).map { Double(household.students[$0]) })),
      ("livelihood", quoted("\(household.livelihood)")),
      ("destination", quoted("\(household.destination)")),
      ("residence", String(scenario.geography.prefectures[household.residence].code)),
      ("flags", String(household.flags.rawValue)),
      ("permanent_income", NumberText.plain(household.permanentIncome)),
      ("source_shares", list((0..<4).map { household.sourceShares[$0] })),
      ("product_shares", list((0..<Product.count).map { household.productShares[$0] })),
      ("savings", NumberText.plain(household.savings)),
      ("assets", NumberText.plain(household.assets)),
      ("debt", NumberText.plain(household.debt)),
      ("traits", list((0..<4).map { household.traits[$0] })),
    ]
  }

  private static func month(_ month: LifeMonth) -> String {
    let values = LifeColumn.allCases.map { column in
      let cell = LifeValue.cell(month[column], column)
      let isWord = column.word(of: month[column]) != nil
      return (column.name, isWord ? (cell.isEmpty ? "null" : quoted(cell)) : cell)
    }
    return object([("month", quoted(month.month.description))] + values)
  }

  private static func list(_ numbers: [Double]) -> String {
    "[" + numbers.map(NumberText.plain).joined(separator: ", ") + "]"
  }

  private static func object(_ pairs: [(String, String)]) -> String {
    "{" + pairs.map(pair).joined(separator: ", ") + "}"
  }

  private static func pair(_ key: String, _ value: String) -> String { quoted(key) + ": " + value }

  /// A text in quotation marks; scenario names may hold any character.
  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": result += "\\" + String(scalar)
      case "\u{0}"..<" ": result += "\\u00" + (scalar.value < 16 ? "0" : "") + hexadecimal(scalar)
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  private static func hexadecimal(_ scalar: Unicode.Scalar) -> String {
    String(scalar.value, radix: 16)
  }
}
