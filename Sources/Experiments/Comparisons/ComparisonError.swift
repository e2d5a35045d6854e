import Households

/// Why scenarios cannot be compared replication by replication.
public enum ComparisonError: Error, Hashable, Sendable, CustomStringConvertible {
  /// A reform simulates other counties than the baseline.
  case countiesDiffer(baseline: String, reform: String)
  /// A reform simulates other months or reports other years than the baseline.
  case periodsDiffer(baseline: String, reform: String)

  /// The sample of households alone makes a difference less precise than was asked, so that more futures cannot
  /// help; both are half-widths, as shares.
  case precisionOutOfReach(asked: Double, households: Double)

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
    case .precisionOutOfReach(let asked, let households):
      BilingualText(
        chinese: "达不到 ±\(Self.points(asked)) 个百分点的精度：仅住户抽样的误差就有 ±\(Self.points(households)) "
          + "个百分点，再多的未来也无济于事；请用 --sample 抽取更多住户。",
        english:
          "A precision of ±\(Self.points(asked)) points is out of reach: the sample of households "
          + "alone leaves ±\(Self.points(households)) points, however many futures. Draw more households "
          + "with --sample.")
    }
  }

  /// Percentage points with three decimals.
  private static func points(_ share: Double) -> String {
    let thousandths = Int((share * 100_000).rounded())
    let digits = String(thousandths % 1000)
    return "\(thousandths / 1000)." + String(repeating: "0", count: 3 - digits.count) + digits
  }

  /// The message in English.
  public var description: String { message.english }
}
