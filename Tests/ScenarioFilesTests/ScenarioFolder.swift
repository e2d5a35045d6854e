import Foundation
import Households

@testable import ScenarioFiles

/// A small scenario folder of its own, so that tests hang on no number of the real one.
final class ScenarioFolder {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString).path
    try write("parameters/numbers.yaml", Self.parameters)
    try write("geography/prefectures.csv", Self.prefectures)
    try write("geography/counties.csv", Self.counties)
    try write(
      "base.yaml",
      "title: {zh: 基线, en: Base}\nperiod: {start: 2022-01, results_from: 2023, end: 2025}\n")
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func write(_ name: String, _ text: String) throws { try write(name, Data(text.utf8)) }

  func write(_ name: String, _ data: Data) throws {
    let url = URL(fileURLWithPath: "\(path)/\(name)")
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: url)
  }

  /// Reads a scenario that is written here.
  func scenario(_ text: String, name: String = "test.yaml") throws -> Scenario {
    try write(name, text)
    return try ScenarioLibrary.scenario(at: "\(path)/\(name)")
  }

  /// Reads a scenario that extends the base.
  func extending(_ text: String) throws -> Scenario {
    try scenario("extends: base.yaml\n" + text)
  }

  /// The messages of a scenario that must not be believed, without the folder's path.
  func messages(_ text: String, in language: Language = .english) throws -> String {
    do {
      _ = try scenario(text)
      return "no mistake"
    } catch let error as ScenarioFileErrors {
      return error.message(in: language).replacingOccurrences(of: path + "/", with: "")
    }
  }

  /// The messages of all parameter files and of the geography.
  func declarationMessages() throws -> String {
    try messages("extends: base.yaml\nshocks: {drought: off}\n")
  }

  static let parameters = """
    fund.total:
      value: 1000
      unit: yuan per year
      valid: [0, 100000]
      prior: {choices: [800, 1000]}
      origin: plan
      source: "section 1"
      meaning: {zh: 资金, en: Money of the fund}
    fund.share:
      value: 0.2
      unit: share of the fund
      valid: [0, 1]
      prior: {beta: [2, 8]}
      origin: assumption
      source: "none"
      meaning: {zh: 份额, en: A share}
    flood.season:
      value: [0, 0, 0, 1, 2, 3, 3, 1.5, 0, 0, 0, 0]
      unit: relative weight
      valid: [0, 12]
      prior: fixed
      origin: literature
      source: "a book"
      meaning: {zh: 季节, en: The season}
    lines.growth:
      value: 0.03
      unit: per year
      valid: [-0.05, 0.15]
      prior: {uniform: [0, 0.06]}
      origin: plan
      source: "section 2"
      meaning: {zh: 增长, en: Growth}
    """

  static let prefectures = """
    code,name,latin_name,income_index,formerly_poor_share
    522300,黔西南布依族苗族自治州,Qianxinan,0.9,0.4
    520500,毕节市,Bijie,0.95,0.6
    """

  static let counties =
    """
    code,name,prefecture_code,formerly_poor,delisted_year,key_county,rural_population,\
    share_elderly,share_children,share_farming,schooling_years,drought_exposure,latitude,\
    longitude,\(Product.allCases.map { "tilt_\($0.rawValue)" }.joined(separator: ","))
    522301,兴义市,522300,0,,0,500000,0.1,0.2,0.4,8,1,25.1,104.9,1,1,1,1,1,1,1,1
    520526,威宁彝族回族苗族自治县,520500,1,2020,1,1200000,0.08,0.28,0.6,6.5,1.2,26.9,104.3,4,0,0,0,0,0,0,0
    520581,黔西市,520500,1,2018,0,700000,0.1,0.25,0.5,7.1,1,27,106,1,1,1,1,1,1,1,1
    """
}

/// The repository's folders.
enum Repository {
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path
  static let scenarios = root + "/Scenarios"
}
