import Foundation
import Testing

@Suite(.serialized) struct RunTests {
  static let small = [
    "run", "Scenarios/guizhou.yaml", "--sample", "0.0005", "--replications", "2",
  ]

  private func record(_ folder: TemporaryFolder, _ name: String) throws -> [String: Any] {
    let json = try JSONSerialization.jsonObject(
      with: Data(folder.text(name + "/run.json").utf8))
    return try #require(json as? [String: Any])
  }

  @Test func `A run writes its whole folder and names the report last`() throws {
    let folder = try TemporaryFolder()
    let result = try Program.run(Self.small + ["--output", folder.path("a")])
    #expect(result.status == 0)
    #expect(result.errors.isEmpty, "no progress where there is no terminal")
    #expect(result.output.hasSuffix("Report: \(folder.path("a"))/report.html\n"))
    #expect(result.output.contains("2030"))
    #expect(result.output.contains("2 次重复（少于 200 次）") || result.output.contains("Only 2 repl"))
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path("a")).sorted()
    #expect(
      files == [
        "assurance.md", "ledger.csv", "money.csv", "monitoring.csv", "rates.csv", "report.html",
        "run.json",
        "scenario.yaml", "systems.csv", "targets.csv",
      ])
    #expect(folder.contents == ["a"])
  }

  @Test func `Draws of the parameters say where the spread comes from`() throws {
    let folder = try TemporaryFolder()
    let drawn = ["--draws", "3", "--variance", "2,2,2"]
    let result = try Program.run(Self.small + drawn + ["--output", folder.path("a")])
    #expect(result.status == 0)
    let draws = try folder.text("a/draws.csv").split(separator: "\n")
    #expect(draws.count == 4)
    #expect(draws[0].hasPrefix("draw,stock_2023,"))
    #expect(try folder.text("a/uncertainty.csv").contains("2030,stock,"))
    #expect(try folder.text("a/variance.csv").contains("2030,stock,parameters_x_households,"))
    let report = try folder.text("a/report.html")
    #expect(report.contains("id=\"uncertainty\"") && report.contains("id=\"variance\""))
    #expect(try record(folder, "a")["draws"] as? Int == 3)
    let threads = ["--threads", "1", "--output", folder.path("b")]
    #expect(try Program.run(Self.small + drawn + threads).status == 0)
    for name in ["draws.csv", "uncertainty.csv", "variance.csv", "rates.csv"] {
      #expect(try folder.text("a/" + name) == folder.text("b/" + name), "\(name)")
    }
  }

  @Test(arguments: [["--variance", "2,2"], ["--variance", "1,2,3"], ["--draws", "0"]])
  func `A wrong number of draws is explained`(option: [String]) throws {
    let result = try Program.run(Self.small + option)
    #expect(result.status == 64)
    #expect(result.errors.contains(option[0]))
  }

  @Test func `A profile tells where the time goes and changes no result`() throws {
    let folder = try TemporaryFolder()
    #expect(try Program.run(Self.small + ["--output", folder.path("a")]).status == 0)
    let result = try Program.run(Self.small + ["--output", folder.path("b"), "--profile"])
    #expect(result.status == 0)
    for step in ["Random draws", "Coping", "Alerts", "100 %"] {
      #expect(result.output.contains(step), "\(step)")
    }
    let digests = try ["a", "b"].map { try record(folder, $0)["outcomesDigest"] as? String }
    #expect(digests[0] == digests[1])
  }

  @Test func `Two runs of one command have one digest, whatever the threads`() throws {
    let folder = try TemporaryFolder()
    #expect(
      try Program.run(Self.small + ["--output", folder.path("a"), "--threads", "1"]).status == 0)
    #expect(
      try Program.run(Self.small + ["--output", folder.path("b"), "--threads", "3"]).status == 0)
    let seed = ["--seed", "2", "--output", folder.path("c")]
    #expect(try Program.run(Self.small + seed).status == 0)
    let (a, b) = (try record(folder, "a"), try record(folder, "b"))
    let digest = try #require(a["outcomesDigest"] as? String)
    #expect(digest.count == 64)
    #expect(b["outcomesDigest"] as? String == digest)
    #expect(a["runDigest"] as? String == b["runDigest"] as? String)
    #expect(try record(folder, "c")["outcomesDigest"] as? String != digest)
    #expect(try folder.text("a/rates.csv") == folder.text("b/rates.csv"))
  }

  @Test func `An identical folder is kept and another one is in the way`() throws {
    let folder = try TemporaryFolder()
    let place = ["--output", folder.path("a")]
    #expect(try Program.run(Self.small + place).status == 0)
    let written = try FileManager.default.attributesOfItem(atPath: folder.path("a/run.json"))
    let again = try Program.run(Self.small + place)
    #expect(again.status == 0)
    #expect(again.output.contains("already there"))
    let kept = try FileManager.default.attributesOfItem(atPath: folder.path("a/run.json"))
    #expect(written[.modificationDate] as? Date == kept[.modificationDate] as? Date)

    let other = Self.small + place + ["--seed", "2"]
    let refused = try Program.run(other)
    #expect(refused.status == 64)
    #expect(refused.errors.contains("--replace"))
    #expect(try Program.run(other + ["--replace"]).status == 0)
    #expect(try record(folder, "a")["seed"] as? Int == 2)
  }

  @Test func `One possible future has no interval but a report`() throws {
    let folder = try TemporaryFolder()
    let result = try Program.run(
      "run", "Scenarios/guizhou.yaml", "--sample", "0.0005", "--replications", "1", "--output",
      folder.path("a"))
    #expect(result.status == 0)
    #expect(folder.contents == ["a"])
  }

  @Test func `A quiet run says only where the report is`() throws {
    let folder = try TemporaryFolder()
    let result = try Program.run(
      Self.small + ["--output", folder.path("a"), "--quiet", "--language", "en"])
    #expect(result.output == "Report: \(folder.path("a"))/report.html\n")
    #expect(try folder.text("a/report.html").contains("lang=\"en\""))
  }

  @Test func `The report is Chinese unless asked otherwise`() throws {
    let folder = try TemporaryFolder()
    #expect(try Program.run(Self.small + ["--output", folder.path("a"), "--quiet"]).status == 0)
    #expect(try folder.text("a/report.html").contains("lang=\"zh"))
  }

  @Test(arguments: [SIGINT, SIGTERM])
  func `A run that is stopped ends with 130 and leaves nothing behind`(signal: Int32) throws {
    let folder = try TemporaryFolder()
    let process = Program.process([
      "run", "Scenarios/guizhou.yaml", "--sample", "0.0005", "--replications", "100000",
      "--output", folder.path("a"),
    ])
    let errors = Pipe()
    process.standardError = errors
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    // Long enough to read the scenario and begin; the run itself would take hours.
    Thread.sleep(forTimeInterval: 4)
    #expect(process.isRunning)
    kill(process.processIdentifier, signal)
    process.waitUntilExit()
    #expect(process.terminationReason == .exit)
    #expect(process.terminationStatus == 130)
    let text = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    #expect(text.contains("Interrupted"))
    #expect(folder.contents.isEmpty)
  }
}
