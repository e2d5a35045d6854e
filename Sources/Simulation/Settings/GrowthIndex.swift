import Households
import Randomness

/// Levels that grow by a rate which may itself change over the run.
///
/// A rate that changes in a month changes the growth from then on, never the level reached: the first
/// month is reckoned from the base, every later one from the month before.
enum GrowthIndex {
  /// An index that is 1 in the middle of 2022 and grows every month.
  ///
  /// Model equation (1.1).
  static func monthly(_ rate: Double, at month: Month, after previous: Float?) -> Float {
    let growth = Elementary.log(1 + rate)
    if let previous { return Float(Double(previous) * Elementary.exp(growth / 12)) }
    let years = (Double(month.ordinal - 2022 * 12) - 5.5) / 12
    return Float(Elementary.exp(years * growth))
  }

  /// A level stated for a base year that is raised every January.
  ///
  /// Model equation (1.2).
  static func yearly(
    _ level: Double, _ rate: Double, base: Int, at month: Month, after previous: Float?
  ) -> Float {
    let growth = Elementary.log(1 + rate)
    if let previous {
      return month.month == 1 ? Float(Double(previous) * Elementary.exp(growth)) : previous
    }
    return Float(level * Elementary.exp(Double(month.year - base) * growth))
  }
}
