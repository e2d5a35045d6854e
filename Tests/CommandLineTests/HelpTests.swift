import Foundation
import Testing

@Suite(.serialized) struct HelpTests {
  @Test func `Help names every subcommand and ends well`() throws {
    let result = try Program.run("--help")
    #expect(result.status == 0)
    for name in [
      "run", "compare", "calibrate", "backtest", "export", "explain", "check", "population",
      "parameters",
      "schema",
    ] {
      #expect(result.output.contains("  \(name) "), "\(name)")
    }
  }

  @Test func `Help is Chinese in a Chinese locale`() throws {
    #expect(try Program.run("run", "--help", locale: "zh_CN.UTF-8").output.contains("情景文件"))
    #expect(try Program.run("run", "--help").output.contains("Scenario file"))
  }

  /// 50 ms is the aim for the release build on a quiet machine; this is a debug build among other
  /// tests, so the fastest of several starts has ten times as long.
  @Test func `Help comes at once`() throws {
    let clock = ContinuousClock()
    let times = try (0..<8).map { _ in
      try clock.measure { _ = try Program.run("--help") }
    }
    #expect(try #require(times.min()) < .milliseconds(500))
  }

  @Test func `The version is a number in three parts`() throws {
    let version = try Program.run("--version").output
    #expect(version.split(separator: ".").count == 3)
  }
}
