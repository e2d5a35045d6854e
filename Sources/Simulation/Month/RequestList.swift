/// A claim on something scarce: a visit or money from the county's pot.
struct Request {
  /// Rank: smaller is served first; ties are impossible because the household's number is in it.
  var rank: UInt64
  /// Fen asked for; 0 for visits.
  var fen: Int64 = 0
  var block: UInt32 = 0
  var row: UInt16
  /// Bit of `Measures` asked for; 0 for visits.
  var measure: UInt8 = 0
}

/// A list of requests in memory that is allocated once.
///
/// Ranking by an in-place heap sort: no allocation, and the same order whatever the order of entry.
final class RequestList: @unchecked Sendable {
  private(set) var items: UnsafeMutablePointer<Request>
  private(set) var count = 0
  /// Bits of `Measures` that the county could pay for at least once this month.
  var payable: UInt8 = 0
  private let capacity: Int

  init(capacity: Int) {
    self.capacity = max(capacity, 1)
    items = .allocate(capacity: self.capacity)
  }

  deinit { items.deallocate() }

  func clear() { count = 0 }

  func append(_ request: Request) {
    precondition(count < capacity, "more requests than households")
    (items + count).initialize(to: request)
    count += 1
  }

  /// A rank: larger urgency first, then the smaller household number.
  static func rank(urgency: Float, id: UInt32) -> UInt64 {
    let scaled = UInt64(min(max(urgency, 0), 4_000_000) * 1000)
    return (0xFFFF_FFFF - min(scaled, 0xFFFF_FFFF)) << 32 | UInt64(id)
  }

  /// A rank by day, then by the smaller household number.
  static func rank(day: UInt16, id: UInt32) -> UInt64 { UInt64(day) << 32 | UInt64(id) }

  /// A rank by place of the household's kind (0 to 3), then as by urgency, to four thousandths of it.
  static func rank(kind: UInt64, urgency: Float, id: UInt32) -> UInt64 {
    let byUrgency = rank(urgency: urgency, id: id) >> 32
    return kind << 62 | (byUrgency >> 2) << 32 | UInt64(id)
  }

  func sort() {
    guard count > 1 else { return }
    for root in stride(from: count / 2 - 1, through: 0, by: -1) { sift(root, count) }
    for end in stride(from: count - 1, to: 0, by: -1) {
      swap(&items[0], &items[end])
      sift(0, end)
    }
  }

  private func sift(_ start: Int, _ end: Int) {
    var root = start
    while 2 * root + 1 < end {
      var child = 2 * root + 1
      if child + 1 < end, items[child].rank < items[child + 1].rank { child += 1 }
      if items[root].rank >= items[child].rank { return }
      swap(&items[root], &items[child])
      root = child
    }
  }
}
