import Estimation
import Households

/// Why a question about stress has no answer, said before anything is simulated.
public enum StressError: Error, Hashable, Sendable, CustomStringConvertible {
  /// A return period that the futures tell nothing of.
  case returnPeriod(ReturnPeriodError)
  /// Even if the limit were kept in all futures, its probability would not be shown to be high enough.
  case tooFewFutures(probability: Double, replications: Int, needed: Int)
  /// The plan has no limit for the year.
  case noLimit(year: Int)

  /// The message for readers.
  public var message: BilingualText {
    switch self {
    case .returnPeriod(.beyondSample(let period, let replications)):
      BilingualText(
        chinese: "\(replications) 个未来说明不了 \(Int(period)) 年一遇的水平。请从 return_periods 中删除，"
          + "或用 --replications 模拟至少 \(Int(period)) 个（十倍以上才不算粗略）。",
        english: "\(replications) futures tell nothing of a return period of \(Int(period)) years. "
          + "Take it out of return_periods, or simulate at least \(Int(period)) futures with "
          + "--replications (ten times as many for more than a rough figure).")
    case .returnPeriod(.tooShort(let period)):
      BilingualText(
        chinese: "重现期应长于一年（写成了 \(period)）。",
        english: "A return period is longer than a year (was \(period)).")
    case .tooFewFutures(let probability, let replications, let needed):
      BilingualText(
        chinese: "\(replications) 个未来太少：即使每个未来都守住上限，也说明不了概率达到 \(probability)。"
          + "至少需要 \(needed) 个（--replications \(needed)）。",
        english: "\(replications) futures are too few: even a limit kept in all of them would not "
          + "show a probability of \(probability). At least \(needed) are needed "
          + "(--replications \(needed)).")
    case .noLimit(let year):
      BilingualText(
        chinese: "方案没有 \(year) 年的上限（自 \(Limits.firstYear) 年起才有）。请在 limit 中写一个比例。",
        english: "The plan has no limit for \(year); its limits begin in \(Limits.firstYear). "
          + "Write a share as limit.")
    }
  }

  /// The message in English.
  public var description: String { message.english }
}
