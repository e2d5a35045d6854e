import Households
import Randomness

/// H10 household calendar: birthdays, school, work, births, deaths, marriage.
struct HouseholdCalendarSettings: Sendable {
  init(_ p: ParameterReader) {}
}

enum HouseholdCalendarPass {
  static func run(_ b: BlockMonth) {
    guard b.county.pointee.optional.householdCalendar > 0 else { return }
  }
}
