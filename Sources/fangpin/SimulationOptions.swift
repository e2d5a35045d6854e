import ArgumentParser
import Experiments
import Households
import ScenarioFiles
import Simulation

extension LedgerPlaces: ExpressibleByArgument {}

/// The options that `run` and `compare` share.
struct SimulationOptions: ParsableArguments {
  @Option(
    name: .customLong("replications"),
    help: help("模拟多少种可能的未来。默认 200。", "Number of possible futures. Default: 200.", valueName: "N"))
  var chosenReplications: Int?

  /// Number of possible futures as asked, else 200.
  var replications: Int { chosenReplications ?? 200 }

  @Option(
    help: help(
      "不确定参数的抽样次数；每次抽样都模拟同样的 N 种未来。默认 1，即只用声明值。",
      "Draws of the uncertain parameters; each meets the same N futures. Default: 1, the declared values alone.",
      valueName: "D"))
  var draws = 1

  @Option(
    help: help(
      "校准集合文件（fangpin calibrate 写出的 posterior-*.csv）：已校准的参数整组取自其中，其余取自先验；需与 --draws 同用。",
      "Ensemble of a calibration (a posterior-*.csv of fangpin calibrate): calibrated parameters come together from it, all others from their priors; needs --draws.",
      valueName: "FILE"))
  var posterior: String?

  @OptionGroup var households: SampleOptions

  @OptionGroup var store: StoreOptions

  @Option(
    name: [.short, .long],
    help: help(
      "结果文件夹。默认在 Outputs 之下。", "Folder of the results. Default: below Outputs.", valueName: "DIR"))
  var output: String?

  @Flag(help: help("覆盖已有的结果文件夹。", "Overwrite an existing folder of results."))
  var replace = false

  @Option(
    help: help(
      "报告的语言：zh 或 en。默认中文。", "Language of the report: zh or en. Default: Chinese.",
      valueName: "zh|en"))
  var language: Language?

  @Option(
    help: help(
      "ledger.csv 按市州还是按县：prefecture 或 county。默认按市州。",
      "Places of ledger.csv: prefecture or county. Default: prefecture.",
      valueName: "prefecture|county"))
  var ledger = LedgerPlaces.prefecture

  @Flag(help: help("不显示进度和结果表。", "Print neither progress nor the table of results."))
  var quiet = false

  /// Language of messages: as asked, else that of the locale.
  var messages: Language { language ?? MessageLanguage.current }

  /// Language of the report: as asked, else Chinese.
  var report: Language { language ?? .chinese }

  /// What the experiments need to know.
  ///
  /// - Parameter scenario: The scenario whose library declares the parameters of the ensemble.
  /// - Returns: The options.
  /// - Throws: `ScenarioFileErrors` with every mistake of the ensemble's file.
  func runOptions(for scenario: Scenario) throws -> RunOptions {
    var options = RunOptions(
      replications: replications, sample: households.sample, seed: households.seed,
      threads: households.threads, ledger: ledger,
      draws: draws)
    options.posterior = try posterior.map {
      try PosteriorFile.read(at: $0, declared: scenario.parameters.declared)
    }
    return options
  }

  func validate() throws {
    guard (1...1_000_000).contains(replications) else {
      throw ValidationError(
        say(
          "--replications 应为 1 至 1000000 的整数（写成了 \(replications)）。",
          "--replications must be between 1 and 1000000 (was \(replications))."))
    }
    guard (1...10_000).contains(draws), draws == 1 || replications > 1 else {
      throw ValidationError(
        say(
          "--draws 应为 1 至 10000 的整数，大于 1 时 --replications 至少为 2（写成了 --draws \(draws) --replications \(replications)）。",
          "--draws must be between 1 and 10000, and above 1 needs --replications of at least 2 (was --draws \(draws) --replications \(replications))."
        ))
    }
    guard posterior == nil || draws > 1 else {
      throw ValidationError(
        say(
          "--posterior 需要 --draws 大于 1：校准集合只用于参数抽样。",
          "--posterior needs --draws above 1: the ensemble is for draws of the parameters."))
    }
  }
}
