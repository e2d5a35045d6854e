import Foundation
import Households

/// Why the life of a household cannot be written down.
public enum HouseholdChoiceError: Error, Hashable, Sendable, CustomStringConvertible {
  /// No household of the sample has this number; `keptFrom` is the share of a sample from which it
  /// would be in it, if it is a household at all.
  case unknown(household: UInt32, sample: Double, keptFrom: Double, examples: [UInt32])
  /// More households were asked for than there are.
  case tooFew(asked: Int, there: Int)

  /// The message for readers: place, what was found, what was expected, and what to do.
  public var message: BilingualText {
    switch self {
    case .unknown(let household, let sample, let keptFrom, let examples):
      Self.unknown(household, sample, keptFrom, examples.map(String.init).joined(separator: ","))
    case .tooFew(let asked, let there):
      BilingualText(
        chinese: "--households：要求 \(asked) 户，样本中只有 \(there) 户；请减少户数或增大 --sample。",
        english: "--households: asks for \(asked) households, but the sample has \(there). "
          + "Ask for fewer or use a larger --sample.")
    }
  }

  private static func unknown(
    _ household: UInt32, _ sample: Double, _ keptFrom: Double, _ examples: String
  ) -> BilingualText {
    // A household is kept if its number is below the share, so the share is rounded up.
    let share = String(format: "%.4f", ((keptFrom * 1e4).rounded(.down) + 1) / 1e4)
    guard keptFrom >= sample else {
      return BilingualText(
        chinese: "--household：找到编号 \(household)，但所模拟的县中没有这一住户；应为样本中的住户编号，例如 \(examples)。"
          + "请改用其中的编号，或用 --households N 取样本的前 N 户。",
        english:
          "--household: found \(household), which is no household of the simulated counties; "
          + "expected the number of a household in the sample, such as \(examples). Use one of "
          + "these, or --households N for the first N of the sample.")
    }
    return BilingualText(
      chinese: "--household：找到编号 \(household)，它不在 \(sample) 的样本中；应为样本中的住户编号，例如 \(examples)。"
        + "如确有这一住户，请用 --sample \(share) 或更大的样本。",
      english: "--household: found \(household), which is not in a sample of \(sample); expected "
        + "the number of a household in the sample, such as \(examples). If there is such a "
        + "household, it is in the sample from --sample \(share) on.")
  }

  /// The message in English.
  public var description: String { message.english }
}
