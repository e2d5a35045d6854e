import ArgumentParser
import Experiments
import Foundation
import Households
import Reporting

/// What all commands take that answer a question file.
struct QuestionOptions: ParsableArguments {
  @Argument(
    help: help(
      "问题文件，例如 Scenarios/questions/ 中的文件。", "Question file, such as those in Scenarios/questions/.")
  )
  var path: String

  @Flag(help: help("按问题文件的 quick 部分快速回答。", "Answer quickly, as `quick` of the question file says."))
  var quick = false

  @Option(
    name: .customLong("replications"),
    help: help(
      "每个情景模拟多少种可能的未来；默认按问题文件。",
      "Possible futures of each scenario. Default: as the question says.",
      valueName: "N"))
  var chosenReplications: Int?

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

  @Flag(help: help("不显示进度和结果。", "Print neither progress nor the answer."))
  var quiet = false

  /// Language of messages: as asked, else that of the locale.
  var messages: Language { language ?? MessageLanguage.current }

  /// Language of the report: as asked, else Chinese.
  var report: Language { language ?? .chinese }

  func validate() throws {
    guard (2...1_000_000).contains(chosenReplications ?? 2) else {
      throw ValidationError(
        say(
          "--replications 应为 2 至 1000000 的整数（写成了 \(chosenReplications ?? 0)）。",
          "--replications must be between 2 and 1000000 (was \(chosenReplications ?? 0))."))
    }
  }

  /// The work of a question, with what the command line says instead of its file.
  func work(_ design: StudyDesign, quick: StudyDesign) -> StudyDesign {
    var work = self.quick ? quick : design
    if let replications = chosenReplications { work.replications = replications }
    if let sample = households.chosenSample { work.sample = sample }
    if let seed = households.chosenSeed { work.seed = seed }
    return work
  }

  /// The command that gives the same tables.
  func repeatCommand(_ command: String, _ work: StudyDesign) -> String {
    var words = ["fangpin", command, path]
    if quick { words.append("--quick") }
    if let replications = chosenReplications { words += ["--replications", "\(replications)"] }
    if let sample = households.chosenSample { words += ["--sample", "\(sample)"] }
    if let seed = households.chosenSeed { words += ["--seed", "\(seed)"] }
    return words.joined(separator: " ")
  }

  /// Answers a question: says what it will take, simulates, writes the folder, tells the answer.
  ///
  /// - Parameters:
  ///   - identity: What makes two answers the same.
  ///   - futures: Futures of all scenarios.
  ///   - study: Where they are simulated.
  ///   - forecast: What the question will take.
  ///   - content: Answers it, and gives its content for the seconds that everything took.
  func answer(
    _ identity: QuestionIdentity, futures: Int, study: Study, forecast: () throws -> StudyForecast,
    content: () throws -> (_ seconds: Double) -> QuestionContent
  ) throws {
    let place = output ?? QuestionFolder.defaultPath(for: identity)
    guard try mayWrite(to: place, over: QuestionFolder.existing(for: identity, at: place)) else {
      return
    }
    Interruption.listen()
    let began = ContinuousClock().now
    if !quiet { print(ForecastText.sentence(try forecast(), messages)) }
    let progress = FuturesLine(futures: futures, language: messages, isQuiet: quiet)
    defer { progress.finish() }
    study.afterBatch = progress.add
    let answered = try content()
    let content = answered(began.duration(to: ContinuousClock().now) / .seconds(1))
    let written = try QuestionFolder.write(
      content, to: place, language: report, replace: replace)
    progress.finish()
    if !quiet {
      for sentence in content.answers { print(sentence[messages]) }
      for warning in content.warnings { print(say("注意：", "Note: ") + warning[messages]) }
    }
    tellReport(in: written)
  }

  private func mayWrite(to place: String, over existing: ExistingFolder) throws -> Bool {
    switch existing {
    case .none: return true
    case .different where !replace: throw FolderError.exists(path: place)
    case .identical where !replace:
      let text = BilingualText(
        chinese: "相同的问题已有答案，予以保留。",
        english: "The identical question is answered already; its answer is kept.")
      print(text[messages])
      tellReport(in: place)
      return false
    default: return true
    }
  }

  private func tellReport(in folder: String) {
    let text = BilingualText(chinese: "报告：", english: "Report: ")
    print(text[messages] + folder + "/report.html")
  }
}
