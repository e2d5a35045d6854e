import Foundation
import Households
import ScenarioFiles
import TestSupport
import Testing

@testable import Experiments
@testable import Reporting

/// The dictionary of an export against its tables.
struct DataPackageTests {
  private static func export() throws -> CompletedExport {
    let library = try SmallLibrary()
    let path = library.path + "/base.yaml"
    let questions = TestScenario.repository + "/Scenarios/questions/"
    let scenarios = try [
      path,
      library.write(
        "reform.yaml",
        "extends: base.yaml\ntitle: {zh: 甲, en: A}\npolicies: {minimum_living_allowance: off}\n"),
    ].map { path in
      let scenario = try ScenarioLibrary.scenario(at: path)
      return AccountedScenario(
        scenario: scenario, yaml: ResolvedScenario.yaml(scenario),
        content: ResolvedScenario.content(scenario))
    }
    // The library's folder goes away with it.
    defer { withExtendedLifetime(library) {} }
    return try PreparedExport.prepare(
      scenarios[0], reforms: [scenarios[1]],
      halves: (
        try ScenarioLibrary.scenario(at: path, under: questions + "help-off.yaml"),
        try ScenarioLibrary.scenario(at: path, under: questions + "help-on.yaml")
      ),
      options: RunOptions(replications: 2, sample: 0.002, seed: 3, threads: 2),
      request: ExportRequest(panel: .init(households: 4, months: [12]))
    ).simulate()
  }

  private static let choice = CompareQuestion.Choice(
    rates: [HeadlineRate(measure: .stock, year: 2024)], smallestDifference: 0.0005, error: 0.05,
    values: [])

  @Test func `Every table has the columns of its entry, and every entry says what it is`() throws {
    let export = try Self.export()
    let tables = ExportFolder.tables(export, decision: export.decision(Self.choice))
    #expect(tables.count == 16)
    let names = tables.map(\.schema.name)
    #expect(Set(names).count == names.count)
    for (schema, text) in tables {
      let lines = text.split(separator: "\n")
      #expect(lines.count > 1, "\(schema.name)")
      #expect(lines[0] == schema.header.joined(separator: ","), "\(schema.name)")
      #expect(Set(schema.header).count == schema.fields.count)
      let columns = Set(schema.header)
      #expect(!schema.primaryKey.isEmpty && columns.isSuperset(of: schema.primaryKey))
      for reference in schema.references {
        #expect(columns.contains(reference.field))
        let other = tables.first { $0.schema.name == reference.table }?.schema ?? schema
        #expect(reference.table.isEmpty || other.name == reference.table, "\(reference)")
        #expect(other.primaryKey == [reference.key], "\(reference)")
      }
      for field in schema.fields {
        #expect(field.meaning.chinese.unicodeScalars.contains { $0.value > 0x3000 })
        #expect(!field.meaning.english.isEmpty)
        #expect(
          !field.meaning.english.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) })
        if field.kind == .number { #expect(field.unit != nil, "\(schema.name).\(field.name)") }
      }
    }
  }

  @Test func `The dictionary has digests, bytes, rows and both languages`() throws {
    let export = try Self.export()
    let tables = ExportFolder.tables(export, decision: nil).map {
      (schema: $0.schema, text: $0.text, digest: "d-" + $0.schema.name)
    }
    #expect(tables.count == 11)
    for language in Language.allCases {
      let package = DataPackage(export, tables: tables, language: language)
      let text = try RunFolder.json(package)
      let json = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
      let resources = try #require(json?["resources"] as? [[String: Any]])
      #expect(resources.count == tables.count)
      for (resource, table) in zip(resources, tables) {
        #expect(resource["path"] as? String == table.schema.file)
        #expect(resource["hash"] as? String == "sha256:d-" + table.schema.name)
        #expect(resource["bytes"] as? Int == table.text.utf8.count)
        #expect(
          resource["rows"] as? Int == table.text.split(separator: "\n").count - 1)
        #expect(resource["description"] as? String == table.schema.about[language])
        #expect(resource["title_zh"] as? String == table.schema.title.chinese)
      }
      let made = try #require(json?["fangpin"] as? [String: Any])
      #expect(made["version"] as? String == ProgramVersion.current)
      let scenarios = try #require(made["scenarios"] as? [[String: Any]])
      #expect(
        scenarios.map { $0["scenarioDigest"] as? String }
          == export.runs.map(\.record.scenarioDigest))
    }
  }

  @Test func `A folder of something else is not replaced, even with a dictionary of its own`()
    throws
  {
    let folder = FileManager.default.temporaryDirectory.path + "/fangpin-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Data("{}".utf8).write(to: URL(filePath: folder + "/datapackage.json"))
    let export = try Self.export()
    #expect(ExportFolder.existing(at: folder, digest: export.digest) == .different)
    #expect(throws: FolderError.notResults(path: folder)) {
      try ExportFolder.write(export, decision: nil, to: folder, language: .english, replace: true)
    }
    let place = folder + "/inside"
    let files = try ExportFolder.write(
      export, decision: nil, to: place, language: .english, replace: false)
    #expect(files.count == 13 && files[0].name == "datapackage.json")
    #expect(ExportFolder.existing(at: place, digest: export.digest) == .identical)
    #expect(ExportFolder.existing(at: place, digest: "other") == .different)
  }
}
