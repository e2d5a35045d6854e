/// The numbers of every month at addresses that do not move.
///
/// A county's month is put together a hundred times as often as these numbers change; it points at them,
/// because copying all of them would cost more than the months of a small sample of its households.
final class MonthTable: @unchecked Sendable {
  private let base: UnsafeMutablePointer<MonthSettings>
  private let count: Int

  init(_ months: [MonthSettings]) {
    count = months.count
    base = .allocate(capacity: max(count, 1))
    base.initialize(from: months, count: count)
  }

  deinit {
    base.deinitialize(count: count)
    base.deallocate()
  }

  /// Where the numbers of a month stand, counted from the start, as long as the table lives.
  func address(of month: Int) -> UnsafePointer<MonthSettings> {
    precondition(month < count, "a month of the run")
    return UnsafePointer(base + month)
  }
}
