import Foundation
import Testing

@Suite(.serialized) struct ArticlesTests {
  private static let draft = """
    title: {zh: 草案, en: Draft}
    in_force: 2023-01
    articles:
      - {number: 1, heading: {zh: 目的, en: Purpose}, text: 目的, settings: none}
      - {number: 2, heading: {zh: 报销, en: Guarantee}, text: 报销, settings: {policies: {reimbursement_guarantee: {enabled: true, own_share: 0.1}}}}
      - {number: 3, heading: {zh: 资金, en: Money}, text: 资金, settings: {policies: {social_capital: {level: 300000000}}}}
    """
  private static let base = """
    title: {zh: 小基准, en: Small base}
    period: {start: 2022-01, results_from: 2023, end: 2023}
    population: {counties: [赤水市, 仁怀市]}
    policies: {reimbursement_guarantee: off}
    """
  private static let question = """
    title: {zh: 逐条, en: Articles}
    baseline: base.yaml
    draft: draft.yaml
    rate: {measure: stock, year: 2023}
    smallest_difference: 0.02pp
    design: {replications: 4, sample: 0.01, seed: 0}
    quick: {replications: 2}
    """

  @Test func `A question goes from a file to a report, and the same question is kept`() throws {
    let folder = try TemporaryFolder()
    _ = try folder.write("base.yaml", Self.base)
    _ = try folder.write("draft.yaml", Self.draft)
    let question = try folder.write("asked.yaml", Self.question)
    let store = ["--store", folder.path("store")]
    let result = try Program.run(
      ["articles", question, "--quick", "--output", folder.path("a")] + store)
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output.hasPrefix("8 futures to simulate, about "))
    #expect(result.output.contains("Adopting all 2 articles that can be simulated"))
    #expect(result.output.hasSuffix("Report: \(folder.path("a"))/report.html\n"))
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path("a")).sorted()
    #expect(
      files == [
        "articles.csv", "contributions.csv", "draft.csv", "interactions.csv", "memorandum.en.md",
        "memorandum.zh.md", "question.json", "question.yaml", "report.html",
      ])
    let again = try Program.run(
      ["articles", question, "--quick", "--output", folder.path("a")] + store)
    #expect(again.status == 0 && again.output.contains("already there and is kept"))
    let other = try Program.run(["articles", question, "--output", folder.path("a")] + store)
    #expect(other.status == 64)
    let single = try Program.run(
      [
        "articles", question, "--quick", "--threads", "1", "--no-store", "--quiet", "--output",
        folder.path("b"),
      ])
    #expect(single.status == 0)
    for file in files where file != "report.html" {
      #expect(try folder.text("a/" + file) == folder.text("b/" + file), "\(file)")
    }
  }

  @Test func `A bad question is refused before anything is simulated`() throws {
    let folder = try TemporaryFolder()
    _ = try folder.write("base.yaml", Self.base)
    _ = try folder.write("draft.yaml", Self.draft)
    let question = try folder.write(
      "asked.yaml", Self.question.replacingOccurrences(of: "year: 2023", with: "year: 2033"))
    let result = try Program.run(["articles", question, "--output", folder.path("a")])
    #expect(result.status == 64 && result.errors.contains("rate.year is 2033"))
    #expect(!FileManager.default.fileExists(atPath: folder.path("a")))
  }
}
