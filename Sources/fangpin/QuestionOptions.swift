import ArgumentParser
import Experiments
import Foundation
import Households
import Reporting

/// The options that all commands with a question file share, and the way from a question to its folder.
struct QuestionOptions: ParsableArguments {
  @Argument(
    help: help(
      "问题文件，例如 Scenarios/questions/ 下的文件。", "Question file, such as one of Scenarios/questions/."))
  var question: String

  @Flag(
    help: help(
      "按问题文件的 quick 部分快速回答（两核十分钟之内）。",
      "Answer quickly, as `quick` of the question file says (within ten minutes on two cores)."))
  var quick = false

  @Option(
    help: help(
      "每个情景模拟多少种未来。默认按问题文件。", "Futures of each scenario. Default: as the question says.",
      valueName: "N"))
  var replications: Int?

  @Option(
    help: help(
      "抽取农户的份额。默认按问题文件。", "Share of households. Default: as the question says.", valueName: "F"))
  var sample: Double?

  @Option(
    help: help(
      "随机数种子。默认按问题文件。", "Seed of the random draws. Default: as the question says.", valueName: "S"))
  var seed: UInt64?

  @Option(
    name: .customLong("threads"),
    help: help(
      "线程数，不影响结果。默认为处理器核数。", "Threads; results do not depend on it. Default: all cores.",
      valueName: "T"))
  var chosenThreads: Int?

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

  @Flag(help: help("不显示进度和结果。", "Print neither progress nor the answer."))
  var quiet = false

  /// Language of messages: as asked, else that of the locale.
  var messages: Language { language ?? MessageLanguage.current }

  /// Language of the report: as asked, else Chinese.
  var report: Language { language ?? .chinese }

  /// Threads as asked, else one a core.
  var threads: Int { chosenThreads ?? ProcessInfo.processInfo.activeProcessorCount }

  func validate() throws {
    guard (2...1_000_000).contains(replications ?? 2) else {
      throw ValidationError(
        say(
          "--replications 应为 2 至 1000000 的整数（写成了 \(replications ?? 0)）。",
          "--replications must be between 2 and 1000000 (was \(replications ?? 0))."))
    }
    guard sample.map({ $0 > 0 && $0 <= 1 }) ?? true else {
      throw ValidationError(
        say(
          "--sample 应大于 0 且不超过 1（写成了 \(sample ?? 0)）；5% 请写 0.05。",
          "--sample must be above 0 and at most 1 (was \(sample ?? 0)); for 5 % write 0.05."))
    }
    guard (1...4096).contains(threads) else {
      throw ValidationError(
        say(
          "--threads 应为 1 至 4096 的整数（写成了 \(threads)）。",
          "--threads must be between 1 and 4096 (was \(threads))."))
    }
  }

  /// The design of the question, or its quick one, with what the command line says otherwise.
  func design(_ whole: StudyDesign, quick short: StudyDesign) -> StudyDesign {
    var design = quick ? short : whole
    if let replications { design.replications = replications }
    if let sample { design.sample = sample }
    if let seed { design.seed = seed }
    return design
  }

  /// The command that gives the same tables.
  func repeatCommand(_ command: String) -> String {
    var words = ["fangpin", command, question]
    if quick { words.append("--quick") }
    if let replications { words += ["--replications", "\(replications)"] }
    if let sample { words += ["--sample", "\(sample)"] }
    if let seed { words += ["--seed", "\(seed)"] }
    return words.joined(separator: " ")
  }

  /// Answers a question: looks for the answer in its folder, simulates, writes the folder and tells the answer.
  ///
  /// - Parameters:
  ///   - identity: What the question is.
  ///   - futures: About how many futures it takes, for the time left.
  ///   - answer: Simulates and writes the content; it is given the study, and a way to tell the forecast.
  /// - Throws: `FolderError` if a folder is in the way, and what `answer` throws.
  func ask(
    _ identity: QuestionIdentity, futures: Int,
    _ answer: (Study, (StudyForecast) -> Void) throws -> QuestionContent
  ) throws {
    let place = output ?? QuestionFolder.defaultPath(for: identity)
    guard try mayWrite(to: place, over: QuestionFolder.existing(for: identity, at: place)) else {
      return
    }
    Interruption.listen()
    let study = Study(
      sample: identity.design.sample, seed: identity.design.seed, threads: threads,
      store: store.store, isCancelled: { Interruption.isRequested })
    let line = FuturesLine(futures: futures, language: messages, isQuiet: quiet)
    defer { line.finish() }
    study.afterBatch = line.add
    let content = try answer(study) { forecast in
      if !quiet { print(ForecastText.sentence(forecast, messages)) }
    }
    let written = try QuestionFolder.write(
      content, to: place, language: report, replace: replace)
    line.finish()
    if !quiet {
      for sentence in content.answers { print(sentence[messages]) }
      for warning in content.warnings { print(say("注意：", "Caution: ") + warning[messages]) }
    }
    print(say("报告：", "Report: ") + written + "/report.html")
  }

  /// Whether the answer has to be computed and can be written to a folder.
  private func mayWrite(to place: String, over existing: ExistingFolder) throws -> Bool {
    switch existing {
    case .none: return true
    case .different where !replace: throw FolderError.exists(path: place)
    case .identical where !replace:
      print(
        say("相同的问题已有答案，予以保留。", "The answer to the identical question is already there and is kept.")
      )
      print(say("报告：", "Report: ") + place + "/report.html")
      return false
    default: return true
    }
  }

  private func say(_ chinese: String, _ english: String) -> String {
    BilingualText(chinese: chinese, english: english)[messages]
  }
}
