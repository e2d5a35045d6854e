import Households

extension ScenarioSchema {
  /// The regulation that is adopted, or `off`.
  static let regulation: JSONText = {
    let numbers = JSONText.object([
      ("type", .text("array")), ("minItems", .number(1)),
      (
        "items",
        .object([
          ("type", .text("integer")),
          ("minimum", .number(Double(RegulationReader.numbers.lowerBound))),
          ("maximum", .number(Double(RegulationReader.numbers.upperBound))),
        ])
      ),
    ])
    let properties: [(String, JSONText)] = RegulationReader.keys.map { key in
      switch key {
      case "adopt": (key, .object([("type", .text("string"))]))
      case "in_force": (key, reference("month"))
      default: (key, numbers)
      }
    }
    let off = JSONText.object([
      ("enum", .list([.boolean(false), .text("off"), .text("no"), .text("否"), .text("关")]))
    ])
    return .object([
      (
        "description",
        .text("Draft of a regulation whose articles are adopted. 采用的条例草案。")
      ), ("anyOf", .list([off, object(properties, required: ["adopt"])])),
    ])
  }()

  /// The annual rules.
  static let rules: JSONText = {
    func words(_ words: [String]) -> JSONText {
      .object([("enum", .list(words.map { .text($0) }))])
    }
    let number = JSONText.object(range(0...3650))
    let factor = JSONText.object(range(ScenarioFileReader.scales))
    let when = object(
      [
        ("quantity", words(AnnualRule.Quantity.allCases.map(\.rawValue))), ("above", number),
        ("below", number),
      ], required: ["quantity"])
    let then = object(
      AnnualRuleReader.thenKeys.map {
        ($0, $0 == "mechanism" ? words(AnnualRule.movable.map(\.rawValue)) : factor)
      }, required: ["mechanism"])
    let rule = object(
      [
        ("title", reference("text")), ("when", when), ("then", then),
        ("places", words(AnnualRule.Scope.allCases.map(\.rawValue))),
      ], required: ["title", "when", "then"],
      description: "Moves a strength each January by what was seen of the year before. 年度规则。")
    return .object([("type", .text("array")), ("items", rule)])
  }()
}
