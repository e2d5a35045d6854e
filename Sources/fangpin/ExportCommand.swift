import ArgumentParser
import Experiments
import Foundation
import Households
import Reporting
import ScenarioFiles

extension ExportRequest.Places: ExpressibleByArgument {}

/// `fangpin export`: tidy tables with a data dictionary, for notebooks and spreadsheets.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: say(
      "导出整洁的数据表和数据字典（Frictionless），可附农户逐月面板。",
      "Export tidy tables with a data dictionary (Frictionless), and a household-month panel on request."
    ),
    discussion: say(
      """
      例：
        fangpin export Scenarios/guizhou.yaml --compare-with Scenarios/packages/targets-2025.yaml --output Outputs/export
        fangpin export Scenarios/guizhou.yaml --households 500 --panel-months 6,12 --output Outputs/panel
      """,
      """
      Examples:
        fangpin export Scenarios/guizhou.yaml --compare-with Scenarios/packages/targets-2025.yaml --output Outputs/export
        fangpin export Scenarios/guizhou.yaml --households 500 --panel-months 6,12 --output Outputs/panel
      """))

  @Argument(help: scenarioHelp)
  var scenario: String

  @Option(
    name: .customLong("compare-with"), parsing: .upToNextOption,
    help: help(
      "与之比较的方案情景文件，可以有多个。", "Scenario files of reforms to compare with it.",
      valueName: "REFORM"))
  var reforms: [String] = []

  @Option(
    name: [.short, .long], help: help("导出到哪个文件夹。", "Folder of the export.", valueName: "DIR"))
  var output: String

  @Option(
    help: help(
      "模拟多少种可能的未来，至少 2。默认 200。", "Number of possible futures, at least 2. Default: 200.",
      valueName: "N"))
  var replications = 200

  @Option(
    help: help(
      "replications.csv 写到哪一级：province、prefecture 或 county。默认 prefecture。",
      "Places of replications.csv: province, prefecture or county. Default: prefecture.",
      valueName: "LEVEL"))
  var places = ExportRequest.Places.prefecture

  @OptionGroup var panel: PanelOptions
  @OptionGroup var drawn: SampleOptions
  @OptionGroup var store: StoreOptions

  @Flag(help: help("覆盖已有的导出文件夹。", "Overwrite an existing folder of an export."))
  var replace = false

  @Option(
    help: help(
      "字典中标题和说明的语言：zh 或 en（两种语言都会写入）。默认中文。",
      "Language of titles and descriptions in the dictionary, which holds both: zh or en. Default: Chinese.",
      valueName: "zh|en"))
  var language: Language?

  @Flag(help: help("不显示进度、预计大小和文件。", "Print neither progress nor sizes nor files."))
  var quiet = false

  private var messages: Language { language ?? MessageLanguage.current }

  func validate() throws {
    guard (2...1_000_000).contains(replications) else {
      throw ValidationError(
        say(
          "--replications 应为 2 至 1000000 的整数（写成了 \(replications)）。",
          "--replications must be between 2 and 1000000 (was \(replications))."))
    }
  }

  func run() throws {
    try Failure.said(in: messages) {
      let asked = try ComparedScenarios.files(
        scenario, reforms, smallestDifference: Self.smallestDifference)
      let halves = try panel.halves(of: scenario)
      Interruption.listen()
      let prepared = try PreparedExport.prepare(
        asked.baseline, reforms: asked.reforms, halves: halves, options: options,
        request: ExportRequest(places: places, panel: panel.request))
      guard try mayWrite(ExportFolder.existing(at: output, digest: prepared.digest)) else { return }
      if !quiet { print(size(prepared.size)) }
      let progress = ProgressLine(
        householdMonths: prepared.householdMonths, language: messages, isQuiet: quiet)
      defer { progress.finish() }
      let export = try prepared.simulate(
        store: store.store, progress: progress.update,
        isCancelled: { Interruption.isRequested })
      let files = try ExportFolder.write(
        export, decision: export.decision(asked.choice), to: output,
        language: language ?? .chinese, replace: replace)
      progress.finish()
      if !quiet { print(table(files), terminator: "") }
      tellDictionary()
    }
  }

  /// As `compare` has it unless it is told otherwise: five hundredths of a point.
  private static let smallestDifference = 0.0005

  private var options: RunOptions {
    RunOptions(
      replications: replications, sample: drawn.sample, seed: drawn.seed, threads: drawn.threads)
  }

  private func mayWrite(_ existing: ExistingFolder) throws -> Bool {
    switch existing {
    case .none: return true
    case .different where !replace: throw FolderError.exists(path: output)
    case .identical where !replace:
      print(text("相同的导出已有，予以保留。", "The identical export is already there and is kept."))
      tellDictionary()
      return false
    default: return true
    }
  }

  private func size(_ size: ExportSize) -> String {
    let megabytes = String(format: "%.1f", Double(size.bytes) / 1e6)
    let panel =
      size.panelRows > 0
      ? text("，面板 \(size.panelRows) 行", ", \(size.panelRows) rows of the panel") : ""
    return text(
      "预计：各次未来的值 \(size.replicationRows) 行\(panel)，全部约 \(megabytes) MB。",
      "Expected: \(size.replicationRows) rows of single futures\(panel), about \(megabytes) MB in all."
    )
  }

  private func table(_ files: [(name: String, bytes: Int)]) -> String {
    TerminalTable(
      rows: [[text("文件", "file"), "kB"]]
        + files.map { [$0.name, String(format: "%.1f", Double($0.bytes) / 1e3)] },
      alignedRight: [false, true]
    ).text
  }

  /// Names the dictionary, the last line of the command.
  private func tellDictionary() {
    print(text("数据字典：", "Dictionary: ") + output + "/datapackage.json")
  }

  private func text(_ chinese: String, _ english: String) -> String {
    BilingualText(chinese: chinese, english: english)[messages]
  }
}
