import Households

/// Why scenarios cannot be compared replication by replication.
public enum ComparisonError: Error, Hashable, Sendable, CustomStringConvertible {
  /// A reform simulates other counties than the baseline.
  case countiesDiffer(baseline: String, reform: String)
  /// A reform simulates other months or reports other years than the baseline.
  case periodsDiffer(baseline: String, reform: String)

  /// The message for readers.
  public var message: BilingualText {
    switch self {
    case .countiesDiffer(let baseline, let reform):
      BilingualText(
        chinese: "方案“\(reform)”与基准“\(baseline)”模拟的县不同，无法配对比较；"
          + "请在两个情景文件中写相同的 population.counties。",
        english: "\(reform) simulates other counties than \(baseline), so the two cannot be "
          + "paired. Write the same population.counties in both scenario files.")
    case .periodsDiffer(let baseline, let reform):
      BilingualText(
        chinese: "方案“\(reform)”与基准“\(baseline)”的起止月份或首个结果年份不同，无法配对比较；"
          + "请在两个情景文件中写相同的时段。",
        english: "\(reform) has another first month, last month or first result year than "
          + "\(baseline), so the two cannot be paired. Write the same period in both files.")
    }
  }

  /// The message in English.
  public var description: String { message.english }
}
