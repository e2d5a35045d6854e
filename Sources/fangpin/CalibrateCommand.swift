import ArgumentParser
import Experiments
import Foundation
import Households
import Reporting
import ScenarioFiles

/// `fangpin calibrate`: fits parameters to recorded moments and writes an ensemble of them.
struct CalibrateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "calibrate",
    abstract: say(
      "把参数校准到有记录的矩，写出带权重的参数集合（历史匹配与仿真器）。",
      "Fit parameters to recorded moments; writes a weighted ensemble (history matching, emulators)."
    ),
    discussion: say(
      """
      需时数分钟。集合供 run 和 compare 的 --draws D --posterior FILE.csv 使用。例：
        fangpin calibrate Scenarios/calibration/baseline.yaml
      """,
      """
      Takes minutes. The ensemble is for --draws D --posterior FILE.csv of run and compare. Example:
        fangpin calibrate Scenarios/calibration/baseline.yaml
      """))

  @Argument(
    help: help(
      "校准文件，例如 Scenarios/calibration/baseline.yaml。",
      "Calibration file, such as Scenarios/calibration/baseline.yaml."))
  var calibration: String

  @Option(
    name: [.short, .long],
    help: help(
      "结果文件夹。默认 Outputs/calibration-<名称>。",
      "Folder of the results. Default: Outputs/calibration-<name>.", valueName: "DIR"))
  var output: String?

  @Option(
    name: .customLong("threads"),
    help: help(
      "线程数，不影响结果。默认为处理器核数。", "Threads; results do not depend on it. Default: all cores.",
      valueName: "T"))
  var chosenThreads: Int?

  @Flag(help: help("覆盖已有的结果文件夹。", "Overwrite an existing folder of results."))
  var replace = false

  @Option(
    help: help("语言：zh 或 en。", "Language: zh or en.", valueName: "zh|en"))
  var language: Language?

  @Flag(help: help("不显示进度和结果表。", "Print neither progress nor the table of results."))
  var quiet = false

  private var messages: Language { language ?? MessageLanguage.current }

  func validate() throws {
    guard (1...4096).contains(chosenThreads ?? 1) else {
      throw ValidationError(
        say(
          "--threads 应为 1 至 4096 的整数（写成了 \(chosenThreads ?? 0)）。",
          "--threads must be between 1 and 4096 (was \(chosenThreads ?? 0))."))
    }
  }

  func run() throws {
    try Failure.said(in: messages) {
      let (plan, scenario) = try CalibrationFile.read(at: calibration)
      let place = output ?? CalibrationFolder.defaultPath(for: plan)
      if !replace { try CalibrationFolder.refuseExisting(at: place) }
      Interruption.listen()
      let progress = PointsLine(
        points: plan.design.waves * plan.design.draws, language: messages, isQuiet: quiet)
      defer { progress.finish() }
      let completed = try Calibration.perform(
        plan, scenario, threads: chosenThreads ?? ProcessInfo.processInfo.activeProcessorCount,
        progress: progress.update, isCancelled: { Interruption.isRequested })
      try CalibrationFolder.write(completed, to: place, replace: replace)
      progress.finish()
      if !quiet { print(CalibrationText.summary(completed, language: messages), terminator: "") }
      print(say("校准结果：", "Calibration: ") + place + "/calibration.md")
    }
  }
}
