import Households

/// What may stand in a scenario file, for editors (JSON Schema) and for people (documentation).
public enum ScenarioSchema {
  /// The JSON Schema (draft 2020-12) of scenario files.
  ///
  /// It is as strict as a schema can be: unknown keys, types, ranges and forms of dates. What goes
  /// together (order of dates, places, circles of `extends`) only `fangpin check` knows.
  public static func json(parameters: [Parameter]) -> String {
    let properties: [(String, JSONText)] =
      [
        ("title", reference("text")), ("summary", reference("text")),
        ("extends", .object([("type", .text("string"))])), ("period", period),
        ("population", population), ("regulation", regulation),
      ]
      + Mechanism.Section.allCases.map { ($0.rawValue, section($0, parameters)) }
      + [("parameters", others(parameters)), ("events", events), ("rules", rules)]
    let schema = JSONText.object([
      ("$schema", .text("https://json-schema.org/draft/2020-12/schema")),
      ("title", .text("Fangpin scenario")), ("type", .text("object")),
      ("additionalProperties", .boolean(false)), ("properties", .object(properties)),
      ("$defs", definitions),
    ])
    return schema.written() + "\n"
  }

  static func reference(_ name: String) -> JSONText {
    .object([("$ref", .text("#/$defs/\(name)"))])
  }

  static func object(
    _ properties: [(String, JSONText)], required: [String] = [], description: String? = nil
  ) -> JSONText {
    var pairs: [(String, JSONText)] = [
      ("type", .text("object")), ("additionalProperties", .boolean(false)),
      ("properties", .object(properties)),
    ]
    if !required.isEmpty { pairs.append(("required", .list(required.map { .text($0) }))) }
    if let description { pairs.insert(("description", .text(description)), at: 0) }
    return .object(pairs)
  }

  static func range(_ valid: ClosedRange<Double>) -> [(String, JSONText)] {
    [
      ("type", .text("number")), ("minimum", .number(valid.lowerBound)),
      ("maximum", .number(valid.upperBound)),
    ]
  }

  /// A number in a range, a number with its unit, or dated steps.
  private static func value(
    _ valid: ClosedRange<Double>, description: [(String, JSONText)] = [], twelve: Bool = false
  ) -> JSONText {
    let number = JSONText.object(range(valid))
    let withUnit = JSONText.object([
      ("type", .text("string")), ("pattern", .text("^[+-]?[0-9.]")),
    ])
    let step = object(
      [
        ("from", reference("monthOrStart")),
        (
          "value",
          .object([
            ("anyOf", .list([number, withUnit]))
          ])
        ),
      ], required: ["from", "value"])
    var forms = [
      number, withUnit,
      .object([("type", .text("array")), ("minItems", .number(1)), ("items", step)]),
    ]
    if twelve {
      forms.append(
        .object([
          ("type", .text("array")), ("minItems", .number(12)), ("maxItems", .number(12)),
          ("items", number),
        ]))
    }
    return .object(description + [("anyOf", .list(forms))])
  }

  private static func value(of parameter: Parameter) -> JSONText {
    var description: [(String, JSONText)] = [
      (
        "description",
        .text("\(parameter.meaning.english) (\(parameter.unit)) \(parameter.meaning.chinese)")
      )
    ]
    if parameter.values.count == 1 {
      description.append(("default", .number(parameter.values[0])))
    } else {
      description.append(("default", .list(parameter.values.map { .number($0) })))
    }
    return value(
      parameter.valid, description: description, twelve: parameter.values.count == 12)
  }

  private static func section(
    _ section: Mechanism.Section, _ parameters: [Parameter]
  ) -> JSONText {
    object(
      Mechanism.allCases.filter { $0.section == section }.map {
        ($0.rawValue, mechanism($0, parameters))
      })
  }

  private static func mechanism(_ mechanism: Mechanism, _ parameters: [Parameter]) -> JSONText {
    let own = parameters.filter { $0.theme == mechanism.rawValue }
    let properties: [(String, JSONText)] =
      [
        ("enabled", reference("switch")), ("scale", value(ScenarioFileReader.scales)),
        ("from", reference("monthOrStart")), ("to", reference("monthOrEnd")),
        ("places", reference("places")),
      ] + own.map { (String($0.name.dropFirst(mechanism.rawValue.count + 1)), value(of: $0)) }
    let text = mechanism.meaning
    return .object([
      ("description", .text("\(text.english) \(text.chinese)")),
      ("anyOf", .list([reference("switch"), object(properties)])),
    ])
  }

  private static func others(_ parameters: [Parameter]) -> JSONText {
    object(
      parameters.filter { Mechanism(rawValue: $0.theme) == nil }.map { ($0.name, value(of: $0)) })
  }

  private static let year = JSONText.object([
    ("type", .text("integer")), ("minimum", .number(Double(MonthText.years.lowerBound))),
    ("maximum", .number(Double(MonthText.years.upperBound))),
  ])

  private static let period = object([
    ("start", reference("month")), ("results_from", year),
    ("end", .object([("anyOf", .list([year, reference("month")]))])),
  ])

  private static let population = object([
    ("counties", reference("places")), ("file", .object([("type", .text("string"))])),
  ])

  private static let events: JSONText = {
    let share = JSONText.object(range(EventReader.share.valid))
    let forms: [String: [(String, JSONText)]] = [
      "drought": [("severity", share)], "flood": [("footprint", share)],
      "price": [
        (
          "product",
          .object([
            (
              "enum",
              .list(
                Product.allCases.map { .text($0.rawValue) }
                  + HouseholdColumns.productNames.map { .text($0) })
            )
          ])
        ),
        ("change", .object(range(EventReader.change.valid))),
      ], "return_of_migrants": [("share", share)],
      "epidemic": [
        ("admissions", .object(range(EventReader.admissions.valid))), ("return_share", share),
        ("market_closure", share),
      ],
    ]
    let kinds = EventReader.kinds.map { kind in
      let own = forms[kind, default: []]
      let rest = EventReader.keys(of: kind).filter { key in !own.contains { $0.0 == key } }
      let dates = rest.map { key -> (String, JSONText) in
        switch key {
        case "places": (key, reference("places"))
        case "title": (key, .object([("type", .text("string"))]))
        default: (key, reference("month"))
        }
      }
      return (kind, object(own + dates, required: own.map(\.0)))
    }
    let event = JSONText.object([
      ("type", .text("object")), ("additionalProperties", .boolean(false)),
      ("minProperties", .number(1)), ("maxProperties", .number(1)),
      ("properties", .object(kinds)),
    ])
    return .object([("type", .text("array")), ("items", event)])
  }()

  private static let definitions: JSONText = {
    let word = JSONText.object([("type", .text("string")), ("minLength", .number(1))])
    let month = "[0-9]{4}-(0[1-9]|1[0-2])"
    func pattern(_ text: String) -> JSONText {
      .object([("type", .text("string")), ("pattern", .text("^(\(text))$"))])
    }
    let place = JSONText.object([("type", .list([.text("string"), .text("integer")]))])
    return .object([
      (
        "text",
        .object([
          ("anyOf", .list([word, object([("zh", word), ("en", word)], required: ["zh", "en"])]))
        ])
      ),
      ("month", pattern(month)), ("monthOrStart", pattern("start|\(month)")),
      ("monthOrEnd", pattern("end|\(month)")),
      (
        "switch",
        .object([
          (
            "anyOf",
            .list([
              .object([("type", .text("boolean"))]), pattern("on|off|yes|no|开|关|是|否"),
            ])
          )
        ])
      ),
      (
        "places",
        .object([
          (
            "anyOf",
            .list([
              place,
              .object([("type", .text("array")), ("minItems", .number(1)), ("items", place)]),
            ])
          )
        ])
      ),
    ])
  }()
}
