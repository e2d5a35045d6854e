import Foundation
import Households
import Testing

@testable import ScenarioFiles

struct ScenarioSchemaTests {
  let parameters: [Parameter]
  init() throws { parameters = try ScenarioLibrary.parameters(folder: Repository.scenarios) }

  @Test(arguments: [(Language.english, "scenario.md"), (.chinese, "scenario.zh-CN.md")])
  func `The committed reference is the generated one`(language: Language, name: String) throws {
    let generated = ScenarioSchema.documentation(parameters: parameters, language: language)
    let committed = try String(
      contentsOfFile: Repository.root + "/Docs/" + name, encoding: .utf8)
    #expect(
      generated == committed,
      "write it anew: fangpin schema --documentation \(language.rawValue) > Docs/\(name)")
  }

  @Test(arguments: Language.allCases)
  func `The reference names every key`(language: Language) {
    let text = ScenarioSchema.documentation(parameters: parameters, language: language)
    for mechanism in Mechanism.allCases { #expect(text.contains("### `\(mechanism.rawValue)`")) }
    for key in ScenarioFileReader.topKeys + ScenarioFileReader.mechanismKeys {
      #expect(text.contains("`\(key)") || text.contains("`\(key)."))
    }
    for parameter in parameters {
      let isOther = Mechanism(rawValue: parameter.theme) == nil
      let key =
        isOther ? parameter.name : String(parameter.name.dropFirst(parameter.theme.count + 1))
      #expect(text.contains("| `\(key)` | "))
    }
    for kind in EventReader.kinds {
      for key in EventReader.keys(of: kind) { #expect(text.contains("`\(key)`")) }
    }
    for column in HouseholdColumns.all { #expect(text.contains("`\(column.english)`")) }
  }

  @Test func `Every example of the reference is believed`() throws {
    let text = ScenarioSchema.documentation(parameters: parameters, language: .english)
    let geography = try ScenarioLibrary.geography(folder: Repository.scenarios)
    let mistakes = MistakeList()
    let reader = ScenarioFileReader(declared: parameters, geography: geography, mistakes: mistakes)
    var section = "parameters"
    var mechanism: Mechanism?
    var count = 0
    for line in text.split(separator: "\n") {
      if line.hasPrefix("### `") {
        mechanism = Mechanism(rawValue: String(line.dropFirst(5).dropLast()))
      }
      if line.hasPrefix("## Other") { mechanism = nil }
      if line.hasPrefix("## Events") { section = "events" }
      // Examples of drafts and of parts of a rule are no scenario files.
      if line.hasPrefix("## Regulation") { section = "regulation" }
      guard line.hasSuffix("` |"), let start = line.range(of: "| `", options: .backwards) else {
        continue
      }
      let example = line[start.upperBound...].dropLast(3)
      let file: String
      if section == "regulation" {
        guard example.hasPrefix("regulation: ") else { continue }
        file = example.replacing("adopt: ", with: "adopt: ../Scenarios/") + "\n"
      } else if section == "events" {
        guard example.hasPrefix("- ") else { continue }
        file = "events:\n  \(example)\n"
      } else if let mechanism {
        file = "\(mechanism.section.rawValue):\n  \(mechanism.rawValue):\n    \(example)\n"
      } else if parameters.contains(where: { example.hasPrefix($0.name + ":") }) {
        file = "parameters:\n  \(example)\n"
      } else {
        continue
      }
      let root = try #require(
        YAMLDocument.root(of: file, file: "example \(example)", mistakes: mistakes))
      _ = reader.file(root, name: "example")
      count += 1
    }
    #expect(mistakes.mistakes.map { $0.message(in: .english) } == [])
    #expect(count > parameters.count)
  }

  /// The description of a parameter in the parsed schema.
  private static func description(
    of parameter: Parameter, in properties: [String: Any]
  ) -> String? {
    func inner(_ value: Any?) -> [String: Any]? {
      (value as? [String: Any])?["properties"] as? [String: Any]
    }
    guard let mechanism = Mechanism(rawValue: parameter.theme) else {
      let other = inner(properties["parameters"])?[parameter.name] as? [String: Any]
      return other?["description"] as? String
    }
    let section = inner(properties[mechanism.section.rawValue])
    let forms = (section?[mechanism.rawValue] as? [String: Any])?["anyOf"] as? [Any]
    let quantity = String(parameter.name.dropFirst(parameter.theme.count + 1))
    return (inner(forms?.last)?[quantity] as? [String: Any])?["description"] as? String
  }

  @Test func `The JSON Schema is JSON and knows every key and range`() throws {
    let text = ScenarioSchema.json(parameters: parameters)
    let schema = try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    #expect(schema["$schema"] as? String == "https://json-schema.org/draft/2020-12/schema")
    let properties = try #require(schema["properties"] as? [String: Any])
    #expect(properties.keys.sorted() == ScenarioFileReader.topKeys.sorted())
    for section in Mechanism.Section.allCases {
      let part = try #require(properties[section.rawValue] as? [String: Any])
      let keys = try #require(part["properties"] as? [String: Any]).keys
      let expected = Mechanism.allCases.filter { $0.section == section }.map(\.rawValue)
      #expect(keys.sorted() == expected.sorted())
    }
    for parameter in parameters {
      let description = Self.description(of: parameter, in: properties)
      #expect(description?.contains(parameter.meaning.english) ?? false, "\(parameter.name)")
    }
  }
}
