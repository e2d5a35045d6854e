import Foundation
import Households
import Testing

@testable import ScenarioFiles

/// Parameter files and geography tables.
struct DeclarationTests {
  let folder: ScenarioFolder
  init() throws { folder = try ScenarioFolder() }

  @Test func `Declarations keep their order and everything they say`() throws {
    let parameters = try ScenarioLibrary.parameters(folder: folder.path)
    #expect(parameters.map(\.name) == ["fund.total", "fund.share", "flood.season", "lines.growth"])
    let total = parameters[0]
    #expect(total.values == [1000] && total.valid == 0...100_000)
    #expect(total.prior == .choices([800, 1000]) && total.origin == .plan)
    #expect(total.source == "section 1" && total.file == "parameters/numbers.yaml")
    #expect(total.meaning == BilingualText(chinese: "资金", english: "Money of the fund"))
    #expect(parameters[1].prior == .beta(2, 8))
    #expect(parameters[2].values.count == 12)
    #expect(parameters[2].prior == .fixed)
  }

  @Test(arguments: [
    ("value: 0.03", "value: 3", "lines.growth is 3, but it is a number between -0.05 and 0.15"),
    ("{uniform: [0, 0.06]}", "{uniform: [0.06, 0]}", "make no uniform distribution"),
    ("{uniform: [0, 0.06]}", "{uniform: [0, 9]}", "reaches 9, outside the valid range"),
    ("{uniform: [0, 0.06]}", "{unifrom: [0, 9]}", "Did you mean uniform?"),
    ("{uniform: [0, 0.06]}", "{normal: [0, 0]}", "make no normal distribution"),
    ("{beta: [2, 8]}", "{beta: [2]}", "must be a list of 2 numbers"),
    ("origin: assumption", "origin: hearsay", "fund.share.origin is hearsay, which is no origin"),
    ("valid: [0, 1]", "valid: [1, 0]", "fund.share.valid must name the lower bound first"),
    ("      source: \"section 2\"\n", "", "lines.growth lacks source"),
    ("3, 3, 1.5", "3, 1.5", "flood.season has 11 values, but one value or twelve are expected"),
    ("lines.growth:", "growth:", "growth has no theme in front"),
    ("lines.growth:", "fund.total:", "fund.total is written twice"),
  ])
  func `A mistake in a declaration is found`(old: String, new: String, message: String) throws {
    let old = old.replacingOccurrences(of: "      source", with: "  source")
    let text = ScenarioFolder.parameters.replacingOccurrences(of: old, with: new)
    #expect(text != ScenarioFolder.parameters)
    try folder.write("parameters/numbers.yaml", text)
    #expect(try folder.declarationMessages().contains(message))
  }

  @Test func `A name declared in two files is a mistake that names both`() throws {
    try folder.write("parameters/zz.yaml", ScenarioFolder.parameters)
    #expect(
      try folder.declarationMessages().contains(
        "parameters/zz.yaml:1:1: error: fund.total is already declared in parameters/numbers.yaml:1."
      ))
  }

  @Test(arguments: [
    ("0.08,0.28", "8,0.28", "counties.csv:3:44: error: share_elderly is 8"),
    ("520581,黔西市,520500", "520581,黔西市,520900", "520900 is no prefecture"),
    ("520581,黔西市", "520526,黔西市", "this code is written twice"),
    ("schooling_years", "schooling", "the header lacks schooling_years"),
    ("27,106,1,1", "27,106,1", "the row has 21 fields, but the header has 22"),
  ])
  func `A mistake in a geography table is found`(old: String, new: String, message: String) throws {
    let text = ScenarioFolder.counties.replacingOccurrences(of: old, with: new)
    #expect(text != ScenarioFolder.counties)
    try folder.write("geography/counties.csv", text)
    #expect(try folder.declarationMessages().contains(message))
  }

  @Test func `All scenarios of the repository are believed`() throws {
    for part in ["", "/packages", "/stress", "/presets", "/examples"] {
      let path = Repository.scenarios + part
      for file in try FileManager.default.contentsOfDirectory(atPath: path)
      where file.hasSuffix(".yaml") {
        _ = try ScenarioLibrary.scenario(at: "\(path)/\(file)")
      }
    }
  }
}
