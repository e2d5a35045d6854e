import ArgumentParser
import Experiments
import Foundation
import Households
import Reporting
import ScenarioFiles

/// `fangpin backtest`: lets the model live through times that are over and holds it against the record.
struct BackTestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backtest",
    abstract: say(
      "回测：让模型经历已经过去的年份，看实际记录是否落在其预测区间内。",
      "Back-test: let the model live through past years and see whether the record lies inside."),
    discussion: say(
      """
      每条记录给出模型 95% 的未来所在的区间；加 --draws 时也含参数的不确定性。“秩”是低于记录值的未来所占的份额，
      接近 0 或 1 表示模型没有料到。
      """,
      """
      For each record: the range in which 95 % of the model's futures lie; with --draws also over what is
      believed of the parameters. The rank is the share of futures below the record: near 0 or 1 the
      model did not expect it.
      """))

  /// How results are written.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, csv, markdown
  }

  @Argument(help: help("记录文件（CSV）。", "File of records (CSV).", valueName: "FILE"))
  var records = "Scenarios/history/records.csv"

  @Option(
    help: help("每组参数的未来数，至少为 1。", "Possible futures of each draw, at least 1.", valueName: "N"))
  var replications = 40

  @Option(
    help: help(
      "参数抽样次数；1 表示只用给定值。", "Draws of the parameters; 1 for the declared values.", valueName: "D"))
  var draws = 1

  @OptionGroup var drawn: SampleOptions

  @Option(help: help("格式。", "Format.", valueName: "text|csv|markdown"))
  var format = Format.text

  @Option(help: help("语言：zh 或 en。", "Language: zh or en.", valueName: "zh|en"))
  var language: Language?

  func validate() throws {
    guard (1...1_000_000).contains(replications), (1...100_000).contains(draws) else {
      throw ValidationError(
        say(
          "--replications 与 --draws 应至少为 1。", "--replications and --draws must be at least 1."))
    }
  }

  func run() throws {
    let language = language ?? MessageLanguage.current
    try Failure.said(in: language) {
      let all = try RecordFile.records(at: records)
      let tests = try periods(of: all).map { try BackTest($0, options: options) }
      Interruption.listen()
      let progress = ProgressLine(householdMonths: 0, language: language, isQuiet: false)
      defer { progress.finish() }
      var results: [String: BackTestResult] = [:]
      for (number, test) in tests.enumerated() {
        let told = try test.perform(
          progress: { progress.update((Double(number) + $0) / Double(tests.count)) },
          isCancelled: { Interruption.isRequested })
        for result in told { results[result.record.name] = result }
      }
      progress.finish()
      let table = BackTestTable(all.compactMap { results[$0.name] }, language: language)
      switch format {
      case .markdown: print(table.markdown, terminator: "")
      case .csv: print(table.commaSeparated, terminator: "")
      case .text:
        let right = [false, true, true, true, true, false, true, false]
        print(TerminalTable(rows: table.rows, alignedRight: right).text, terminator: "")
      }
    }
  }

  private var options: RunOptions {
    RunOptions(
      replications: replications, sample: drawn.sample, seed: drawn.seed, threads: drawn.threads,
      draws: draws)
  }

  /// The scenarios in the order in which the records first name them, each with its records.
  private func periods(of records: [HistoricalRecord]) throws -> [BackTest.Period] {
    let folder = URL(fileURLWithPath: self.records).deletingLastPathComponent().relativePath
    var names: [String] = []
    for record in records where !names.contains(record.scenario) { names.append(record.scenario) }
    return try names.map { name in
      BackTest.Period(
        scenario: try ScenarioLibrary.scenario(at: "\(folder)/\(name)"),
        records: records.filter { $0.scenario == name })
    }
  }
}
