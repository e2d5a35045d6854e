import ArgumentParser
import Foundation
import Households
import Reporting
import ScenarioFiles

/// `fangpin population`: margins of the drawn households beside those they should have.
struct PopulationCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "population",
    abstract: say(
      "生成农户并与目标边际分布对照。", "Draw the households and compare their margins with the targets."))

  @Argument(help: scenarioHelp)
  var scenario: String

  @Option(help: help("抽取农户的份额。", "Share of households.", valueName: "F"))
  var sample = 1.0

  @Option(
    help: help(
      "把抽取的农户写成 CSV 文件，一户一行。", "Write the drawn households to a CSV file, a row each.",
      valueName: "FILE"))
  var export: String?

  func validate() throws {
    guard sample > 0, sample <= 1 else {
      throw ValidationError(
        say("--sample 应大于 0 且不超过 1。", "--sample must be above 0 and at most 1."))
    }
  }

  func run() throws {
    let language = MessageLanguage.current
    try Failure.said(in: language) {
      let scenario = try ScenarioLibrary.scenario(at: scenario)
      let population = try PopulationSynthesis.population(
        of: scenario, sampleFraction: sample,
        threads: ProcessInfo.processInfo.activeProcessorCount)
      if let export {
        try PopulationTable.write(population, geography: scenario.geography, to: export)
      }
      let margins = try PopulationMargins.measure(population, scenario: scenario)
      print(table(margins, language).text, terminator: "")
      let outside = margins.count { !$0.isWithin }
      print(
        say(
          "\(population.householdCount) 户；\(margins.count) 项中有 \(outside) 项超出容差。",
          "\(population.householdCount) households; \(outside) of \(margins.count) margins out of "
            + "tolerance."))
      if outside > 0 { throw ExitCode.failure }
    }
  }

  private func table(_ margins: [PopulationMargin], _ language: Language) -> TerminalTable {
    let header = [
      say("指标", "margin"), say("范围", "region"), say("单位", "unit"), say("目标", "target"),
      say("达到", "achieved"), say("容差", "tolerance"), "",
    ]
    let rows = margins.map { margin in
      [
        margin.name[language], margin.scope[language], margin.unit[language],
        rounded(margin.target), rounded(margin.achieved), rounded(margin.tolerance),
        margin.isWithin ? say("合格", "within") : say("超出", "OUT"),
      ]
    }
    return TerminalTable(
      rows: [header] + rows, alignedRight: [false, false, false, true, true, true, false])
  }

  /// Four significant digits are more than any target has.
  private func rounded(_ number: Double) -> String {
    abs(number) >= 1000 ? String(format: "%.0f", number) : String(format: "%.4g", number)
  }
}
