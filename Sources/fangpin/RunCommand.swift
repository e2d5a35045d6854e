import ArgumentParser
import Experiments
import Households
import Reporting

/// `fangpin run`: simulates a scenario and writes its report and tables.
struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: say("模拟一个情景并写出报告和数据表。", "Simulate a scenario and write its report and tables."))

  @Argument(help: scenarioHelp)
  var scenario: String

  @OptionGroup var options: SimulationOptions

  @Flag(help: help("打印各机制占用的时间。", "Print each mechanism's share of the time."))
  var profile = false

  @Option(
    help: help(
      "另做方差分解：参数抽样次数 D、年景数 S、住户运气数 H，如 16,8,4；结果写入 variance.csv。",
      "Also split the variance: D draws of the parameters, S shock-years, H of households' luck, such as 16,8,4; written to variance.csv.",
      valueName: "D,S,H"))
  var variance: VarianceLevels?

  func run() throws {
    try Failure.said(in: options.messages) {
      let resolved = try AccountedScenario.read(scenario)
      Interruption.listen()
      let prepared = try SimulationRun.prepare(
        resolved, options: try runOptions(for: resolved.scenario), store: options.store.store)
      let identity = prepared.identity
      let place = options.output ?? RunFolder.defaultPath(for: identity)
      let existing = RunFolder.existing(for: identity, at: place)
      guard try options.mayWrite(to: place, over: existing) else { return }
      let progress = ProgressLine(
        householdMonths: prepared.householdMonths, language: options.messages,
        isQuiet: options.quiet)
      defer { progress.finish() }
      let completed = try prepared.simulate(
        store: options.store.store, progress: progress.update,
        isCancelled: { Interruption.isRequested })
      let written = try RunFolder.write(
        completed, to: place, language: options.report, replace: options.replace)
      progress.finish()
      if !options.quiet {
        print(
          HeadlineTable.text(
            completed.tables, scenario: completed.scenario, language: options.messages))
        var cautions = Cautions(language: options.messages)
        cautions.add(completed.tables, title: completed.scenario.title[options.messages])
        if !cautions.sentences.isEmpty { print(cautions.text) }
      }
      if profile { print(ProfileTable.text(completed.outcomes, language: options.messages)) }
      options.tellReport(in: written)
    }
  }

  private func runOptions(for scenario: Scenario) throws -> RunOptions {
    var runOptions = try options.runOptions(for: scenario)
    runOptions.isProfiled = profile
    runOptions.varianceLevels = variance?.levels
    return runOptions
  }
}
