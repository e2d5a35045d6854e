import Foundation
import Households

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
      Prefecture(
        code: Int(row["code"]!)!, name: row["name"]!, latinName: row["latin_name"]!,
        incomeIndex: Double(row["income_index"]!)!,
        formerlyPoorShare: Double(row["formerly_poor_share"]!)!)
    }.sorted { $0.code < $1.code }
    let products = ["grain", "vegetables", "pigs", "cattle", "tea", "chili", "fruit", "herbs"]
    let counties = try rows("geography/counties.csv").map { row in
      County(
        code: Int(row["code"]!)!, name: row["name"]!,
        prefecture: prefectures.firstIndex { $0.code == Int(row["prefecture_code"]!)! }!,
        isFormerlyPoor: row["formerly_poor"] == "1", delistedYear: Int(row["delisted_year"]!),
        isKeyCounty: row["key_county"] == "1", ruralPopulation: Double(row["rural_population"]!)!,
        shareElderly: Double(row["share_elderly"]!)!,
        shareChildren: Double(row["share_children"]!)!,
        shareFarming: Double(row["share_farming"]!)!,
        schoolingYears: Double(row["schooling_years"]!)!,
        droughtExposure: Double(row["drought_exposure"]!)!, latitude: Double(row["latitude"]!)!,
        longitude: Double(row["longitude"]!)!,
        productTilt: products.map { Double(row["tilt_\($0)"]!)! })
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

  private static func rows(_ path: String) throws -> [[String: String]] {
    let lines = try lines(path)
    let header = lines[0].split(separator: ",").map(String.init)
    return lines.dropFirst().map { line in
      let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      return Dictionary(uniqueKeysWithValues: zip(header, cells))
    }
  }
}
