import Foundation
import Testing

@Suite(.serialized) struct RobustTests {
  private static let question = """
    title: {zh: 稳健, en: Robust}
    baseline: base.yaml
    packages:
      - {name: guarantee, title: {zh: 报销, en: Guarantee}, settings: {policies: {reimbursement_guarantee: {enabled: true, own_share: 0.05}}}}
    rate: {measure: stock, year: 2023}
    limit_quantile: 0.7
    factors: [lines.return_2023]
    design: {replications: 2, sample: 0.01, seed: 0, draws: 6}
    """

  @Test func `A question goes from a file to a report`() throws {
    let folder = try TemporaryFolder()
    _ = try folder.write(
      "base.yaml",
      """
      title: {zh: 小基准, en: Small base}
      period: {start: 2022-01, results_from: 2023, end: 2023}
      population: {counties: [赤水市, 仁怀市]}
      policies: {reimbursement_guarantee: off}
      """)
    let question = try folder.write("asked.yaml", Self.question)
    let result = try Program.run([
      "robust", question, "--draws", "8", "--output", folder.path("a"), "--store",
      folder.path("store"),
    ])
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output.contains("Averaged over 8 states"))
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path("a")).sorted()
    #expect(
      files == [
        "boxes.csv", "conditions.csv", "metrics.csv", "outcomes.csv", "pareto.csv",
        "question.json", "question.yaml", "report.html",
      ])
    #expect(try folder.text("a/report.html").contains("--draws 8"))
    let refused = try Program.run(["robust", question, "--draws", "2"])
    #expect(refused.status == 64)
  }
}
