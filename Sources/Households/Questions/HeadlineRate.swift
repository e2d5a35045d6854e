/// The rate of the province that a question is about: what is counted, and when.
public struct HeadlineRate: Sendable, Hashable {
  /// What is counted, as a share of formerly-poor persons.
  public enum Measure: String, Sendable, Hashable, CaseIterable {
    /// In return to poverty on 31 December.
    case stock
    /// Entered return to poverty during the year.
    case flow
    /// Entries that the monitoring system has found.
    case recognised
    /// Below the return line on 31 December if assistance is not counted.
    case need
  }

  /// What is counted.
  public var measure: Measure
  /// Calendar year.
  public var year: Int

  /// A rate of a year.
  public init(measure: Measure, year: Int) {
    self.measure = measure
    self.year = year
  }

  /// Name in tables, such as `stock_2030`.
  public var name: String { "\(measure.rawValue)_\(year)" }
}
