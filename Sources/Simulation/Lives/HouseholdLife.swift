import Households

/// One household in one possible future, month by month.
public struct HouseholdLife: Sendable {
  /// The household as it was drawn.
  public let household: HouseholdRecord
  /// Every simulated month, burn-in included, in order.
  public let months: [LifeMonth]

  /// A household and its months.
  public init(household: HouseholdRecord, months: [LifeMonth]) {
    self.household = household
    self.months = months
  }
}

/// What happened to a household in a month, and how it stood at each step.
public struct LifeMonth: Sendable {
  /// The calendar month.
  public let month: Month
  /// One value a column; whole numbers are exact, and money is the engine's single precision.
  private var values: [Double]

  /// A month in which nothing has been written down yet.
  public init(month: Month) {
    self.month = month
    values = Array(repeating: 0, count: LifeColumn.allCases.count)
    self[.patient] = -1
    self[.cause] = -1
  }

  /// The value of a column, in its unit.
  public subscript(column: LifeColumn) -> Double {
    get { values[column.rawValue] }
    set { values[column.rawValue] = newValue }
  }

  /// Whether something with a yes or no happened, or is so.
  public func has(_ column: LifeColumn) -> Bool { self[column] != 0 }
}
