import ArgumentParser
import Experiments
import Households
import Reporting
import ScenarioFiles

/// `fangpin compare`: simulates a baseline and reforms with the same draws.
struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: say(
      "在相同的冲击下比较基准情景与一个或多个方案。",
      "Compare reforms with a baseline, household by household under the same shocks."))

  @Argument(help: help("基准情景文件。", "Scenario file of the baseline."))
  var baseline: String

  @Argument(help: help("方案情景文件，可以有多个。", "Scenario files of the reforms."))
  var reforms: [String]

  @OptionGroup var options: SimulationOptions

  func run() throws {
    try Failure.said(in: options.messages) {
      let baseline = try AccountedScenario.read(baseline)
      let reforms = try reforms.map { try AccountedScenario.read($0) }
      try refuseEqual(baseline, reforms)
      Interruption.listen()
      let prepared = try Comparison.prepare(
        baseline: baseline, reforms: reforms,
        options: try options.runOptions(for: baseline.scenario))
      let identities = prepared.runs.map(\.identity)
      let place = options.output ?? CompareFolder.defaultPath(for: identities)
      let existing = CompareFolder.existing(for: identities, at: place)
      guard try options.mayWrite(to: place, over: existing) else { return }
      let progress = ProgressLine(
        householdMonths: prepared.runs.reduce(0) { $0 + $1.householdMonths },
        language: options.messages, isQuiet: options.quiet)
      defer { progress.finish() }
      let completed = try prepared.simulate(
        store: options.store.store, progress: progress.update,
        isCancelled: { Interruption.isRequested })
      let written = try CompareFolder.write(
        completed, to: place, language: options.report, replace: options.replace)
      progress.finish()
      if !options.quiet { tell(completed) }
      options.tellReport(in: written)
    }
  }

  private func tell(_ completed: CompletedComparison) {
    var cautions = Cautions(language: options.messages)
    for run in [completed.baseline] + completed.reforms.map(\.run) {
      print(HeadlineTable.text(run.tables, scenario: run.scenario, language: options.messages))
      cautions.add(run.tables, title: run.scenario.title[options.messages])
    }
    for reform in completed.reforms { cautions.add(reform.tables) }
    if !cautions.sentences.isEmpty { print(cautions.text) }
  }

  /// A reform that changes nothing is a slip, such as a misspelt file name.
  private func refuseEqual(
    _ baseline: AccountedScenario, _ reforms: [AccountedScenario]
  ) throws {
    for (path, reform) in zip(self.reforms, reforms) where reform.content == baseline.content {
      throw ValidationError(
        say("\(path) 与基准情景没有任何区别。", "\(path) changes nothing of the baseline."))
    }
  }
}
