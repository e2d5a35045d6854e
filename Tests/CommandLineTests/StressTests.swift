import Foundation
import Testing

@Suite(.serialized) struct StressTests {
  private static let question = """
    title: {zh: 压力, en: Stress}
    baseline: base.yaml
    packages:
      - {name: guarantee, title: {zh: 报销, en: Guarantee}, settings: {policies: {reimbursement_guarantee: {enabled: true, own_share: 0.05}}}}
    events: [drought.yaml]
    rate: {measure: stock, year: 2023}
    limit: 0.02
    probability: 0.5
    mass_return: {county: 0.03, province: 0.01}
    return_periods: [4]
    design: {replications: 8, sample: 0.01, seed: 0}
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
    _ = try folder.write(
      "drought.yaml",
      """
      extends: base.yaml
      title: {zh: 旱灾, en: Drought}
      events: [{drought: {places: [赤水市], from: 2023-07, to: 2023-09, severity: 0.9}}]
      """)
    let question = try folder.write("asked.yaml", Self.question)
    let store = folder.path("store")
    let result = try Program.run([
      "stress", question, "--output", folder.path("a"), "--store", store, "--threads", "1",
    ])
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output.contains("futures to simulate, about"))
    #expect(result.output.contains("The lowest limit that is kept with a chance of 50"))
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path("a")).sorted()
    #expect(
      files == [
        "cells.csv", "counties.csv", "exceedance.csv", "question.json", "question.yaml",
        "report.html", "return-levels.csv",
      ])
    // The same tables from the store, and with another number of threads.
    let again = try Program.run([
      "stress", question, "--output", folder.path("b"), "--store", store, "--threads", "2",
    ])
    #expect(again.status == 0 && again.output.contains("0 futures to simulate"))
    for table in files where table.hasSuffix(".csv") || table.hasSuffix(".json") {
      #expect(try folder.text("a/\(table)") == folder.text("b/\(table)"), "\(table)")
    }
    let refused = try Program.run(["stress", question, "--replications", "3"])
    #expect(refused.status == 64)
    #expect(refused.errors.contains("3 futures tell nothing of a return period of 4 years."))
  }
}
