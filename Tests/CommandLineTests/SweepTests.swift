import Foundation
import Testing

@Suite(.serialized) struct SweepTests {
  private static let base = """
    title: {zh: 小基准, en: Small base}
    period: {start: 2022-01, results_from: 2023, end: 2023}
    population: {counties: [赤水市, 仁怀市]}
    """
  private static let sweep = """
    title: {zh: 扫描, en: Sweep}
    baseline: base.yaml
    factors: [{factor: policies.fund.total, values: [500000000, 2000000000]}]
    outcomes: [{measure: stock, year: 2023}]
    design: {replications: 4, sample: 0.01, seed: 0}
    quick: {replications: 2}
    """
  private static let sensitivity = """
    title: {zh: 敏感性, en: Sensitivity}
    baseline: base.yaml
    rate: {measure: stock, year: 2023}
    design: {replications: 2, sample: 0.002, seed: 0, futures: 2, blocks: 2, themes: 1, rows: 0, top: 1}
    """

  private func asked(_ folder: TemporaryFolder, _ text: String) throws -> String {
    _ = try folder.write("base.yaml", Self.base)
    return try folder.write("asked.yaml", text)
  }

  @Test func `A sweep goes from a file to a report, and the same question is kept`() throws {
    let folder = try TemporaryFolder()
    let question = try asked(folder, Self.sweep)
    let arguments = ["sweep", question, "--quick", "--output", folder.path("a")]
    let store = ["--store", folder.path("store")]
    let result = try Program.run(arguments + store)
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output.contains(" futures to simulate"))
    #expect(result.output.contains("Of 2 points, stock of return to poverty of 2023 is lowest at"))
    #expect(result.output.hasSuffix("Report: \(folder.path("a"))/report.html\n"))
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path("a")).sorted()
    #expect(
      files == ["effects.csv", "question.json", "question.yaml", "report.html", "sweep.csv"])
    let again = try Program.run(arguments + store)
    #expect(again.status == 0 && again.output.contains("already there and is kept"))
    let single = try Program.run([
      "sweep", question, "--quick", "--threads", "1", "--no-store", "--quiet", "--output",
      folder.path("b"),
    ])
    #expect(single.status == 0)
    for file in files where file != "report.html" {
      #expect(try folder.text("a/" + file) == folder.text("b/" + file), "\(file)")
    }
  }

  @Test func `A sensitivity analysis goes from a file to a report`() throws {
    let folder = try TemporaryFolder()
    let question = try asked(folder, Self.sensitivity)
    let result = try Program.run([
      "sensitivity", question, "--no-store", "--output", folder.path("a"), "--language", "en",
    ])
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output.contains("numbers that move the"))
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path("a")).sorted()
    #expect(
      files == [
        "causes.csv", "question.json", "question.yaml", "report.html", "screening.csv",
        "shocks.csv", "tornado.csv",
      ])
    // All themes of the library are screened.
    let themes = try folder.text("a/screening.csv").split(separator: "\n")
      .filter { $0.hasPrefix("theme,") }
    #expect(themes.count > 50)
  }

  @Test func `A bad question is refused before anything is simulated`() throws {
    let folder = try TemporaryFolder()
    let sweep = try asked(
      folder, Self.sweep.replacingOccurrences(of: "year: 2023}", with: "year: 2033}"))
    let result = try Program.run(["sweep", sweep, "--output", folder.path("a")])
    #expect(result.status == 64 && result.errors.contains("outcomes[1].year is 2033"))
    let sensitivity = try asked(
      folder, Self.sensitivity.replacingOccurrences(of: "blocks: 2", with: "blocks: 1"))
    let other = try Program.run(["sensitivity", sensitivity, "--output", folder.path("a")])
    #expect(other.status == 64 && other.errors.contains("design.blocks is 1"))
    #expect(!FileManager.default.fileExists(atPath: folder.path("a")))
  }
}
