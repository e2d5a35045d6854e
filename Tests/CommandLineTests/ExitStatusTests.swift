import Foundation
import Testing

@Suite(.serialized) struct ExitStatusTests {
  static let baseline = "Scenarios/guizhou.yaml"

  @Test(
    arguments: [
      ["frobnicate"], ["run"], ["run", baseline, "--no-such-option"],
      ["run", baseline, "--sample", "5"], ["run", baseline, "--sample", "0"],
      ["run", baseline, "--replications", "0"], ["run", baseline, "--replications", "many"],
      ["run", baseline, "--threads", "0"], ["run", baseline, "--seed", "-1"],
      ["run", baseline, "--language", "fr"], ["compare", baseline],
      ["check", baseline, "--sample", "2"], ["schema", "--documentation", "de"],
    ])
  func `A wrong command line ends with 64 and says why`(arguments: [String]) throws {
    let result = try Program.run(arguments)
    #expect(result.status == 64)
    #expect(result.errors.contains("Error:") || result.errors.contains("error:"))
    #expect(result.output.isEmpty)
  }

  @Test func `Per cent for a share is explained`() throws {
    let result = try Program.run("run", Self.baseline, "--sample", "5")
    #expect(
      result.errors.contains("--sample must be above 0 and at most 1 (was 5.0); for 5 % write 0.05")
    )
  }

  @Test func `A file that is not there ends with 64 in both languages`() throws {
    let english = try Program.run("run", "nowhere.yaml")
    #expect(english.status == 64)
    #expect(english.errors.contains("nowhere.yaml: error:"))
    let chinese = try Program.run("run", "nowhere.yaml", locale: "zh_CN.UTF-8")
    #expect(chinese.errors.contains("nowhere.yaml: 错误："))
  }

  @Test func `All mistakes of a scenario are told at once`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(
      "broken.yaml",
      """
      extends: \(Program.repository.path)/Scenarios/guizhou.yaml
      polices: {}
      parameters:
        illness.major_share: 2.5
      shocks:
        drought: {mean_shift: much}

      """)
    let result = try Program.run("check", path)
    #expect(result.status == 64)
    #expect(result.errors.contains("broken.yaml:2:1: error:"))
    #expect(result.errors.contains("broken.yaml:4:3: error:"))
    #expect(result.errors.contains("broken.yaml:6:25: error:"))
  }

  @Test func `A folder that cannot be written is a failed run`() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("file", "in the way")
    let result = try Program.run(
      "run", Self.baseline, "--sample", "0.0005", "--replications", "2", "--output",
      file + "/results")
    #expect(result.status == 1)
    #expect(result.errors.contains("Cannot write"))
    #expect(folder.contents == ["file"])
  }

  @Test func `A folder of something else is never overwritten`() throws {
    let folder = try TemporaryFolder()
    _ = try folder.write("letter.txt", "dear")
    let arguments = [
      "run", Self.baseline, "--sample", "0.0005", "--replications", "2", "--output",
      folder.url.path,
    ]
    #expect(try Program.run(arguments).status == 64)
    #expect(try Program.run(arguments + ["--replace"]).status == 64)
    #expect(folder.contents == ["letter.txt"])
  }
}
