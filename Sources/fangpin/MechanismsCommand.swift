import ArgumentParser
import Experiments
import Foundation
import Households
import Reporting
import ScenarioFiles

/// `fangpin mechanisms`: the systems of the plan, their levers and examples, and what each one does.
struct MechanismsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mechanisms",
    abstract: say(
      "列出方案的各个系统：是否启用、可调的数、示例；--try 逐个试算其作用。",
      "List the plan's systems: in force or not, levers, example; --try simulates what each does."))

  @Argument(
    help: help("系统编号，例如 A2；不写则列出全部。", "Rows, such as A2; all if none is named.", valueName: "ROW"))
  var rows: [String] = []

  @Option(help: help("基准情景文件。", "Scenario file of the baseline.", valueName: "FILE"))
  var baseline = "Scenarios/guizhou.yaml"

  @Flag(
    name: .customLong("try"),
    help: help(
      "模拟每个示例并与基准对照；若有示例没有应有的作用，退出状态为 1。",
      "Simulate every example against the baseline; exit status 1 if one lacks its effect."))
  var tries = false

  @Option(
    help: help("试算时可能的未来数。", "Number of possible futures with --try.", valueName: "N"))
  var replications = 4

  @Option(help: help("试算时农户的份额。", "Share of households with --try.", valueName: "F"))
  var sample = 0.005

  func validate() throws {
    guard sample > 0, sample <= 1, (1...1_000_000).contains(replications) else {
      throw ValidationError(
        say(
          "--sample 应大于 0 且不超过 1，--replications 应至少为 1。",
          "--sample must be above 0 and at most 1, --replications at least 1."))
    }
    for row in rows where PlanSystem(rawValue: row.uppercased()) == nil {
      throw ValidationError(
        say(
          "\(row) 不是方案系统的编号，例如 H1、M4、A2、F1、G3。",
          "\(row) is no row; rows are such as H1, M4, A2, F1, G3."))
    }
  }

  private var systems: [PlanSystem] {
    let asked = Set(rows.map { $0.uppercased() })
    return PlanSystem.allCases.filter { asked.isEmpty || asked.contains($0.rawValue) }
  }

  private var language: Language { MessageLanguage.current }

  func run() throws {
    try Failure.said(in: language) {
      let baseline = try AccountedScenario.read(baseline)
      if tries {
        try tryAll(baseline)
      } else if rows.isEmpty {
        print(SystemTable(baseline.scenario, language: language).text, terminator: "")
      } else {
        let table = SystemTable(baseline.scenario, language: language)
        for system in systems { print(table.account(of: system)) }
      }
    }
  }

  private func example(of system: PlanSystem) -> String {
    let folder = URL(fileURLWithPath: baseline).deletingLastPathComponent().path
    return folder + "/" + system.example
  }

  private func tryAll(_ baseline: AccountedScenario) throws {
    // A mistake in the last example shall not show after a quarter of an hour.
    let examples = try systems.map { ($0, try AccountedScenario.read(example(of: $0))) }
    Interruption.listen()
    let options = RunOptions(
      replications: replications, sample: sample,
      threads: ProcessInfo.processInfo.activeProcessorCount)
    let trial = try SystemTrial(
      baseline: baseline, options: options, isCancelled: { Interruption.isRequested })
    var without: [PlanSystem] = []
    print(EffectTable.header(language), terminator: "")
    for (system, example) in examples {
      let effect = try trial.effect(
        of: system, example: example, isCancelled: { Interruption.isRequested })
      print(EffectTable.line(effect, language), terminator: "")
      if !effect.isShown { without.append(system) }
    }
    guard without.isEmpty else {
      StandardError.write(
        say("没有应有作用的示例：", "Examples without the effect they should have: ")
          + without.map(\.rawValue).joined(separator: ", ") + "\n")
      throw ExitCode.failure
    }
  }
}
