import Foundation
import Testing

@Suite(.serialized) struct CalibrateTests {
  /// Few points of few households: enough to go all the way.
  private static let plan = """
    title: {zh: 小校准, en: Small calibration}
    scenario: ../../Scenarios/guizhou.yaml
    parameters: [lines.return_2023, illness.admission_old, prices.volatility_scale]
    moments:
      - {id: flow, title: {zh: 流量, en: Flow}, quantity: flow, years: 2023, target: 0.01, tolerance: 0.01, role: fit, source: made up}
      - {id: admissions, title: {zh: 住院, en: Admissions}, quantity: admission_rate, years: 2023, target: 0.14, tolerance: 0.02, role: fit, source: made up}
      - {id: pigs, title: {zh: 生猪, en: Pigs}, quantity: price_volatility, product: pigs, target: 0.04, tolerance: 0.01, role: fit, source: made up}
      - {id: wages, title: {zh: 工资, en: Wages}, quantity: wage_share, target: 0.67, tolerance: 0.05, role: held_out, source: made up}
    design: {waves: 2, draws: 8, replications: 2, sample: 0.0005, seed: 1, weather_years: 10, price_futures: 2, candidates: 500, cut_off: 5, tolerated: 1}
    """

  @Test func `A calibration goes from a file to an ensemble that a run draws from`() throws {
    let folder = try TemporaryFolder()
    let plan = try folder.write("small.yaml", Self.plan)
    let result = try Program.run("calibrate", plan, "--output", folder.path("c"))
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output.contains("| Flow | fit | 0.01 |"))
    #expect(result.output.hasSuffix("Calibration: \(folder.path("c"))/calibration.md\n"))
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path("c")).sorted()
    #expect(
      files == [
        "calibration.md", "conflicts.csv", "emulators.csv", "moments.csv", "parameters.csv",
        "points.csv", "posterior-small.csv",
      ])
    #expect(try folder.text("c/points.csv").split(separator: "\n").count == 17)
    let ensemble = try folder.text("c/posterior-small.csv").split(separator: "\n")
    #expect(
      ensemble[0] == "weight,lines.return_2023,illness.admission_old,prices.volatility_scale")
    #expect(ensemble.count == 9)
    let report = try folder.text("c/calibration.md")
    #expect(report.contains("# 小校准") && report.contains("# Small calibration"))
    // Prices answer to their volatility alone.
    let pigs = try folder.text("c/emulators.csv").split(separator: "\n").first {
      $0.hasPrefix("pigs,")
    }
    let effects = try #require(pigs).split(separator: ",").compactMap { Double($0) }
    #expect(effects.count == 6 && effects[5] > 0.5)
    #expect(abs(effects[3]) < 0.01 && abs(effects[4]) < 0.01)

    let again = try Program.run(
      "calibrate", plan, "--output", folder.path("d"), "--threads", "1", "--quiet")
    #expect(again.status == 0)
    for file in files {
      #expect(try folder.text("c/" + file) == folder.text("d/" + file), "\(file)")
    }

    let run = try Program.run(
      RunTests.small + [
        "--draws", "3", "--posterior", folder.path("c/posterior-small.csv"), "--output",
        folder.path("r"),
      ])
    #expect(run.status == 0, "\(run.errors)")
    #expect(try folder.text("r/run.json").contains("\"posterior\" : \"posterior-small\""))
    #expect(try folder.text("r/assurance.md").contains("posterior-small"))
    let draws = try folder.text("r/draws.csv").split(separator: "\n")
      .map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    let place = try #require(draws[0].firstIndex(of: "prices.volatility_scale"))
    let members = Set(ensemble.dropFirst().compactMap { $0.split(separator: ",").last })
    for draw in draws.dropFirst() { #expect(members.contains(draw[place])) }
  }

  @Test func `A folder that is in the way and a broken file are refused`()
    throws
  {
    let folder = try TemporaryFolder()
    let plan = try folder.write("small.yaml", Self.plan)
    let blocked = try Program.run("calibrate", plan, "--output", folder.url.path)
    #expect(blocked.status == 64 && blocked.errors.contains("exists"))
    let kept = try Program.run("calibrate", plan, "--output", folder.url.path, "--replace")
    #expect(kept.status == 64 && kept.errors.contains("not a folder of results"))
    let broken = try folder.write(
      "broken.yaml", Self.plan.replacing("flow, years", with: "flw, years"))
    let result = try Program.run("calibrate", broken, "--output", folder.path("c"))
    #expect(result.status == 64)
    #expect(
      result.errors.contains("broken.yaml:5:") && result.errors.contains("Did you mean flow?"))
    #expect(folder.contents == ["broken.yaml", "small.yaml"])
  }

  @Test func `An ensemble needs draws and must exist`() throws {
    let none = try Program.run(RunTests.small + ["--posterior", "none.csv"])
    #expect(none.status == 64 && none.errors.contains("--draws"))
    let missing = try Program.run(
      RunTests.small + ["--draws", "2", "--posterior", "none.csv"])
    #expect(missing.status == 64 && missing.errors.contains("there is no file none.csv"))
  }
}
