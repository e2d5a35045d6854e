import Households
import Simulation

/// The first month in which a household's lives under two scenarios differ, and by what.
public struct LifeParting: Sendable {
  /// A column in which the two months differ.
  public struct Difference: Sendable {
    /// What differs.
    public let column: LifeColumn
    /// Its value under the first scenario, in the column's unit.
    public let one: Double
    /// Its value under the second scenario, in the column's unit.
    public let other: Double
  }

  /// The month in which they part.
  public let month: Month
  /// Its place among the months of both lives.
  public let place: Int
  /// What differs in that month, in the order of the steps: the first is why they part.
  public let differences: [Difference]

  /// The step that parted first.
  public var step: ModelStep { differences[0].column.step }

  /// Looks for the first month in which two lives differ.
  ///
  /// Lines and what the platform believes are no part of a life until something comes of them.
  ///
  /// - Returns: `nil` if the lives are the same.
  public init?(_ one: HouseholdLife, _ other: HouseholdLife) {
    for (place, (a, b)) in zip(one.months, other.months).enumerated() {
      let differences = LifeColumn.allCases.filter(\.isOfLife).compactMap {
        Self.differ(a[$0], b[$0], $0.unit)
          ? Difference(column: $0, one: a[$0], other: b[$0]) : nil
      }
      guard !differences.isEmpty else { continue }
      month = a.month
      self.place = place
      self.differences = differences
      return
    }
    return nil
  }

  /// Whether two values differ: money by more than a fen and a hundred-thousandth of its size.
  private static func differ(_ a: Double, _ b: Double, _ unit: LifeColumn.Unit) -> Bool {
    switch unit {
    case .yuan, .yuanPerHead: abs(a - b) > max(0.01, 1e-5 * max(abs(a), abs(b)))
    case .ratio: abs(a - b) > 1e-5
    default: a != b
    }
  }
}
