import Households

/// What keeps an export from being made; each is told with its place, what was found, what was expected, and
/// what to do.
public enum ExportMistake: Hashable, Sendable {
  /// Two scenarios have the same name, so that rows could not be told apart.
  case sameName(String)
  /// The panel asks for more households than were drawn.
  case tooFewHouseholds(asked: Int, there: Int)
  /// The panel asks for more futures than there are.
  case tooFewReplications(asked: Int, there: Int)
  /// The panel asks for years that are not simulated.
  case yearsOutside(asked: ClosedRange<Int>, simulated: ClosedRange<Int>)
  /// The panel would be too large.
  case tooManyRows(rows: Int, most: Int)
  /// The scenario has no index, so that there are no scores.
  case noIndex(String)
  /// Without and with help there are other months, counties or households.
  case halfDiffers(option: String, name: String)

  /// The message for readers.
  public var message: BilingualText {
    switch self {
    case .sameName(let name):
      BilingualText(
        chinese: "--compare-with：有两个情景都叫 \(name)，各行无法区分；各情景的文件名应不同。请给其中一个文件改名。",
        english: "--compare-with: found two scenarios called \(name), whose rows could not be told "
          + "apart; expected a file name of its own for each. Rename one of the files.")
    case .tooFewHouseholds(let asked, let there):
      BilingualText(
        chinese: "--households：要求 \(asked) 户，样本中只有 \(there) 户；应为 1 至 \(there)。请减少户数或增大 --sample。",
        english:
          "--households: found \(asked), but the sample has \(there) households; expected 1 to "
          + "\(there). Ask for fewer or use a larger --sample.")
    case .tooFewReplications(let asked, let there):
      BilingualText(
        chinese: "--panel-replications：要求 \(asked) 次未来，只模拟 \(there) 次；应为 1 至 \(there)。"
          + "请减少次数或增大 --replications。",
        english:
          "--panel-replications: found \(asked), but \(there) futures are simulated; expected 1 "
          + "to \(there). Ask for fewer or raise --replications.")
    case .yearsOutside(let asked, let simulated):
      BilingualText(
        chinese: "--panel-years：找到 \(Self.text(asked))，情景只模拟 \(Self.text(simulated))；"
          + "应在此范围之内。请改年份或情景的 period。",
        english: "--panel-years: found \(Self.text(asked)), but the scenario simulates "
          + "\(Self.text(simulated)); expected years among these. Change the years or the scenario's "
          + "period.")
    case .tooManyRows(let rows, let most):
      BilingualText(
        chinese: "--households：面板将有 \(rows) 行，至多 \(most) 行。"
          + "请减少 --households 或 --panel-replications，或用 --panel-years、--panel-months 少写一些月份。",
        english: "--households: found a panel of \(rows) rows; expected \(most) at most. Lower "
          + "--households or --panel-replications, or write fewer months with --panel-years and "
          + "--panel-months.")
    case .noIndex(let name):
      BilingualText(
        chinese: "--households：情景 \(name) 没有启用防贫脆弱性指数，面板没有分数可写；"
          + "应启用 finding.monitoring 和 finding.vulnerability_index。请启用它们，或去掉 --households。",
        english:
          "--households: found no vulnerability index in force in \(name), so a panel would have "
          + "no scores; expected finding.monitoring and finding.vulnerability_index to be on. Turn them "
          + "on, or leave --households out.")
    case .halfDiffers(let option, let name):
      BilingualText(
        chinese: "\(option)：\(name) 的月份、县或农户与情景不同，不能逐户对照；应只改政策和识别。"
          + "请写相同的 period 和 population。",
        english: "\(option): found other months, counties or households in \(name) than in the "
          + "scenario, so that households cannot be paired; expected other policies and finding alone. "
          + "Write the same period and population.")
    }
  }

  private static func text(_ years: ClosedRange<Int>) -> String {
    "\(years.lowerBound)-\(years.upperBound)"
  }
}

/// Every mistake of an export at once.
public struct ExportMistakes: Error, Hashable, Sendable, CustomStringConvertible {
  /// The mistakes, at least one.
  public let mistakes: [ExportMistake]

  /// Mistakes of an export.
  public init(_ mistakes: [ExportMistake]) { self.mistakes = mistakes }

  /// One line a mistake.
  public var message: BilingualText {
    BilingualText(
      chinese: mistakes.map(\.message.chinese).joined(separator: "\n"),
      english: mistakes.map(\.message.english).joined(separator: "\n"))
  }

  /// The message in English.
  public var description: String { message.english }
}
