import Foundation
import Testing

@Suite(.serialized) struct CompareTests {
  private static let base = """
    title: {zh: 小基准, en: Small base}
    period: {start: 2022-01, results_from: 2023, end: 2023}
    population: {counties: [赤水市, 仁怀市]}
    """
  private static let question = """
    title: {zh: 两个方案, en: Two packages}
    question: {zh: 哪个最好？, en: Which is the best?}
    baseline: base.yaml
    packages:
      - {name: guarantee, title: {zh: 兜底, en: Guarantee}, settings: {policies: {reimbursement_guarantee: {enabled: true}}}}
      - {name: no-allowance, title: {zh: 无低保, en: No allowance}, settings: {policies: {minimum_living_allowance: {enabled: false}}}}
    rates: [{measure: stock, year: 2023}]
    smallest_difference: 0.5pp
    design: {replications: 24, sample: 0.01, seed: 0}
    quick: {replications: 4}
    quick_value_of_information: {draws: 6, replications: 2, sample: 0.01}
    """

  @Test func `A question is answered, its folder is whole, and a stopped run goes on`() throws {
    let folder = try TemporaryFolder()
    _ = try folder.write("base.yaml", Self.base)
    let question = try folder.write("asked.yaml", Self.question)
    let store = ["--store", folder.path("store")]
    let result = try Program.run(
      ["compare", question, "--quick", "--output", folder.path("a")] + store)
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output.contains("stock_2023 (points)"))
    #expect(
      result.output.contains("With what is not known of the parameters (6 draws of 2 futures)"))
    #expect(result.output.hasSuffix("Report: \(folder.path("a"))/report.html\n"))
    for name in [
      "choices.csv", "cost-effectiveness.csv", "cost-effectiveness-futures.csv",
      "acceptability.csv", "value-of-information.csv", "differences.csv", "question.yaml",
      "report.html", "0-base/run.json", "2-no-allowance/rates.csv",
    ] {
      #expect(FileManager.default.fileExists(atPath: folder.path("a/" + name)), "\(name)")
    }
    let choices = try folder.text("a/choices.csv").split(separator: "\n")
    #expect(choices.count == 4 && choices[0].contains("p_value_holm"))
    // The same from nothing, on one thread: the same bytes.
    let single = try Program.run([
      "compare", question, "--quick", "--threads", "1", "--no-store", "--quiet", "--output",
      folder.path("b"),
    ])
    #expect(single.status == 0)
    for name in ["choices.csv", "acceptability.csv", "value-of-information.csv"] {
      #expect(try folder.text("a/" + name) == folder.text("b/" + name), "\(name)")
    }
  }

  @Test func `A forecast is told before a longer run`() throws {
    let folder = try TemporaryFolder()
    _ = try folder.write("base.yaml", Self.base)
    let question = try folder.write("asked.yaml", Self.question)
    let result = try Program.run([
      "compare", question, "--output", folder.path("a"), "--store", folder.path("store"),
    ])
    #expect(result.status == 0, "\(result.errors)")
    let first = try #require(result.output.split(separator: "\n").first)
    // Eight futures of three policies are simulated to tell it.
    #expect(first.hasPrefix("48 futures to simulate (24 more are kept from before), about "))
    #expect(first.contains("95 % intervals of about ±"))
  }

  @Test func `Options that contradict one another are refused`() throws {
    let folder = try TemporaryFolder()
    let base = try folder.write("base.yaml", Self.base)
    for options in [
      ["--precision", "0.02"], ["--precision", "0.02pp", "--no-store"],
      ["--precision", "0.02pp", "--draws", "2"], ["--at-most", "20"],
    ] {
      let result = try Program.run(["compare", base, base] + options)
      #expect(result.status == 64, "\(options)")
    }
  }
}
