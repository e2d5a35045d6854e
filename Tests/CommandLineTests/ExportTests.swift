import Foundation
import Testing

@Suite(.serialized) struct ExportTests {
  private static let base = """
    title: {zh: 小基准, en: Small base}
    period: {start: 2022-01, results_from: 2022, end: 2023}
    population: {counties: [赤水市, 仁怀市]}
    """
  private static let reform = """
    extends: base.yaml
    title: {zh: 无低保, en: No allowance}
    policies: {minimum_living_allowance: off}
    """
  private static let small = [
    "--replications", "4", "--sample", "0.01", "--seed", "0", "--no-store", "--quiet",
  ]

  private let folder: TemporaryFolder
  private let scenario, other: String

  init() throws {
    folder = try TemporaryFolder()
    scenario = try folder.write("base.yaml", Self.base)
    other = try folder.write("no-allowance.yaml", Self.reform)
  }

  private func export(_ name: String, _ options: [String]) throws -> Program.Result {
    try Program.run(["export", scenario, "--output", folder.path(name)] + options)
  }

  private func files(_ name: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path(name)).sorted()
  }

  private func header(_ path: String) throws -> [String] {
    try folder.text(path).split(separator: "\n")[0].split(separator: ",").map(String.init)
  }

  @Test func `Tables and panel go into a folder that is the same for one thread and two`() throws {
    let panel = [
      "--compare-with", other, "--households", "12", "--panel-months", "6,12", "--panel-years",
      "2022",
    ]
    let one = try export("one", Self.small + panel + ["--threads", "1"])
    #expect(one.status == 0, "\(one.errors)")
    #expect(one.output == "Dictionary: \(folder.path("one"))/datapackage.json\n")
    let two = try export("two", Self.small + panel + ["--threads", "2", "--language", "zh"])
    #expect(two.status == 0, "\(two.errors)")
    let names = try files("one")
    #expect(
      names == [
        "choices.csv", "cost-effectiveness-futures.csv", "cost-effectiveness.csv",
        "datapackage.json", "differences.csv", "export.json", "households.csv",
        "money-differences.csv", "money.csv", "monitoring.csv", "months.csv", "panel.csv",
        "rates.csv", "regions.csv", "replications.csv", "scenarios.csv", "systems.csv",
        "targets.csv",
      ])
    for name in names {
      #expect(try folder.text("one/" + name) == folder.text("two/" + name), "\(name)")
    }
    // 12 households in June and December of one year in four futures.
    #expect(try folder.text("one/panel.csv").split(separator: "\n").count == 1 + 12 * 2 * 4)
    // 12 measures of the province and a prefecture (or none of it) in two years and four futures, twice.
    let rows = try folder.text("one/replications.csv").split(separator: "\n")
    #expect(rows.count == 1 + 12 * 2 * 2 * 4 * 2)
    #expect(rows.count { $0.hasPrefix("no-allowance,") } == (rows.count - 1) / 2)
    // The identical export is kept; another one is in the way.
    let again = try export("one", Self.small + panel)
    #expect(again.status == 0 && again.output.contains("is already there and is kept"))
    let different = try export("one", Self.small)
    #expect(different.status == 64 && different.errors.contains("--replace"))
    let replaced = try export("one", Self.small + ["--replace"])
    #expect(replaced.status == 0)
    #expect(try files("one").count == 10)
  }

  @Test func `The size is told before and the files after`() throws {
    let result = try export("told", Array(Self.small.dropLast()) + ["--households", "3"])
    #expect(result.status == 0, "\(result.errors)")
    let lines = result.output.split(separator: "\n")
    #expect(
      lines[0].hasPrefix("Expected: 192 rows of single futures, 288 rows of the panel, about "))
    #expect(result.output.contains("panel.csv"))
    // A line of the header, then one a household and month.
    #expect(try folder.text("told/panel.csv").split(separator: "\n").count == 289)
  }

  @Test func `Every mistake has its own message with a remedy`() throws {
    let result = try export(
      "none",
      Self.small + [
        "--households", "90000", "--panel-replications", "5", "--panel-years", "2023-2031",
      ])
    #expect(result.status == 64 && result.output.isEmpty)
    let lines = result.errors.split(separator: "\n")
    #expect(lines.count == 4, "\(lines)")
    #expect(lines[0].hasPrefix("--households: found 90000, but the sample has "))
    #expect(lines[1].hasPrefix("--panel-replications: found 5, but 4 futures are simulated;"))
    #expect(
      lines[2].hasPrefix("--panel-years: found 2023-2031, but the scenario simulates 2022-2023;"))
    #expect(
      lines[3].hasPrefix("--households: found a panel of 5400000 rows; expected 2000000 at most."))
    #expect(!FileManager.default.fileExists(atPath: folder.path("none")))
  }

  @Test func `Scenarios of one name and a scenario without an index are refused`() throws {
    let twin = try TemporaryFolder()
    let path = try twin.write(
      "base.yaml", Self.base + "\npolicies: {minimum_living_allowance: off}\n")
    let same = try export("none", Self.small + ["--compare-with", path])
    #expect(same.status == 64)
    #expect(same.errors.hasPrefix("--compare-with: found two scenarios called base,"))
    let blind = try folder.write(
      "blind.yaml",
      "extends: base.yaml\ntitle: {zh: 无, en: None}\nfinding: {vulnerability_index: off}\n")
    let none = try Program.run(
      ["export", blind, "--output", folder.path("none"), "--households", "5"] + Self.small)
    #expect(none.status == 64)
    #expect(none.errors.hasPrefix("--households: found no vulnerability index in force in blind,"))
  }

  @Test(
    arguments: [
      (["--panel-months", "6"], "--panel-months: found without --households;"),
      (["--households", "0"], "--households: found 0; expected a positive number"),
      (["--households", "2", "--panel-months", "6,13"], "--panel-months: found 6,13;"),
      (["--households", "2", "--panel-years", "2024-2023"], "--panel-years: found 2024-2023;"),
      (["--households", "2", "--panel-replications", "0"], "--panel-replications: found 0;"),
      (["--replications", "1"], "--replications must be between 2 and 1000000 (was 1)."),
    ])
  func `A wrong option is refused before anything is read`(options: [String], message: String)
    throws
  {
    let result = try export("none", options)
    #expect(result.status == 64)
    #expect(result.errors.contains(message), "\(result.errors)")
  }
}
