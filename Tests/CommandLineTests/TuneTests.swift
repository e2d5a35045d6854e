import Foundation
import Testing

@Suite(.serialized) struct TuneTests {
  private static let question = """
    title: {zh: 预警, en: Alerts}
    baseline: base.yaml
    help_off: {name: off, settings: {finding: {identification_errors: {sensitivity: 0, specificity: 1}}}}
    help_on: {name: on, settings: {finding: {patrols: {interval_months: 1, finding_chance: 1}, visits: off, identification_errors: off}}}
    designs: [income, four_looks]
    years: [2022, 2022]
    capacity: today
    costs: {visit: 100, help: 3000, missed: 8000, source: {zh: 作者, en: Author}}
    rate: {measure: stock, year: 2023}
    design: {replications: 4, sample: 0.02, seed: 0}
    """

  @Test func `A question goes from a file to a report`() throws {
    let folder = try TemporaryFolder()
    _ = try folder.write(
      "base.yaml",
      """
      title: {zh: 小基准, en: Small base}
      period: {start: 2022-01, results_from: 2022, end: 2023}
      population: {counties: [赤水市, 仁怀市]}
      """)
    let question = try folder.write("asked.yaml", Self.question)
    let result = try Program.run([
      "tune", question, "--output", folder.path("a"), "--store", folder.path("store"),
    ])
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output.contains("At today's capacity of "))
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path("a")).sorted()
    #expect(
      files == [
        "curves.csv", "designs.csv", "effects.csv", "groups.csv", "misses.csv", "question.json",
        "question.yaml", "report.html", "thresholds.csv",
      ])
    let refused = try Program.run(["tune", question, "--replications", "3"])
    #expect(refused.status == 64 && refused.errors.contains("At least 4 would do."))
  }
}
