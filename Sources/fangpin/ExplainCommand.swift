import ArgumentParser
import Experiments
import Households
import Reporting
import ScenarioFiles

/// `fangpin explain`: the lives of some households, month by month, and where two scenarios part them.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: say(
      "逐月说明一户的经历：冲击、收入、费用由谁付、应对、预警、核查、帮扶和状态；可对照两个情景。",
      "Tell a household's life month by month, and where two scenarios part it."),
    discussion: say(
      """
      与同一样本、种子的 fangpin run 中编号相同的那次模拟完全一致。例：
        fangpin explain --households 1 --compare Scenarios/packages/targets-2025.yaml
        fangpin explain --households 200 --format csv > lives.csv
      """,
      """
      Exactly the replication of that number of `fangpin run` with the same sample and seed. Examples:
        fangpin explain --households 1 --compare Scenarios/packages/targets-2025.yaml
        fangpin explain --households 200 --format csv > lives.csv
      """))

  /// How lives are written.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, csv, json
  }

  @Argument(help: scenarioHelp)
  var scenario = "Scenarios/guizhou.yaml"

  @Option(
    help: help("住户编号，可用逗号分隔多个。", "Number of a household, or several with commas.", valueName: "ID"))
  var household: String?

  @Option(
    help: help(
      "样本的前 N 户（按抽样次序，与样本份额无关）。",
      "The first N households of the sample, the same ones whatever its share.", valueName: "N"))
  var households: Int?

  @Option(
    help: help("模拟编号，从 0 起。", "Number of the possible future, from 0.", valueName: "R"))
  var replication = 0

  @Option(help: help("对照的情景文件。", "Scenario file to compare with.", valueName: "FILE"))
  var compare: String?

  @Option(
    help: help(
      "格式：text、csv 或 json。", "Format: text, csv or json.", valueName: "text|csv|json"))
  var format = Format.text

  @Flag(help: help("只列出 csv 各列的单位、环节和含义。", "Only list the columns of csv: unit, step, meaning."))
  var columns = false

  @OptionGroup var drawn: SampleOptions

  @Option(
    help: help("语言：zh 或 en。", "Language: zh or en.", valueName: "zh|en"))
  var language: Language?

  func run() throws {
    let language = language ?? MessageLanguage.current
    if columns { return print(LifeTable.codebook(in: language), terminator: "") }
    try Failure.said(in: language) {
      let choice = try choice()
      let scenarios = try ([scenario] + [compare].compactMap { $0 }).map {
        try ScenarioLibrary.scenario(at: $0)
      }
      Interruption.listen()
      let lives = try ScenarioLives.of(
        choice, under: scenarios, replication: replication, options: options,
        isCancelled: { Interruption.isRequested })
      switch format {
      case .csv: print(LifeTable.text(lives), terminator: "")
      case .json: print(LifeDocument.text(lives, options: options), terminator: "")
      case .text: tell(lives, language)
      }
    }
  }

  private var options: RunOptions {
    RunOptions(
      replications: 1, sample: drawn.sample, seed: drawn.seed, threads: drawn.threads)
  }

  /// Where lives part comes first; the second life is told from there on.
  private func tell(_ lives: [ScenarioLives], _ language: Language) {
    for number in lives[0].lives.indices {
      if number > 0 { print() }
      guard lives.count > 1 else {
        print(household(number, of: lives[0], language), terminator: "")
        continue
      }
      print(LifePartingText(lives[0], lives[1], language: language).text(household: number))
      print(household(number, of: lives[0], language), terminator: "")
      if let parting = LifeParting(lives[0].lives[number], lives[1].lives[number]) {
        print()
        print(household(number, of: lives[1], language, from: parting.place), terminator: "")
      }
    }
  }

  private func household(
    _ number: Int, of lives: ScenarioLives, _ language: Language, from first: Int = 0
  ) -> String {
    LifeText(lives, options: options, language: language).text(household: number, from: first)
  }

  /// Whose lives, from the two options of which one is given.
  private func choice() throws -> HouseholdChoice {
    switch (household, households) {
    case (let list?, nil): return .numbers(try numbers(in: list))
    case (nil, let count?) where count > 0: return .first(count)
    case (nil, .some):
      throw ValidationError(
        say(
          "--households 应为正整数（写成了 \(households ?? 0)）。",
          "--households must be a positive number (was \(households ?? 0))."))
    default:
      throw ValidationError(
        say(
          "请用 --household 指定住户编号，或用 --households N 取样本的前 N 户，二者选一。",
          "Name households with --household, or take the first N of the sample with "
            + "--households N; one of the two."))
    }
  }

  private func numbers(in list: String) throws -> [UInt32] {
    try list.split(separator: ",", omittingEmptySubsequences: false).map { part in
      guard let number = UInt32(part.filter { $0 != " " }) else {
        throw ValidationError(
          say(
            "--household：“\(part)”不是住户编号；应为 0 至 4294967295 的整数，多个编号用逗号分隔，例如 1,2,3。",
            "--household: “\(part)” is no number of a household; expected whole numbers from 0 to "
              + "4294967295 with commas between them, such as 1,2,3."))
      }
      return number
    }
  }

  func validate() throws {
    guard (0..<1_000_000).contains(replication) else {
      throw ValidationError(
        say(
          "--replication 应为 0 至 999999 的整数（写成了 \(replication)）。",
          "--replication must be between 0 and 999999 (was \(replication))."))
    }
    if !columns { _ = try choice() }
  }
}
