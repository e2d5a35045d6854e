import Foundation
import Testing

@Suite(.serialized) struct OtherCommandTests {
  static let baseline = "Scenarios/guizhou.yaml"

  @Test func `A comparison writes differences and a folder for each run`() throws {
    let folder = try TemporaryFolder()
    let result = try Program.run(
      "compare", Self.baseline, "Scenarios/no-policy.yaml", "--sample", "0.0005",
      "--replications", "2", "--output", folder.path("c"))
    #expect(result.status == 0)
    #expect(result.output.hasSuffix("Report: \(folder.path("c"))/report.html\n"))
    let header = try folder.text("c/differences.csv").split(separator: "\n")[0]
    #expect(header.contains("reform") && header.contains("replications_saved"))
    #expect(try folder.text("c/0-guizhou/run.json").contains("outcomesDigest"))
    #expect(try folder.text("c/1-no-policy/run.json").contains("outcomesDigest"))
  }

  @Test func `A reform that changes nothing is refused`() throws {
    let result = try Program.run("compare", Self.baseline, Self.baseline, "--sample", "0.0005")
    #expect(result.status == 64)
    #expect(result.errors.contains("changes nothing"))
  }

  @Test func `A check tells how many households each policy reaches`() throws {
    let result = try Program.run("check", Self.baseline, "--sample", "0.0005")
    #expect(result.status == 0)
    #expect(result.output.contains("No mistakes found."))
    for policy in ["minimum living allowance", "anti-poverty insurance", "emergency relief"] {
      let line = result.output.split(separator: "\n").first { $0.hasPrefix(policy) }
      let number = try #require(line).filter(\.isNumber)
      #expect(try #require(Int(number)) > 0, "\(policy)")
    }
  }

  /// One of each folder and of each kind; that all files are believed is a test of `ScenarioFiles`.
  @Test(arguments: [
    "no-policy", "packages/targets-2025", "packages/stage-2027-late", "stress/drought-2022",
    "stress/late-money", "stress/drought-and-tea-price", "presets/C03-regulation-2024-07",
    "presets/C16-denominator-745", "examples/G1", "examples/G4",
  ])
  func `Scenarios of every folder of the repository are accepted`(name: String) throws {
    #expect(try Program.run("check", "Scenarios/\(name).yaml", "--sample", "0.0005").status == 0)
  }

  @Test func `Parameters are found by the beginning of their names`() throws {
    let result = try Program.run("parameters", "illness.major")
    #expect(result.status == 0)
    #expect(result.output.contains("illness.major_share = 0.025  (share of admissions)"))
    #expect(result.output.contains("prior uniform [0.015, 0.05]"))
    #expect(!result.output.contains("illness.ordinary_median"))
    #expect(try Program.run("parameters", "nonsense").status == 64)
  }

  @Test func `The schema is JSON and the reference is in the asked language`() throws {
    let schema = try Program.run("schema")
    #expect(schema.status == 0)
    let json = try JSONSerialization.jsonObject(with: Data(schema.output.utf8))
    let keys = try #require((json as? [String: Any])?["properties"] as? [String: Any])
    #expect(keys["policies"] != nil && keys["events"] != nil)
    #expect(try Program.run("schema", "--documentation", "zh").output.contains("情景"))
    #expect(try Program.run("schema", "--documentation", "en").output.contains("scenario"))
  }

  @Test func `The population is held against its targets`() throws {
    let result = try Program.run("population", Self.baseline, "--sample", "0.005")
    #expect(result.status == 0)
    #expect(result.output.contains("0 of"))
    #expect(result.output.contains("Bijie"))
  }

  @Test func `The population is written out as the month reads it`() throws {
    let folder = try TemporaryFolder()
    let result = try Program.run(
      "population", Self.baseline, "--sample", "0.005", "--export", folder.path("p.csv"))
    #expect(result.status == 0)
    let lines = try folder.text("p.csv").split(separator: "\n")
    let table = lines.map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    #expect(result.output.contains("\n\(lines.count - 1) households"))
    #expect(table.allSatisfy { $0.count == table[0].count })
    let products = table[0].indices.filter { table[0][$0].hasPrefix("product_") }
    let business = try #require(table[0].firstIndex(of: "business"))
    for row in table.dropFirst() {
      #expect(Float(row[business]).map(\.description) == String(row[business]))
      let parts = products.compactMap { Int(row[$0]) }.reduce(0, +)
      #expect(parts == 255 || Float(row[business]) == 0)
    }
    #expect(Set(table.dropFirst().map { $0[0] }).count == lines.count - 1)
  }

  @Test func `A population that cannot be written ends with 1`() throws {
    let result = try Program.run(
      "population", Self.baseline, "--sample", "0.0005", "--export", "/no/such/folder/p.csv")
    #expect(result.status == 1)
    #expect(result.errors.contains("Cannot write /no/such/folder/p.csv"))
  }
}
