import ArgumentParser
import Experiments
import Households
import ScenarioFiles

/// Which households an export follows month by month.
struct PanelOptions: ParsableArguments {
  @Option(
    help: help(
      "另写 N 户的逐月面板（按编号的散列值抽取）：平台所见、各指数分数、真实状况、结果。",
      "Also write a household-month panel of N households, drawn by the hash of their numbers: what the platform saw, scores of all indices, true state, outcome.",
      valueName: "N"))
  var households: Int?

  @Option(
    name: .customLong("panel-replications"),
    help: help(
      "面板写前 K 次未来。默认 32，不足则全部。",
      "The panel holds the first K futures. Default: 32, or all if fewer.",
      valueName: "K"))
  var replications: Int?

  @Option(
    name: .customLong("panel-years"),
    help: help(
      "面板写哪些年份，如 2024-2025。默认为有结果的年份。",
      "Years of the panel, such as 2024-2025. Default: the years with results.",
      valueName: "FIRST-LAST"))
  var years: String?

  @Option(
    name: .customLong("panel-months"),
    help: help(
      "面板写每年哪些月份，如 6,12。默认为每月。", "Months of each year in the panel, such as 6,12. Default: all.",
      valueName: "M,M"))
  var months: String?

  @Option(
    name: .customLong("help-off"),
    help: help(
      "把其自身设定叠加在情景上，得到“无人因识别而得到帮扶”的文件。默认为情景库的 questions/help-off.yaml。",
      "File whose own settings, laid over the scenario, leave everybody found without help. Default: questions/help-off.yaml of the library.",
      valueName: "FILE"))
  var helpOff: String?

  @Option(
    name: .customLong("help-on"),
    help: help(
      "同上，使困难户全部被识别并得到帮扶。默认为情景库的 questions/help-on.yaml。",
      "The same, so that everybody in need is found and helped. Default: questions/help-on.yaml of the library.",
      valueName: "FILE"))
  var helpOn: String?

  /// What the experiments need to know; `nil` without a panel.
  var request: ExportRequest.Panel? {
    households.map {
      ExportRequest.Panel(
        households: $0, replications: replications, years: years.flatMap(Self.span),
        months: months.flatMap(Self.list) ?? Array(1...12))
    }
  }

  /// The scenario with no help and with full help; `nil` without a panel.
  ///
  /// - Throws: Every mistake of the files at once.
  func halves(of scenario: String) throws -> (without: Scenario, with: Scenario)? {
    guard households != nil else { return nil }
    let folder = (ScenarioLibrary.rootFolder(above: scenario) ?? "Scenarios") + "/questions/"
    return (
      try ScenarioLibrary.scenario(at: scenario, under: helpOff ?? folder + "help-off.yaml"),
      try ScenarioLibrary.scenario(at: scenario, under: helpOn ?? folder + "help-on.yaml")
    )
  }

  func validate() throws {
    var mistakes: [String] = []
    if households == nil {
      let given = [
        ("--panel-replications", replications != nil), ("--panel-years", years != nil),
        ("--panel-months", months != nil), ("--help-off", helpOff != nil),
        ("--help-on", helpOn != nil),
      ].filter(\.1).map(\.0)
      if !given.isEmpty {
        let list = given.joined(separator: ", ")
        mistakes.append(
          say(
            "\(list)：找不到 --households；这些选项只用于面板。请加上 --households N。",
            "\(list): found without --households; expected with it, because they are about the panel. Add --households N."
          ))
      }
    }
    if let households, households < 1 {
      mistakes.append(
        say(
          "--households：写成了 \(households)；应为正整数，例如 500。",
          "--households: found \(households); expected a positive number, such as 500."))
    }
    if let replications, replications < 1 {
      mistakes.append(
        say(
          "--panel-replications：写成了 \(replications)；应为正整数，例如 32。",
          "--panel-replications: found \(replications); expected a positive number, such as 32."))
    }
    if let years, Self.span(years) == nil {
      mistakes.append(
        say(
          "--panel-years：写成了 \(years)；应为一年或起止两年，例如 2024 或 2024-2025。",
          "--panel-years: found \(years); expected a year or a first and last one, such as 2024 or 2024-2025."
        ))
    }
    if let months, Self.list(months) == nil {
      mistakes.append(
        say(
          "--panel-months：写成了 \(months)；应为 1 至 12 的整数，用逗号分隔、不重复，例如 6,12。",
          "--panel-months: found \(months); expected different whole numbers from 1 to 12 with commas, such as 6,12."
        ))
    }
    if !mistakes.isEmpty { throw ValidationError(mistakes.joined(separator: "\n")) }
  }

  /// `2024` or `2024-2025`.
  private static func span(_ text: String) -> ClosedRange<Int>? {
    let years = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    guard (1...2).contains(years.count), let first = years[0], let last = years[years.count - 1],
      first <= last
    else { return nil }
    return first...last
  }

  /// `6,12`, in order.
  private static func list(_ text: String) -> [Int]? {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    let months = parts.compactMap { Int($0) }.filter((1...12).contains)
    guard months.count == parts.count, Set(months).count == months.count else { return nil }
    return months.sorted()
  }
}
