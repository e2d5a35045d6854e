import Foundation
import Households
import Testing

/// The scenario folder of the repository, read by a few lines of its own, so that the population is
/// tested without the module that reads scenario files.
enum PopulationFixture {
  /// Guizhou with the declared parameters and a synthetic population.
  static func scenario(counties: [Int]? = nil) throws -> Scenario {
    let geography = try geography()
    return Scenario(
      name: "test", title: BilingualText(chinese: "测试", english: "Test"),
      summary: BilingualText(chinese: "", english: ""), start: Month(year: 2022, month: 1),
      end: Month(year: 2030, month: 12), firstResultYear: 2023, parameters: try parameters(),
      mechanisms: [:], events: [], geography: geography,
      counties: counties ?? Array(geography.counties.indices), populationSource: .synthetic,
      places: [:])
  }

  static func geography() throws -> Geography {
    let prefectures = try rows("geography/prefectures.csv").map { row in
      try Prefecture(
        code: row.integer("code"), name: row.text("name"), latinName: row.text("latin_name"),
        incomeIndex: row.number("income_index"),
        formerlyPoorShare: row.number("formerly_poor_share"))
    }.sorted { $0.code < $1.code }
    let products = ["grain", "vegetables", "pigs", "cattle", "tea", "chili", "fruit", "herbs"]
    let counties = try rows("geography/counties.csv").map { row in
      try County(
        code: row.integer("code"), name: row.text("name"),
        prefecture: row.place("prefecture_code", among: prefectures.map(\.code)),
        isFormerlyPoor: row.text("formerly_poor") == "1",
        delistedYear: Int(row.text("delisted_year")),
        isKeyCounty: row.text("key_county") == "1", ruralPopulation: row.number("rural_population"),
        shareElderly: row.number("share_elderly"),
        shareChildren: row.number("share_children"),
        shareFarming: row.number("share_farming"),
        schoolingYears: row.number("schooling_years"),
        droughtExposure: row.number("drought_exposure"), latitude: row.number("latitude"),
        longitude: row.number("longitude"),
        productTilt: products.map { try row.number("tilt_\($0)") })
    }.sorted { $0.code < $1.code }
    return Geography(prefectures: prefectures, counties: counties)
  }

  /// All numbers with a single value; the population needs no others.
  static func parameters() throws -> Parameters {
    var declared: [Parameter] = []
    let folder = scenarios.appendingPathComponent("parameters")
    for file in try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    where file.hasSuffix(".yaml") {
      var name = ""
      for line in try lines("parameters/\(file)") {
        if let first = line.first, first != " ", first != "#", line.hasSuffix(":") {
          name = String(line.dropLast())
        } else if line.hasPrefix("  value:"), let value = number(line) {
          declared.append(parameter(name, value, file))
        }
      }
    }
    return Parameters(declared: declared)
  }

  private static func parameter(_ name: String, _ value: Double, _ file: String) -> Parameter {
    Parameter(
      name: name, values: [value], unit: "", valid: -1e300...1e300, prior: .fixed,
      origin: .assumption, source: "", meaning: BilingualText(chinese: "", english: ""),
      file: file)
  }

  private static func number(_ line: String) -> Double? {
    let text = line.dropFirst("  value:".count).prefix { $0 != "#" }
    return Double(text.trimmingCharacters(in: .whitespaces))
  }

  private static let scenarios = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Scenarios")

  private static func lines(_ path: String) throws -> [String] {
    try String(contentsOf: scenarios.appendingPathComponent(path), encoding: .utf8)
      .split(separator: "\n").map(String.init)
  }

  /// A row of a table; what it lacks fails the test.
  private struct Row {
    let fields: [String: String]

    func text(_ name: String) throws -> String { try #require(fields[name], "no field \(name)") }

    func number(_ name: String) throws -> Double {
      let text = try text(name)
      return try #require(Double(text), "\(name)")
    }

    func integer(_ name: String) throws -> Int {
      let text = try text(name)
      return try #require(Int(text), "\(name)")
    }

    func place(_ name: String, among codes: [Int]) throws -> Int {
      let code = try integer(name)
      return try #require(codes.firstIndex(of: code), "\(name) \(code) is unknown")
    }
  }

  private static func rows(_ path: String) throws -> [Row] {
    let lines = try lines(path)
    let header = lines[0].split(separator: ",").map(String.init)
    return lines.dropFirst().map { line in
      let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      return Row(fields: Dictionary(uniqueKeysWithValues: zip(header, cells)))
    }
  }
}
